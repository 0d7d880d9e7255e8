"""Recurrent, attention, lazy and parametrized modules, and what changes modules, against results of PyTorch."""
import copy
import inspect
import pickle
import warnings

import pytest

import cases_modules as cases
import emberwing as torch
import golden

GOLDEN = golden.load("modules.json")
nn = torch.nn


@pytest.mark.parametrize("name", cases.CASES)
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases.CASES[name](torch)), GOLDEN["results"][name])


@pytest.mark.parametrize("name", cases.ERRORS)
def test_errors_like_pytorch(name):
    kind, message = GOLDEN["errors"][name]
    with warnings.catch_warnings(), pytest.raises(Exception) as caught:
        warnings.simplefilter("ignore")
        cases.ERRORS[name](torch)
    assert (type(caught.value).__name__, str(caught.value)) == (kind, message)


# The base class takes any arguments in PyTorch, so its subclasses may name theirs.
@pytest.mark.parametrize("name", [n for n in GOLDEN["signatures"] if n != "RNNBase"])
def test_signatures_like_pytorch(name):
    kind = getattr(nn, name)
    ours = [list(inspect.signature(f).parameters) for f in (kind.__init__, kind.forward)]
    assert ours == GOLDEN["signatures"][name]


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
def test_gradcheck_of_recurrent_layers(kind):
    torch.manual_seed(0)
    module = getattr(nn, kind)(2, 3, bidirectional=True).double()
    x = torch.randn(3, 2, 2, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(lambda x, *_: module(x)[0], (x, *module.parameters()))


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
def test_recurrent_weights_can_be_replaced_copied_and_pickled(kind):
    torch.manual_seed(0)
    module = getattr(nn, kind)(2, 3, num_layers=2)
    x = torch.randn(4, 1, 2)
    before = module(x)[0]
    for other in (copy.deepcopy(module), pickle.loads(pickle.dumps(module))):
        assert torch.equal(other(x)[0], before)
    module.weight_hh_l0 = nn.Parameter(torch.zeros_like(module.weight_hh_l0))
    assert not torch.equal(module(x)[0], before)
    module.double()
    assert module(x.double())[0].dtype == torch.float64


def test_half_precision_recurrence():
    torch.manual_seed(0)
    module, x = nn.LSTM(4, 5), torch.randn(3, 2, 4)
    exact = module(x)[0]
    rough = module.bfloat16()(x.bfloat16())[0]
    assert rough.dtype == torch.bfloat16
    assert (rough.float() - exact).abs().max() < 0.02


def test_dropout_between_layers_only_while_training():
    torch.manual_seed(0)
    module, x = nn.GRU(3, 4, num_layers=2, dropout=0.5), torch.randn(5, 2, 3)
    assert not torch.equal(module(x)[0], module(x)[0])
    module.eval()
    assert torch.equal(module(x)[0], module(x)[0])


def test_lazy_modules_load_and_refuse():
    full, lazy = nn.Linear(3, 2), nn.LazyLinear(2)
    lazy.load_state_dict(full.state_dict())
    x = torch.ones(1, 3)
    assert torch.equal(lazy(x), full(x)) and type(lazy) is nn.Linear
    with pytest.raises(ValueError, match="uninitialized parameter"):
        nn.LazyLinear(3).weight + 1


def test_skip_init_leaves_the_random_stream_alone():
    torch.manual_seed(1)
    expected = torch.rand(2)
    torch.manual_seed(1)
    assert nn.utils.skip_init(nn.Linear, 3, 4).weight.shape == (4, 3)
    assert torch.equal(torch.rand(2), expected)
