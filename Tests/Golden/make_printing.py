"""Writes python_printing.json from PyTorch: python Tests/Golden/make_printing.py

Runs the programs of bindings/python/tests/cases_printing.py and cases_graph.py.
"""
import json
import os
import sys
import warnings

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_graph  # noqa: E402
import cases_printing as cases  # noqa: E402

warnings.simplefilter("ignore")
out = {"version": torch.__version__, "texts": cases.tensors(torch, 1, 40),
       "digests": cases.digests(cases.tensors(torch, 2, 1500)), "graph": cases_graph.graph_nodes(torch),
       "looks": cases.looks(torch), "forks": cases.forks(torch)}
with open(os.path.join(HERE, "python_printing.json"), "w") as f:
    json.dump(out, f, separators=(",", ":"), ensure_ascii=False)
    f.write("\n")
