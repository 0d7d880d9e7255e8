#!/usr/bin/env python3
"""Train a small convolutional network to read handwritten digits, in about ten seconds.

    train_digits.py [--out FOLDER] [--epochs N] [--seed N] [--lib emberwing]

Four fifths of the 1,797 digits are learnt from, one fifth is held out. The folder gets `digits.pt` (the weights),
`learning_curve.png` and `predictions.png`. The exit status is 1 when fewer than 98 % of the held-out digits are read
correctly. With `--lib torch` the same program runs on PyTorch.
"""
import argparse
import importlib
import sys
import time
from pathlib import Path

import numpy as np

DIGITS = Path(__file__).resolve().parents[1] / "emberwing" / "data" / "digits.csv"

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--out", type=Path, default=Path("runs/digits"), help="folder for the results")
parser.add_argument("--epochs", type=int, default=15)
parser.add_argument("--seed", type=int, default=0, help="of the weights and of the order of training")
parser.add_argument("--lib", default="emberwing", help="emberwing, or torch to compare")
options = parser.parse_args()

torch = importlib.import_module(options.lib)  # in a program of your own: import emberwing as torch
nn, F = torch.nn, torch.nn.functional
DataLoader, TensorDataset = torch.utils.data.DataLoader, torch.utils.data.TensorDataset


class DigitNet(nn.Module):
    """Two convolutions and two linear layers: 8x8 images in, ten scores out."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1)
        self.norm1 = nn.BatchNorm2d(16)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.norm2 = nn.BatchNorm2d(32)
        self.pool = nn.MaxPool2d(2)
        self.dropout = nn.Dropout(0.3)
        self.fc1 = nn.Linear(32 * 4 * 4, 64)
        self.fc2 = nn.Linear(64, 10)

    def forward(self, x):
        x = F.relu(self.norm1(self.conv1(x)))
        x = self.pool(F.relu(self.norm2(self.conv2(x))))
        x = self.dropout(x.flatten(1))
        return self.fc2(F.relu(self.fc1(x)))


def load_digits():
    """The digits as (training set, held-out set); the split is always the same."""
    table = np.loadtxt(DIGITS, delimiter=",", dtype=np.float32)
    table = table[np.random.RandomState(0).permutation(len(table))]
    images = torch.from_numpy(table[:, :-1] / 16).reshape(-1, 1, 8, 8)
    labels = torch.from_numpy(table[:, -1].astype(np.int64))
    held_out = len(table) // 5
    return TensorDataset(images[held_out:], labels[held_out:]), TensorDataset(images[:held_out], labels[:held_out])


def train_epoch(model, loader, loss_fn, optimizer):
    """One pass over the training set; gives its mean loss."""
    model.train()
    total = 0.0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
    return total / len(loader.dataset)


def evaluate(model, dataset, loss_fn):
    """Mean loss, accuracy and the predicted labels over a whole set."""
    model.eval()
    images, labels = dataset.tensors
    with torch.no_grad():
        scores = model(images)
        predicted = scores.argmax(dim=1)
        accuracy = (predicted == labels).float().mean().item()
        return loss_fn(scores, labels).item(), accuracy, predicted


def main():
    torch.manual_seed(options.seed)
    train_set, test_set = load_digits()
    model, loss_fn = DigitNet(), nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=options.epochs)
    loader = DataLoader(train_set, batch_size=32, shuffle=True)
    weights = sum(p.numel() for p in model.parameters())
    print(f"{len(train_set)} digits to learn from, {len(test_set)} held out; {weights:,} weights")

    history, start = [], time.perf_counter()
    for epoch in range(1, options.epochs + 1):
        train_loss = train_epoch(model, loader, loss_fn, optimizer)
        scheduler.step()
        test_loss, accuracy, predicted = evaluate(model, test_set, loss_fn)
        history.append((train_loss, test_loss, accuracy))
        bar = ("#" * (20 * epoch // options.epochs)).ljust(20, ".")
        print(f"epoch {epoch:3d}/{options.epochs} [{bar}] loss {train_loss:.4f}  held out: loss {test_loss:.4f}, "
              f"accuracy {accuracy:7.2%}  {time.perf_counter() - start:5.1f} s", flush=True)

    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "digits.pt"
    torch.save(model.state_dict(), checkpoint)
    restored = DigitNet()
    restored.load_state_dict(torch.load(checkpoint))
    if evaluate(restored, test_set, loss_fn)[1] != accuracy:
        print("the weights read back from the checkpoint give another accuracy", file=sys.stderr)
        return 1

    paths = [checkpoint, options.out / "learning_curve.png", options.out / "predictions.png"]
    from digit_plots import plot_learning_curve, plot_predictions  # here, as importing matplotlib takes a while

    plot_learning_curve(history, paths[1])
    images, labels = (t.numpy() for t in test_set.tensors)
    plot_predictions(images[:, 0], labels, predicted.numpy(), paths[2])
    for path in paths:
        print(path)
    print(f"held-out accuracy {accuracy:.2%}")
    return 0 if accuracy >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main())
