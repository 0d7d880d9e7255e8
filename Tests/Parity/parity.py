#!/usr/bin/env python3
"""Says for each name that PyTorch programs use whether Emberwing has it, and if not, why: docs/parity.tsv.

    python Tests/Parity/parity.py            write docs/parity.tsv again for the names that it lists
    python Tests/Parity/parity.py --names F  take the names of F (columns: tier, namespace, name, kind, uses, repos, signature)
    python Tests/Parity/parity.py --summary  print the counts of each namespace and what is lacking

A name counts as there if it resolves and takes every keyword that PyTorch's takes; make_names.py asked PyTorch for them.
What the functions do with the arguments is compared elsewhere: by the goldens, and against PyTorch's own test metadata.
"""
import argparse
import collections
import importlib
import inspect
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs/parity.tsv"
COLUMNS = "tier namespace name kind signature here why".split()

#: Why a namespace is not here: the longest prefix counts.
NAMESPACES = {
    "torch.distributed": "process groups need several machines; Emberwing runs in one process",
    "torch.cuda": "there is no GPU backend",
    "torch.fx": "there is no graph tracer for Python code",
    "torch.onnx": "there is no ONNX exporter",
    "torch.export": "there is no graph exporter",
    "torch.sparse": "tensors are strided; there is no sparse layout",
    "torch.ao": "there are no quantized tensors",
    "torch.quantization": "there are no quantized tensors",
    "torch.utils.cpp_extension": "extensions link the C header instead",
    "torch.nn.parallel": "there is one device",
    "torch.nn.attention.flex_attention": "there is no kernel compiler",
    "torch.futures": "there is no remote procedure call",
}
#: Why a single name is not here.
NAMES = {
    "torch.Stream": "there is one device, which has no streams",
    "torch.xpu": "there is no GPU backend",
    "torch.classes": "there are no TorchScript classes",
    "torch.ops": "there is no dispatcher whose ops could be called by name",
    "torch.compiler": "there is no compiler",
    "torch.sparse_coo_tensor": "tensors are strided; there is no sparse layout",
    "torch.Tensor.to_sparse": "tensors are strided; there is no sparse layout",
    "torch.Tensor.__torch_function__": "calls are not dispatched to subclasses",
    "torch.float8_e4m3fn": "there are no 8-bit floating-point numbers",
    "torch.float8_e5m2": "there are no 8-bit floating-point numbers",
    "torch.get_autocast_gpu_dtype": "there is no GPU backend",
    "torch.overrides.TorchFunctionMode": "calls are not dispatched to subclasses",
    "torch.nested.nested_tensor": "tensors are strided; there is no nested layout",
    "torch.mps.synchronize": "there is no GPU backend",
    "torch.version.hip": "there is no GPU backend",
    "torch.utils.mobile_optimizer.optimize_for_mobile": "there is no TorchScript compiler",
}
#: Names that are there, but cannot do all that they are for.
_RAISES = "raises NotImplementedError"
PARTLY = {
    "torch.optim.SparseAdam": "tensors are strided; there are no sparse gradients to step with",
    "torch.compile": "runs eagerly; there is no compiler",
    "torch.jit.script": "gives back what runs eagerly; there is no TorchScript compiler",
    "torch.jit.trace": "gives back what runs eagerly; there is no TorchScript compiler",
    "torch.jit.save": _RAISES, "torch.jit.load": _RAISES,
    "torch.hub.load": "from local folders; what would be downloaded and executed " + _RAISES,
    "torch.Tensor.index": _RAISES,
    "torch.utils.tensorboard.FileWriter.add_graph": _RAISES, "torch.utils.tensorboard.SummaryWriter.add_graph": _RAISES,
    "torchvision.models.feature_extraction.NodePathTracer": _RAISES,
    "torchvision.models.feature_extraction.create_feature_extractor": _RAISES,
    "torchvision.models.feature_extraction.get_graph_node_names": _RAISES,
}
#: The parts of a process group: without one, each says that there is none.
PARTLY.update({f"torch.distributed.{name}": NAMESPACES["torch.distributed"] for name in """all_gather all_reduce barrier broadcast
destroy_process_group get_backend get_rank get_world_size init_process_group new_group""".split()})
PARTLY.update({"torch.distributed": NAMESPACES["torch.distributed"], "torch.onnx": NAMESPACES["torch.onnx"],
               "torch.onnx.export": NAMESPACES["torch.onnx"],
               "torch.nn.parallel.DistributedDataParallel": NAMESPACES["torch.nn.parallel"],
               "torch.nn.parallel.distributed.DistributedDataParallel": NAMESPACES["torch.nn.parallel"]})
#: Reasons that concern no device, compiler or layout: such names count as lacking.
OUR_OWN = {"calls are not dispatched to subclasses", "there are no 8-bit floating-point numbers"}
#: Names that belong to devices, compilers and layouts that are not here: no rate counts them.
ABSENT = {*NAMES.values(), *NAMESPACES.values(), "PyTorch has no such name"} - OUR_OWN
#: Arguments that concern devices, layouts and compilers that are not here; they are taken and checked, or raise.
NOT_COMPARED = {"self", "args", "kwargs"}


