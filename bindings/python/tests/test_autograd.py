"""Gradients: the programs of cases_autograd.py give PyTorch's results; long graphs, anomaly mode and stale values."""
import warnings

import pytest

import cases_autograd
import emberwing as torch
import golden

GOLDEN = golden.load()["results"]
NAMES = [n for n in cases_autograd.CASES if not n.startswith("training") and n != "layers"]


@pytest.mark.parametrize("name", NAMES)
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases_autograd.CASES[name](torch)), GOLDEN[name])


def test_chain_of_100000_operations():
    x = torch.ones(2, requires_grad=True)
    y = x
    for _ in range(100_000):
        y = y + 1
    y.sum().backward()
    assert x.grad.tolist() == [1, 1]


def test_anomaly_mode_names_the_forward_call():
    x = torch.tensor([-1.0], requires_grad=True)
    with torch.autograd.detect_anomaly():
        y = x.sqrt()  # the marked line
        with pytest.raises(RuntimeError, match="SqrtBackward0") as error:
            y.backward()
    assert "the marked line" in str(error.value) and "functions.py" not in str(error.value)


def test_exceptions_of_hooks_and_functions_come_through():
    class Mine(Exception):
        pass

    def fail(gradient):
        raise Mine("from the hook")
    x = torch.ones(1, requires_grad=True)
    y = x * 2
    y.register_hook(fail)
    with pytest.raises(Mine, match="from the hook"):
        y.backward()

    class Failing(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        def backward(ctx, g):
            raise Mine("from backward")
    with pytest.raises(Mine, match="from backward"):
        Failing.apply(x).backward()


def test_gradcheck_finds_a_wrong_gradient():
    class Wrong(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        def backward(ctx, g):
            return g * 3
    x = torch.ones(2, dtype=torch.float64, requires_grad=True)
    with pytest.raises(torch.autograd.gradcheck.__globals__["GradcheckError"], match="Jacobian mismatch"):
        torch.autograd.gradcheck(Wrong.apply, (x,))
    assert not torch.autograd.gradcheck(Wrong.apply, (x,), raise_exception=False)


def test_dirty_inputs_must_be_returned():
    class Lost(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.mark_dirty(x)
            return x.add_(1) * 1

        @staticmethod
        def backward(ctx, g):
            return g
    with pytest.raises(RuntimeError, match="must all be outputs"):
        Lost.apply(torch.ones(1, requires_grad=True) * 1)
