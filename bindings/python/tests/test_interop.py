"""Tensors and the rest of Python: NumPy, buffers, DLPack, pandas, SciPy, scikit-learn, PIL, matplotlib, pickles."""
import array
import copy
import math
import multiprocessing
import os
import pickle
import subprocess
import sys
import warnings

import numpy as np
import pytest

import emberwing as torch

X = np.arange(6, dtype=np.float32).reshape(2, 3)


def test_numpy_both_ways_without_copying():
    a = X.copy()
    t = torch.from_numpy(a)
    t[0, 0] = 5
    a[1, 1] = 7
    assert a[0, 0] == 5 and t[1, 1] == 7 and torch.as_tensor(a).data_ptr() == t.data_ptr() == a.ctypes.data
    back = t.t().numpy()
    back[2, 0] = 9
    assert t[0, 2] == 9 and back.ctypes.data == t.data_ptr() and np.asarray(t).ctypes.data == t.data_ptr()
    copied = torch.tensor(a)
    copied[0, 0] = 0
    assert a[0, 0] == 5
    view = np.asarray(torch.arange(3.0))
    assert view.tolist() == [0, 1, 2]
    # The array outlives the tensor that made it, and the other way round.
    kept = torch.from_numpy(np.full(3, 4.0))
    assert kept.sum() == 12


@pytest.mark.parametrize("name", "bool uint8 int8 int16 int32 int64 float16 float32 float64 complex64 complex128 uint16".split())
def test_dtypes_of_numpy(name):
    a = np.array([0, 1, 1], name)
    t = torch.from_numpy(a)
    assert str(t.dtype) == "torch." + name and t.numpy().dtype == a.dtype and (t.numpy() == a).all()


def test_arrays_that_cannot_be_tensors():
    for bad, error in ((X[::-1], ValueError), (np.array(["a"]), TypeError), (np.zeros(2, "i4,i4"), TypeError),
                       (np.array([1, "a"], object), TypeError), (X.astype(">f4"), ValueError), ([1], TypeError)):
        with pytest.raises(error):
            torch.from_numpy(bad)
    fixed = X.copy()
    fixed.flags.writeable = False
    with pytest.warns(UserWarning, match="not writable"):
        torch.from_numpy(fixed)
    with pytest.raises(RuntimeError, match="requires grad"):
        np.asarray(torch.ones(2, requires_grad=True))
    with pytest.raises(TypeError, match="BFloat16"):
        torch.ones(1).bfloat16().numpy()


def test_functions_of_numpy_take_tensors():
    t = torch.from_numpy(X.copy())
    assert isinstance(np.sin(t), torch.Tensor) and np.allclose(np.sin(t), np.sin(X))
    assert (np.concatenate([t, X]) == np.concatenate([X, X])).all() and (np.matmul(X, t.T.numpy()) == X @ X.T).all()
    assert np.linalg.norm(t) == np.linalg.norm(X) and (np.where(t > 2, t, 0) == np.where(X > 2, X, 0)).all()
    assert (np.stack([t, t]) == np.stack([X, X])).all() and (np.clip(t, 1, 2).numpy() == X.clip(1, 2)).all()
    np.testing.assert_allclose(t, X)
    assert (X[t > 2] == X[X > 2]).all() and X[torch.tensor(1), torch.tensor(2)] == 5
    assert (np.array(t, dtype=np.float64) == X).all() and np.array(t).ctypes.data != t.data_ptr()


def test_operators_with_arrays_and_their_scalars():
    t = torch.from_numpy(X.copy())
    for r in (t + X, X + t, t * X, X * t, np.float64(2) * t, t * np.float32(2), np.int64(2) * t):
        assert isinstance(r, torch.Tensor) and r.dtype is torch.float32
    assert (t[np.array([1])] == t[[1]]).all() and (t[X > 2] == t[t > 2]).all() and (t[np.int64(1)] == t[1]).all()
    assert t.reshape(np.int64(3), np.int64(2)).shape == (3, 2) and torch.zeros(tuple(np.array([2, 2]))).shape == (2, 2)
    assert torch.tensor([np.float32(1), np.float64(2)]).dtype is torch.float64
    assert torch.tensor([torch.tensor(1.0), 2]).tolist() == [1, 2]


def test_tensors_where_python_wants_numbers():
    assert [1, 2, 3][torch.tensor(1)] == 2 and list(range(torch.tensor(2))) == [0, 1] and math.sqrt(torch.tensor(4.0)) == 2
    assert f"{torch.tensor(1.5):.2f}" == "1.50" and sum([torch.tensor(1), torch.tensor(2)]).item() == 3
    assert [v.item() for v in sorted([torch.tensor(3), torch.tensor(1)])] == [1, 3]


