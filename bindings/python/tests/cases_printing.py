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


#: Expressions over small things: what they print, or the error they raise.
LOOKS = """
type(t.Generator()).__name__
t.Generator(device="cpu").device
t.Generator().initial_seed()
G.manual_seed(5).initial_seed()
G.manual_seed(-1).initial_seed()
G.manual_seed(2 ** 64)
G.manual_seed(2 ** 64 - 1).initial_seed()
G.manual_seed(-2 ** 63).initial_seed()
G.manual_seed(-2 ** 63 - 1)
G.manual_seed("a")
G.manual_seed(1.5)
G.manual_seed(True)
G.get_state().shape, G.get_state().dtype
G.set_state(t.zeros(3, dtype=t.uint8))
G.set_state(t.zeros(5056))
G.set_state([1])
G.set_state(t.zeros(5056, dtype=t.uint8))
t.rand(2, generator=G), t.rand(2, generator=G.clone_state()), t.rand(2, generator=G), G.clone_state().initial_seed()
G.graphsafe_get_state()
t.manual_seed(-5).initial_seed()
t.manual_seed(2 ** 64)
t.manual_seed(1.7).initial_seed()
t.manual_seed("5").initial_seed()
t.manual_seed(t.tensor(6)).initial_seed()
t.random.default_generator is t.default_generator
t.thread_safe_generator()
S()
S([2, 3])
S((1,))
S([2, 3]).numel()
S([]).numel()
S([2, 3]) + (4,)
(4,) + S([2, 3])
S([2, 3]) + [4]
S([1, 2]) + 1
S([2, 3]) * 2
2 * S([2, 3])
S([1]) * 1.5
S([1, 2, 3])[1:]
S([1, 2, 3])[1]
S([1, 2])[::-1]
S([2, 3]) == (2, 3)
S([2, 3]) == [2, 3]
hash(S([2, 3])) == hash((2, 3))
S([1.5])
S(["a"])
S(3)
S([t.tensor(3)])
S([True])
S([-1])
S(range(3))
S([2 ** 70])
str(S([2])), f"{S([2])}"
type(S([1, 2]) * 2).__name__
S([2, 2]) < S([2, 3])
__import__("pickle").loads(__import__("pickle").dumps(S([2, 3])))
t.finfo()
t.finfo(t.int32)
t.finfo(3)
t.finfo("float32")
t.iinfo(3)
t.iinfo(t.bool)
t.iinfo(t.float32)
t.finfo(t.float32) == t.finfo(t.float32)
t.finfo(t.float32) != t.finfo(t.float64)
t.iinfo(t.int8) == t.iinfo(t.int8)
str(t.finfo(t.float16))
t.finfo(type=t.float64).bits
t.finfo(t.float16)
info(t.finfo(t.float16))
t.finfo(t.bfloat16)
info(t.finfo(t.bfloat16))
t.finfo(t.float32)
info(t.finfo(t.float32))
t.finfo(t.float64)
info(t.finfo(t.float64))
t.finfo(t.complex64)
info(t.finfo(t.complex64))
t.finfo(t.complex128)
info(t.finfo(t.complex128))
t.iinfo(t.uint8)
info(t.iinfo(t.uint8))
t.iinfo(t.int8)
info(t.iinfo(t.int8))
t.iinfo(t.int16)
info(t.iinfo(t.int16))
t.iinfo(t.int32)
info(t.iinfo(t.int32))
t.iinfo(t.int64)
info(t.iinfo(t.int64))
t.iinfo(t.uint16)
info(t.iinfo(t.uint16))
t.iinfo(t.uint32)
info(t.iinfo(t.uint32))
t.iinfo(t.uint64)
info(t.iinfo(t.uint64))
t.float32
str(t.int8), f"{t.float32}"
t.float, t.half, t.long, t.cfloat
t.complex64.to_real(), t.int8.to_real()
t.float32.to_complex(), t.float64.to_complex(), t.complex64.to_complex()
t.int8.to_complex()
t.float32.is_signed, t.uint8.is_signed, t.bool.is_signed, t.bool.itemsize
t.float32 == "float32"
__import__("copy").deepcopy(t.float32) is t.float32
t.strided, t.channels_last, t.preserve_format
t.device("cpu"), t.device("cuda:1"), t.device("cuda", 1)
str(t.device("cpu", 0))
t.device("foo")
t.device("cpu:a")
t.device()
t.device(type="cpu", index=0)
x.max(0)
x.sort()
x.topk(1)
x.min(1, keepdim=True)
x.median(0)
x.kthvalue(1)
x.cummax(0)
t.aminmax(x)
t.frexp(x)
t.linalg.slogdet(x)
t.linalg.cholesky_ex(x.T @ x)
t.histogram(x, 3)
x.max(0).values
x.max(0).__class__.__name__, x.max(0).n_fields
t.return_types.max is x.max(0).__class__
isinstance(x.sort(), t.return_types.sort)
t.return_types.no_such_name
f"{y}", f"{y:.2f}", f"{z:05d}", f"{z}", f"{y!r}"
f"{w}"
f"{w:>3}"
"{:.3e}".format(y), "%d" % z, "%.1f" % y, "%s" % z
format(t.tensor(True)), format(t.tensor(1 + 2j))
f"{t.nn.Parameter(y):.2f}"
f"{t.nn.Parameter(y)}"
t.nn.Parameter(w)
t.nn.Parameter(w, requires_grad=False)
w.as_subclass(Sub)
SubParameter(w)
t.nn.ParameterList([t.nn.Parameter(w)])
t.nn.Linear(2, 3)
t.nn.Sequential(t.nn.Linear(1, 2), t.nn.ReLU())
w.__repr__(tensor_contents="abc")
t.tensor([])
t.empty(0, 2, dtype=t.int64)
t.empty(0, 2, dtype=t.float64, requires_grad=True)
t.zeros(2, requires_grad=True).data
w[None].expand(3, 2)
t.tensor(nan), t.tensor([1.0, inf, -inf, nan]), t.tensor([1.5, inf])
t.tensor([1e-5, 1.0]), t.tensor([1e10, 1.0]), t.tensor([123456.0, 0.5])
t.tensor([2 ** 64 - 1, 1], dtype=t.uint64)
t.tensor([1 + 2j, -1.5 - 0.25j, complex(nan, inf)])
t.arange(2000).reshape(2, 1000)
t.zeros(1001, dtype=t.bool)
t.ones(30, requires_grad=True) * 2
x.t().contiguous().double().requires_grad_() * 3
""".split("\n")[1:-1]


