"""torch.testing: comparison of tensors, numbers and containers of them."""
import collections.abc
import math
import numbers

import numpy as np

from .. import _functions as T
from .. import _types
from .._base import Tensor

__all__ = ["assert_allclose", "assert_close", "make_tensor"]

_TOLERANCES = {
    _types.float16: (1e-3, 1e-5), _types.bfloat16: (1.6e-2, 1e-5), _types.float32: (1.3e-6, 1e-5),
    _types.float64: (1e-7, 1e-7), _types.complex64: (1.3e-6, 1e-5), _types.complex128: (1e-7, 1e-7),
}


def _tolerances(dtypes, rtol, atol):
    if (rtol is None) != (atol is None):
        raise ValueError("rtol and atol must both be specified or both be unspecified")
    if rtol is not None:
        return rtol, atol
    pairs = [_TOLERANCES.get(d, (0.0, 0.0)) for d in dtypes]
    return max(p[0] for p in pairs), max(p[1] for p in pairs)


def _array(t):
    t = t.detach()
    return (t.to(_types.float32) if t.dtype is _types.bfloat16 else t).numpy()


class _Mismatch(Exception):
    def __init__(self, message, path):
        self.message, self.path = message, path


def assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True,
                 check_dtype=True, check_layout=True, check_stride=False, msg=None):
    """Raises AssertionError unless `actual` and `expected` are close."""
    options = (allow_subclasses, rtol, atol, equal_nan, check_dtype, check_stride)
    try:
        _compare(actual, expected, (), options)
    except _Mismatch as error:
        text = error.message
        if error.path:
            text += f"\n\nThe failure occurred for item {''.join(f'[{p!r}]' for p in error.path)}"
        if msg is not None:
            text = msg(text) if callable(msg) else msg
        raise AssertionError(text) from None


def _compare(actual, expected, path, options):
    allow_subclasses, rtol, atol, equal_nan, check_dtype, check_stride = options
    if not allow_subclasses and type(actual) is not type(expected):
        raise TypeError(f"allow_subclasses=False, but got {type(actual)} and {type(expected)}")
    if isinstance(actual, Tensor) and isinstance(expected, Tensor):
        return _tensors(actual, expected, path, options)
    if actual is None and expected is None:
        return None
    if isinstance(actual, (str, bytes)) or isinstance(expected, (str, bytes)):
        raise TypeError(f"No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.")
    if isinstance(actual, np.ndarray) and isinstance(expected, np.ndarray):
        return _tensors(T.as_tensor(actual), T.as_tensor(expected), path, options)
    if isinstance(actual, (bool, np.bool_)) and isinstance(expected, (bool, np.bool_)):
        if actual != expected:
            raise _Mismatch(f"Booleans mismatch: {actual} is not {expected}", path)
        return None
    if isinstance(actual, numbers.Number) and isinstance(expected, numbers.Number):
        return _numbers(actual, expected, path, options)
    if isinstance(actual, collections.abc.Sequence) and isinstance(expected, collections.abc.Sequence):
        if len(actual) != len(expected):
            raise _Mismatch(f"The length of the sequences mismatch: {len(actual)} != {len(expected)}", path)
        for i, (a, e) in enumerate(zip(actual, expected)):
            _compare(a, e, (*path, i), options)
        return None
    if isinstance(actual, collections.abc.Mapping) and isinstance(expected, collections.abc.Mapping):
        missing, extra = set(expected) - set(actual), set(actual) - set(expected)
        if missing or extra:
            raise _Mismatch(f"The keys of the mappings do not match:\nMissing keys in the actual mapping: {sorted(missing)}\n"
                            f"Additional keys in the actual mapping: {sorted(extra)}", path)
        for key in actual:
            _compare(actual[key], expected[key], (*path, key), options)
        return None
    if (isinstance(actual, Tensor) or isinstance(expected, Tensor)) and all(
            isinstance(v, (Tensor, numbers.Number, np.ndarray)) for v in (actual, expected)):
        return _tensors(T.as_tensor(actual), T.as_tensor(expected), path, options)
    raise TypeError(f"No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.")


def _differ(name, a, b, path):
    raise _Mismatch(f"The values for attribute '{name}' do not match: {a} != {b}.", path)


