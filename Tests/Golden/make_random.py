"""Writes random.json and promote.json from PyTorch: python Tests/Golden/make_random.py

A case of random.json is one in-place fill after manual_seed(seed). It holds the bytes of the first and last 16 elements,
a checksum of all bytes, and a checksum of the generator's state afterwards.
"""
import json
import os

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = (1, 15, 16, 17, 1000)
LARGE = SIZES + (1000000,)


def checksum(data: bytes) -> str:
    """Sum of (word + 1) * (2 * index + 1) * 2654435761 over little-endian 64-bit words, modulo 2^64."""
    data += b"\0" * (-len(data) % 8)
    words = np.frombuffer(data, dtype="<u8")
    weights = (np.arange(len(words), dtype=np.uint64) * np.uint64(2) + np.uint64(1)) * np.uint64(2654435761)
    return "%016x" % int(((words + np.uint64(1)) * weights).sum(dtype=np.uint64))


def raw(t: torch.Tensor) -> bytes:
    return t.contiguous().view(torch.uint8).numpy().tobytes() if t.numel() else b""


def cases():
    real = [torch.float32, torch.float64, torch.float16, torch.bfloat16]
    ints = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
    for d in real:
        yield "uniform", d, [0.0, 1.0], LARGE
        yield "uniform", d, [-0.3, 0.45], SIZES
        yield "uniform", d, [5.0, 5.001953125] if d.itemsize == 2 else [1000.1, 1000.3], SIZES
        yield "normal", d, [0.0, 1.0], LARGE
        yield "normal", d, [0.3, 1.7], SIZES
        yield "exponential", d, [1.7], SIZES
        yield "cauchy", d, [0.3, 1.7], SIZES
        yield "log_normal", d, [0.3, 0.7], SIZES
    yield "uniform", torch.complex64, [0.0, 1.0], SIZES
    yield "normal", torch.complex128, [0.0, 1.0], SIZES
    for d in ints + real:
        yield "geometric", d, [0.3], SIZES
    for d in ints + real + [torch.bool]:
        yield "random", d, [], SIZES
        yield "bernoulli", d, [0.3], LARGE if d in (torch.float32, torch.bool) else SIZES
    for d in ints + real + [torch.uint16, torch.uint32, torch.uint64]:
        yield "randint", d, [0, 10], LARGE if d == torch.int64 else SIZES
        yield "randint", d, [3, 124], SIZES
    yield "randint", torch.bool, [0, 2], SIZES
    yield "randint", torch.int64, [-3, 2**28 - 4], SIZES
    yield "randint", torch.int64, [-3, 2**28 - 3], SIZES
    yield "randint", torch.int32, [-(2**31), 2**31 - 1], SIZES
    yield "randint", torch.int64, [-(2**62), 2**62], SIZES
    yield "randint", torch.int64, [-(2**63), None], SIZES
    yield "randint", torch.int32, [5, None], SIZES
    yield "randint", torch.float32, [-(2**62), 2**62], SIZES
    yield "randint", torch.float16, [0, 65504], SIZES
    yield "randint", torch.bfloat16, [-1000, 1000], SIZES
    yield "randint", torch.float32, [7, None], SIZES
    yield "bernoulli_p", torch.float64, [], SIZES
    yield "bernoulli_p", torch.float32, [], SIZES
    yield "randperm", torch.int64, [], LARGE
    yield "normal_pairs", torch.float32, [0.3, 1.7], SIZES


def fill(op, dtype, args, n, g):
    t = torch.empty(n, dtype=dtype)
    if op == "randint":
        return t.random_(args[0], args[1], generator=g)
    if op == "randperm":
        return torch.randperm(n, generator=g)
    if op == "bernoulli_p":
        return torch.bernoulli((torch.arange(n) % 11).to(dtype) / 10, generator=g)
    if op == "normal_pairs":  # the stream of a tensor that is not contiguous
        return torch.empty(2 * n, dtype=dtype)[::2].normal_(*args, generator=g).contiguous()
    return getattr(t, op + "_")(*args, generator=g)


def main():
    out = []
    for k, (op, dtype, args, sizes) in enumerate(cases()):
        for n in sizes:
            seed = 67280421310721 + 977 * k
            g = torch.Generator().manual_seed(seed)
            t = fill(op, dtype, args, n, g)
            name = str(dtype).removeprefix("torch.")
            out.append({
                "op": op, "dtype": name, "args": args, "n": n, "seed": seed,
                "head": raw(t[:16]).hex(), "tail": raw(t[-16:]).hex(),
                "sum": checksum(raw(t)), "state": checksum(g.get_state().numpy().tobytes()),
            })
    g = torch.Generator().manual_seed(2**40 + 5)
    torch.empty(701, dtype=torch.float64).normal_(generator=g)
    torch.empty(3).normal_(generator=g)
    state = g.get_state().numpy().tobytes().hex()
    after = raw(torch.empty(9, dtype=torch.float64).normal_(generator=g)).hex()
    with open(os.path.join(HERE, "random.json"), "w") as f:
        f.write('{"torch": "%s", "state": "%s", "after": "%s", "cases": [\n' % (torch.__version__, state, after))
        f.write(",\n".join(json.dumps(c) for c in out) + "\n]}\n")

    names = ("uint8 int8 int16 int32 int64 float16 float32 float64 complex64 complex128 bool bfloat16 "
             "uint16 uint32 uint64").split()
    pairs = []
    for a in names:
        for b in names:
            try:
                c = str(torch.promote_types(getattr(torch, a), getattr(torch, b))).removeprefix("torch.")
            except RuntimeError:
                c = ""
            pairs.append([a, b, c])
    with open(os.path.join(HERE, "promote.json"), "w") as f:
        f.write('{"torch": "%s", "pairs": [\n' % torch.__version__)
        f.write(",\n".join(json.dumps(p) for p in pairs) + "\n]}\n")


main()
