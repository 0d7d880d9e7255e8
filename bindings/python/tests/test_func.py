"""Function transforms, the graph as an object, hooks on saved tensors, checkpoints: PyTorch's results and checks of its own."""
import gc
import warnings

import numpy as np
import pytest

import cases_func
import emberwing as torch
import golden
from emberwing._base import I64, quick_fn

GOLDEN = golden.load("func.json")
live_tensors = quick_fn("ew_live_tensors", I64)


@pytest.mark.parametrize("name", cases_func.CASES)
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases_func.CASES[name](torch)), GOLDEN["results"][name])


@pytest.mark.parametrize("name", cases_func.ERRORS)
def test_errors_like_pytorch(name):
    call, phrase = cases_func.ERRORS[name]
    with pytest.raises(Exception) as error:
        call(torch)
    assert type(error.value).__name__ == GOLDEN["errors"][name][0] and phrase in str(error.value)


@pytest.mark.parametrize("name", cases_func.CASES)
def test_nothing_is_left(name):
    cases_func.CASES[name](torch)
    gc.collect()
    before = live_tensors()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cases_func.CASES[name](torch)
    gc.collect()
    assert live_tensors() == before


def test_jacobians_agree_with_finite_differences():
    def f(x):
        return torch.stack([x.sin().prod(), (x ** 2).cumsum(0).exp().sum(), torch.tanh(x[0] * x[2])])
    x = torch.tensor([0.3, -0.7, 1.1], dtype=torch.float64)
    step = 1e-6
    numeric = np.zeros((3, 3))
    for i in range(3):
        e = torch.zeros(3, dtype=torch.float64)
        e[i] = step
        numeric[:, i] = ((f(x + e) - f(x - e)) / (2 * step)).numpy()
    for jacobian in (torch.func.jacrev(f)(x), torch.func.jacfwd(f)(x), torch.autograd.functional.jacobian(f, x)):
        np.testing.assert_allclose(jacobian.numpy(), numeric, rtol=1e-7, atol=1e-8)


def test_a_checkpoint_keeps_no_intermediate_values():
    def run(x):
        for _ in range(20):
            x = x.sin() * 1.01
        return x
    x = torch.ones(8, requires_grad=True)
    start = live_tensors()
    plain = run(x)
    kept = live_tensors() - start
    y = torch.utils.checkpoint.checkpoint(run, x, use_reentrant=False)
    assert kept >= 20 and live_tensors() - start - kept < 10
    g, = torch.autograd.grad(y.sum(), x)
    h, = torch.autograd.grad(plain.sum(), x)
    assert torch.equal(g, h)


def test_exceptions_of_saved_tensor_hooks_come_through():
    class Mine(Exception):
        pass

    def fail(value):
        raise Mine("from the hook")
    x = torch.ones(2, requires_grad=True)
    with pytest.raises(Mine), torch.autograd.graph.saved_tensors_hooks(fail, lambda t: t):
        x ** 2
    with torch.autograd.graph.saved_tensors_hooks(lambda t: t, fail):
        y = x ** 2
    with pytest.raises(Mine):
        y.sum().backward()
    with pytest.raises(KeyError), torch.autograd.graph.saved_tensors_hooks(fail, lambda t: t):
        x ** 2
        raise KeyError("another")
    (x ** 2).sum().backward()
    assert x.grad.tolist() == [2, 2]


def test_a_removed_hook_is_silent_even_when_its_tensor_is_gone():
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    handle = y.register_hook(lambda g: g * 100)
    z = y.sum()
    del y
    handle.remove()
    z.backward()
    assert x.grad.tolist() == [2, 2]


def test_inference_tensors_are_refused_by_backward():
    x = torch.ones(2, requires_grad=True)
    with torch.inference_mode():
        y = x * 3
    with pytest.raises(RuntimeError, match="Inference tensors cannot be saved for backward"):
        (x * y).sum().backward()


def test_what_is_not_there_says_so():
    with pytest.raises(NotImplementedError, match="functionalize"):
        torch.func.functionalize(lambda x: x)
    with pytest.raises(NotImplementedError, match="debug"):
        torch.utils.checkpoint.checkpoint(torch.sin, torch.ones(1), use_reentrant=False, debug=True)
    with pytest.raises(NotImplementedError, match="pin_memory"):
        torch.autograd.graph.save_on_cpu(pin_memory=True)


def test_trees():
    from collections import OrderedDict, namedtuple
    from emberwing.utils import _pytree
    Pair = namedtuple("Pair", "a b")
    tree = {"x": [1, (2, None)], "y": Pair(3, OrderedDict(k=4))}
    leaves, spec = _pytree.tree_flatten(tree)
    assert leaves == [1, 2, None, 3, 4] and _pytree.tree_unflatten(leaves, spec) == tree
    assert _pytree.tree_map(lambda a, b: (a, b), [1, [2]], [3, [4]]) == [(1, 3), [(2, 4)]]
    with pytest.raises(ValueError):
        _pytree.tree_unflatten([1], spec)
    with pytest.raises(ValueError):
        _pytree.tree_map(max, [1, [2]], [1, 2])
