"""Writes roundtrip/ with PyTorch: python Tests/Golden/make_roundtrip.py

With FROM and TO it goes on from the checkpoints in the folder FROM, writes those of TO and prints the losses.
"""
import json
import os
import sys

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_roundtrip as cases  # noqa: E402

FOLDER = os.path.join(HERE, "roundtrip")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    losses = {}
    for name in cases.NAMES:
        torch.manual_seed(0)
        parts = cases.build(torch, name)
        cases.train(torch, name, parts, 0)
        path = os.path.join(FOLDER, f"{name}.pt")
        cases.write(torch, parts, cases.PHASE, path)
        assert os.path.getsize(path) < 40_000, f"{name}.pt has {os.path.getsize(path)} bytes"
        losses[name] = [cases.train(torch, name, parts, cases.PHASE * i) for i in (1, 2)]
    with open(os.path.join(FOLDER, "losses.json"), "w") as file:
        json.dump({"torch": torch.__version__, "losses": losses}, file, indent=1)
        file.write("\n")


def go_on(start, end):
    losses = {}
    for name in cases.NAMES:
        parts, step = cases.read(torch, name, os.path.join(start, f"{name}.pt"))
        losses[name] = cases.train(torch, name, parts, step)
        cases.write(torch, parts, step + cases.PHASE, os.path.join(end, f"{name}.pt"))
    print(json.dumps(losses))


if __name__ == "__main__":
    torch.set_num_threads(1)
    go_on(*sys.argv[1:]) if len(sys.argv) == 3 else main()
