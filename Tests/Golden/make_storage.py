"""Writes storage.json from PyTorch: python Tests/Golden/make_storage.py"""
import json
import os
import sys
import warnings

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_storage  # noqa: E402
from golden import encode  # noqa: E402

warnings.simplefilter("ignore")
results = {name: encode(program(torch)) for name, program in cases_storage.CASES.items()}
errors = {}
for name, call in cases_storage.ERRORS.items():
    try:
        call(torch)
    except Exception as error:
        errors[name] = [type(error).__name__, str(error)]
    else:
        raise AssertionError(f"{name}: PyTorch accepts it")
with open(os.path.join(HERE, "storage.json"), "w") as f:
    json.dump({"torch": torch.__version__, "results": results, "errors": errors}, f, separators=(",", ":"))
    f.write("\n")
