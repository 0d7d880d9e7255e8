"""Writes modules.json from PyTorch: python Tests/Golden/make_modules.py

Runs the programs of bindings/python/tests/cases_modules.py: their results, for wrong calls the class and message of the
exception, and the signatures of all modules.
"""
import inspect
import json
import os
import sys
import warnings

import torch
import torch.nn.utils.prune

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_modules  # noqa: E402
from golden import encode  # noqa: E402

warnings.simplefilter("ignore")
results = {name: encode(program(torch)) for name, program in cases_modules.CASES.items()}
errors = {}
for name, call in cases_modules.ERRORS.items():
    try:
        call(torch)
    except Exception as error:
        errors[name] = [type(error).__name__, str(error)]
    else:
        raise AssertionError(f"{name}: PyTorch accepts it")
signatures = {}
for name in sorted(dir(torch.nn)):
    kind = getattr(torch.nn, name)
    if inspect.isclass(kind) and issubclass(kind, torch.nn.Module):
        signatures[name] = [list(inspect.signature(f).parameters) for f in (kind.__init__, kind.forward)]
with open(os.path.join(HERE, "modules.json"), "w") as f:
    json.dump({"torch": torch.__version__, "results": results, "errors": errors, "signatures": signatures}, f,
              separators=(",", ":"), ensure_ascii=False)
    f.write("\n")
