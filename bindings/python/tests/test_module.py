"""Modules: registration, state dictionaries, hooks, containers, representation."""

import copy
import pickle
from collections import OrderedDict

import pytest

import emberwing as torch
from emberwing import nn


def small():
    return nn.Sequential(OrderedDict(fc=nn.Linear(3, 2), act=nn.ReLU(), bn=nn.BatchNorm1d(2)))


def test_state_dict_keys_and_metadata():
    state = small().state_dict()
    assert list(state) == ["fc.weight", "fc.bias", "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var",
                           "bn.num_batches_tracked"]
    assert state._metadata["bn"] == {"version": 2}
    assert not state["fc.weight"].requires_grad
    assert small().state_dict(keep_vars=True)["fc.weight"].requires_grad


def test_load_state_dict_errors_have_the_known_text():
    module = nn.Linear(3, 2)
    with pytest.raises(RuntimeError) as caught:
        module.load_state_dict({"weight": torch.zeros(2, 4), "extra": torch.zeros(1)})
    assert str(caught.value) == (
        "Error(s) in loading state_dict for Linear:\n"
        '\tMissing key(s) in state_dict: "bias". \n'
        '\tUnexpected key(s) in state_dict: "extra". \n'
        "\tsize mismatch for weight: copying a param with shape torch.Size([2, 4]) from checkpoint, "
        "the shape in current model is torch.Size([2, 3]).")
    result = module.load_state_dict({"weight": torch.ones(2, 3)}, strict=False)
    assert result.missing_keys == ["bias"] and result.unexpected_keys == []
    assert module.weight.sum().item() == 6.0
    assert repr(module.load_state_dict(module.state_dict())) == "<All keys matched successfully>"


def test_load_with_assign_keeps_requires_grad():
    module = nn.Linear(2, 1, bias=False)
    module.weight.requires_grad_(False)
    module.load_state_dict({"weight": torch.ones(1, 2, dtype=torch.float64)}, assign=True)
    assert module.weight.dtype == torch.float64
    assert isinstance(module.weight, nn.Parameter) and not module.weight.requires_grad


def test_attributes_register_by_type():
    module = nn.Module()
    module.p = nn.Parameter(torch.zeros(2))
    module.b = nn.Buffer(torch.zeros(1), persistent=False)
    module.register_buffer("c", torch.ones(1))
    module.m = nn.Identity()
    assert [n for n, _ in module.named_parameters()] == ["p"]
    assert [n for n, _ in module.named_buffers()] == ["b", "c"]
    assert list(module.state_dict()) == ["p", "c"]
    module.c = torch.zeros(1)
    assert module._buffers["c"].item() == 0
    with pytest.raises(TypeError, match="as parameter 'p'"):
        module.p = torch.zeros(2)
    with pytest.raises(TypeError, match="as child module 'm'"):
        module.m = 3
    with pytest.raises(AttributeError, match="'Module' object has no attribute 'nothing'"):
        module.nothing
    with pytest.raises(KeyError, match="buffer name can.*contain"):
        module.register_buffer("a.b", None)
    with pytest.raises(KeyError, match="already exists"):
        module.register_parameter("m", None)
    del module.p
    assert list(module.parameters()) == []


def test_assignment_before_init_is_refused():
    class Early(nn.Module):
        def __init__(self):
            self.layer = nn.Identity()

    with pytest.raises(AttributeError, match=r"cannot assign module before Module.__init__\(\) call"):
        Early()


def test_shared_parameters_are_given_once():
    module = nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2)])
    module[1].weight = module[0].weight
    assert len(list(module.parameters())) == 3
    assert len(list(module.named_parameters(remove_duplicate=False))) == 4


def test_forward_hooks_run_in_order_and_may_replace():
    seen = []
    module = nn.Identity()
    first = module.register_forward_pre_hook(lambda m, args: (args[0] + 1,))
    module.register_forward_hook(lambda m, args, out: seen.append(("hook", out.item())))
    second = module.register_forward_hook(lambda m, args, out: out * 2, prepend=True)
    assert module(torch.tensor(1.0)).item() == 4.0
    assert seen == [("hook", 4.0)]
    first.remove()
    second.remove()
    assert module(torch.tensor(1.0)).item() == 1.0


def test_always_called_hook_runs_after_an_error():
    class Bad(nn.Module):
        def forward(self, x):
            raise ValueError("bad")

    seen = []
    module = Bad()
    module.register_forward_hook(lambda m, a, o: seen.append(o), always_call=True)
    with pytest.raises(ValueError, match="bad"):
        module(1)
    assert seen == [None]


def test_full_backward_hooks():
    module = nn.Linear(2, 1, bias=False)
    with torch.no_grad():
        module.weight.fill_(3.0)
    seen = {}

    def hook(m, grad_input, grad_output):
        seen["in"], seen["out"] = grad_input[0].tolist(), grad_output[0].tolist()
        return (grad_input[0] * 10,)

    module.register_full_backward_pre_hook(lambda m, grads: (grads[0] * 2,))
    module.register_full_backward_hook(hook)
    x = torch.ones(1, 2, requires_grad=True)
    module(x).sum().backward()
    assert seen == {"in": [[6.0, 6.0]], "out": [[2.0]]}
    assert x.grad.tolist() == [[60.0, 60.0]]
    assert module.weight.grad.tolist() == [[2.0, 2.0]]


def test_full_backward_hook_without_input_gradient():
    module = nn.Linear(2, 1)
    seen = []
    module.register_full_backward_hook(lambda m, gi, go: seen.append(gi))
    module(torch.ones(1, 2)).sum().backward()
    assert seen == [(None,)]


