"""docs/parity.tsv says what is here and what is not: it must be true."""
import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).resolve().parents[3] / "Tests/Parity/parity.py"
_spec = importlib.util.spec_from_file_location("parity", PATH)
parity = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(parity)

ROWS = parity.read(parity.TABLE)


@pytest.mark.parametrize("namespace", sorted({r["namespace"] for r in ROWS}))
def test_table_is_true(namespace):
    wrong = [f"{r['namespace']}.{r['name']}: listed {r['here']} {r['why']!r}, is {now['here']} {now['why']!r}"
             for r in ROWS if r["namespace"] == namespace
             for now in [parity.judge(r)] if (now["here"], now["why"]) != (r["here"], r["why"])]
    assert not wrong, "\n".join(wrong) + "\nrun: python Tests/Parity/parity.py"


def test_a_name_that_is_not_there_is_judged_so():
    row = {"tier": "T1", "namespace": "torch", "name": "no_such_name", "kind": "function", "signature": "(input)"}
    assert parity.judge(row)["here"] == "no"
    row = {"tier": "T1", "namespace": "torch", "name": "add", "kind": "function", "signature": "(input, other, no_such=1)"}
    assert parity.judge(row)["here"] == "partly"