def _tensors(actual, expected, path, options):
    _, rtol, atol, equal_nan, check_dtype, check_stride = options
    if actual.shape != expected.shape:
        _differ("shape", actual.shape, expected.shape, path)
    if check_dtype and actual.dtype is not expected.dtype:
        _differ("dtype", actual.dtype, expected.dtype, path)
    if check_stride and actual.stride() != expected.stride():
        _differ("stride()", actual.stride(), expected.stride(), path)
    rtol, atol = _tolerances((actual.dtype, expected.dtype), rtol, atol)
    a, e = _array(actual), _array(expected)
    common = np.result_type(a, e)
    if common == np.bool_:
        common = np.dtype(np.int64)
    a, e = a.astype(common), e.astype(common)
    with np.errstate(all="ignore"):
        close = np.isclose(a, e, rtol, atol, equal_nan) if rtol or atol else (
            (a == e) | (np.isnan(a) & np.isnan(e)) if equal_nan and common.kind in "fc" else a == e)
        if close.all():
            return
        what = "Tensor-likes" if a.ndim else "Scalars"
        wide = np.complex128 if common.kind == "c" else np.float64
        difference = np.abs(a.astype(wide) - e.astype(wide))
        relative = difference / np.abs(e.astype(wide))
        difference, relative = np.where(close, 0, difference), np.where(close, 0, relative)
    exact = rtol == 0 and atol == 0
    if not a.ndim:
        raise _Mismatch(
            f"{what} are not {'equal' if exact else 'close'}!\n\nExpected {e.item()} but got {a.item()}.\n"
            f"Absolute difference: {difference.item()}" + ("" if exact else f" (up to {atol} allowed)") +
            f"\nRelative difference: {relative.item()}" + ("" if exact else f" (up to {rtol} allowed)"), path)
    bad = int(a.size - close.sum())
    at = [tuple(int(i) for i in np.unravel_index(int(np.argmax(v)), v.shape)) for v in (difference, relative)]
    raise _Mismatch(
        f"{what} are not {'equal' if exact else 'close'}!\n\nMismatched elements: {bad} / {a.size} ({bad / a.size:.1%})\n"
        f"Greatest absolute difference: {difference[at[0]]} at index {at[0]}" + ("" if exact else f" (up to {atol} allowed)") +
        f"\nGreatest relative difference: {relative[at[1]]} at index {at[1]}" + ("" if exact else f" (up to {rtol} allowed)"),
        path)


def _numbers(actual, expected, path, options):
    _, rtol, atol, equal_nan, check_dtype, _ = options
    if check_dtype and isinstance(actual, (int, float, complex)) and type(actual) is not type(expected):
        raise _Mismatch(f"The (d)types do not match: {type(actual)} != {type(expected)}.", path)
    kinds = {int: _types.int64, float: _types.float64, complex: _types.complex128}
    rtol, atol = _tolerances([next((d for k, d in kinds.items() if isinstance(v, k)), _types.float64)
                              for v in (actual, expected)], rtol, atol)
    if actual == expected or (equal_nan and actual != actual and expected != expected):
        return
    difference = abs(actual - expected)
    if math.isfinite(difference) and difference <= atol + rtol * abs(expected):
        return
    exact = rtol == 0 and atol == 0
    relative = difference / abs(expected) if expected else math.inf
    raise _Mismatch(
        f"Scalars are not {'equal' if exact else 'close'}!\n\nExpected {expected} but got {actual}.\n"
        f"Absolute difference: {difference}" + ("" if exact else f" (up to {atol} allowed)") +
        f"\nRelative difference: {relative}" + ("" if exact else f" (up to {rtol} allowed)"), path)


def assert_allclose(actual, expected, rtol=None, atol=None, equal_nan=True, msg=""):
    """`assert_close` that does not mind dtypes."""
    actual, expected = (v if isinstance(v, Tensor) else T.as_tensor(v) for v in (actual, expected))
    assert_close(actual, expected, rtol=rtol, atol=atol, equal_nan=equal_nan, check_dtype=False, msg=msg or None)


def make_tensor(*shape, dtype, device="cpu", low=None, high=None, requires_grad=False, noncontiguous=False,
                exclude_zero=False, memory_format=None):
    """A tensor of random elements of [low, high)."""
    if noncontiguous or exclude_zero or memory_format is not None:
        raise NotImplementedError("make_tensor(): noncontiguous, exclude_zero, memory_format")
    _types.check_device(device)
    shape = T._sizes(shape)
    if dtype is _types.bool:
        t = T.randint(0, 2, tuple(shape), dtype=dtype)
    elif dtype.is_floating_point:
        low, high = -9.0 if low is None else low, 9.0 if high is None else high
        t = T.empty(*shape, dtype=dtype).uniform_(low, high)
    elif dtype.is_complex:
        raise NotImplementedError("make_tensor(): complex dtypes")
    else:
        low, high = (0 if not dtype.is_signed else -9) if low is None else low, 10 if high is None else high
        t = T.randint(int(low), int(high), tuple(shape), dtype=dtype)
    return t.requires_grad_(requires_grad) if requires_grad else t
