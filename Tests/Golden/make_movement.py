"""Writes movement.json and printing.json: what PyTorch gives for calls of indexing, joining and views, and how it prints.

python3 Tests/Golden/make_movement.py   (needs PyTorch)
"""
import json
import os

import torch

torch.manual_seed(0)
HERE = os.path.dirname(os.path.abspath(__file__))
ABSENT = -(2**63)
nan, inf = float("nan"), float("inf")


def pack(v):
    """One argument or result, with its kind."""
    if v is None:
        return {"kind": "none"}
    if isinstance(v, torch.Tensor):
        flat = v.detach().double().reshape(-1).tolist()
        # JSON has no NaN and no infinities.
        return {"kind": "tensor", "dtype": str(v.dtype).removeprefix("torch."), "shape": list(v.shape),
                "values": ["nan" if x != x else str(x) for x in flat]}
    if isinstance(v, bool):
        return {"kind": "bool", "number": int(v)}
    if isinstance(v, int):
        return {"kind": "int", "number": v}
    if isinstance(v, str):
        return {"kind": "string", "text": v}
    if isinstance(v, (list, tuple)) and (not v or isinstance(v[0], int)):
        return {"kind": "ints", "ints": list(v)}
    return {"kind": "tensors", "list": [pack(x) for x in v]}


cases = []


def case(name, *arguments, result):
    results = [result] if isinstance(result, torch.Tensor) else list(result)
    cases.append({"op": name, "arguments": [pack(a) for a in arguments], "results": [pack(r) for r in results]})


def call(name, *arguments):
    """An op whose arguments are the same in PyTorch."""
    function = getattr(torch, name, None) or getattr(torch.Tensor, name)
    case(name, *arguments, result=function(*arguments))


def code(index):
    out = []
    for i in index if isinstance(index, tuple) else (index,):
        if i is None:
            out += [2, 0, 0, 0]
        elif i is Ellipsis:
            out += [3, 0, 0, 0]
        elif isinstance(i, slice):
            if i == slice(None):
                out += [4, 0, 0, 0]
            else:
                out += [1] + [ABSENT if x is None else x for x in (i.start, i.stop, i.step)]
        else:
            out += [0, i, 0, 0]
    return out


x = torch.arange(24.0).reshape(2, 3, 4)
for index in [1, -1, (0, 1), (0, 1, 2), slice(None), slice(1, None), (slice(None), 1), (..., 2), (..., slice(1, 3)),
              (None, 1), (1, None, slice(0, 3, 2)), (slice(None, None, 2), ..., None), (slice(-5, 10), slice(-2, -1)),
              (None, None, ..., 0), (slice(3, 1),), (slice(0, 0), 1), ..., None, (0, ..., None, slice(2, 100, 3))]:
    case("basic_index", x, code(index), result=x[index])

L = torch.tensor
for index in [(L([1, 0, 1]),), (L([0, 1]), L([2, -1])), (L([[0], [1]]), L([0, 2])), (None, L([0, 2])),
              (L([1]), None, L([3, 0])), (None, L([0, 1]), L([1, 2])), (None, None, L([[0, 3], [1, 1]])),
              (x > 11,), (x[:, :, 0] > 3,), (None, L([True, False, True])), (L([1, 0]), L([True, False, True])[None].any(0)),
              (L([], dtype=torch.long),), (L(1),), (L(1), L([0, 2]))]:
    plain = tuple(slice(None) if i is None else i for i in index)
    try:
        case("index", x, list(index), result=x[plain])
    except IndexError:
        continue
    y = x.clone()
    shape = x[plain].shape
    for values in [torch.tensor(7.0), torch.randint(0, 9, shape).float()]:
        for accumulate in [False, True]:
            target = torch.zeros_like(x) + x
            if not accumulate and values.dim() and any(i is not None and i.dtype == torch.long and i.numel() > 2
                                                       for i in index):
                continue  # repeated positions: PyTorch leaves open which value stays
            grid = torch.arange(x.numel()).reshape(x.shape)[plain].reshape(-1)
            flat = target.reshape(-1).clone()
            spread = values.expand(shape).reshape(-1)
            for p, v in zip(grid.tolist(), spread.tolist()):
                flat[p] = flat[p] + v if accumulate else v
            case("index_put", x, list(index), values, accumulate, result=flat.reshape(x.shape))

