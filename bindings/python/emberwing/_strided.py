"""What PyTorch asks of sparse, quantized and device tensors: the tensors here, strided ones on the CPU, answer as its own."""
from . import _types
from ._base import Tensor
from ._register import both, method


def _part(name, layout):
    def refuse(self):
        raise RuntimeError(f"{name} expected {layout} layout but got Strided")
    refuse.__name__, refuse.__doc__ = name, f"A part of tensors of {layout} layout."
    return method(refuse)


for _name, _layout in (("indices", "sparse coordinate tensor"), ("values", "sparse tensor"),
                       ("coalesce", "sparse coordinate tensor"), ("is_coalesced", "sparse coordinate tensor"),
                       ("crow_indices", "sparse row compressed tensor"), ("col_indices", "sparse row compressed tensor"),
                       ("ccol_indices", "sparse column compressed tensor"),
                       ("row_indices", "sparse column compressed tensor")):
    _part(_name, _layout)


def _elsewhere(name):
    def refuse(self, *args, **keywords):
        raise NotImplementedError(f"Could not run 'aten::{name}' with arguments from the 'CPU' backend.")
    refuse.__name__, refuse.__doc__ = name, "Of sparse or quantized tensors only."
    return method(refuse)


for _name in ("sparse_mask", "sparse_resize_", "sparse_resize_and_clear_", "q_scale", "q_zero_point", "q_per_channel_scales",
              "q_per_channel_zero_points", "q_per_channel_axis", "qscheme", "int_repr"):
    _elsewhere(_name)


@method
def sparse_dim(self):
    """Number of sparse dimensions: none."""
    return 0


@method
def dense_dim(self):
    return self.dim()


@method
def to_dense(self, dtype=None, *, masked_grad=True):
    """The tensor itself, which is dense, as another dtype if one is given."""
    return self if dtype is None else self.to(dtype)


@both
def dequantize(input):
    """The tensor itself in float32: there are no quantized ones."""
    return input.to(_types.float32)


@method
def record_stream(self, stream):
    raise RuntimeError("unknown parameter type")


def _cuda_interface(self):
    raise AttributeError(f"Can't get __cuda_array_interface__ on non-CUDA tensor type: {self.type()} If CUDA data is required "
                         "use tensor.cuda() to copy tensor to device memory.")


Tensor.__cuda_array_interface__ = property(_cuda_interface)


@method
def xpu(self, device=None, non_blocking=False, memory_format=None):
    raise AssertionError("Torch not compiled with XPU enabled")


@method
def reinforce(self, reward):
    raise RuntimeError("reinforce() was removed.\nUse torch.distributions instead.\n"
                       "See https://pytorch.org/docs/main/distributions.html")


@method
def index(self, positions, dims):
    raise NotImplementedError("index(): tensors with first-class dimensions")


Tensor.name = property(lambda self: None, doc="None: tensors have no names.")
