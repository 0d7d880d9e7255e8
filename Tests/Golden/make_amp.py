"""Writes amp.json from PyTorch: python Tests/Golden/make_amp.py

Runs the programs of bindings/python/tests/cases_amp.py: their results, and for wrong calls the class and message of the
exception.
"""
import json
import os
import sys
import warnings

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_amp  # noqa: E402
from golden import encode  # noqa: E402

warnings.simplefilter("ignore")
results = {name: encode(program(torch)) for name, program in cases_amp.CASES.items()}
errors = {}
for name, (call, phrase) in cases_amp.ERRORS.items():
    try:
        call(torch)
    except Exception as error:
        assert phrase in str(error), f"{name}: {error}"
        errors[name] = [type(error).__name__, str(error)[:200]]
    else:
        raise AssertionError(f"{name}: PyTorch accepts it")
with open(os.path.join(HERE, "amp.json"), "w") as f:
    json.dump({"torch": torch.__version__, "results": results, "errors": errors}, f, separators=(",", ":"), ensure_ascii=False)
    f.write("\n")