m = torch.randint(-9, 9, (3, 4)).float()
g = torch.randint(0, 3, (3, 4))
call("gather", m, 0, g)
call("gather", m, 1, g[:, :2])
call("gather", x, 1, torch.randint(0, 3, (1, 5, 2)))
call("scatter_add", m, 0, g, torch.ones(3, 4))
call("scatter_add", m.int(), 1, g, torch.ones(3, 4).int())
call("scatter_add", m.half(), 1, g, torch.ones(3, 5).half())
case("scatter", m, 1, L([[3, 0], [1, 2], [0, 1]]), torch.ones(3, 4),
     result=torch.scatter(m, 1, L([[3, 0], [1, 2], [0, 1]]), torch.ones(3, 4)))
case("scatter_value", m, 1, g, 5, result=torch.scatter(m, 1, g, 5))
call("index_select", x, 1, L([2, 0, 2]))
call("index_select", x, -1, L([3], dtype=torch.int32))
call("index_add", x, 1, L([2, 0, 2]), torch.ones(2, 3, 4))
call("index_add", m.bfloat16(), 0, L([2, 0, 2]), torch.ones(3, 4).bfloat16())
call("index_copy", x, 2, L([3, 1]), torch.ones(2, 3, 2))
call("index_fill", x, 0, L([-1]), 9)
call("take", x, L([[0, -1], [5, 23]]))
call("take_along_dim", m, L([[1], [0], [3]]), 1)
call("masked_select", m, m > 0)
call("masked_select", m, L([True, False, True, True]))
call("masked_scatter", m, m > 0, torch.arange(12.0))
call("nonzero", (m > 0).int() * m.int())
call("nonzero", L(3.0))
call("argwhere", m > 2)
case("one_hot", L([[0, 2], [1, 0]]), -1, result=torch.nn.functional.one_hot(L([[0, 2], [1, 0]])))

for t in [L([3.0, nan, -1.0, 0.0, -0.0, inf, -inf, 3.0]), torch.randint(-5, 5, (600,)), torch.randint(-4000, 4000, (1000,)) / 64,
          torch.randint(-9000, 9000, (700,)).double() / 64, torch.randint(-100, 100, (50,)).to(torch.int8), L([True, False, True]),
          torch.randint(0, 2**40, (300,)), torch.randn(40).half(), torch.randint(-3, 3, (5, 60)).float()]:
    for down in [False, True]:
        case("sort", t, -1, down, True, result=torch.sort(t, dim=-1, descending=down, stable=True))
call("argsort", m, 0)
case("sort", x, 1, True, False, result=torch.sort(x, dim=1, descending=True))
for t, k in [(torch.randperm(1000).float(), 5), (torch.randperm(300), 40), (torch.randperm(64).double(), 64),
             (torch.randperm(100).float().reshape(4, 25), 3), (torch.randperm(9).half(), 0)]:
    for largest in [True, False]:
        case("topk", t, k, -1, largest, True, result=torch.topk(t, k, largest=largest))
case("topk", m.T.contiguous().float() + torch.arange(12.0).reshape(4, 3) / 100, 2, 0, True, True,
     result=torch.topk(m.T.contiguous().float() + torch.arange(12.0).reshape(4, 3) / 100, 2, dim=0))

call("cat", [m, m[:1]], 0)
call("cat", [m.int(), m.half()], 1)
call("cat", [torch.ones(0), m], 0)
call("stack", [m, m.double()], -1)
for name in ["hstack", "vstack", "dstack"]:
    call(name, [L([1, 2]), L([3, 4])])
    call(name, [m, m])
    call(name, [L(1), L(2)])
call("split", torch.arange(7), 3)
case("split_sizes", torch.arange(7), [3, 4], result=torch.split(torch.arange(7), [3, 4]))
call("chunk", x, 3, 2)
call("chunk", torch.arange(7), 4)
call("tensor_split", torch.arange(7), 3)
case("tensor_split_indices", torch.arange(7), [2, -2], result=torch.tensor_split(torch.arange(7), [2, -2]))
call("unbind", x, 1)
case("meshgrid", [L([1, 2]), L([3, 4, 5])], "xy", result=torch.meshgrid(L([1, 2]), L([3, 4, 5]), indexing="xy"))
case("meshgrid", [L([1, 2]), L([3, 4, 5]), L(6)], None,
     result=torch.meshgrid(L([1, 2]), L([3, 4, 5]), L(6), indexing="ij"))
