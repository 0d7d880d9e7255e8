"""A module replicated over the devices of one machine."""

from ..modules.module import Module

__all__ = ["DataParallel", "data_parallel"]


class DataParallel(Module):
    """Wraps a module as `self.module`; without accelerators a call goes straight to it, as in PyTorch."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        # PyTorch takes any devices where it finds no accelerator, and uses none.
        self.module = module
        self.device_ids = []

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)


def data_parallel(module, inputs, device_ids=None, output_device=None, dim=0, module_kwargs=None):
    """Calls the module in parallel on several devices, of which there must be one."""
    raise RuntimeError("device type could not be determined")
