"""`python -m emberwing script.py args…` runs a PyTorch program on Emberwing; `--check script.py` says what it would lack."""
import sys

USAGE = """usage: python -m emberwing [--check] script.py [arguments]
       python -m emberwing [--check] -m module [arguments]

Runs a PyTorch program with `torch` and `torchvision` standing for Emberwing.
  --check    run nothing; list the names of torch that the program uses and Emberwing lacks"""


def _explain(kind, error, trace):
    """Python's report of an exception, with PyTorch's name for what could not be imported."""
    import traceback

    from ._dropin import theirs
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] == "emberwing":
        words = str(error).split("'")
        if len(words) > 1 and "cannot import name" in words[0]:
            error = kind(f"Emberwing has no {theirs(error.name)}.{words[1]}", name=error.name, path=error.path)
    # The frames of the runner itself say nothing about the program.
    while trace is not None and trace.tb_frame.f_code.co_filename in (__file__, "<frozen runpy>"):
        trace = trace.tb_next
    traceback.print_exception(kind, error, trace)


def _run(path):
    """Runs a script in a module that stays `__main__` until the process ends, as Python does."""
    import io
    import types
    try:
        with io.open_code(path) as file:
            source = file.read()
    except OSError as error:
        print(f"python -m emberwing: can't open file {path!r}: {error.strerror}", file=sys.stderr)
        sys.exit(2)
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=path, __builtins__=__builtins__, __cached__=None, __spec__=None)
    sys.modules["__main__"] = module
    exec(compile(source, path, "exec"), module.__dict__)


def main(arguments):
    check = arguments[:1] == ["--check"]
    if check:
        arguments = arguments[1:]
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if not arguments or arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0 if arguments else 2
    module = arguments[0] == "-m"
    if module:
        arguments = arguments[1:]
        if not arguments:
            print(USAGE, file=sys.stderr)
            return 2
    elif arguments[0].startswith("-") and arguments[0] != "-":
        print(f"python -m emberwing: unknown option {arguments[0]}\n{USAGE}", file=sys.stderr)
        return 2
    import emberwing
    emberwing.install()
    if check:
        from ._check import report
        return report(arguments[0], module)
    import os
    import runpy
    sys.argv[:] = arguments
    if not getattr(sys.flags, "safe_path", False):
        # The script's folder takes the place that `-m` gave to the working directory.
        sys.path[0] = os.getcwd() if module else os.path.dirname(os.path.realpath(arguments[0]))
    sys.excepthook = _explain
    if module:
        runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
    elif os.path.isdir(arguments[0]):
        runpy.run_path(arguments[0], run_name="__main__")
    else:
        _run(arguments[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
