"""The life of a worker process."""

import os
import queue
import random
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from typing import Any

import numpy as np

import emberwing as ew
from . import transport
from .fetch import IterableFetcher, MapFetcher

_WATCH_SECONDS = 5.0
_worker_info = None


@dataclass(frozen=True)
class WorkerInfo:
    """What `get_worker_info` tells inside a worker."""

    id: int
    num_workers: int
    seed: int
    dataset: Any
    rng: Any = None
    worker_method: str = "multiprocessing"


def get_worker_info():
    """The id, count, seed and dataset of the present worker, or None in the main process."""
    return _worker_info


@dataclass(frozen=True)
class StreamEnd:
    """A worker's copy of an iterable dataset has no more samples."""

    worker_id: int


@dataclass(frozen=True)
class Resume:
    """Asks a persistent worker to begin anew."""

    number: int


class KeyErrorMessage(str):
    """A message that KeyError shows as it is, line breaks and all."""

    def __repr__(self):
        return str(self)


class ExceptionWrapper:
    """An exception with its traceback as text, to be raised again in another process."""

    def __init__(self, exc_info=None, where="in background"):
        kind, value, trace = sys.exc_info() if exc_info is None else exc_info
        self.exc_type = kind
        self.exc_msg = "".join(traceback.format_exception(kind, value, trace))
        self.where = where

    def reraise(self):
        """Raises the exception, with the other process's traceback in its message."""
        message = f"Caught {self.exc_type.__name__} {self.where}.\nOriginal {self.exc_msg}"
        if self.exc_type is KeyError:
            message = KeyErrorMessage(message)
        elif getattr(self.exc_type, "message", None):
            raise self.exc_type(message=message)
        try:
            exception = self.exc_type(message)
        except Exception:
            # An exception class of the user's may want other arguments.
            raise RuntimeError(message) from None
        raise exception


def make_fetcher(iterable, dataset, auto_collation, collate_fn, drop_last):
    """The fetcher of a dataset's kind."""
    kind = IterableFetcher if iterable else MapFetcher
    return kind(dataset, auto_collation, collate_fn, drop_last)


def _packed(number, data, where):
    """A result ready to be sent, or the reason why it cannot be."""
    try:
        return transport.pack((number, data))
    except Exception:
        failure = ExceptionWrapper(where=where)
        if isinstance(data, ExceptionWrapper):
            # The class of the exception cannot travel; its text can.
            failure.exc_type, failure.exc_msg = RuntimeError, data.exc_msg
        return transport.pack((number, failure))


def _feed(sock, results):
    """Sends results from a thread of its own, so that the next batch is made meanwhile."""
    while (packed := results.get()) is not None:
        try:
            transport.send(sock, packed)
        except (transport.Closed, OSError):
            os._exit(0)


def _seed(base_seed, worker_id):
    seed = base_seed + worker_id
    random.seed(seed)
    ew.manual_seed(seed)
    words = np.random.SeedSequence([worker_id, base_seed & 0xFFFFFFFF, base_seed >> 32, 0]).generate_state(4)
    np.random.seed(words)
    return seed


def run(settings, worker_id, sock, inherited, parent):
    """Serves a loader: takes numbered indices from the socket and sends batches back."""
    global _worker_info
    # Ctrl-C is the main process's to handle; it ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    where = f"in DataLoader worker process {worker_id}"
    iterable, dataset, auto_collation, collate_fn, drop_last, base_seed, init_fn, num_workers = settings
    results = queue.SimpleQueue()
    feeder = threading.Thread(target=_feed, args=(sock, results), daemon=True)
    feeder.start()
    failure = fetcher = None
    ended = False
    try:
        ew.set_num_threads(1)
        seed = _seed(base_seed, worker_id)
        _worker_info = WorkerInfo(worker_id, num_workers, seed, dataset)
        if init_fn is not None:
            init_fn(worker_id)
        fetcher = make_fetcher(iterable, dataset, auto_collation, collate_fn, drop_last)
    except Exception:
        failure = ExceptionWrapper(where=where)
    while True:
        while not transport.readable([sock], _WATCH_SECONDS):
            if os.getppid() != parent:
                os._exit(0)
        try:
            request = transport.receive(sock)
        except (transport.Closed, OSError):
            break
        if request is None:
            break
        number, index = request
        try:
            if isinstance(index, Resume):
                ended = False
                data = index
                if failure is None:
                    fetcher = make_fetcher(iterable, dataset, auto_collation, collate_fn, drop_last)
            elif failure is not None:
                data, failure = failure, (failure if fetcher is None else None)
            elif ended:
                continue
            else:
                data = fetcher.fetch(index)
        except Exception as error:
            if iterable and isinstance(error, StopIteration):
                data, ended = StreamEnd(worker_id), True
            else:
                data = ExceptionWrapper(where=where)
        results.put(_packed(number, data, where))
    results.put(None)
    feeder.join(timeout=_WATCH_SECONDS)
    sock.close()
