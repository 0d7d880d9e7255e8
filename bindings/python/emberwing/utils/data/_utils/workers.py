"""The main process's side of the workers: starting them, sharing the work out, taking results in order."""

import atexit
import os
import socket
import time
import weakref

from . import transport
from .worker import ExceptionWrapper, Resume, StreamEnd, run

_POLL_SECONDS = 5.0
_live = weakref.WeakSet()


@atexit.register
def _stop_all():
    for pool in list(_live):
        pool.shutdown()


class WorkerPool:
    """The worker processes of one loader."""

    def __init__(self, context, settings, num_workers):
        if context is None:
            import multiprocessing

            context = multiprocessing.get_context("fork" if hasattr(os, "fork") else None)
        self.owner = os.getpid()
        self.sockets, self.processes = [], []
        forks = context.get_start_method() == "fork"
        for worker_id in range(num_workers):
            ours, theirs = socket.socketpair()
            # A forked child has copies of the other workers' sockets, which would keep them open.
            inherited = [ours, *self.sockets] if forks else []
            process = context.Process(target=run, args=(settings, worker_id, theirs, inherited, os.getpid()),
                                      daemon=True)
            process.start()
            theirs.close()
            self.sockets.append(ours)
            self.processes.append(process)
        _live.add(self)

    def send(self, worker, number, index):
        """Gives a worker something to do."""
        try:
            transport.send(self.sockets[worker], transport.pack((number, index)))
        except (transport.Closed, OSError) as error:
            raise self._death([worker]) from error

    def receive(self, workers, timeout):
        """A result of one of the workers, as (worker, number, data)."""
        sockets = {self.sockets[w]: w for w in workers}
        limit = time.monotonic() + timeout if timeout > 0 else None
        while True:
            wait = _POLL_SECONDS if limit is None else min(_POLL_SECONDS, limit - time.monotonic())
            ready = transport.readable(sockets, wait)
            if ready:
                worker = sockets[ready[0]]
                try:
                    number, data = transport.receive(ready[0])
                except transport.Closed as error:
                    raise self._death([worker]) from error
                return worker, number, data
            dead = [w for w in workers if not self.processes[w].is_alive()]
            if dead:
                raise self._death(dead)
            if limit is not None and time.monotonic() >= limit:
                raise RuntimeError(f"DataLoader timed out after {timeout} seconds")

    def _death(self, workers):
        for worker in workers:
            self.processes[worker].join(timeout=1)
        pids = ", ".join(str(self.processes[worker].pid) for worker in workers)
        return RuntimeError(f"DataLoader worker (pid(s) {pids}) exited unexpectedly")

    def stop(self, worker):
        """Tells one worker that no more is to come."""
        try:
            transport.send(self.sockets[worker], transport.pack(None))
        except (transport.Closed, OSError):
            pass

    def shutdown(self):
        """Ends all workers; a forked copy of the pool does nothing."""
        _live.discard(self)
        if self.owner != os.getpid():
            return
        for sock in self.sockets:
            sock.close()
        for process in self.processes:
            process.join(timeout=0.1)
            if process.is_alive():
                process.terminate()
                process.join(timeout=_POLL_SECONDS)
        self.sockets, self.processes = [], []

    def __del__(self):
        try:
            self.shutdown()
        except Exception:
            # At interpreter exit the modules that this needs may be gone.
            pass


class Schedule:
    """One pass over the indices: which worker makes which batch, and what has arrived."""

    def __init__(self, pool, indices, prefetch_factor, persistent, in_order, timeout):
        self.pool = pool
        self.indices = indices
        self.persistent = persistent
        self.in_order = in_order
        self.timeout = timeout
        self.sent = self.next = 0
        # By number: the worker that has the task, and its result once it has arrived.
        self.tasks = {}
        self.results = {}
        self.active = [True] * len(pool.processes)
        self.turn = 0
        for _ in range(prefetch_factor * len(pool.processes)):
            self._give()

    def _give(self):
        try:
            index = next(self.indices)
        except StopIteration:
            return
        for _ in self.active:
            worker = self.turn
            self.turn = (self.turn + 1) % len(self.active)
            if self.active[worker]:
                break
        else:
            return
        self.pool.send(worker, self.sent, index)
        self.tasks[self.sent] = worker
        self.sent += 1

    def _arrived(self, worker, number, data):
        if isinstance(data, Resume) or number not in self.tasks:
            return
        if isinstance(data, StreamEnd):
            self.active[worker] = False
            if not self.persistent:
                self.pool.stop(worker)
            # The worker answers nothing more, so the tasks it still has are void.
            for task in [task for task, owner in self.tasks.items() if owner == worker and task not in self.results]:
                del self.tasks[task]
            self._give()
            return
        self.results[number] = data

    def __next__(self):
        while True:
            if self.in_order:
                while self.next < self.sent and self.next not in self.tasks:
                    self.next += 1
                number = self.next if self.next in self.tasks else None
            else:
                number = next(iter(self.results), next(iter(self.tasks), None))
            if number is None:
                raise StopIteration
            if number in self.results:
                data = self.results.pop(number)
                del self.tasks[number]
                self._give()
                if isinstance(data, ExceptionWrapper):
                    data.reraise()
                return data
            if self.in_order:
                waited = [self.tasks[number]]
            else:
                waited = list({worker for task, worker in self.tasks.items() if task not in self.results})
            self._arrived(*self.pool.receive(waited, self.timeout))