def looks(t):
    class Sub(t.Tensor):
        pass

    class SubParameter(t.nn.Parameter):
        pass
    out = {}
    for text in LOOKS:
        names = {"t": t, "S": t.Size, "x": t.tensor([[1.0, 2.0], [3.0, 4.0]]), "y": t.tensor(2.5), "z": t.tensor(3),
                 "w": t.tensor([1.0, 2.0]), "Sub": Sub, "SubParameter": SubParameter, "inf": math.inf, "nan": math.nan,
                 "G": t.Generator().manual_seed(3), "info": lambda i: [getattr(i, n) for n in (
                     "bits", "eps", "max", "min", "tiny", "smallest_normal", "resolution", "dtype") if hasattr(i, n)]}
        try:
            out[text] = repr(eval(text, names))
        except Exception as error:
            out[text] = f"{type(error).__name__}: {error}"
    return out


def forks(t):
    """Numbers drawn inside and after `fork_rng`, and after a state is put back."""
    out = []
    for options in ({}, {"enabled": False}, {"devices": []}):
        t.manual_seed(1)
        with t.random.fork_rng(**options):
            out.append(t.rand(1).item())
        out.append(t.rand(1).item())
    state = t.get_rng_state()
    first = t.randn(20)
    t.set_rng_state(state)
    out.append(bool((first == t.randn(20)).all()))
    t.manual_seed(5)
    t.randn(3)
    out.append(hashlib.sha256(bytes(t.get_rng_state().tolist())).hexdigest())
    return out
