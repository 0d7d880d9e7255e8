"""What the makers of golden files of `bindings/python/tests/cases_*.py` share."""
import importlib
import json
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))


def write(name, torch, **more):
    """Runs the programs of cases_<name>.py with PyTorch and writes <name>.json: their results, for wrong calls the class and
    message of the exception, and what is given beside. A wrong call that comes with a phrase must raise a message with it; its
    message is kept in short."""
    from golden import encode

    cases = importlib.import_module(f"cases_{name}")
    warnings.simplefilter("ignore")
    results = {case: encode(program(torch)) for case, program in cases.CASES.items()}
    errors = {}
    for case, wrong in cases.ERRORS.items():
        call, phrase = (wrong, None) if callable(wrong) else wrong
        try:
            call(torch)
        except Exception as error:
            message = str(error)
            assert phrase is None or phrase in message, f"{case}: {error}"
            errors[case] = [type(error).__name__, message if phrase is None else message[:200]]
        else:
            raise AssertionError(f"{case}: PyTorch accepts it")
    with open(os.path.join(HERE, f"{name}.json"), "w") as f:
        json.dump({"torch": torch.__version__, "results": results, "errors": errors, **more}, f, separators=(",", ":"),
                  ensure_ascii=False)
        f.write("\n")