case("repeat", m, [2, 1, 3], result=m.repeat(2, 1, 3))
call("tile", x, [2, 2])
call("repeat_interleave", m, 2, 0)
call("repeat_interleave", m, 2)
case("repeat_interleave_tensor", m, L([0, 2, 1]), 0, result=torch.repeat_interleave(m, L([0, 2, 1]), 0))
call("flip", x, [0, 2])
call("fliplr", m)
call("flipud", m)
for k in range(-1, 4):
    call("rot90", m, k, [0, 1])
call("roll", m, 3)
call("roll", m, [1, -2], [0, 1])
call("movedim", x, 0, 2)
call("movedim", x, [0, 1], [2, 0])
call("permute", x, [2, 0, 1])
for offset in [-2, 0, 1, 9]:
    call("diagonal", m, offset)
    call("diagonal", x, offset, 2, 0)
call("diag_embed", m, 1, 0, 2)
call("diag", L([1, 2]), -1)
call("diag", m, 1)
call("unfold", x, 2, 2, 1)
call("unflatten", m, 1, [2, -1])
call("flatten", x, 1, 2)
call("atleast_3d", L([1, 2]))
call("atleast_3d", m)

with open(os.path.join(HERE, "movement.json"), "w") as f:
    json.dump({"torch": torch.__version__, "cases": cases}, f, separators=(",", ":"))
    f.write("\n")

# How tensors print.
texts = []


def prints(t, **options):
    torch.set_printoptions(profile="default")
    if options:
        torch.set_printoptions(**options)
    if t.dtype.is_complex:
        packed = pack(torch.view_as_real(t))
        packed["dtype"] = str(t.dtype).removeprefix("torch.")
        packed["shape"] = list(t.shape)
    else:
        packed = pack(t)
    texts.append({"tensor": packed, "requires_grad": t.requires_grad, "options": options, "text": repr(t)})
    torch.set_printoptions(profile="default")


for t in [L(1.5), L(3), L(True), L(-2.0), L([1.0, 2.0]), L([1, 2, 300]), L([True, False]), L([[1.5, -2.25], [3.0, 100.125]]),
          L([nan, 1.0]), L([inf, -inf, 0.5]), L([nan, nan]), L([inf]), L([0.0, 0.0]), L([1e-5, 1.0]), L([1e5, 1.0]), L([1e9]),
          L([123456.0, 7.0]), L([1e-8]), L([0.1, 1000.0]), L([0.1, 100.0]), torch.arange(1001), torch.arange(1001.0),
          torch.arange(24.0).reshape(2, 3, 4), torch.zeros(0), torch.zeros(0, 3), torch.zeros(2, 0, dtype=torch.int32),
          torch.zeros(0, dtype=torch.int64), torch.randn(3, 30), torch.randint(-999, 999, (34, 30)) / 64, torch.randint(-999, 999, (11, 10, 10)) / 8,
          torch.randint(-5, 5, (2, 2, 2, 2)), L([1.5], dtype=torch.float64), L([1.5], dtype=torch.float16),
          L([1.5, 3e38], dtype=torch.bfloat16), L([200], dtype=torch.uint8), L([-7], dtype=torch.int16), torch.ones(2, 40),
          torch.ones(12, dtype=torch.int8), torch.randn(1, 1, 1), torch.arange(100.0) / 8, L([-0.0, 1.0]), L(nan), L(-inf),
          torch.complex(L([1.0, -2.5]), L([-0.5, 3.0])), torch.complex(L(1.0), L(2.0)), torch.full((7, 3, 60), 0.5),
          torch.arange(1200).reshape(2, 600), torch.zeros(3, 500)]:
    prints(t)
prints(torch.ones(2, requires_grad=True))
prints(torch.randn(1, 8).double().requires_grad_())
prints(torch.randn(2, 3), precision=2)
prints(torch.arange(50), threshold=10, edgeitems=2)
prints(torch.randn(30), linewidth=40)
prints(torch.randn(3) * 1e6, sci_mode=False)
prints(torch.randn(3), sci_mode=True)
prints(torch.arange(2000), edgeitems=0)

with open(os.path.join(HERE, "printing.json"), "w") as f:
    json.dump({"torch": torch.__version__, "cases": texts}, f, separators=(",", ":"))
    f.write("\n")