def test_buffers():
    raw = bytearray(np.arange(4, dtype=np.int32).tobytes())
    t = torch.frombuffer(raw, dtype=torch.int32, offset=4, count=2)
    assert t.tolist() == [1, 2]
    t[0] = 9
    assert np.frombuffer(raw, np.int32)[1] == 9
    numbers = array.array("d", [1, 2])
    torch.frombuffer(numbers, dtype=torch.float64).mul_(2)
    assert numbers.tolist() == [2, 4]
    assert torch.tensor(array.array("i", [1, 2])).tolist() == [1, 2] and torch.tensor(memoryview(b"ab")).tolist() == [97, 98]
    for arguments, error in (({"offset": 16}, ValueError), ({"count": 5}, ValueError), ({"count": 0}, ValueError)):
        with pytest.raises(error):
            torch.frombuffer(raw, dtype=torch.int32, **arguments)
    fixed = torch.frombuffer(b"ab", dtype=torch.uint8)
    assert fixed.tolist() == [97, 98]
    with pytest.raises(RuntimeError):
        fixed.add_(1)
    with pytest.raises(TypeError):
        torch.tensor(b"ab")
    with pytest.raises(TypeError):
        memoryview(t)


def test_dlpack_both_ways():
    a = X.copy()
    t = torch.from_dlpack(a)
    t[0, 0] = 8
    assert a[0, 0] == 8 and t.shape == (2, 3)
    back = np.from_dlpack(t.t())
    assert back.shape == (3, 2) and back.ctypes.data == t.data_ptr()
    capsule = torch.to_dlpack(t)
    assert torch.from_dlpack(capsule).data_ptr() == t.data_ptr()


def test_pil(tmp_path):
    image = pytest.importorskip("PIL.Image")
    picture = image.fromarray(np.arange(24, dtype=np.uint8).reshape(2, 4, 3))
    t = torch.tensor(np.array(picture))
    assert t.shape == (2, 4, 3) and t.dtype is torch.uint8 and t[1, 3, 2] == 23
    assert torch.as_tensor(np.asarray(picture).copy()).permute(2, 0, 1).shape == (3, 2, 4)
    picture.save(tmp_path / "p.png")
    again = image.fromarray(t.numpy())
    assert list(again.tobytes()) == list(image.open(tmp_path / "p.png").tobytes())


def test_matplotlib():
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    from matplotlib import pyplot
    t = torch.from_numpy(X.copy())
    figure, axes = pyplot.subplots()
    line, = axes.plot(t[0], t[1])
    assert line.get_xdata().tolist() == [0, 1, 2]
    axes.imshow(t), axes.scatter(t[0], t[1], c=t[0])
    assert axes.hist(t.ravel())[0].sum() == 6 and len(axes.bar(torch.arange(3), t[0])) == 3
    figure.canvas.draw()
    pyplot.close(figure)


def test_pandas():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"a": [1.0, 2, 3], "b": [4, 5, 6]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert torch.tensor(frame.values).dtype is torch.float64 and torch.as_tensor(frame["b"].values).tolist() == [4, 5, 6]
    assert torch.tensor(frame["b"]).tolist() == [4, 5, 6] and torch.tensor(frame["a"]).sum() == 6
    assert pandas.DataFrame(torch.ones(2, 2)).shape == (2, 2) and pandas.Series(torch.arange(3)).sum() == 3
    with pytest.raises(ValueError, match="could not determine the shape of object type 'DataFrame'"):
        torch.tensor(frame)


def test_scipy():
    pytest.importorskip("scipy")
    import scipy.linalg
    import scipy.sparse
    import scipy.special
    assert (scipy.linalg.inv(torch.eye(2) * 2) == np.eye(2) / 2).all()
    assert torch.tensor(scipy.sparse.eye(2).toarray()).trace() == 2
    assert np.allclose(scipy.special.expit(torch.zeros(2)), 0.5)


def test_scikit_learn_example():
    pytest.importorskip("sklearn")
    root = os.path.dirname(os.path.dirname(os.path.abspath(torch.__file__)))
    result = subprocess.run([sys.executable, os.path.join(root, "examples", "with_scikit_learn.py")], capture_output=True,
                            text=True, env={**os.environ, "PYTHONPATH": root}, timeout=120)
    assert result.returncode == 0 and "accuracy" in result.stdout, result.stdout + result.stderr


def _twice(t):
    return t * 2


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_pickles_through_multiprocessing(method):
    t = torch.nn.Parameter(torch.ones(2))
    with multiprocessing.get_context(method).Pool(1) as pool:
        first, second = pool.map(_twice, [torch.arange(3), torch.ones(0, 2).bfloat16()])
    assert first.tolist() == [0, 2, 4] and second.shape == (0, 2) and second.dtype is torch.bfloat16
    for again in (pickle.loads(pickle.dumps(t)), copy.deepcopy(t)):
        assert type(again) is torch.nn.Parameter and again.requires_grad and again.tolist() == [1, 1]
