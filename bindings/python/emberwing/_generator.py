"""Random number generators and the default one."""
import ctypes

from ._base import I32, I64, PTR, Tensor, check, export, quick_fn, raise_last
from ._types import CPU, check_device

__all__ = ["Generator", "default_generator", "get_rng_state", "initial_seed", "manual_seed", "seed", "set_rng_state"]

_new = quick_fn("ew_generator_new", PTR)
_release = quick_fn("ew_generator_release", None, PTR)
_manual_seed = quick_fn("ew_generator_manual_seed", I32, PTR, I64)
_random_seed = quick_fn("ew_generator_seed", I32, PTR, ctypes.POINTER(I64))
_initial_seed = quick_fn("ew_generator_initial_seed", I32, PTR, ctypes.POINTER(I64))
_get_state = export("ew_generator_get_state", PTR)
_set_state = quick_fn("ew_generator_set_state", I32, PTR, Tensor)


def _wrapped(seed):
    """A seed as the int64 with its bits: negative ones are allowed, and all of uint64."""
    if not -0x8000000000000000 <= seed <= 0xffffffffffffffff:
        raise ValueError("Overflow when unpacking long long")
    return seed - (1 << 64) if seed > 0x7fffffffffffffff else seed


class Generator:
    """PyTorch's CPU random stream (mt19937), with its seeds and states."""
    __slots__ = ("_handle", "device", "__weakref__")

    def __new__(cls, device="cpu"):
        self = object.__new__(cls)
        self._handle = None
        return self

    def __init__(self, device="cpu"):
        self.device = check_device(device)
        self._handle = _new()

    @classmethod
    def _of(cls, handle):
        """Takes over a reference."""
        self = cls.__new__(cls)
        self._handle, self.device = handle, CPU
        return self

    def __del__(self, _release=_release):
        if self._handle is not None:
            _release(self._handle)

    def manual_seed(self, seed):
        """Starts the stream of this seed; returns the generator."""
        if isinstance(seed, bool) or not hasattr(seed, "__index__"):
            raise RuntimeError(f"manual_seed expected a long, but got {type(seed).__name__}")
        check(_manual_seed(self._handle, _wrapped(seed.__index__())))
        return self

    def seed(self):
        """Starts a stream with a seed from the system's entropy; returns the seed."""
        s = I64()
        check(_random_seed(self._handle, s))
        return s.value & 0xffffffffffffffff

    def initial_seed(self):
        """The seed that the stream started from."""
        s = I64()
        check(_initial_seed(self._handle, s))
        return s.value & 0xffffffffffffffff

    def get_state(self):
        """The state as a tensor of 5056 bytes, in PyTorch's layout."""
        r = _get_state(self._handle)
        return r if r._handle_ is not None else raise_last()

    def set_state(self, new_state):
        """Takes up a state, also one that PyTorch saved."""
        if not isinstance(new_state, Tensor):
            raise TypeError(f"expected a torch.ByteTensor, but got {type(new_state).__name__}")
        if new_state.dtype.name != "uint8":
            raise TypeError("RNG state must be a torch.ByteTensor")
        check(_set_state(self._handle, new_state.contiguous()))
        return self

    def clone_state(self):
        """A generator at the same place of the same stream."""
        return Generator().set_state(self.get_state())

    def _unsupported(name):
        def method(self, *args):
            raise NotImplementedError(f"{name} is not supported in this Generator")
        method.__name__ = name
        return method

    graphsafe_get_state, graphsafe_set_state = _unsupported("graphsafe_get_state"), _unsupported("graphsafe_set_state")
    get_offset, set_offset = _unsupported("get_offset"), _unsupported("set_offset")
    del _unsupported

    def __reduce__(self):
        return _rebuilt, (self.initial_seed(), self.get_state())


def _rebuilt(seed, state):
    return Generator().manual_seed(seed).set_state(state)


default_generator = Generator._of(quick_fn("ew_generator_default", PTR)())


def manual_seed(seed):
    """Seeds the default generator and returns it."""
    return default_generator.manual_seed(int(seed))


def seed():
    """Seeds the default generator from the system's entropy; returns the seed."""
    return default_generator.seed()


def initial_seed():
    """The seed of the default generator."""
    return default_generator.initial_seed()


def get_rng_state():
    """The default generator's state, as a tensor of bytes."""
    return default_generator.get_state()


def set_rng_state(new_state):
    """Takes up a state of the default generator."""
    default_generator.set_state(new_state)
