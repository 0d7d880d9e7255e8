"""Tensors: the programs of cases_tensor.py give PyTorch's results; NumPy, pickling, copies and DLPack share or copy."""
import copy
import gc
import io
import pickle
import warnings

import numpy as np
import pytest

import cases_tensor
import emberwing as torch
import golden

GOLDEN = golden.load()["results"]


@pytest.mark.parametrize("name", cases_tensor.CASES)
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases_tensor.CASES[name](torch)), GOLDEN[name])


def test_numpy_shares_memory_both_ways():
    a = np.arange(6, dtype=np.float32).reshape(2, 3)
    t = torch.from_numpy(a)
    t[0, 0] = 7
    a[1, 1] = 8
    assert a[0, 0] == 7 and t[1, 1].item() == 8
    b = t.t().numpy()
    assert b.shape == (3, 2) and b.strides == (4, 12)
    b[2, 0] = 9
    assert t[0, 2].item() == 9
    del a, t
    gc.collect()
    assert b[2, 0] == 9
    assert np.asarray(torch.ones(2)).dtype == np.float32
    assert (np.add(torch.ones(2).numpy(), 1) == 2).all()
    assert np.asarray(torch.nn.Parameter(torch.ones(2)).detach()).tolist() == [1, 1]
    assert isinstance(np.ones(2) + torch.ones(2), torch.Tensor) and np.mean(torch.ones(2)).item() == 1


@pytest.mark.parametrize("name", ["bool", "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64"])
def test_numpy_dtypes(name):
    a = np.ones((2, 2), dtype=name)
    t = torch.from_numpy(a)
    assert t.dtype is getattr(torch, name) and t.numpy().dtype == a.dtype


def test_numpy_refusals():
    with pytest.raises(ValueError, match="negative"):
        torch.from_numpy(np.arange(4)[::-1])
    with pytest.raises(TypeError, match="can't convert"):
        torch.from_numpy(np.array(["a"]))
    with pytest.raises(TypeError, match="BFloat16"):
        torch.ones(1, dtype=torch.bfloat16).numpy()


def test_dlpack_both_ways_and_lifetime():
    t = torch.arange(6.0).reshape(2, 3)
    a = np.from_dlpack(t)
    a[0, 0] = 5
    assert t[0, 0].item() == 5
    del t
    gc.collect()
    assert a[1, 2] == 5
    source = np.arange(4.0)
    u = torch.from_dlpack(source)
    u[1] = 9
    assert source[1] == 9
    del source
    gc.collect()
    assert u.tolist() == [0, 9, 2, 3]
    from emberwing.utils import dlpack
    capsule = dlpack.to_dlpack(u)
    v = torch.from_dlpack(capsule)
    with pytest.raises(RuntimeError, match="only once"):
        torch.from_dlpack(capsule)
    v[0] = 3
    assert u[0].item() == 3
    del a, capsule, v
    gc.collect()
    assert not dlpack._exported
    dlpack.to_dlpack(u)
    gc.collect()
    assert not dlpack._exported
    with pytest.raises(BufferError):
        torch.ones(1, requires_grad=True).__dlpack__()


@pytest.mark.parametrize("round_trip", [copy.deepcopy, lambda t: pickle.loads(pickle.dumps(t)), lambda t: saved(t)])
def test_round_trips(round_trip):
    for t in (torch.arange(6).reshape(2, 3), torch.rand(2, 2, requires_grad=True), torch.tensor(True), torch.zeros(0, 3),
              torch.ones(2, dtype=torch.bfloat16), torch.rand(3, 4).t(), torch.nn.Parameter(torch.ones(2))):
        r = round_trip(t)
        assert type(r) is type(t) and r.dtype is t.dtype and r.shape == t.shape and r.requires_grad == t.requires_grad
        assert torch.equal(r.detach(), t.detach())
        if r.numel():
            with torch.no_grad():
                r.zero_()
            assert r.data_ptr() != t.data_ptr()


def saved(t):
    file = io.BytesIO()
    torch.save(t, file)
    file.seek(0)
    return torch.load(file)


def test_deepcopy_keeps_sharing_within_one_copy():
    t = torch.ones(2)
    a, b = copy.deepcopy([t, t])
    assert a is b and a is not t


def test_typed_classes():
    assert isinstance(torch.ones(1), torch.FloatTensor) and not isinstance(torch.ones(1), torch.IntTensor)
    assert torch.DoubleTensor([1]).dtype is torch.float64 and torch.ByteTensor(3).shape == (3,)
    with pytest.raises(TypeError):
        torch.FloatTensor("abc")
    assert torch.ones(1, dtype=torch.int32).new([2, 3]).tolist() == [2, 3]


def test_assert_close():
    torch.testing.assert_close([torch.ones(2), 1.0], [torch.ones(2) + 1e-7, 1.0])
    with pytest.raises(AssertionError, match="Mismatched elements: 1 / 2"):
        torch.testing.assert_close(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 3.0]))
    with pytest.raises(AssertionError, match="'dtype' do not match"):
        torch.testing.assert_close(torch.ones(1), torch.ones(1, dtype=torch.float64))
    with pytest.raises(AssertionError, match=r"for item \[1\]\['a'\]"):
        torch.testing.assert_close([1, {"a": torch.ones(1)}], [1, {"a": torch.zeros(1)}])


def test_memory_formats():
    t = torch.rand(2, 3, 4, 5)
    c = t.to(memory_format=torch.channels_last)
    assert c.stride() == (60, 1, 15, 3) and torch.equal(c, t)
    assert c.is_contiguous(memory_format=torch.channels_last) and not c.is_contiguous()
    with pytest.raises(RuntimeError, match="rank 4"):
        torch.ones(2).contiguous(memory_format=torch.channels_last)
