#!/usr/bin/env python3
"""Fills the signatures of docs/parity.tsv with the keyword names that PyTorch itself takes; needs PyTorch and torchvision.

    python Tests/Parity/make_names.py        write the signatures again; then run parity.py

PyTorch's documentation names arguments that its C++ functions refuse as keywords (`Tensor.mul(value)`), so they are
asked: a call with one keyword too many says which of the others it knows. Names of the table that PyTorch does not have
(attributes of other packages' classes, names of old versions) get the kind `none`.
"""
import importlib
import inspect
import re
import warnings

import parity
import torch

warnings.simplefilter("ignore")
BOGUS = "__no_such_argument"
#: Keywords that many C++ functions take without a schema that tells of them.
COMMON = "out dtype layout device requires_grad pin_memory memory_format generator size low high".split()
VALUES = {"Tensor": torch.zeros(2), "Number": 1, "int": 1, "float": 1.0, "bool": True, "str": "mean", "tuple of ints": (1,),
          "tuple of Tensors": (torch.zeros(2),), "torch.dtype": torch.float32, "torch.device": "cpu",
          "torch.Generator": torch.Generator(), "torch.Size": torch.Size([1]), "torch.memory_format": torch.preserve_format,
          "torch.layout": torch.strided, "tuple of floats": (1.0,), "object": print, "torch.Storage": torch.UntypedStorage(1)}


def find(path):
    """The object at a dotted path of PyTorch or torchvision."""
    parts = path.split(".")
    value = importlib.import_module(parts[0])
    for i, part in enumerate(parts[1:], 2):
        if not hasattr(value, part):
            value = importlib.import_module(".".join(parts[:i]))
        else:
            value = getattr(value, part)
    return value


def exists(path):
    """Whether PyTorch has the name; None where that needs a package which is not installed."""
    try:
        find(path)
    except ModuleNotFoundError as error:
        return False if error.name.startswith("torch") else None
    except (ImportError, AttributeError):
        return False
    return True


def complaint(function, keywords, more={BOGUS: 1}):
    """What the function says to the keywords and one that it cannot know."""
    try:
        function(**keywords, **more)
    except Exception as error:
        return str(error)
    return ""


def overloads(text):
    """Names in the list of signatures that a message gives."""
    names = []
    for signature in re.findall(r"^ \* \((.*)\)$", text, re.M):
        for part in signature.split(","):
            part = part.split("=")[0].strip()
            name = part.split(" ")[-1]
            if name.isidentifier() and name not in names:
                names.append(name)
    return names


def schema_names(name):
    schemas = torch._C._jit_get_schemas_for_operator(f"aten::{name}")
    return [a.name for s in schemas for a in s.arguments]


def probed(function, name, documented):
    """The keywords of a C++ function; None where it does not say."""
    keywords = {}
    for _ in range(20):
        text = complaint(function, keywords)
        if "takes no keyword arguments" in text:
            return []
        if "expected one of" in text:
            return overloads(text)
        if "unrecognized keyword" in text and not keywords:
            # Functions of two forms count only their own: give what both need.
            keywords = {"input": VALUES["Tensor"], "other": VALUES["Tensor"]} if name in ("add", "sub") else {}
            if keywords:
                continue
        if "unrecognized keyword" in text or BOGUS in text:
            break
        missing = re.search(r"missing \d+ required positional arguments?: (.*)", text)
        wrong = re.search(r"argument '(\w+)'.* must be (?:an? )?(tuple of \w+|[\w.]+)", text)
        if missing:
            for n in re.findall(r'"(\w+)"', missing[1]):
                keywords.setdefault(n, VALUES["Tensor"])
        elif wrong and keywords.get(wrong[1]) is not VALUES.get(wrong[2], None):
            keywords[wrong[1]] = VALUES.get(wrong[2])
        else:
            return None
    else:
        return None
    names = list(keywords)
    for n in dict.fromkeys([*["input" if n == "self" else n for n in schema_names(name)], *documented, *COMMON]):
        if n in names or n == "self":
            continue
        text = complaint(function, {**keywords, n: None})
        if "unrecognized keyword" in text:
            text = complaint(function, {**keywords, n: None}, {}) or BOGUS
        if "expected one of" in text:
            names += [m for m in overloads(text) if m not in names]
        elif f"unexpected keyword argument '{n}'" in text or f"unrecognized keyword arguments: {n}" in text:
            continue
        elif f"'{n}'" in text or BOGUS in text:
            names.append(n)
    return names


def keyword_names(path, row):
    value = find(path)
    tensor_method = row["namespace"] == "torch.Tensor"
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        parameters = None
    if parameters is None and isinstance(value, type):
        return None
    if parameters is None or all(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in parameters) and parameters:
        function = getattr(torch.zeros(2), row["name"]) if tensor_method else value
        if inspect.isbuiltin(function) or type(function).__name__ in ("builtin_function_or_method", "method_descriptor"):
            return probed(function, row["name"], parity.parameters(row["signature"]))
    return [p.name for p in parameters or () if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]


def main():
    rows = parity.read(parity.TABLE)
    for row in rows:
        path = f"{row['namespace']}.{row['name']}"
        if not path.startswith(("torch.", "torchvision.")):
            continue
        there = exists(path)
        if not there:
            if there is False:
                row["kind"], row["signature"] = "none", ""
            continue
        if row["kind"] in ("function", "class"):
            names = keyword_names(path, row)
            if names is None:
                print("cannot tell:", path, row["signature"])
                names = []
            row["signature"] = f"({', '.join(n for n in names if n not in parity.NOT_COMPARED)})"
        else:
            row["signature"] = ""
    parity.write(rows)


if __name__ == "__main__":
    main()
