"""Writes the files of checkpoints/ with PyTorch: python Tests/Golden/make_checkpoints.py"""
import argparse
import io
import os
import sys
import tarfile
import zipfile

import numpy as np
import safetensors.torch
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_checkpoint as cases  # noqa: E402

FOLDER = os.path.join(HERE, "checkpoints")


class Evil:
    def __reduce__(self):
        return eval, ("1 + 1",)


def put(name, value, **options):
    torch.save(value, os.path.join(FOLDER, name), **options)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    for protocol in (2, 5):
        put(f"tensors-{protocol}.pt", cases.tensors(torch), pickle_protocol=protocol)
        put(f"plain-{protocol}.pt", cases.plain(torch), pickle_protocol=protocol)
        put(f"more-{protocol}.pt", cases.more(torch), pickle_protocol=protocol)
        put(f"legacy-{protocol}.pt", {"tensors": cases.tensors(torch, False), "plain": cases.plain(torch)},
            pickle_protocol=protocol, _use_new_zipfile_serialization=False)
    put("training.pt", cases.training(torch))
    put("evil.pt", [1, Evil()])
    put("module.pt", torch.nn.Linear(1, 1))
    put("namespace.pt", {"args": argparse.Namespace(lr=0.5, layers=[1, 2])})
    torch.serialization.set_crc32_options(False)
    put("nocrc.pt", torch.arange(3))
    torch.serialization.set_crc32_options(True)
    with tarfile.open(os.path.join(FOLDER, "tar.pt"), "w") as archive:
        for name in ("sys_info", "pickle", "storages", "tensors"):
            info = tarfile.TarInfo(name)
            archive.addfile(info, io.BytesIO(b""))
    with zipfile.ZipFile(os.path.join(FOLDER, "script.pt"), "w") as archive:
        archive.writestr("model/data.pkl", b"\x80\x02N.")
        archive.writestr("model/constants.pkl", b"\x80\x02).")
    safetensors.torch.save_file(
        {"a": torch.arange(6.0).reshape(2, 3), "b": torch.ones(3, dtype=torch.bfloat16), "c": torch.tensor(True)},
        os.path.join(FOLDER, "three.safetensors"), {"made": "by é"})
    np.savez_compressed(os.path.join(FOLDER, "two.npz"), x=np.arange(40), f=np.asfortranarray(np.ones((2, 3), np.float32)))


if __name__ == "__main__":
    main()
