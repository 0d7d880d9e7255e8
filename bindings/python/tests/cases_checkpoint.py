"""Objects that checkpoints hold, built alike in PyTorch and here, and their comparison."""
import collections

import numpy as np

DTYPES = ("uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64", "complex64", "complex128", "bool",
          "bfloat16", "uint16", "uint32", "uint64")


def tensors(torch, unsigned=True):
    """Tensors of all kinds: shared, strided, empty, of every dtype, with attributes."""
    Parameter = torch.nn.Parameter
    w = torch.arange(6.0).reshape(2, 3)
    state = collections.OrderedDict(w=w, t=w.t(), columns=w[:, 1:], row=w[1], bias=Parameter(torch.ones(2)))
    state["frozen"] = Parameter(torch.ones(3), requires_grad=False)
    state._metadata = collections.OrderedDict({"": {"version": 2}})
    tagged, parameter = torch.ones(2), Parameter(torch.zeros(2))
    tagged.note, parameter.note = "hello", [1]
    return {
        "state": state, "dtypes": [torch.tensor([0, 1, 1]).to(getattr(torch, d)) for d in (DTYPES if unsigned else DTYPES[:12])],
        "scalar": torch.tensor(3.5), "empty": torch.zeros(0, 3), "expanded": torch.ones(1).expand(4, 5),
        "grad": torch.ones(2, requires_grad=True), "twice": [w, w],
        "last": torch.zeros(1, 2, 3, 4).contiguous(memory_format=torch.channels_last), "tagged": tagged, "parameter": parameter}


def plain(torch):
    """Values that `weights_only=True` lets through in PyTorch too."""
    inner = [1, 2]
    return {
        "ints": [1, -1, 255, 256, 65536, -2**31, 2**31, 2**63 - 1, -2**63, 2**63, 2**70, -2**70, -(2**63) - 1, True, False],
        "floats": [0.1, float("inf"), -0.0], "texts": ["", "hé\0😀", "x" * 300], "bytes": [b"", b"a\xff" * 200], "complex": 1 + 2j,
        "tuples": ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)), "shared": [inner, inner], "set": {1, "a"}, "none": None,
        "bytearray": bytearray(b"q\x80"), "ordered": collections.OrderedDict(b=1, a=2), "counter": collections.Counter("aab"),
        "size": torch.Size([1, 2]), "devices": [torch.device("cpu"), torch.device("cuda", 1)],
        "types": [torch.float16, torch.uint16, torch.bfloat16], "keys": {1: 2, "a": 3, (1, 2): 4, None: 5, 2.5: 6, b"x": 7}}


def more(torch):
    """Values that PyTorch reads with `weights_only=False` alone."""
    return {
        "frozen": frozenset([3, "a"]), "default": collections.defaultdict(list, a=[1]), "slice": slice(1, None, 2),
        "range": range(0, 10, 3), "ellipsis": ..., "classes": [int, dict, str], "huge": 2**2100,
        "arrays": [np.arange(3), np.ones((2, 3), np.float16), np.asfortranarray(np.arange(6.0).reshape(2, 3)), np.zeros((0, 2)),
                   np.array(5), np.array([True])],
        "scalars": [np.float32(2.5), np.int64(7), np.bool_(True), np.complex64(1j), np.float64(1.5)], "dtype": np.dtype("f4")}


def training(torch):
    """The state of a model and of its optimizer after two steps."""
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for i in range(2):
        optimizer.zero_grad()
        model(torch.ones(2, 3) * torch.tensor([[1.0], [i - 1.0]])).square().sum().backward()
        optimizer.step()
    return {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 2}


def describe(value):
    """A value as plain data that is equal where two values of PyTorch's and ours mean the same."""
    kind = type(value).__name__
    if kind in ("Tensor", "Parameter"):
        t = value.detach()
        numbers = (t.float() if str(t.dtype).endswith("bfloat16") else t).numpy().tolist()
        note = getattr(value, "note", None)
        return (kind, str(t.dtype), tuple(t.shape), tuple(t.stride()), t.storage_offset(), value.requires_grad, numbers, note)
    if kind in ("dtype", "device", "layout", "Size"):
        return kind, str(value)
    if isinstance(value, dict):
        factory = getattr(value, "default_factory", None)
        metadata = describe(dict(getattr(value, "_metadata", {})))if hasattr(value, "_metadata") else None
        return kind, [(describe(k), describe(v)) for k, v in value.items()], factory, metadata
    if isinstance(value, (list, tuple)):
        return kind, [describe(v) for v in value]
    if isinstance(value, np.ndarray):
        return kind, value.dtype.str, value.shape, value.tolist()
    return type(value), value
