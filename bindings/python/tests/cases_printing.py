"""How things print: programs run with PyTorch for the golden file and with emberwing by the tests."""
import hashlib
import math
import random

DTYPES = ("float32", "float64", "float16", "bfloat16", "int8", "int16", "int32", "int64", "uint8", "bool", "complex64",
          "complex128", "uint16", "uint32", "uint64")
SHAPES = ((), (1,), (0,), (0, 3), (3, 0), (2, 0, 3), (5,), (20,), (7,), (2, 3), (4, 5), (1, 1, 1), (2, 3, 4), (2, 1, 2, 3),
          (1001,), (40, 40), (11, 10, 10), (1, 1001), (8, 8), (3, 17))
BITS = {"int8": (-2**7, 2**7 - 1), "int16": (-2**15, 2**15 - 1), "int32": (-2**31, 2**31 - 1), "int64": (-2**63, 2**63 - 1),
        "uint8": (0, 2**8 - 1), "uint16": (0, 2**16 - 1), "uint32": (0, 2**32 - 1), "uint64": (0, 2**64 - 1)}


def _number(r, kind):
    normal = r.gauss(0, 1)
    return {
        "unit": r.random, "normal": lambda: normal, "whole": lambda: float(r.randint(-100, 100)),
        "big": lambda: normal * 10 ** r.randint(0, 9), "small": lambda: normal * 10 ** -r.randint(0, 7),
        "mixed": lambda: normal * 10 ** r.randint(-5, 5), "huge": lambda: float(r.randint(-10 ** 12, 10 ** 12)),
        "quarters": lambda: r.randint(-8, 8) / 4, "zero": lambda: 0.0,
        "limits": lambda: r.choice([1e-4, 9.99995e-5, 1e8, 99999999.0, 1e5, 12345.678, 1000.0, 1001.0, 0.99999, 9.99995]),
    }[kind]()


KINDS = ("unit", "normal", "whole", "big", "small", "mixed", "huge", "quarters", "zero", "limits")


def _numbers(r, n):
    kind, share = r.choice(KINDS), r.choice([0, 0, 0, 0.1, 0.5, 1.0])
    return [r.choice([math.inf, -math.inf, math.nan, 0.0, -0.0]) if r.random() < share else _number(r, kind)
            for _ in range(n)]


def some_tensor(t, r):
    """A tensor of any dtype and shape, transposed or not, perhaps in a graph."""
    name, shape = r.choice(DTYPES), r.choice(SHAPES)
    n = math.prod(shape)
    dtype = getattr(t, name)
    if name in BITS:
        low, high = BITS[name]
        size = r.choice([2, 10, 1000, 10 ** 9, 2 ** 64])
        x = t.tensor([r.randint(max(low, -size), min(high, size)) for _ in range(n)], dtype=dtype)
    elif name == "bool":
        x = t.tensor([r.random() < 0.5 for _ in range(n)], dtype=dtype)
    elif name.startswith("complex"):
        x = t.tensor([complex(a, b) for a, b in zip(_numbers(r, n), _numbers(r, n))], dtype=dtype)
    else:
        x = t.tensor(_numbers(r, n), dtype=t.float64).to(dtype)
    x = x.reshape(shape)
    if len(shape) > 1 and r.random() < 0.3:
        x = x.transpose(0, 1)
    if (dtype.is_floating_point or dtype.is_complex) and r.random() < 0.3:
        x = x.detach().requires_grad_()
        if r.random() < 0.5:
            x = x * 1
    return x


def some_options(r):
    options = {}
    if r.random() < 0.6:
        for name, values in (("precision", range(9)), ("threshold", (0, 5, 20, 1000, math.inf)),
                             ("edgeitems", (0, 1, 2, 3, 5)), ("linewidth", (10, 20, 40, 80, 120)),
                             ("sci_mode", (None, True, False)), ("profile", ("default", "short", "full"))):
            if r.random() < 0.4:
                options[name] = r.choice(values)
    return options


def tensors(t, seed, count):
    """`repr` of random tensors under random options."""
    r, out = random.Random(seed), []
    for _ in range(count):
        x = some_tensor(t, r)
        t.set_printoptions(profile="default", sci_mode=None)
        t.set_printoptions(**some_options(r))
        out.append(repr(x))
    t.set_printoptions(profile="default", sci_mode=None)
    return out


def digests(texts):
    return [hashlib.sha256(text.encode()).hexdigest()[:8] for text in texts]
