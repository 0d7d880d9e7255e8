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
        if x.dtype.itemsize < (16 if x.dtype.is_complex else 8):
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
    """The outputs that derivatives can have, complex ones as pairs of real numbers."""
    from .._generated.functions import view_as_real
    outputs = [o for o in _tuple(func(*inputs)) if isinstance(o, Tensor)]
    return [view_as_real(o) if o.dtype.is_complex else o for o in outputs if o.dtype.is_complex or o.dtype.is_floating_point]


def _real(func, inputs, chosen):
    """The function of real inputs: complex ones are given as pairs of real numbers."""
    complex_ = [i for i in chosen if inputs[i].dtype.is_complex]
    if not complex_:
        return func, inputs
    from .._generated.functions import view_as_complex, view_as_real
    inputs = list(inputs)
    for i in complex_:
        inputs[i] = view_as_real(inputs[i].detach()).clone().requires_grad_(True)

    def run(*values):
        values = list(values)
        for i in complex_:
            values[i] = view_as_complex(values[i])
        return func(*values)
    return run, tuple(inputs)


def _forward(func, inputs, chosen):
    """By input and output: the Jacobian [input elements, output elements] from J v along each unit vector."""
    from ..func import jvp

    def run(*values):
        given = list(inputs)
        for i, v in zip(chosen, values):
            given[i] = v
        return tuple(_outputs(func, given))
    primals = tuple(inputs[i].detach() for i in chosen)
    tables = []
    for k, p in enumerate(primals):
        tangents = [zeros_like(q) for q in primals]
        rows = []
        for index in np.ndindex(*p.shape):
            tangents[k][index] = 1
            rows.append([t.detach().reshape(-1).double().numpy().copy() for t in jvp(run, primals, tuple(tangents))[1]])
            tangents[k][index] = 0
        tables.append([np.array(column) for column in zip(*rows)])
    return tables


def _check_batched(output, inputs, chosen):
    """Gradients for stacked vectors against those for one after the other."""
    vectors = randn_like(output.detach().unsqueeze(0).expand(2, *output.shape).contiguous())
    wanted = [inputs[i] for i in chosen]
    both = _grad([output], wanted, [vectors], retain_graph=True, allow_unused=True, is_grads_batched=True)
    for j in range(2):
        for b, g in zip(both, _grad([output], wanted, [vectors[j]], retain_graph=True, allow_unused=True)):
            if (b is None) != (g is None) or (g is not None and not np.allclose(b[j].detach().numpy(), g.detach().numpy())):
                raise GradcheckError("Batched gradients differ from those computed one at a time")


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
    if masked:
        raise NotImplementedError("gradcheck(): masked=True")
    if not (check_forward_ad or check_backward_ad):
        raise AssertionError("Expected at least one of check_forward_ad or check_backward_ad to be True")
    if check_batched_grad and not check_backward_ad:
        raise AssertionError("Setting check_batched_grad=True requires check_backward_ad to be True")
    if check_batched_forward_grad and not check_forward_ad:
        raise AssertionError("Setting check_batched_forward_grad=True requires check_forward_ad to be True")
    inputs, chosen = _checked(inputs)
    func, inputs = _real(func, inputs, chosen)
    try:
        outputs = _outputs(func, inputs)
        numerical = _numerical(func, inputs, chosen, eps, len(outputs))
        if check_forward_ad:
            # Under vmap a slice is computed as it is here, so this is the batched check too.
            forward = _forward(func, inputs, chosen)
            for k, i in enumerate(chosen):
                for o, a in enumerate(forward[k]):
                    n = numerical[k][o].reshape(a.shape)
                    if not np.allclose(a, n, rtol, atol, equal_nan=True):
                        raise GradcheckError(f"Jacobian computed with forward mode mismatch for output {o} with respect to "
                                             f"input {i},\nnumerical:{n}\nanalytical:{a}\n")
        for o, output in enumerate(outputs if check_backward_ad else ()):
            if not output.requires_grad:
                if any(np.abs(numerical[k][o]).max(initial=0.0) > atol for k in range(len(chosen))):
                    raise GradcheckError("Numerical gradient for function expected to be zero")
                continue
            first = _analytical(output, inputs, chosen)
            again = _analytical(output, inputs, chosen)
            if check_batched_grad:
                _check_batched(output, inputs, chosen)
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
    inputs, chosen = _checked(inputs)
    func, inputs = _real(func, inputs, chosen)
    if grad_outputs is None:
        grad_outputs = [randn_like(o).detach() for o in _outputs(func, inputs)]
        if gen_non_contig_grad_outputs:
            grad_outputs = [g.unsqueeze(-1).expand(*g.shape, 2).contiguous()[..., 0] for g in grad_outputs]
        grad_outputs = [g.requires_grad_(True) for g in grad_outputs]
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
                     nondet_tol=nondet_tol, fast_mode=fast_mode, check_batched_grad=check_batched_grad,
                     check_forward_ad=check_fwd_over_rev, check_backward_ad=check_rev_over_rev, masked=masked)
