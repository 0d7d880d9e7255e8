"""Checkpoints: files of PyTorch's, round trips, what is refused, and writing that survives a kill."""
import argparse
import collections
import io
import os
import pickle
import signal
import subprocess
import sys
import time

import cases_checkpoint as cases
import numpy as np
import pytest

import emberwing as torch
from emberwing import safetensors

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "Tests", "Golden", "checkpoints")
Point = collections.namedtuple("Point", "x y")


def golden(name):
    return os.path.join(FOLDER, name)


def again(value, **options):
    file = io.BytesIO()
    torch.save(value, file, **options)
    file.seek(0)
    return torch.load(file)


def check_sharing(state):
    assert state["w"].data_ptr() == state["t"].data_ptr() == state["columns"].data_ptr() - 4
    state["w"][1, 0] = 50
    assert state["row"][0] == 50 and state["t"][0, 1] == 50
    state["w"][1, 0] = 3


@pytest.mark.parametrize("name", ["tensors", "plain", "more"])
@pytest.mark.parametrize("protocol", [2, 5])
def test_reads_pytorch(name, protocol):
    expected = cases.describe(getattr(cases, name)(torch))
    path = golden(f"{name}-{protocol}.pt")
    with open(path, "rb") as file:
        values = [torch.load(path), torch.load(file), torch.load(path, mmap=True, weights_only=True)]
    for value in values:
        assert cases.describe(value) == expected
        if name == "tensors":
            check_sharing(value["state"])
            assert value["twice"][0] is value["twice"][1]


@pytest.mark.parametrize("protocol", [2, 5])
def test_reads_what_pytorch_wrote_before_1_6(protocol):
    value = torch.load(golden(f"legacy-{protocol}.pt"), map_location="cpu")
    assert cases.describe(value) == cases.describe({"tensors": cases.tensors(torch, False), "plain": cases.plain(torch)})
    check_sharing(value["tensors"]["state"])
    with pytest.raises(RuntimeError, match="mmap can only be used with files saved with"):
        torch.load(golden(f"legacy-{protocol}.pt"), mmap=True)


@pytest.mark.parametrize("options", [{}, {"pickle_protocol": 4}, {"pickle_protocol": 5},
                                     {"_use_new_zipfile_serialization": False}])
def test_round_trip(options):
    is_new = options.get("_use_new_zipfile_serialization", True)
    value = {"t": cases.tensors(torch, is_new), "p": cases.plain(torch), "m": cases.more(torch)}
    back = again(value, **options)
    assert cases.describe(back) == cases.describe(value)
    check_sharing(back["t"]["state"])
    assert back["p"]["shared"][0] is back["p"]["shared"][1]


def test_training_state_of_pytorch_goes_on():
    theirs = torch.load(golden("training.pt"))
    ours = cases.training(torch)
    assert list(theirs["model"]) == list(ours["model"])
    assert theirs["model"]._metadata == ours["model"]._metadata
    for name, t in theirs["model"].items():
        assert (t.dtype, t.shape) == (ours["model"][name].dtype, ours["model"][name].shape), name
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.3)
    model.load_state_dict(theirs["model"])
    optimizer.load_state_dict(theirs["optimizer"])
    assert optimizer.param_groups[0]["lr"] == 0.1
    assert optimizer.state_dict()["state"][0]["step"] == 2
    assert cases.describe(again(theirs)) == cases.describe(theirs)


def test_refuses_what_would_run():
    with pytest.raises(pickle.UnpicklingError, match="Weights only load failed.*GLOBAL eval was not an allowed global by default"):
        torch.load(golden("evil.pt"))
    with pytest.raises(NotImplementedError, match="weights_only=False.*GLOBAL eval"):
        torch.load(golden("evil.pt"), weights_only=False)
    with pytest.raises(pickle.UnpicklingError, match="GLOBAL torch.nn.modules.linear.Linear was not an allowed global"):
        torch.load(golden("module.pt"))
    assert torch.serialization.get_unsafe_globals_in_checkpoint(golden("module.pt")) == ["torch.nn.modules.linear.Linear"]
    assert torch.serialization.get_unsafe_globals_in_checkpoint(golden("tensors-2.pt")) == []
    with pytest.raises(pickle.UnpicklingError, match="posix.system whose module posix is blocked"):
        torch.load(io.BytesIO(_archive(b"\x80\x02cposix\nsystem\nX\x04\x00\x00\x00true\x85R.")))


def _archive(data):
    import zipfile
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/data.pkl", data)
        archive.writestr("a/version", "3\n")
    return file.getvalue()


def test_other_files_are_named():
    with pytest.raises(RuntimeError, match="legacy .tar format"):
        torch.load(golden("tar.pt"))
    with pytest.raises(RuntimeError, match="Cannot use ``weights_only=True`` with TorchScript archives"):
        torch.load(golden("script.pt"))
    with pytest.raises(RuntimeError, match="Invalid magic number; corrupt file"):
        torch.load(io.BytesIO(pickle.dumps([1, 2], 2)))
    with pytest.raises(EOFError, match="Ran out of input"):
        torch.load(io.BytesIO())
    with pytest.raises(FileNotFoundError):
        torch.load("/no/such.pt")
    with pytest.raises(RuntimeError, match="Parent directory /no does not exist"):
        torch.save(1, "/no/such.pt")


