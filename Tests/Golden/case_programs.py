"""What the makers of golden files of `bindings/python/tests/cases_*.py` share."""
import importlib
import json
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))


def write(name, torch):
    """Runs the programs of cases_<name>.py with PyTorch and writes <name>.json: their results, and for wrong calls the class
    and message of the exception."""
    from golden import encode

    cases = importlib.import_module(f"cases_{name}")
    warnings.simplefilter("ignore")
    results = {case: encode(program(torch)) for case, program in cases.CASES.items()}
    errors = {}
    for case, (call, phrase) in cases.ERRORS.items():
        try:
            call(torch)
        except Exception as error:
            assert phrase in str(error), f"{case}: {error}"
            errors[case] = [type(error).__name__, str(error)[:200]]
        else:
            raise AssertionError(f"{case}: PyTorch accepts it")
    with open(os.path.join(HERE, f"{name}.json"), "w") as f:
        json.dump({"torch": torch.__version__, "results": results, "errors": errors}, f, separators=(",", ":"),
                  ensure_ascii=False)
        f.write("\n")
