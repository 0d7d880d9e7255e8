"""Writes distributions.json from PyTorch: python Tests/Golden/make_distributions.py

Runs the programs of bindings/python/tests/cases_distributions.py.
"""
import json
import os
import sys

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_distributions as cases  # noqa: E402
from golden import encode  # noqa: E402


def error(call):
    try:
        call(torch)
    except Exception as e:
        return [type(e).__name__, str(e).replace("torch.distributions.", "")]
    raise AssertionError("PyTorch accepts it")


out = {"version": torch.__version__, "float32": {}, "float64": {}}
for dtype in ("float32", "float64"):
    for name, make in cases.makers(torch, getattr(torch, dtype)).items():
        out[dtype][name] = {k: encode(v) for k, v in cases.describe(torch, make).items()}
out["gradients"] = {n: encode(g) for n, g in cases.gradients(torch, torch.float64).items()}
out["divergences"] = {n: encode(v) for n, v in cases.divergences(torch).items()}
out["transforms"], out["checks"] = encode(cases.transforms(torch)), encode(cases.checks(torch))
out["counts"] = cases.counts(torch)
out["errors"] = {n: error(call) for n, call in cases.ERRORS.items()}
with open(os.path.join(HERE, "distributions.json"), "w") as f:
    json.dump(out, f, separators=(",", ":"))
    f.write("\n")
