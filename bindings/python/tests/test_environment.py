"""Devices that are not there, compilers that run eagerly, profiles, benchmarks, downloads, shared memory."""
import hashlib
import http.server
import json
import os
import pickle
import threading

import pytest

import emberwing as torch
import emberwing.multiprocessing as mp
from emberwing.profiler import ProfilerActivity, profile, record_function, schedule
from emberwing.utils import benchmark


def test_cuda_answers_without_a_device():
    c = torch.cuda
    assert not c.is_available() and not c.is_initialized() and c.device_count() == 0 and not c.is_bf16_supported()
    assert [c.memory_allocated(), c.max_memory_allocated(0), c.memory_reserved(), c.max_memory_reserved()] == [0] * 4
    assert c.memory_stats() == {} and c.get_rng_state_all() == [] and isinstance(c.memory_summary(), str)
    c.empty_cache(), c.manual_seed(1), c.manual_seed_all(1), c.reset_peak_memory_stats(), c.set_device(-1)
    with c.stream(None), c.device(-1), c.device_of(torch.ones(1)):
        pass
    assert not isinstance(torch.ones(1), c.FloatTensor) and issubclass(c.OutOfMemoryError, RuntimeError)
    for call in (c.current_device, c.synchronize, c.current_stream, c.get_device_name, c.mem_get_info, c.get_rng_state, c.init,
                 lambda: c.set_device(0), lambda: c.get_device_properties(0), lambda: c.device(0).__enter__(),
                 lambda: torch.ones(1).cuda(), lambda: torch.ones(1, device="cuda")):
        with pytest.raises(AssertionError, match="Torch not compiled with CUDA enabled"):
            call()
    for cls in (c.Event, c.Stream, torch.Stream, torch.Event):
        with pytest.raises(RuntimeError, match="dummy base class"):
            cls()
    with pytest.raises(TypeError, match="type torch.cuda.FloatTensor not available"):
        c.FloatTensor(2)


def test_other_devices_and_backends():
    assert not torch.mps.is_available() and not torch.xpu.is_available() and not torch.accelerator.is_available()
    assert torch.accelerator.current_accelerator() is None and torch.accelerator.device_count() == 0
    with pytest.raises(RuntimeError, match="Cannot access accelerator device when none is available"):
        torch.accelerator.synchronize()
    b = torch.backends
    assert not (b.mps.is_available() or b.cudnn.is_available() or b.cuda.is_built() or b.mkldnn.is_available())
    with b.cudnn.flags(enabled=False, benchmark=True):
        assert b.cudnn.benchmark and not b.cudnn.enabled
    assert not b.cudnn.benchmark and b.cudnn.enabled and b.cudnn.version() is None
    b.cuda.matmul.allow_tf32 = True
    torch.set_float32_matmul_precision("high")
    assert torch.get_float32_matmul_precision() == "high"
    torch.set_float32_matmul_precision("highest")
    with pytest.warns(UserWarning, match="is not one of"):
        torch.set_float32_matmul_precision("low")
    assert torch.version.cuda is None and torch.version.hip is None
    torch.set_default_device("cpu")
    assert torch.get_default_device().type == "cpu"
    with torch.device("cpu"):
        assert torch.ones(1).device.type == "cpu"


def test_compile_runs_eagerly():
    m = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.Dropout())
    c = torch.compile(m, mode="reduce-overhead", fullgraph=True, dynamic=False)
    x = torch.randn(4, 3)
    assert torch.equal(c.eval()(x), m(x)) and not m.training
    assert list(c.state_dict()) == ["_orig_mod.0.weight", "_orig_mod.0.bias"] and c._orig_mod is m
    c.extra = 3
    assert m.extra == 3 and len(list(c.parameters())) == 2

    @torch.compile(backend="eager")
    def f(x):
        return x + 1
    assert f(torch.ones(1)).item() == 2
    assert not torch.compiler.is_compiling() and torch.compiler.disable(f) is f and torch.compiler.disable()(f) is f
    for options, error in (({"mode": "fast"}, RuntimeError), ({"mode": "default", "options": {}}, RuntimeError),
                           ({"backend": "none"}, RuntimeError), ({"backend": f}, NotImplementedError), ({"x": 1}, TypeError)):
        with pytest.raises(error):
            torch.compile(m, **options)
    m.compile()
    assert m(x).shape == (4, 2)


