"""Storages, other argument names and torch's own forms of layers give PyTorch's results; files, pickles, memory."""
import copy
import pickle
import warnings

import numpy as np
import pytest

import cases_storage
import emberwing as torch
import golden

GOLDEN = golden.load("storage.json")


@pytest.mark.parametrize("name", cases_storage.CASES)
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases_storage.CASES[name](torch)), GOLDEN["results"][name])


@pytest.mark.parametrize("name", cases_storage.ERRORS)
def test_errors_like_pytorch(name):
    kind, message = GOLDEN["errors"][name]
    with pytest.raises(Exception) as caught, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cases_storage.ERRORS[name](torch)
    assert [type(caught.value).__name__, str(caught.value)] == [kind, message]


def test_files(tmp_path):
    path = tmp_path / "numbers"
    path.write_bytes(np.arange(4, dtype=np.float32).tobytes())
    private = torch.from_file(str(path), size=3)
    private.add_(1)
    assert private.tolist() == [1, 2, 3] and np.fromfile(path, np.float32).tolist() == [0, 1, 2, 3]
    shared = torch.from_file(str(path), shared=True, size=2)
    shared.fill_(7)
    assert np.fromfile(path, np.float32).tolist() == [7, 7, 2, 3]
    s = torch.UntypedStorage.from_file(str(path), False, 4)
    assert s.nbytes() == 4 and s.filename is None and not s.resizable()
    with pytest.raises(RuntimeError, match="size <16> is smaller than the required mapping size <40>"):
        torch.from_file(str(path), size=10)


def test_what_is_not_writable_stays():
    t = torch.frombuffer(b"abcd", dtype=torch.uint8)
    assert t.tolist() == [97, 98, 99, 100]
    with pytest.raises(RuntimeError, match="read-only"):
        t.add_(1)


def test_copies_and_pickles():
    x = torch.arange(3.0)
    u, f = x.untyped_storage(), torch.FloatStorage([1, 2])
    for made in (pickle.loads(pickle.dumps(u)), copy.deepcopy(u), copy.copy(u)):
        assert made.tolist() == u.tolist() and made.data_ptr() != u.data_ptr()
    back = pickle.loads(pickle.dumps(f))
    assert back.tolist() == [1, 2] and back.dtype is torch.float32


def test_memory_that_a_storage_gave_up_is_still_there_to_read():
    x = torch.ones(1000)
    a, s = x.numpy(), x.untyped_storage()
    for n in range(4001, 4100):
        s.resize_(n)
    assert a.sum() == 1000 and x.sum().item() == 1000
    s.resize_(0)
    assert s.nbytes() == 0 and x.sum().item() == 1000
    with pytest.raises(RuntimeError, match="out of bounds for storage of size 0"):
        torch.as_strided(x, (10,), (1,))


def test_compact_products_stay_in_the_dtype_of_the_input():
    x, w = torch.randn(64, 32).half(), torch.randn(50, 32).half()
    t, make = torch.arange(50).repeat(2)[:64], torch.nn.LinearCrossEntropyOptions
    wide = torch.nn.functional.cross_entropy(x.double() @ w.double().t(), t).item()
    off = {}
    for policy in ("accurate", "compact"):
        options = make(acc_policy=policy, acc_dtype=torch.float32)
        each = torch.nn.functional.linear_cross_entropy(x, w, t, options=options, reduction="none")
        assert abs(each.float().mean().item() - wide) < 0.02
        off[policy] = each
    assert not torch.equal(off["accurate"], off["compact"])
