"""Small trainings follow PyTorch's step by step, also when they are saved and loaded half way."""
import io
import warnings

import pytest

import cases_autograd as cases
import emberwing as torch
import golden

GOLDEN = golden.load()["results"]


@pytest.mark.parametrize("name", [n for n in cases.CASES if n.startswith("training") or n == "layers"])
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases.CASES[name](torch)), GOLDEN[name])


@pytest.mark.parametrize("name", cases.OPTIMIZERS)
def test_a_training_goes_on_after_a_file(name):
    def reload(model, optimizer, schedule):
        file = io.BytesIO()
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}, file)
        file.seek(0)
        state = torch.load(file)
        again = cases.network(torch, torch.nn)
        for p in again.parameters():
            torch.nn.init.zeros_(p)
        again.load_state_dict(state["model"])
        new = cases.OPTIMIZERS[name](torch.optim, again.parameters())
        new.load_state_dict(state["optimizer"])
        steps = torch.optim.lr_scheduler.StepLR(new, 5, 0.5)
        steps.load_state_dict(state["schedule"])
        return again, new, steps
    plain, _, _ = cases.train(torch, name)
    resumed, _, _ = cases.train(torch, name, reload=reload)
    assert resumed == plain


def test_state_dict_round_trip():
    a, b = cases.network(torch, torch.nn), cases.network(torch, torch.nn)
    with torch.no_grad():
        a[0].weight.mul_(2)
    assert not torch.equal(a[0].weight, b[0].weight)
    keys = b.load_state_dict(a.state_dict())
    assert not keys.missing_keys and not keys.unexpected_keys and torch.equal(a[0].weight, b[0].weight)
    assert all(v.data_ptr() == p.data_ptr() for v, p in zip(a.state_dict().values(), a.parameters()))