def test_checksums(tmp_path):
    assert torch.load(golden("nocrc.pt")).tolist() == [0, 1, 2]
    path = tmp_path / "a.pt"
    torch.save(torch.arange(64), path)
    data = bytearray(path.read_bytes())
    data[data.index(bytes([63, 0, 0, 0, 0, 0, 0, 0]))] = 62
    with pytest.raises(RuntimeError, match="Bad CRC-32"):
        torch.load(io.BytesIO(data))
    with pytest.raises(RuntimeError, match="PytorchStreamReader failed reading zip archive"):
        torch.load(io.BytesIO(data[:-30]))


def test_allowed_classes():
    path = golden("namespace.pt")
    with pytest.raises(pickle.UnpicklingError, match="argparse.Namespace"):
        torch.load(path)
    with torch.serialization.safe_globals([argparse.Namespace]):
        assert torch.serialization.get_safe_globals() == [argparse.Namespace]
        assert torch.load(path) == {"args": argparse.Namespace(lr=0.5, layers=[1, 2])}
    assert torch.serialization.get_safe_globals() == []
    torch.serialization.add_safe_globals([(Point, f"{__name__}.Point")])
    assert again([Point(1, torch.ones(1))])[0].y.tolist() == [1]
    torch.serialization.clear_safe_globals()
    with pytest.raises(pickle.UnpicklingError, match="Point"):
        again(Point(1, 2))


def test_arguments(tmp_path):
    t = torch.arange(3)
    file = io.BytesIO()
    torch.save(t, file)
    for location in ("cpu", torch.device("cpu"), {"cuda:0": "cpu"}, lambda storage, place: storage):
        file.seek(0)
        assert torch.load(file, location).tolist() == [0, 1, 2]
    file.seek(0)
    with pytest.raises(RuntimeError, match="Attempting to deserialize object on a CUDA device"):
        torch.load(file, map_location="cuda")
    with pytest.raises(ValueError, match="f must be a file path in order to use the mmap argument"):
        torch.load(file, mmap=True)
    with pytest.raises(RuntimeError, match="explicit pickle_module"):
        torch.load(file, pickle_module=pickle)
    with pytest.raises(NotImplementedError, match="pickle_protocol=1"):
        torch.save(t, file, pickle_protocol=1)
    with pytest.raises(AttributeError, match="a 'write' attribute"):
        torch.save(t, 3)
    with pytest.raises(RuntimeError, match="view the same data as different types"):
        torch.save([t, t.view(torch.float64)], file)
    path = tmp_path / "m.pt"
    torch.save(t, path)
    mapped = torch.load(path, mmap=True)
    mapped[0] = 9
    assert torch.load(path).tolist() == [0, 1, 2] and mapped.tolist() == [9, 1, 2]


class Broken(io.BytesIO):
    def write(self, data):
        raise KeyError("mine")


def test_errors_of_file_objects_come_through():
    with pytest.raises(KeyError, match="mine"):
        torch.save(torch.ones(2), Broken())


def test_writing_is_whole_or_not_at_all(tmp_path):
    """A process that saves over and over is killed at random moments; the file is always a whole checkpoint."""
    path = tmp_path / "state.pt"
    program = (
        "import sys, emberwing as torch\n"
        "i = 0\n"
        "while True:\n"
        "    torch.save({'i': i, 't': torch.full((200000,), float(i))}, sys.argv[1])\n"
        "    i += 1\n"
        "    print(i, flush=True)\n")
    for n in range(4):
        child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
        assert child.stdout.readline()
        time.sleep(0.01 + 0.013 * n)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        value = torch.load(path)
        assert bool((value["t"] == value["i"]).all())


def test_links_are_followed(tmp_path):
    (tmp_path / "link.pt").symlink_to(tmp_path / "real.pt")
    (tmp_path / "real.pt").write_bytes(b"old")
    torch.save(1, tmp_path / "link.pt")
    assert (tmp_path / "link.pt").is_symlink() and torch.load(tmp_path / "real.pt") == 1
    assert sorted(os.listdir(tmp_path)) == ["link.pt", "real.pt"]
    torch.save(1, "/dev/null")


def test_safetensors(tmp_path):
    with safetensors.safe_open(golden("three.safetensors"), "pt") as file:
        assert file.keys() == ["a", "b", "c"] and file.metadata() == {"made": "by é"}
        assert file.get_tensor("a").tolist() == [[0, 1, 2], [3, 4, 5]]
        assert file.get_slice("a").get_shape() == [2, 3] and file.get_slice("a").get_dtype() == "F32"
        assert file.get_slice("a")[:, 1:].tolist() == [[1, 2], [4, 5]]
        with pytest.raises(KeyError, match="File does not contain tensor z"):
            file.get_tensor("z")
    state = {"w": torch.arange(6.0).reshape(2, 3).t(), "h": torch.ones(2, dtype=torch.bfloat16), "e": torch.zeros(0, 2)}
    path = tmp_path / "s.safetensors"
    safetensors.save_file(state, path, {"k": "v"})
    for back in (safetensors.load_file(path), torch.load(path), safetensors.load(safetensors.save(state))):
        assert {k: (v.dtype, v.tolist()) for k, v in back.items()} == {k: (v.dtype, v.tolist()) for k, v in state.items()}
    with pytest.raises(RuntimeError, match="safetensors"):
        safetensors.load(path.read_bytes()[:-1])
    with pytest.raises(NotImplementedError, match="complex128"):
        safetensors.save({"z": torch.zeros(1, dtype=torch.complex128)})


def test_numpy_reads_saved_arrays(tmp_path):
    a = again({"a": np.arange(4.0)})["a"]
    a[0] = 7
    assert a.flags.writeable and a.tolist() == [7, 1, 2, 3]
    with pytest.raises(NotImplementedError, match="NumPy data of type"):
        torch.save(np.array(["a"]), io.BytesIO())
