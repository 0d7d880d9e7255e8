"""Writes io.json from PyTorch, NumPy and Pillow: python Tests/Golden/make_io.py

Files are in hexadecimal. Images are grey; Pillow 13 resizes some images columns before rows, so the sizes here are those
where the order does not matter: one side stays, or the height does not shrink.
"""
import collections
import io
import json
import os
import struct

import numpy as np
import PIL
import torch
from PIL import Image
from torch.utils.data import DataLoader, RandomSampler, TensorDataset, random_split

HERE = os.path.dirname(os.path.abspath(__file__))
FILTERS = [Image.NEAREST, Image.BILINEAR, Image.BICUBIC, Image.BOX, Image.HAMMING, Image.LANCZOS]


def saved(value, **options):
    buffer = io.BytesIO()
    torch.save(value, buffer, **options)
    return buffer.getvalue().hex()


def checkpoint():
    inner = [1, 2]
    state = collections.OrderedDict(weight=torch.arange(6.0).reshape(2, 3))
    state["shared"] = state["weight"].t()
    state["bias"] = torch.nn.Parameter(torch.ones(2))
    state._metadata = collections.OrderedDict({"": {"version": 2}})
    return {
        "state": state, "big": 2**70, "negative": -(2**63) - 1, "float": 1.5, "text": "hé\0😀", "bytes": b"a\xff",
        "tuple": (1, None, True, "x"), "list": [inner, inner], "set": {3}, "dtype": torch.float16,
        "size": torch.Size([2, 3]), "device": torch.device("cpu"), "complex": 1 + 2j, 7: "seven",
        "unsigned": torch.tensor([1, 2], dtype=torch.uint16), "half": torch.ones(3, dtype=torch.bfloat16),
    }


def evil():
    class Evil:
        def __reduce__(self):
            return os.system, ("true",)
    return Evil()


def arrays():
    return {
        "x": np.arange(40, dtype=np.int64), "f": np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        "scalar": np.array(2.5, np.float32), "empty": np.zeros((0, 3), np.int16), "bool": np.array([True, False]),
    }


def archive(save):
    buffer = io.BytesIO()
    save(buffer, **arrays())
    return buffer.getvalue().hex()


def safetensors():
    header = {
        "__metadata__": {"made": "by hand \"é\""},
        "a": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]},
        "b": {"dtype": "I64", "shape": [1], "data_offsets": [16, 24]},
    }
    text = json.dumps(header).encode()
    return (struct.pack("<Q", len(text)) + text + struct.pack("<4fq", 1, 2, 3, 4, 5)).hex()


def resizes():
    rng = np.random.RandomState(0)
    cases = []
    for h, w, to_h, to_w in [(5, 7, 5, 3), (9, 4, 2, 4), (6, 31, 16, 7), (3, 2, 8, 9), (16, 28, 16, 97), (2, 2, 31, 5)]:
        pixels = rng.randint(0, 256, (h, w)).astype(np.uint8)
        for mode, kind in enumerate(FILTERS):
            out = np.array(Image.fromarray(pixels).resize((to_w, to_h), kind))
            cases.append({
                "mode": mode, "from": [h, w], "to": [to_h, to_w], "pixels": pixels.tobytes().hex(),
                "result": out.tobytes().hex()})
    return cases


def float_resizes():
    torch.manual_seed(0)
    cases = []
    for h, w, to_h, to_w in [(5, 7, 3, 4), (4, 6, 9, 8), (8, 3, 3, 10)]:
        x = torch.randn(h, w, dtype=torch.float64)
        for mode, name in ((1, "bilinear"), (2, "bicubic")):
            for antialias in (True, False):
                y = torch.nn.functional.interpolate(x[None, None], (to_h, to_w), mode=name, antialias=antialias)
                cases.append({
                    "mode": mode, "antialias": antialias, "from": [h, w], "to": [to_h, to_w],
                    "pixels": x.flatten().tolist(), "result": y.flatten().tolist()})
    return cases


def orders():
    data = TensorDataset(torch.arange(10))
    torch.manual_seed(7)
    loader = DataLoader(data, 3, shuffle=True)
    epochs = [[b[0].tolist() for b in loader] for _ in range(2)]
    generator = torch.Generator().manual_seed(3)
    split = [s.indices for s in random_split(data, [0.5, 0.25, 0.25], generator=generator)]
    replaced = list(RandomSampler(data, True, 40, torch.Generator().manual_seed(5)))
    more = list(RandomSampler(data, False, 23, torch.Generator().manual_seed(5)))
    return {"epochs": epochs, "split": split, "replacement": replaced, "more": more}


if __name__ == "__main__":
    golden = {
        "torch": torch.__version__, "numpy": np.__version__, "pillow": PIL.__version__,
        "checkpoints": [saved(checkpoint(), pickle_protocol=p) for p in (2, 4, 5)], "evil": saved(evil()),
        "npz": [archive(np.savez), archive(np.savez_compressed)], "safetensors": safetensors(), "resizes": resizes(),
        "float_resizes": float_resizes(), "orders": orders(),
    }
    with open(os.path.join(HERE, "io.json"), "w") as out:
        json.dump(golden, out, indent=0)
        out.write("\n")
