"""Mixed precision: PyTorch's results, and that an inactive autocast costs nothing and stays within its thread."""
import threading
import warnings

import pytest

import cases_amp
import emberwing as torch
import golden
from emberwing._generated import functions as F

GOLDEN = golden.load("amp.json")


@pytest.mark.parametrize("name", cases_amp.CASES)
def test_like_pytorch(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        golden.same(golden.encode(cases_amp.CASES[name](torch)), GOLDEN["results"][name])


@pytest.mark.parametrize("name", cases_amp.ERRORS)
def test_errors_like_pytorch(name):
    call, phrase = cases_amp.ERRORS[name]
    with pytest.raises(Exception) as error:
        call(torch)
    assert type(error.value).__name__ == GOLDEN["errors"][name][0] and phrase in str(error.value)


def test_nothing_stands_in_between_when_inactive():
    def natives():
        return {n: v for n, v in vars(F).items() if n.startswith("_ew_") and not hasattr(v, "now")}
    with torch.autocast("cpu"):
        torch.ones(2, 2) @ torch.ones(2, 2)
        inside = natives()
    after = natives()
    assert not isinstance(after["_ew_matmul"], type(natives)) and isinstance(inside["_ew_matmul"], type(natives))
    assert not [n for n, v in after.items() if isinstance(v, type(natives))]


def test_a_context_is_the_threads_own():
    a, seen, inside, done = torch.ones(2, 2), [], threading.Event(), threading.Event()

    def other():
        inside.wait(10)
        seen.append((a @ a).dtype)
        with torch.autocast("cpu", dtype=torch.float16):
            seen.append((a @ a).dtype)
        seen.append((a @ a).dtype)
        done.set()
    thread = threading.Thread(target=other)
    thread.start()
    with torch.autocast("cpu"):
        inside.set()
        assert done.wait(10)
        assert (a @ a).dtype is torch.bfloat16
    thread.join()
    assert seen == [torch.float32, torch.float16, torch.float32]


def test_casts_of_weights_are_kept_and_forgotten():
    from emberwing.amp import _ops
    m, x = torch.nn.Linear(2, 2), torch.ones(1, 2)
    with torch.autocast("cpu"):
        m(x)
        assert len(_ops.state.kept) == 2
        first = [kept[1]._handle_ for kept in _ops.state.kept.values()]
        m(x).sum().backward()
        assert first == [kept[1]._handle_ for kept in _ops.state.kept.values()] and m.weight.grad.dtype is torch.float32
        torch.clear_autocast_cache()
        assert not _ops.state.kept
        with torch.no_grad():
            m(x)
        assert not _ops.state.kept
    with torch.autocast("cpu", cache_enabled=False):
        m(x)
        assert not _ops.state.kept
    assert not _ops.state.kept


def test_a_scaler_is_pickled_between_iterations():
    import pickle
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    scaler.scale(torch.ones(1))
    again = pickle.loads(pickle.dumps(scaler))
    assert again.get_scale() == 8.0 and again.scale(torch.ones(1)).item() == 8.0
