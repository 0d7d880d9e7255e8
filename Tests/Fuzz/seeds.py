"""Writes seed files for the fuzzer from PyTorch and NumPy: python Tests/Fuzz/seeds.py SCRATCH"""
import collections
import io
import json
import os
import pickle
import struct
import sys
import zlib

import numpy as np
import torch

SCRATCH = sys.argv[1]


def put(target, name, data):
    folder = os.path.join(SCRATCH, "corpus-" + target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "seed-" + name), "wb") as file:
        file.write(data)


def values():
    w = torch.arange(6.0).reshape(2, 3)
    state = collections.OrderedDict(w=w, t=w.t(), b=torch.nn.Parameter(torch.ones(2)))
    state._metadata = collections.OrderedDict({"": {"version": 2}})
    yield "state", state
    yield "plain", {"a": [1, 2.5, None, True, (1, 2), "x", b"y", 2**70, 1j], 3: {4}, "s": torch.Size([2])}
    yield "types", [torch.float16, torch.device("cpu"), torch.device("cuda", 1), bytearray(b"a"), frozenset([1]), slice(1, 2)]
    yield "dtypes", [torch.zeros(2, dtype=d) for d in (
        torch.bfloat16, torch.complex64, torch.bool, torch.uint16, torch.uint64, torch.int8)]
    yield "numpy", [np.arange(3), np.float32(2), np.asfortranarray(np.ones((2, 2)))]
    yield "more", [collections.Counter("aab"), collections.defaultdict(list, a=[1]), ..., range(3), complex(1, 2)]
    tagged = torch.ones(1)
    tagged.note = "n"
    yield "tagged", tagged


def main():
    for name, value in values():
        for protocol in (2, 4, 5):
            put("pickle", f"plain-{name}-{protocol}", pickle.dumps(value, protocol)) if name in ("plain", "more") else None
            for zipped in (True, False):
                buffer = io.BytesIO()
                torch.save(value, buffer, pickle_protocol=protocol, _use_new_zipfile_serialization=zipped)
                put("pt" if zipped else "legacy", f"{name}-{protocol}", buffer.getvalue())
                if zipped:
                    reader = torch._C.PyTorchFileReader(io.BytesIO(buffer.getvalue()))
                    put("pickle", f"{name}-{protocol}", reader.get_record("data.pkl"))
    arrays = {"x": np.arange(4), "f": np.asfortranarray(np.ones((2, 3), np.float32)), "e": np.zeros((0, 2), np.int8)}
    for name, save in (("stored", np.savez), ("packed", np.savez_compressed)):
        buffer = io.BytesIO()
        save(buffer, **arrays)
        put("npz", name, buffer.getvalue())
    for name, array in arrays.items():
        buffer = io.BytesIO()
        np.save(buffer, array)
        put("npy", name, buffer.getvalue())
    header = json.dumps({
        "__metadata__": {"a": "b\u00e9"}, "a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
        "b": {"dtype": "I64", "shape": [], "data_offsets": [8, 16]}}).encode()
    put("safetensors", "two", struct.pack("<Q", len(header)) + header + bytes(16))
    for level in (0, 1, 9):
        for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED):
            data = b"the quick brown fox, the quick brown dog, " * 5
            packer = zlib.compressobj(level, zlib.DEFLATED, -15, 8, strategy)
            body = packer.compress(data) + packer.flush()
            put("inflate", f"{level}-{strategy}", bytes([len(data) >> 4, len(data) & 15]) + body)


main()