#: What `resolve` gives for a name that is not there; None is the value of some that are.
MISSING = object()


def resolve(path):
    """The object at a dotted PyTorch path, or MISSING."""
    parts = path.split(".")
    parts = ["emberwing", "vision", *parts[1:]] if parts[0] == "torchvision" else ["emberwing", *parts[1:]]
    value = importlib.import_module("emberwing")
    for i, part in enumerate(parts[1:], 2):
        try:
            value = getattr(value, part)
        except (AttributeError, ImportError):
            try:
                value = importlib.import_module(".".join(parts[:i]))
            except ImportError:
                return MISSING
        except (ImportError, NotImplementedError):
            return MISSING
    return value


def parameters(signature):
    """The argument names of a signature written as Python or as in PyTorch's docs; one that is cut off loses its end."""
    text = signature.split("->")[0].strip()
    if not text.startswith("("):
        return []
    closed = text.endswith(")")
    depth, names, current = 0, [], ""
    for c in text[1:-1] + "," if closed else text[1:]:
        depth += (c in "([{") - (c in ")]}")
        if c == "," and depth == 0:
            name = current.split("=")[0].split(":")[0].strip()
            if name.isidentifier():
                names.append(name)
            current = ""
        else:
            current += c
    return [n for n in names if n not in NOT_COMPARED and not n.startswith("_")]


def lacking(function, signature):
    """The arguments of the signature that the function does not take."""
    try:
        ours = inspect.signature(function).parameters
    except (TypeError, ValueError):
        return []
    wanted = [n for n in parameters(signature) if n not in ours or ours[n].kind is inspect.Parameter.POSITIONAL_ONLY]
    if any(p.kind is inspect.Parameter.VAR_KEYWORD for p in ours.values()):
        return [n for n in wanted if refuses(function, ours, n)]
    return wanted


def refuses(function, parameters, name):
    """Whether a function that passes keywords on has no use for one; the other arguments are objects of no use either."""
    needed = {k: object() for k, p in parameters.items()
              if p.default is p.empty and p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)}
    try:
        function(**needed, **{name: object()})
    except TypeError as error:
        return "unexpected keyword" in str(error) and f"'{name}'" in str(error)
    except Exception:
        return False
    return False


def reason(row):
    name = f"{row['namespace']}.{row['name']}"
    if name in NAMES:
        return NAMES[name]
    for prefix in sorted(NAMESPACES, key=len, reverse=True):
        if name == prefix or name.startswith(prefix + "."):
            return NAMESPACES[prefix]
    return "not written yet"


def judge(row):
    """Fills `here` and `why` of a row."""
    if row["kind"] == "none":
        return {**row, "here": "no", "why": "PyTorch has no such name"}
    value = resolve(f"{row['namespace']}.{row['name']}")
    if value is MISSING:
        return {**row, "here": "no", "why": reason(row)}
    missing = lacking(value, row["signature"]) if row["kind"] in ("function", "class") else []
    if missing:
        return {**row, "here": "partly", "why": "arguments lacking: " + ", ".join(missing)}
    name = f"{row['namespace']}.{row['name']}"
    if name in PARTLY:
        return {**row, "here": "partly", "why": PARTLY[name]}
    return {**row, "here": "yes", "why": ""}


def read(path):
    """Rows of a tab-separated table with a line of column names."""
    lines = [line for line in Path(path).read_text().splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        row = dict(zip(names, line.split("\t")))
        rows.append({c: row.get(c, "") for c in COLUMNS})
    return rows


def write(rows):
    rows = sorted(rows, key=lambda r: (r["namespace"], r["name"]))
    head = "# Written by Tests/Parity/parity.py: the names that PyTorch programs use (T1: nearly all of them; T2: common).\n"
    TABLE.write_text(head + "\t".join(COLUMNS) + "\n" + "".join("\t".join(r[c] for c in COLUMNS) + "\n" for r in rows))


def summary(rows):
    counts = collections.defaultdict(collections.Counter)
    for r in rows:
        counts[r["tier"], r["namespace"]]["apart" if r["why"] in ABSENT else r["here"]] += 1
    for key, c in sorted(counts.items()):
        print(f"{key[0]} {key[1]:40} {c['yes']:4} of {sum(c.values()) - c['apart']:4}   partly {c['partly']:3}  "
              f"no {c['no']:3}  of other devices, layouts and compilers {c['apart']:3}")
    for r in sorted(rows, key=lambda r: (r["tier"], r["namespace"], r["name"])):
        if r["here"] != "yes":
            print(r["tier"], f"{r['namespace']}.{r['name']}", r["here"], r["why"], sep="\t")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--names")
    options.add_argument("--summary", action="store_true")
    arguments = options.parse_args()
    sys.path.insert(0, str(ROOT / "bindings/python"))
    rows = [judge(row) for row in read(arguments.names or TABLE)]
    if arguments.summary:
        return summary(rows)
    write(rows)


if __name__ == "__main__":
    main()
