"""Training that goes on from checkpoints of PyTorch's, of ours, and of ours that PyTorch took further."""
import json
import os
import subprocess
import sys

import cases_roundtrip as cases
import pytest

import emberwing as torch

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "Tests", "Golden")
FOLDER = os.path.join(GOLDEN, "roundtrip")
names = pytest.mark.parametrize("name", cases.NAMES)


def near(losses):
    return pytest.approx(losses, rel=0, abs=1e-4)


def from_pytorch(name):
    return os.path.join(FOLDER, f"{name}.pt")


def golden(name):
    with open(os.path.join(FOLDER, "losses.json")) as file:
        return json.load(file)["losses"][name]


@names
def test_goes_on_from_pytorch(name, tmp_path):
    """From PyTorch's file, and then from the file we write on the way."""
    second, third = golden(name)
    parts, step = cases.read(torch, name, from_pytorch(name))
    assert step == cases.PHASE and max(abs(a - b) for a, b in zip(second, third)) > 0.01
    assert cases.train(torch, name, parts, step) == near(second)
    path = tmp_path / "ours.pt"
    cases.write(torch, parts, step + cases.PHASE, path)
    again, step = cases.read(torch, name, path)
    losses = cases.train(torch, name, again, step)
    assert losses == near(third)
    assert losses == pytest.approx(cases.train(torch, name, parts, step), rel=0, abs=1e-6)


@names
@pytest.mark.parametrize("part", ["optimizer", "scheduler"])
def test_states_matter(name, part):
    """Without the state of the optimizer or of the scheduler the losses are others: the comparison can fail."""
    parts, step = cases.read(torch, name, from_pytorch(name))
    model, optimizer, scheduler = cases.build(torch, name)
    model.load_state_dict(parts[0].state_dict())
    if part == "scheduler":
        optimizer.load_state_dict({**optimizer.state_dict(), "state": parts[1].state_dict()["state"]})
    losses = cases.train(torch, name, (model, optimizer, scheduler), step)
    assert max(abs(a - b) for a, b in zip(losses, golden(name)[0])) > 1e-3


@names
def test_writes_what_pytorch_writes(name, tmp_path):
    """Our checkpoint has the keys, kinds, dtypes and shapes of PyTorch's, before and after a load."""
    expected = torch.load(from_pytorch(name))
    fresh = cases.build(torch, name)
    cases.train(torch, name, fresh, 0)
    loaded, step = cases.read(torch, name, from_pytorch(name))
    for parts in fresh, loaded:
        cases.write(torch, parts, step, tmp_path / "ours.pt")
        assert cases.outline(torch.load(tmp_path / "ours.pt")) == cases.outline(expected)


def test_goes_on_in_pytorch_and_back(tmp_path):
    """Ten steps here, ten in a process with PyTorch, ten here again: as thirty steps here."""
    probe = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)"
    if subprocess.run([sys.executable, "-c", probe]).returncode:
        pytest.skip("PyTorch is not installed")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    trained = {}
    for name in cases.NAMES:
        torch.manual_seed(3)
        trained[name] = cases.build(torch, name)
        cases.train(torch, name, trained[name], 0)
        cases.write(torch, trained[name], cases.PHASE, ours / f"{name}.pt")
    command = [sys.executable, os.path.join(GOLDEN, "make_roundtrip.py"), ours, theirs]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    losses = json.loads(run.stdout)
    for name, parts in trained.items():
        assert losses[name] == near(cases.train(torch, name, parts, cases.PHASE))
        back, step = cases.read(torch, name, theirs / f"{name}.pt")
        assert step == 2 * cases.PHASE
        assert cases.train(torch, name, back, step) == near(cases.train(torch, name, parts, step))