def test_deepcopy_and_pickle():
    module = small()
    module.fc.weight.requires_grad_(False)
    for other in (copy.deepcopy(module), pickle.loads(pickle.dumps(module))):
        assert other.fc.weight is not module.fc.weight
        assert other.fc.weight.tolist() == module.fc.weight.tolist()
        assert isinstance(other.fc.weight, nn.Parameter) and not other.fc.weight.requires_grad
        assert other.fc.bias.requires_grad


def test_train_eval_apply_zero_grad_to():
    module = small()
    assert not any(m.training for m in module.eval().modules())
    names = []
    module.apply(lambda m: names.append(type(m).__name__))
    assert names == ["Linear", "ReLU", "BatchNorm1d", "Sequential"]
    module(torch.ones(2, 3)).sum().backward()
    module.zero_grad()
    assert module.fc.weight.grad is None
    weight = module.fc.weight
    module.double()
    assert module.fc.weight is weight and weight.dtype == torch.float64
    assert module.bn.num_batches_tracked.dtype == torch.int64
    with pytest.raises(TypeError, match="only accepts floating point or complex"):
        module.to(torch.int32)


def test_paths():
    module = nn.Sequential(small(), nn.Identity())
    assert module.get_submodule("0.fc") is module[0].fc
    assert module.get_parameter("0.fc.bias") is module[0].fc.bias
    assert module.get_buffer("0.bn.running_var") is module[0].bn.running_var
    module.set_submodule("0.act", nn.Tanh())
    assert isinstance(module[0].act, nn.Tanh)
    with pytest.raises(AttributeError, match="Sequential has no attribute `x`"):
        module.get_submodule("0.x")


def test_extra_state():
    class Counter(nn.Module):
        def __init__(self):
            super().__init__()
            self.count = 0

        def get_extra_state(self):
            return {"count": self.count}

        def set_extra_state(self, state):
            self.count = state["count"]

    a, b = Counter(), Counter()
    a.count = 5
    assert list(a.state_dict()) == ["_extra_state"]
    b.load_state_dict(a.state_dict())
    assert b.count == 5


def test_representation():
    module = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1, bias=False),
                           nn.ModuleList([nn.ReLU(inplace=True), nn.ReLU(inplace=True), nn.Dropout(0.1)]))
    assert repr(module) == (
        "Sequential(\n"
        "  (0): Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)\n"
        "  (1): ModuleList(\n"
        "    (0-1): 2 x ReLU(inplace=True)\n"
        "    (2): Dropout(p=0.1, inplace=False)\n"
        "  )\n"
        ")")
    assert repr(nn.Parameter(torch.zeros(1))).startswith("Parameter containing:\ntensor([0.], requires_grad=True)")


def test_sequential_operations():
    a, b, c = nn.ReLU(), nn.Tanh(), nn.Sigmoid()
    seq = nn.Sequential(a, b)
    seq.insert(1, c)
    assert list(seq) == [a, c, b]
    assert list(seq[1:]) == [c, b] and isinstance(seq[:1], nn.Sequential)
    del seq[0]
    assert list(seq._modules) == ["0", "1"]
    assert seq.pop(-1) is b and len(seq) == 1
    assert len(seq * 3) == 3 and len(seq + nn.Sequential(a)) == 2
    with pytest.raises(IndexError, match="index 4 is out of range"):
        seq[4]


def test_parameter_containers():
    params = nn.ParameterList([torch.zeros(1), nn.Parameter(torch.ones(2))])
    params.append(torch.ones(3))
    assert [p.numel() for p in params] == [1, 2, 3] and all(isinstance(p, nn.Parameter) for p in params)
    named = nn.ParameterDict({"b": torch.zeros(1), "a": torch.zeros(2)})
    assert list(named) == ["a", "b"]
    assert named.pop("a").numel() == 2 and list(named.state_dict()) == ["b"]
    modules = nn.ModuleDict({"x": nn.ReLU()})
    modules["y"] = nn.Tanh()
    assert list(modules.keys()) == ["x", "y"] and "x" in modules


def test_same_seed_same_weights():
    torch.manual_seed(0)
    weight = nn.Linear(2, 2).weight
    # Printed by PyTorch 2.15.0.
    expected = [[-0.005293981172144413, 0.37932288646698], [-0.5819807648658752, -0.5203874707221985]]
    for row, wanted in zip(weight.tolist(), expected):
        assert row == pytest.approx(wanted, abs=1e-7)


def test_clip_gradients():
    p = nn.Parameter(torch.zeros(2))
    p.grad = torch.tensor([3.0, 4.0])
    assert nn.utils.clip_grad_norm_([p], 1.0).item() == pytest.approx(5.0)
    assert p.grad.tolist() == pytest.approx([0.6, 0.8], abs=1e-5)
    nn.utils.clip_grad_value_(p, 0.7)
    assert p.grad.tolist() == pytest.approx([0.6, 0.7], abs=1e-5)
    vector = nn.utils.parameters_to_vector([p, nn.Parameter(torch.ones(1, 2))])
    assert vector.tolist() == [0.0, 0.0, 1.0, 1.0]


@pytest.mark.parametrize("make, message", [
    (lambda: nn.Conv2d(3, 4, 3, groups=2), "in_channels must be divisible by groups"),
    (lambda: nn.Conv2d(2, 2, 3, stride=2, padding="same"), "not supported for strided convolutions"),
    (lambda: nn.Dropout(1.5), "dropout probability has to be between 0 and 1, but got 1.5"),
    (lambda: nn.GroupNorm(3, 4), r"num_channels \(4\) must be divisible by num_groups \(3\)"),
    (lambda: nn.BatchNorm2d(2)(torch.zeros(2, 2)), r"expected 4D input \(got 2D input\)"),
])
def test_bad_arguments(make, message):
    with pytest.raises(ValueError, match=message):
        make()
