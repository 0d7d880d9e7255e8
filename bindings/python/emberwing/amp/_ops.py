"""Which ops autocast changes, and how: the lists of PyTorch's CPU backend.

The generated functions find their exports among the globals of their module each time they are called. So the exports are
replaced there while a context is active anywhere, and an inactive autocast costs nothing.
"""
import ctypes
import threading

from .. import _exports, _types
from .._base import PTR, Tensor
from .._generated import functions as F
from .._tensor import _retain

#: Inputs go to the context's dtype.
LOW = """conv1d conv1d_padding conv2d conv2d_padding conv3d conv3d_padding conv_transpose1d conv_transpose2d conv_transpose3d
bmm mm baddbmm addmm addbmm linear matmul linalg_matmul linalg_vecdot prelu scaled_dot_product_attention inner einsum
tensordot_dims linalg_multi_dot chain_matmul lstm_input lstm_data rnn_tanh_input rnn_tanh_data rnn_relu_input
rnn_relu_data""".split()

#: Inputs go to float32.
FULL = """avg_pool3d binary_cross_entropy binary_cross_entropy_with_logits grid_sampler polar prod quantile nanquantile stft
cdist trace view_as_complex cholesky_inverse cholesky_solve inverse lu_solve orgqr ormqr max_pool3d max_pool3d_with_indices
max_unpool adaptive_avg_pool3d adaptive_max_pool3d adaptive_max_pool3d_with_indices fractional_max_pool2d
fractional_max_pool3d mse_loss cosine_embedding_loss cross_entropy nll_loss hinge_embedding_loss poisson_nll_loss
smooth_l1_loss l1_loss huber_loss margin_ranking_loss soft_margin_loss triplet_margin_loss multi_margin_loss ctc_loss kl_div
multilabel_margin_loss fft_fft fft_ifft fft_fft2 fft_ifft2 fft_fftn fft_ifftn fft_rfft fft_irfft fft_rfft2 fft_irfft2
fft_rfftn fft_irfftn fft_hfft fft_ihfft linalg_cholesky linalg_cholesky_ex linalg_cond linalg_cond_p_str linalg_eig
linalg_eigvals linalg_eigh linalg_eigvalsh linalg_householder_product linalg_inv linalg_inv_ex linalg_lstsq
linalg_matrix_rank linalg_matrix_sqrth linalg_qr linalg_solve linalg_solve_ex linalg_svd linalg_svdvals linalg_tensorinv
linalg_tensorsolve geqrf triangular_solve svd""".split()

#: Inputs go to the widest of their dtypes.
WIDEST = "cat stack index_copy".split()

#: Inputs go to the dtype of the first: recurrent layers whose state keeps its dtype.
FIRST = "gru_input gru_data gru_cell lstm_cell rnn_tanh_cell rnn_relu_cell".split()

#: The result goes to the first input's dtype: the norms whose weight may be wider than their input.
LIKE_FIRST = "group_norm instance_norm".split()

_FLOATS = frozenset((_types.float32, _types.bfloat16, _types.float16))
_WIDTH = {_types.float32: 1}


class State(threading.local):
    """What autocast does in this thread."""
    enabled = False
    dtype = _types.bfloat16
    nesting = 0
    keeps = True

    def __init__(self):
        self.others = {}
        self.kept = {}


state = State()


def low(t, dtype):
    """A tensor in the context's dtype. The casts of weights are kept until the outermost context ends."""
    own = t.dtype
    if own is dtype or own not in _FLOATS:
        return t
    here = state.__dict__
    found = here["kept"].get((t._handle_, dtype)) if here["kept"] else None
    if found is not None:
        return found[1]
    made = F.to_dtype(t, dtype)
    if not (own is _types.float32 and state.keeps and t.requires_grad and t.is_leaf):
        return made
    # Without a graph the cast would stop the gradients of a later use. The weight is kept so that its handle stays its own.
    if made.requires_grad:
        here["kept"][t._handle_, dtype] = (_retain(t), made)
    return made


def _read_list(array):
    """The tensors of a list of handles, for looking only: they own no reference."""
    return [Tensor._own(h) for h in ctypes.cast(array, ctypes.POINTER(ctypes.c_void_p))[:len(array)]]


