"""Moving and casting all tensors of a module."""

import emberwing as ew
from ..._tensor import Tensor


class MoveMethods:
    """The part of `Module` that moves and casts."""

    def _apply(self, fn, recurse=True):
        if recurse:
            for module in self.children():
                module._apply(fn)
        for param in self._parameters.values():
            if param is None:
                continue
            with ew.no_grad():
                param.data = fn(param)
            grad = param.grad
            if grad is not None:
                with ew.no_grad():
                    changed = fn(grad)
                    # A gradient has to match its parameter in dtype when it is set, so the old one goes first.
                    param.grad = None
                    param.grad = changed.requires_grad_(grad.requires_grad)
        for name, buffer in self._buffers.items():
            if buffer is not None:
                self._buffers[name] = fn(buffer)
        return self

    def cuda(self, device=None):
        """Moves everything to a GPU."""
        return self._apply(lambda t: t.cuda(device))

    def _move(self, kind, device):
        return self._apply(lambda t: t.to(kind if device is None else f"{kind}:{device}" if isinstance(device, int)
                                          else device))

    def ipu(self, device=None):
        """Moves everything to an IPU."""
        return self._move("ipu", device)

    def xpu(self, device=None):
        """Moves everything to an XPU."""
        return self._move("xpu", device)

    def mtia(self, device=None):
        """Moves everything to an MTIA."""
        return self._move("mtia", device)

    def cpu(self):
        """Moves everything to the CPU."""
        return self._apply(lambda t: t.cpu())

    def type(self, dst_type):
        """Casts everything to `dst_type`."""
        return self._apply(lambda t: t.type(dst_type))

    def _cast(self, dtype):
        return self._apply(lambda t: t.to(dtype) if t.is_floating_point() else t)

    def float(self):
        """Casts floating-point tensors to float32."""
        return self._cast(ew.float32)

    def double(self):
        """Casts floating-point tensors to float64."""
        return self._cast(ew.float64)

    def half(self):
        """Casts floating-point tensors to float16."""
        return self._cast(ew.float16)

    def bfloat16(self):
        """Casts floating-point tensors to bfloat16."""
        return self._cast(ew.bfloat16)

    def to_empty(self, *, device, recurse=True):
        """Moves everything to a device without copying the values."""
        return self._apply(lambda t: ew.empty_like(t, device=device), recurse=recurse)

    def to(self, *args, **kwargs):
        """Moves or casts: `to(device)`, `to(dtype)`, `to(device, dtype)`, `to(tensor)`; dtype touches floats alone."""
        device, dtype, non_blocking, memory_format = _parse_to(*args, **kwargs)
        if dtype is not None and not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError("nn.Module.to only accepts floating point or complex "
                            f"dtypes, but got desired dtype={dtype}")

        def convert(t):
            target = dtype if dtype is not None and (t.is_floating_point() or t.is_complex()) else None
            if memory_format is not None and t.dim() in (4, 5):
                return t.to(device, target, non_blocking, memory_format=memory_format)
            return t.to(device, target, non_blocking)

        return self._apply(convert)


def _parse_to(*args, **kwargs):
    """Splits the arguments of `to` into device, dtype, non_blocking and memory format."""
    names = {"device", "dtype", "non_blocking", "copy", "memory_format", "tensor", "other"}
    for key in kwargs:
        if key not in names:
            raise TypeError(f"to() got an unexpected keyword argument '{key}'")
    device, dtype = kwargs.get("device"), kwargs.get("dtype")
    non_blocking = kwargs.get("non_blocking", False)
    rest = list(args)
    source = kwargs.get("tensor", kwargs.get("other"))
    if rest and isinstance(rest[0], Tensor):
        source = rest.pop(0)
    if source is not None:
        device, dtype = source.device, source.dtype
    elif rest:
        first = rest.pop(0)
        if isinstance(first, ew.dtype):
            dtype = first
        else:
            device = first
            if rest and (rest[0] is None or isinstance(rest[0], ew.dtype)):
                dtype = rest.pop(0)
    if rest:
        non_blocking = rest.pop(0)
    if device is not None and not isinstance(device, ew.device):
        device = ew.device(device)
    return device, dtype, bool(non_blocking), kwargs.get("memory_format")