def test_jit_runs_eagerly(tmp_path):
    jit, m, x = torch.jit, torch.nn.Linear(2, 2), torch.ones(1, 2)
    assert jit.script(m) is m and torch.equal(jit.trace(m, x)(x), m(x)) and not jit.is_scripting() and not jit.is_tracing()

    @jit.script
    def f(x, n: int):
        return x * jit.annotate(int, n)

    @jit.ignore
    def g(x):
        return x
    assert f(x, 2).sum() == 4 and g(x) is x and jit.unused(g) is g and jit.ignore(drop=True)(g) is g
    assert jit.fork(f, x, 3).wait().sum() == 6 and jit.isinstance([1], list) and jit.freeze(m.eval()) is m
    for call in (lambda: jit.save(m, tmp_path / "m.pt"), lambda: jit.load("m.pt")):
        with pytest.raises(NotImplementedError, match="torch.jit.(save|load)"):
            call()
    with pytest.raises(RuntimeError):
        jit.trace(m, torch.ones(1, 3))


def test_profile_counts_ops(tmp_path):
    m, x = torch.nn.Sequential(torch.nn.Linear(8, 8), torch.nn.ReLU()), torch.randn(4, 8)
    with profile(activities=[ProfilerActivity.CPU], record_shapes=True, profile_memory=True, with_stack=True) as p:
        with record_function("forward"), torch.autocast("cpu"):
            m(x)
            (m(x) + x).sum().backward()
    sums = {e.key: e for e in p.key_averages()}
    assert sums["aten::linear"].count == 2 and sums["aten::relu"].count == 2 and sums["aten::backward"].count == 1
    assert sums["forward"].cpu_time_total >= sums["aten::linear"].cpu_time_total > 0
    assert sums["forward"].self_cpu_time_total < sums["forward"].cpu_time_total
    assert "aten::add" in sums and sums["aten::linear"].cpu_memory_usage > 0
    shapes = [e.input_shapes for e in p.key_averages(group_by_input_shape=True) if e.key == "aten::linear"]
    assert shapes == [[[4, 8], [8, 8], [8]]]
    assert any("test_profile_counts_ops" in s for e in p.events() if e.name == "aten::linear" for s in e.stack)
    table = p.key_averages().table(sort_by="cpu_time_total", row_limit=3)
    assert "# of Calls" in table and table.splitlines()[3].split()[0] == "forward"
    p.export_chrome_trace(str(tmp_path / "trace.json"))
    assert any(e["name"] == "aten::relu" for e in json.loads((tmp_path / "trace.json").read_text())["traceEvents"])
    before = len(p.events())
    m(x)
    assert len(p.events()) == before
    with pytest.raises(NotImplementedError, match="with_flops"):
        profile(with_flops=True)


def test_profile_follows_its_schedule():
    ready = []
    with profile(schedule=schedule(skip_first=1, wait=1, warmup=1, active=2, repeat=2),
                 on_trace_ready=lambda p: ready.append((p.step_num, [e.name for e in p.events()]))) as p:
        for _ in range(12):
            torch.exp(torch.ones(1))
            p.step()
    assert [step for step, _ in ready] == [5, 9] and [n.count("aten::exp") for _, n in ready] == [2, 2]
    assert "ProfilerStep#3" in ready[0][1]


def test_benchmark():
    results = [benchmark.Timer("x + x", globals={"x": torch.ones(n)}, label="add", sub_label=str(n), description="here")
               .blocked_autorange(min_run_time=0.01) for n in (1, 100000)]
    assert 0 < results[0].median < results[1].median and results[0].iqr >= 0
    assert "Median" in repr(results[0]) and "100000" in str(benchmark.Compare(results))
    once = benchmark.Timer("y = 1", setup="import math").timeit(100)
    assert once.number_per_run == 100 and len(once.times) == 1
    with pytest.raises(NotImplementedError, match="language"):
        benchmark.Timer(language="c++")


@pytest.fixture
def server(tmp_path):
    folder = tmp_path / "served"
    folder.mkdir()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(folder))

        def log_message(self, *args):
            pass
    running = http.server.HTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()


