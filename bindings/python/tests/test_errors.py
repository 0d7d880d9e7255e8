"""Wrong calls raise PyTorch's exceptions, with the heart of its messages, and the process lives on."""
import warnings

import pytest

import cases_autograd
import emberwing as torch
import golden

GOLDEN = golden.load()["errors"]


@pytest.mark.parametrize("name", cases_autograd.ERRORS)
def test_like_pytorch(name):
    call, phrase = cases_autograd.ERRORS[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(Exception) as error:
            call(torch)
    # Of PyTorch's class, or one that is caught as it.
    assert GOLDEN[name][0] in [c.__name__ for c in type(error.value).__mro__], f"{type(error.value).__name__}: {error.value}"
    assert phrase in str(error.value), f"{error.value} instead of {GOLDEN[name][1]}"
    assert (torch.ones(2) + 1).tolist() == [2, 2]


HUGE = (2 ** 40, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 64, -1)


@pytest.mark.parametrize("size", HUGE)
def test_hostile_numbers(size):
    x = torch.arange(6.0).reshape(2, 3)
    for call in (lambda: torch.zeros(size, size), lambda: x.view(size, 2), lambda: x.reshape(size, size), lambda: x.expand(size, 2, 3)
                 .contiguous(), lambda: x[size], lambda: x.narrow(1, size, 2), lambda: x.sum(size), lambda: x.repeat(size, size),
                 lambda: x.as_strided((2, 2), (size, 1)), lambda: x.as_strided((size, 2), (1, 1)), lambda: x.as_strided((2,), (1,), size),
                 lambda: x.roll(size, size), lambda: x.unfold(0, size, 1), lambda: x.unfold(0, 1, size), lambda: x.chunk(size, size),
                 lambda: x.split(size, size), lambda: x.select(0, size), lambda: x.topk(size), lambda: x.transpose(0, size),
                 lambda: torch.arange(0, size, 1e-300), lambda: torch.linspace(0, 1, size), lambda: torch.eye(size, size),
                 lambda: torch.full((size, size), 0), lambda: torch.randperm(size) if not 0 <= size < 2 ** 40 else None,
                 lambda: x.gather(0, torch.tensor([[size]])), lambda: x[torch.tensor([size])], lambda: x.tril(size), lambda: x.diagonal(size),
                 lambda: torch.nn.functional.max_pool2d(x[None], size), lambda: torch.nn.functional.one_hot(torch.tensor([size])),
                 lambda: x.repeat_interleave(size), lambda: torch.tensor([1]) << size, lambda: x.flip(size), lambda: x.unsqueeze(size),
                 lambda: torch.nn.functional.conv2d(x[None, None], x[None, None], padding=size), lambda: x.round(decimals=size),
                 lambda: torch.nn.functional.conv2d(x[None, None], x[None, None], stride=size, dilation=size)):
        try:
            call()
        except (RuntimeError, ValueError, IndexError, TypeError, OverflowError, NotImplementedError, MemoryError):
            pass
    assert (x + 1).sum().item() == 21


WRONG = (None, "text", 1.5, [], {}, object(), (1, "a"), b"bytes", float("nan"), 1j)


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_wrong_types_raise(value):
    x = torch.ones(2, 2)
    for call in (lambda: torch.sin(value), lambda: torch.cat(value), lambda: x.view(value), lambda: x.matmul(value),
                 lambda: torch.nn.functional.linear(x, value), lambda: torch.topk(value, 1), lambda: x.transpose(value, 0),
                 lambda: torch.zeros(2, dtype=value) if value is not None else torch.sin(None), lambda: torch.sort(value)):
        with pytest.raises((TypeError, ValueError, RuntimeError, IndexError, NotImplementedError)):
            call()


def test_no_gpu():
    assert not torch.cuda.is_available()
    with pytest.raises((AssertionError, RuntimeError), match="CUDA"):
        torch.ones(1).cuda()
    with pytest.raises((AssertionError, RuntimeError), match="CUDA"):
        torch.zeros(1, device="cuda")
