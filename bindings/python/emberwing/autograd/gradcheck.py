"""Checks gradients against finite differences."""
import numpy as np

from .._base import Tensor
from .._functions import randn_like, zeros_like
from . import grad as _grad

__all__ = ["GradcheckError", "gradcheck", "gradgradcheck"]


class GradcheckError(RuntimeError):
    """A gradient that disagrees with finite differences."""


def _tuple(values):
    return tuple(values) if isinstance(values, (tuple, list)) else (values,)


def _checked(inputs):
    inputs = _tuple(inputs)
    chosen = [i for i, x in enumerate(inputs) if isinstance(x, Tensor) and x.requires_grad]
    if not chosen:
        raise ValueError("gradcheck expects at least one input tensor to require gradient, "
                         "but none of the them have requires_grad=True.")
    for i in chosen:
        x = inputs[i]
        if x.dtype.is_complex:
            raise NotImplementedError("gradcheck(): complex inputs")
        if x.dtype.itemsize < 8:
            import warnings
            warnings.warn(f"Input #{i} requires gradient and is not a double precision floating point or complex. "
                          "This check will likely fail if all the inputs are not of double precision floating point or "
                          "complex. ", stacklevel=3)
        if any(s == 0 and n > 1 for s, n in zip(x.stride(), x.shape)):
            raise RuntimeError("The 0th input has a dimension with stride 0. gradcheck only supports inputs that are "
                               "non-overlapping to be able to compute the numerical gradients correctly. You should call "
                               ".contiguous on the input before passing it to gradcheck.")
    return inputs, chosen


def _outputs(func, inputs):
    return [o for o in _tuple(func(*inputs)) if isinstance(o, Tensor) and o.dtype.is_floating_point]


def _numerical(func, inputs, chosen, eps, count):
    """By input and output: the Jacobian [input elements, output elements] from central differences."""
    tables = []
    for i in chosen:
        data = inputs[i].data
        rows = [[] for _ in range(count)]
        for index in np.ndindex(*inputs[i].shape):
            kept = data[index].item()
            values = []
            for step in (-eps, eps):
                data[index] = kept + step
                values.append([o.detach().clone().reshape(-1).double().numpy() for o in _outputs(func, inputs)])
            data[index] = kept
            for k in range(count):
                rows[k].append((values[1][k] - values[0][k]) / (2 * eps))
        tables.append([np.array(r) for r in rows])
    return tables


def _analytical(output, inputs, chosen):
    """Jacobians [input elements, output elements] of one output, a backward for each of its elements."""
    columns = [[] for _ in chosen]
    seed = zeros_like(output)
    for index in np.ndindex(*output.shape):
        seed[index] = 1
        for k, g in enumerate(_grad([output], [inputs[i] for i in chosen], [seed], retain_graph=True, allow_unused=True)):
            n = inputs[chosen[k]].numel()
            columns[k].append(np.zeros(n) if g is None else g.detach().reshape(-1).double().numpy().copy())
        seed[index] = 0
    return [np.array(c).T if c else np.zeros((inputs[i].numel(), 0)) for c, i in zip(columns, chosen)]


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0,
              check_undefined_grad=True, check_grad_dtypes=False, check_batched_grad=False,
              check_batched_forward_grad=False, check_forward_ad=False, check_backward_ad=True, fast_mode=False,
              masked=None):
    """Whether the gradients of `func` at `inputs` agree with finite differences."""
    for name, value in (("check_batched_grad", check_batched_grad), ("check_forward_ad", check_forward_ad),
                        ("check_batched_forward_grad", check_batched_forward_grad), ("masked", masked)):
        if value:
            raise NotImplementedError(f"gradcheck(): {name}=True")
    inputs, chosen = _checked(inputs)
    try:
        outputs = _outputs(func, inputs)
        numerical = _numerical(func, inputs, chosen, eps, len(outputs))
        for o, output in enumerate(outputs):
            if not output.requires_grad:
                if any(np.abs(numerical[k][o]).max(initial=0.0) > atol for k in range(len(chosen))):
                    raise GradcheckError("Numerical gradient for function expected to be zero")
                continue
            first = _analytical(output, inputs, chosen)
            again = _analytical(output, inputs, chosen)
            for k, i in enumerate(chosen):
                n = numerical[k][o].reshape(first[k].shape)
                if first[k].size and np.abs(first[k] - again[k]).max() > nondet_tol:
                    raise GradcheckError("Backward is not reentrant, i.e., running backward with same input and grad_output "
                                         "multiple times gives different values, although analytical gradient matches "
                                         "numerical gradient.")
                if not np.allclose(first[k], n, rtol, atol, equal_nan=True):
                    raise GradcheckError(f"Jacobian mismatch for output {o} with respect to input {i},\n"
                                         f"numerical:{n}\nanalytical:{first[k]}\n")
    except GradcheckError:
        if raise_exception:
            raise
        return False
    return True


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, gen_non_contig_grad_outputs=False,
                  raise_exception=True, nondet_tol=0.0, check_undefined_grad=True, check_grad_dtypes=False,
                  check_batched_grad=False, check_fwd_over_rev=False, check_rev_over_rev=True, fast_mode=False,
                  masked=False):
    """Whether second derivatives agree with finite differences of the first."""
    if check_fwd_over_rev or check_batched_grad or gen_non_contig_grad_outputs:
        raise NotImplementedError("gradgradcheck(): check_fwd_over_rev, check_batched_grad, gen_non_contig_grad_outputs")
    inputs, chosen = _checked(inputs)
    if grad_outputs is None:
        grad_outputs = [randn_like(o).detach().requires_grad_(True) for o in _outputs(func, inputs)]
    else:
        grad_outputs = list(_tuple(grad_outputs))
    count = len(grad_outputs)

    def first(*arguments):
        given, seeds = arguments[:-count], arguments[-count:]
        pairs = [(o, s) for o, s in zip(_outputs(func, given), seeds) if o.requires_grad]
        grads = _grad([o for o, _ in pairs], [given[i] for i in chosen], [s for _, s in pairs], create_graph=True,
                      allow_unused=True)
        return tuple(g for g in grads if g is not None)
    return gradcheck(first, (*inputs, *grad_outputs), eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception,
                     nondet_tol=nondet_tol, fast_mode=fast_mode)