def test_hub_downloads_and_checks(server, tmp_path, capsys):
    folder, url = server
    torch.save({"w": torch.arange(3.0)}, folder / "w.pth")
    digest = hashlib.sha256((folder / "w.pth").read_bytes()).hexdigest()
    os.rename(folder / "w.pth", folder / f"w-{digest[:8]}.pth")
    state = torch.hub.load_state_dict_from_url(f"{url}w-{digest[:8]}.pth", str(tmp_path / "kept"), check_hash=True)
    assert state["w"].tolist() == [0, 1, 2] and "100%" in capsys.readouterr().err
    os.remove(folder / f"w-{digest[:8]}.pth")
    again = torch.utils.model_zoo.load_url(f"{url}w-{digest[:8]}.pth", model_dir=str(tmp_path / "kept"), progress=False)
    assert again["w"].tolist() == [0, 1, 2]
    (folder / "x-00000000.pth").write_bytes(b"x")
    with pytest.raises(RuntimeError, match="invalid hash value"):
        torch.hub.load_state_dict_from_url(url + "x-00000000.pth", str(tmp_path / "kept"), progress=False, check_hash=True)
    assert os.listdir(tmp_path / "kept") == [f"w-{digest[:8]}.pth"]
    (tmp_path / "hubconf.py").write_text("def model(n):\n    return n + 1\n")
    assert torch.hub.load(str(tmp_path), "model", 2, source="local") == 3
    with pytest.raises(NotImplementedError, match="github"):
        torch.hub.load("owner/repo", "model")


def _fail(rank, where):
    if rank == where:
        raise ValueError(f"rank {rank} fails")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_share_tensors(method):
    t = torch.nn.Parameter(torch.arange(6.0).reshape(2, 3)).share_memory_()
    assert t.is_shared() and t.is_leaf and t.requires_grad and not torch.ones(1).is_shared()
    context = mp.get_context(method)
    queue, done = context.Queue(), context.Event()
    process = context.Process(target=_send, args=(t.data[:, 1:], queue, done))
    process.start()
    sent = queue.get(timeout=60)
    assert t.detach()[:, 1:].tolist() == [[2, 4], [8, 10]] and sent.tolist() == [[2, 4], [8, 10]]
    sent.add_(1)
    done.set()
    process.join(60)
    assert t.detach()[0].tolist() == [0, 3, 5]
    with pytest.raises(RuntimeError, match="non-leaf tensor which requires_grad"):
        mp.reductions.reduce_tensor(t * 2)
    assert pickle.loads(pickle.dumps(t)).tolist() == t.tolist()


def _send(t, queue, done):
    t.mul_(2)
    queue.put(t)
    done.wait(60)


def test_spawn_reports_what_failed():
    with pytest.raises(mp.ProcessRaisedException, match="rank 1 fails"):
        mp.spawn(_fail, args=(1,), nprocs=2)
    assert mp.start_processes(_fail, args=(9,), nprocs=2, start_method="fork") is None


def test_overrides():
    from emberwing import overrides

    class Like:
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            return func.__name__, types, args

    @overrides.wrap_torch_function(lambda x: (x,))
    def f(x):
        return "plain"
    like = Like()
    assert f(torch.ones(1)) == "plain" and f(like) == ("f", (Like,), (like,))
    assert overrides.is_tensor_like(like) and overrides.is_tensor_like(torch.ones(1)) and not overrides.is_tensor_like(3)


def test_environment_report():
    text = torch.utils.collect_env.get_pretty_env_info()
    assert "Emberwing version: 0.1.0" in text and "numpy" in text


def test_import_takes_only_what_it_needs():
    import subprocess
    import sys
    code = ("import emberwing, sys; print(sorted(n for n in sys.modules if n.startswith('emberwing.') and n.split('.')[1] in "
            "('amp', 'cuda', 'cpu', 'backends', 'jit', 'compiler', 'hub', 'profiler', 'multiprocessing', '_dropin', 'nn')))")
    root = os.path.dirname(os.path.dirname(os.path.abspath(torch.__file__)))
    out = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True)
    assert out.stdout == "[]\n", out.stdout + out.stderr
