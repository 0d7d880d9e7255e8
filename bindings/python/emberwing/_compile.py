"""`torch.compile`: there is no compiler, so a model or function runs as it is and gives the same results."""
import functools

_MODES = ("default", "reduce-overhead", "max-autotune", "max-autotune-no-cudagraphs", "lite")
_BACKENDS = ("inductor", "eager", "aot_eager", "cudagraphs", "aot_eager_decomp_partition", "openxla", "onnxrt", "tvm")


def compile(model=None, *, fullgraph=False, dynamic=None, backend=None, mode=None, options=None, name=None, disable=False,
            recompile_limit=None, isolate_recompiles=False, dynamic_shapes=None):
    """Runs `model` (a function or module) as it is: every op calls a compiled kernel already, and none are fused.

    A module comes back wrapped as PyTorch wraps it, with its keys under `_orig_mod.`; a function comes back itself.
    """
    backend = "inductor" if backend is None else backend
    if mode is not None and options is not None:
        raise RuntimeError("Either mode or options can be specified, but both can't be specified at the same time.")
    if mode is not None and mode not in _MODES:
        raise RuntimeError(f"Unrecognized mode={mode}, should be one of: {', '.join(_MODES)}")
    if not isinstance(backend, str):
        raise NotImplementedError("compile: backend: a callable would be given a graph, and none is captured")
    if backend not in _BACKENDS:
        raise RuntimeError(f"Invalid backend: {backend!r}, see `torch._dynamo.list_backends()` for available backends.")
    if model is None:
        return functools.partial(compile, fullgraph=fullgraph, dynamic=dynamic, backend=backend, mode=mode, options=options,
                                 name=name, disable=disable, recompile_limit=recompile_limit,
                                 isolate_recompiles=isolate_recompiles, dynamic_shapes=dynamic_shapes)
    from .nn import Module
    if isinstance(model, Module) and not disable:
        from ._dynamo.eval_frame import OptimizedModule
        return OptimizedModule(model)
    if not callable(model):
        raise AssertionError(f"A callable function is expected, but {type(model)} is provided.")
    return model
