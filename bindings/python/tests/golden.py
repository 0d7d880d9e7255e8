"""Results of the case programs as JSON values, and their comparison."""
import json
import math
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "Tests", "Golden")


def encode(value):
    if type(value).__name__ in ("Tensor", "Parameter"):
        t = value.detach()
        name = str(t.dtype).removeprefix("torch.")
        return {"dtype": name, "shape": list(t.shape), "values": encode((t.double() if name == "bfloat16" else t).reshape(-1).tolist())}
    if type(value).__name__ in ("dtype", "device"):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    if isinstance(value, float):
        return float(f"{value:.9g}") if math.isfinite(value) else str(value)
    return value


def same(ours, theirs, path="result"):
    """Raises AssertionError where the two differ, with the place."""
    if isinstance(theirs, dict):
        assert isinstance(ours, dict), f"{path}: {ours} instead of a tensor"
        for key in ("dtype", "shape"):
            assert ours[key] == theirs[key], f"{path}: {key} {ours[key]} instead of {theirs[key]}"
        tolerance = {"float16": 2e-3, "bfloat16": 2e-2, "float32": 2e-5}.get(theirs["dtype"], 1e-7)
        for i, (a, b) in enumerate(zip(ours["values"], theirs["values"])):
            number(a, b, tolerance, f"{path} element {i}")
    elif isinstance(theirs, list):
        assert isinstance(ours, list) and len(ours) == len(theirs), f"{path}: {ours} instead of {theirs}"
        for i, (a, b) in enumerate(zip(ours, theirs)):
            same(a, b, f"{path}[{i}]")
    elif isinstance(theirs, float):
        number(ours, theirs, 2e-5, path)
    else:
        assert ours == theirs, f"{path}: {ours!r} instead of {theirs!r}"


def number(a, b, tolerance, path):
    if isinstance(b, str) or isinstance(a, str):
        assert a == b, f"{path}: {a} instead of {b}"
    else:
        assert abs(a - b) <= tolerance * (1 + abs(b)), f"{path}: {a} instead of {b}"


def load(name="python.json"):
    with open(os.path.join(FOLDER, name)) as f:
        return json.load(f)
