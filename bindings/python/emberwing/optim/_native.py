"""One function an optimizer: the update of all parameters of a group.

Gradients are read from the parameters, and parameters without one are left alone. `steps` are float32 scalars and are
counted up here. Lists are `TensorList`s and stay the same objects from step to step until they have to be rebuilt, so
what is derived from them may be kept in `handles`.
"""

import emberwing as ew


class TensorList(list):
    """A list of tensors (or None) with room for what a native call derives from it."""

    __slots__ = ("handles",)


def _gradient(param, maximize):
    grad = param.grad
    if grad is None:
        return None
    return -grad if maximize else grad


def _dense(name, param, maximize, hint=""):
    grad = _gradient(param, maximize)
    if grad is not None and grad.is_sparse:
        raise RuntimeError(f"{name} does not support sparse gradients{hint}")
    return grad


def _real(tensor):
    return ew.view_as_real(tensor) if tensor.is_complex() else tensor


def sgd_step(params, momentum_buffers, lr, momentum, dampening, weight_decay, nesterov, maximize):
    """Stochastic gradient descent; `momentum_buffers` is None without momentum, and new buffers are put into it."""
    with ew.no_grad():
        for i, param in enumerate(params):
            grad = _gradient(param, maximize)
            if grad is None:
                continue
            if weight_decay != 0:
                grad = grad.add(param, alpha=weight_decay)
            if momentum_buffers is not None:
                buffer = momentum_buffers[i]
                if buffer is None:
                    buffer = momentum_buffers[i] = grad.detach().clone()
                else:
                    buffer.mul_(momentum).add_(grad, alpha=1 - dampening)
                grad = grad.add(buffer, alpha=momentum) if nesterov else buffer
            param.add_(grad, alpha=-lr)


def adam_step(params, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, steps, lr, beta1, beta2, eps, weight_decay, amsgrad,
              maximize, decoupled):
    """Adam, or AdamW where `decoupled`; `max_exp_avg_sqs` is None without `amsgrad`."""
    with ew.no_grad():
        for i, param in enumerate(params):
            grad = _dense("Adam", param, maximize, ", please consider SparseAdam instead")
            if grad is None:
                continue
            steps[i] += 1
            step = steps[i].item()
            if weight_decay != 0:
                if decoupled:
                    param.mul_(1 - lr * weight_decay)
                else:
                    grad = grad.add(param, alpha=weight_decay)
            grad, exp_avg, exp_avg_sq, target = _real(grad), _real(exp_avgs[i]), _real(exp_avg_sqs[i]), _real(param)
            exp_avg.lerp_(grad, 1 - beta1)
            exp_avg_sq.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
            second = exp_avg_sq
            if amsgrad:
                second = _real(max_exp_avg_sqs[i])
                ew.maximum(second, exp_avg_sq, out=second)
            denominator = (second.sqrt() / (1 - beta2**step) ** 0.5).add_(eps)
            target.addcdiv_(exp_avg, denominator, value=-(lr / (1 - beta1**step)))


def rmsprop_step(params, square_avgs, grad_avgs, momentum_buffers, steps, lr, alpha, eps, weight_decay, momentum,
                 maximize):
    """RMSprop; `grad_avgs` is None unless centered, `momentum_buffers` is None without momentum."""
    with ew.no_grad():
        for i, param in enumerate(params):
            grad = _dense("RMSprop", param, maximize)
            if grad is None:
                continue
            steps[i] += 1
            if weight_decay != 0:
                grad = grad.add(param, alpha=weight_decay)
            grad, square_avg, target = _real(grad), _real(square_avgs[i]), _real(param)
            square_avg.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
            if grad_avgs is None:
                average = square_avg.sqrt()
            else:
                grad_avg = _real(grad_avgs[i])
                grad_avg.lerp_(grad, 1 - alpha)
                average = square_avg.addcmul(grad_avg, grad_avg, value=-1).sqrt_()
            average.add_(eps)
            if momentum_buffers is None:
                target.addcdiv_(grad, average, value=-lr)
            else:
                buffer = _real(momentum_buffers[i])
                buffer.mul_(momentum).addcdiv_(grad, average)
                target.add_(buffer, alpha=-lr)


def adagrad_step(params, sums, steps, lr, lr_decay, weight_decay, eps, maximize):
    """Adagrad."""
    with ew.no_grad():
        for i, param in enumerate(params):
            grad = _dense("Adagrad", param, maximize)
            if grad is None:
                continue
            steps[i] += 1
            rate = lr / (1 + (steps[i].item() - 1) * lr_decay)
            if weight_decay != 0:
                grad = grad.add(param, alpha=weight_decay)
            grad, total, target = _real(grad), _real(sums[i]), _real(param)
            total.addcmul_(grad, grad, value=1)
            target.addcdiv_(grad, total.sqrt().add_(eps), value=-rate)
