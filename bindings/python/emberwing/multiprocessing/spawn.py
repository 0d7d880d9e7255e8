"""Several processes that run one function, the failure of any of which reaches the parent."""
import multiprocessing
import multiprocessing.connection
import os
import pickle
import signal
import sys
import tempfile
import time

__all__ = ["ProcessContext", "ProcessException", "ProcessExitedException", "ProcessRaisedException", "spawn", "SpawnContext",
           "start_processes"]


class ProcessException(Exception):
    """A process failed."""
    __slots__ = ["error_index", "error_pid"]

    def __init__(self, msg, error_index, pid):
        super().__init__(msg)
        self.msg, self.error_index, self.pid = msg, error_index, pid

    def __reduce__(self):
        return type(self), (self.msg, self.error_index, self.pid)


class ProcessRaisedException(ProcessException):
    """A process failed by an exception."""


class ProcessExitedException(ProcessException):
    """A process ended by a signal or an exit code."""

    def __init__(self, msg, error_index, error_pid, exit_code, signal_name=None):
        super().__init__(msg, error_index, error_pid)
        self.exit_code, self.signal_name = exit_code, signal_name

    def __reduce__(self):
        return type(self), (self.msg, self.error_index, self.pid, self.exit_code, self.signal_name)


def _wrap(fn, i, args, error_file):
    try:
        fn(i, *args)
    except KeyboardInterrupt:
        pass
    except Exception:
        import traceback
        with open(error_file, "wb") as file:
            pickle.dump(traceback.format_exc(), file)
        sys.exit(1)


class ProcessContext:
    """The processes that `spawn(join=False)` has started."""

    def __init__(self, processes, error_files):
        self.processes, self.error_files = processes, error_files
        self.sentinels = {process.sentinel: i for i, process in enumerate(processes)}

    def pids(self):
        return [int(process.pid) for process in self.processes]

    def join(self, timeout=None, grace_period=None):
        """True when all have ended well; ends the others and raises when one fails."""
        if not self.sentinels:
            return True
        ready = multiprocessing.connection.wait(self.sentinels.keys(), timeout=timeout)
        failed = None
        for sentinel in ready:
            i = self.sentinels.pop(sentinel)
            self.processes[i].join()
            if self.processes[i].exitcode != 0:
                failed = i
                break
        if failed is None:
            return not self.sentinels
        self._end(grace_period)
        self._raise(failed)

    def _end(self, grace_period):
        for process in self.processes:
            if process.is_alive():
                process.terminate()
        until = time.monotonic() + (30 if grace_period is None else grace_period)
        for process in self.processes:
            process.join(max(0, until - time.monotonic()))
            if process.is_alive():
                process.kill()
            process.join()

    def _raise(self, i):
        process = self.processes[i]
        try:
            with open(self.error_files[i], "rb") as file:
                text = pickle.load(file)
        except (OSError, EOFError):
            text = None
        if text:
            raise ProcessRaisedException(f"\n\n-- Process {i} terminated with the following error:\n{text}", i, process.pid)
        code = process.exitcode
        if code < 0:
            try:
                name = signal.Signals(-code).name
            except ValueError:
                name = f"<Unknown signal {-code}>"
            raise ProcessExitedException(f"process {i} terminated with signal {name}", i, process.pid, code, name)
        raise ProcessExitedException(f"process {i} terminated with exit code {code}", i, process.pid, code)


SpawnContext = ProcessContext


def start_processes(fn, args=(), nprocs=1, join=True, daemon=False, start_method="spawn", numa_options=None,
                    duplicate_stdout_filters=None, duplicate_stderr_filters=None):
    """Runs `fn(i, *args)` in `nprocs` processes."""
    if numa_options is not None:
        raise NotImplementedError("start_processes: numa_options: processes are not bound to memory nodes")
    if duplicate_stdout_filters is not None or duplicate_stderr_filters is not None:
        raise NotImplementedError("start_processes: duplicate_stdout_filters and duplicate_stderr_filters")
    context = multiprocessing.get_context(start_method)
    folder = tempfile.TemporaryDirectory(prefix="emberwing-spawn-")
    files = [os.path.join(folder.name, str(i)) for i in range(nprocs)]
    processes = []
    for i in range(nprocs):
        process = context.Process(target=_wrap, args=(fn, i, args, files[i]), daemon=daemon)
        process.start()
        processes.append(process)
    group = ProcessContext(processes, files)
    # The folder goes with the last one who may look into it.
    group._folder = folder
    if not join:
        return group
    while not group.join():
        pass
    return None


def spawn(fn, args=(), nprocs=1, join=True, daemon=False, start_method="spawn"):
    """Runs `fn(i, *args)` in `nprocs` new processes, and waits for them where `join` is true."""
    if start_method != "spawn":
        import warnings
        warnings.warn(f"This method only supports start_method=spawn (got: {start_method}).\nTo use a different start_method use:"
                      "\n\t\t torch.multiprocessing.start_processes(...)", FutureWarning, stacklevel=2)
    return start_processes(fn, args, nprocs, join, daemon, start_method="spawn")