def _converted(args, target):
    """(arguments for the library, what must live until it returns) with every float tensor in the dtype `target` gives."""
    args, lent = list(args), []
    lists = [(i, _read_list(a)) for i, a in enumerate(args) if isinstance(a, ctypes.Array) and a._type_ is Tensor]
    try:
        inputs = [a for a in args if isinstance(a, Tensor) and a._handle_]
        for _, entries in lists:
            inputs += [t for t in entries if t._handle_]
        dtype = target(inputs)
        for i, a in enumerate(args):
            if isinstance(a, Tensor) and a._handle_:
                args[i] = low(a, dtype)
        for i, entries in lists:
            cast = [low(t, dtype) if t._handle_ else t for t in entries]
            lent.append([c for c, t in zip(cast, entries) if c is not t])
            args[i] = (Tensor * len(cast))(*cast)
    finally:
        for _, entries in lists:
            for t in entries:
                t._handle_ = None
    return args, lent


def _widest(inputs):
    return max((t.dtype for t in inputs if t.dtype in _FLOATS), key=lambda d: _WIDTH.get(d, 0), default=_types.float32)


def _to_given(call, given):
    """`call` with its inputs in the dtype that `given()` returns; lists of tensors are looked for where it has pointers."""
    types = getattr(call, "argtypes", None) or ()
    spots = [i for i, kind in enumerate(types) if kind is Tensor]
    if not spots or PTR in types:
        def run(*args):
            if not state.enabled:
                return call(*args)
            args, lent = _converted(args, lambda inputs: given())
            return call(*args)
        return run

    def run(*args):
        if not state.enabled:
            return call(*args)
        dtype, args = given(), list(args)
        for i in spots:
            a = args[i]
            if isinstance(a, Tensor) and a._handle_:
                args[i] = low(a, dtype)
        return call(*args)
    return run


def _to_low(call):
    return _to_given(call, lambda: state.dtype)


def _to_full(call):
    return _to_given(call, lambda: _types.float32)


def _to_widest(call):
    def run(*args):
        if not state.enabled:
            return call(*args)
        args, lent = _converted(args, _widest)
        return call(*args)
    return run


def _to_first(call):
    def run(*args):
        if not state.enabled:
            return call(*args)
        args, lent = _converted(args, lambda inputs: inputs[0].dtype if inputs else state.dtype)
        return call(*args)
    return run


def _like_first(call):
    def run(*args):
        r = call(*args)
        if state.enabled and r._handle_ and r.dtype is not args[0].dtype:
            r = F.to_dtype(r, args[0].dtype)
        return r
    return run


def _pad(call):
    # Only the reflecting and replicating pads are listed, those of three reflected axes not.
    full = _to_full(call)

    def run(*args):
        mode = next((a for a in args if a in (b"reflect", b"replicate")), None)
        return call(*args) if mode is None or (mode == b"reflect" and args[2] == 6) else full(*args)
    return run


_lock = threading.Lock()
#: The exports without and with autocast, by their names among the globals of the generated functions.
_plain, _changed = {}, {}
_threads = 0


def _fill():
    for names, change in ((LOW, _to_low), (FULL, _to_full), (WIDEST, _to_widest), (FIRST, _to_first),
                          (LIKE_FIRST, _like_first), (("pad",), _pad)):
        for name in names:
            export = _exports.base(name)
            _plain["_ew_" + name], _changed["_ew_" + name] = export, change(export)


def refill():
    """Makes the replacements again, on what the profiler has put in or taken away."""
    with _lock:
        if _plain:
            _fill()
            if _threads:
                vars(F).update(_changed)


def switch(enabled):
    """Turns autocast on or off for this thread, and the replaced exports with the first or last thread that uses them."""
    global _threads
    if enabled == state.enabled:
        return
    with _lock:
        if not _plain:
            _fill()
        state.enabled = enabled
        _threads += 1 if enabled else -1
        if enabled and _threads == 1:
            vars(F).update(_changed)
        elif not enabled and not _threads:
            vars(F).update(_plain)
