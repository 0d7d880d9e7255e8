"""One native call an optimizer and group: the update of all parameters, in the library.

Gradients are read from the parameters, and parameters without one are left alone. `steps` are float32 scalars and are
counted up there. Lists are `TensorList`s and stay the same objects from step to step until they have to be rebuilt, so
the handles derived from them are kept in `handles`.
"""
from ctypes import POINTER, Structure, c_bool, c_double, c_int64, c_size_t, sizeof

from .._base import I32, NULL, PTR, SIZE, Tensor, check, export


class TensorList(list):
    """A list of tensors (or None) with room for the handles that a native call takes."""

    __slots__ = ("handles",)


def _options(name, doubles, flags, integers=()):
    fields = [("struct_size", c_size_t), *((d, c_double) for d in doubles), *((i, c_int64) for i in integers),
              *((f, c_bool) for f in flags)]
    return type(name, (Structure,), {"_fields_": fields})


_SGD = _options("ew_sgd_options", ("lr", "momentum", "dampening", "weight_decay"), ("nesterov", "maximize"))
_Adam = _options("ew_adam_options", ("lr", "beta1", "beta2", "eps", "weight_decay"),
                 ("amsgrad", "maximize", "decoupled_weight_decay"))
_RMSprop = _options("ew_rmsprop_options", ("lr", "alpha", "eps", "weight_decay", "momentum"), ("centered", "maximize"))
_Adagrad = _options("ew_adagrad_options", ("lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps"),
                    ("maximize",))
_sgd = export("ew_sgd_step", PTR, SIZE, PTR, POINTER(_SGD), restype=I32)
_adam = export("ew_adam_step", PTR, SIZE, PTR, PTR, PTR, PTR, POINTER(_Adam), restype=I32)
_rmsprop = export("ew_rmsprop_step", PTR, SIZE, PTR, PTR, PTR, PTR, POINTER(_RMSprop), restype=I32)
_adagrad = export("ew_adagrad_step", PTR, SIZE, PTR, PTR, POINTER(_Adagrad), restype=I32)


def _handles(tensors):
    """The handles of a list; kept with a TensorList as long as it lives."""
    if tensors is None:
        return None
    try:
        return tensors.handles
    except AttributeError:
        pass
    handles = (Tensor * len(tensors))(*[NULL if t is None else t for t in tensors])
    if isinstance(tensors, TensorList):
        tensors.handles = handles
    return handles


def sgd_step(params, momentum_buffers, lr, momentum, dampening, weight_decay, nesterov, maximize):
    """Stochastic gradient descent; `momentum_buffers` is None without momentum, and new buffers are put into it."""
    options = _SGD(sizeof(_SGD), lr, momentum, dampening, weight_decay, nesterov, maximize)
    if momentum_buffers is None or None not in _identities(momentum_buffers):
        return check(_sgd(_handles(params), len(params), _handles(momentum_buffers), options))
    buffers = (PTR * len(params))(*[None if b is None else b._handle_ for b in momentum_buffers])
    check(_sgd(_handles(params), len(params), buffers, options))
    for i, handle in enumerate(buffers):
        if momentum_buffers[i] is None and handle is not None:
            momentum_buffers[i] = Tensor._own(handle)


def _identities(tensors):
    """The list with tensors replaced by True, so that looking for None does not compare elements."""
    return [None if t is None else True for t in tensors]


def adam_step(params, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, steps, lr, beta1, beta2, eps, weight_decay, amsgrad,
              maximize, decoupled):
    """Adam, or AdamW where `decoupled`; `max_exp_avg_sqs` is None without `amsgrad`."""
    check(_adam(_handles(params), len(params), _handles(exp_avgs), _handles(exp_avg_sqs), _handles(max_exp_avg_sqs),
                _handles(steps), _Adam(sizeof(_Adam), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize, decoupled)))


def rmsprop_step(params, square_avgs, grad_avgs, momentum_buffers, steps, lr, alpha, eps, weight_decay, momentum,
                 maximize):
    """RMSprop; `grad_avgs` is None unless centered, `momentum_buffers` is None without momentum."""
    check(_rmsprop(_handles(params), len(params), _handles(square_avgs), _handles(grad_avgs), _handles(momentum_buffers),
                   _handles(steps), _RMSprop(sizeof(_RMSprop), lr, alpha, eps, weight_decay, momentum,
                                             grad_avgs is not None, maximize)))


def adagrad_step(params, sums, steps, lr, lr_decay, weight_decay, eps, maximize):
    """Adagrad."""
    check(_adagrad(_handles(params), len(params), _handles(sums), _handles(steps),
                   _Adagrad(sizeof(_Adagrad), lr, lr_decay, weight_decay, 0.0, eps, maximize)))


def rule(name, columns, doubles, flags, integers=()):
    """The step of an optimizer: `step(params, lists of states, *values of the options)`."""
    options = _options(f"ew_{name}_options", doubles, flags, integers)
    function = export(f"ew_{name}_step", PTR, SIZE, *[PTR] * columns, POINTER(options), restype=I32)

    def step(params, states, *values):
        check(function(_handles(params), len(params), *map(_handles, states), options(sizeof(options), *values)))

    return step
