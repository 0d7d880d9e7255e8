"""torch.cuda.nvtx where there is no GPU: marks raise, as in PyTorch built without CUDA."""
import contextlib

__all__ = ["range_push", "range_pop", "range_start", "range_end", "mark", "range"]


def _absent():
    raise RuntimeError("NVTX functions not installed. Are you sure you have a CUDA build?")


def range_push(msg):
    _absent()


def range_pop():
    _absent()


def range_start(msg):
    _absent()


def range_end(range_id):
    _absent()


def mark(msg):
    _absent()


@contextlib.contextmanager
def range(msg, *args, **kwargs):
    range_push(msg.format(*args, **kwargs))
    try:
        yield
    finally:
        range_pop()
