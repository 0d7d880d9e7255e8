"""The two pictures that train_digits.py draws."""
import matplotlib

matplotlib.use("Agg")  # no display needed
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MaxNLocator, PercentFormatter

INK, FADED, EMBER, TEAL, WRONG = "#2b2b2b", "#8a8a8a", "#e4572e", "#17769b", "#d00000"


def plot_learning_curve(history, path):
    """Draws (training loss, held-out loss, held-out accuracy) by epoch."""
    train_loss, test_loss, accuracy = zip(*history)
    epochs = range(1, len(history) + 1)
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    left.plot(epochs, train_loss, color=EMBER, marker="o", markersize=3.5, label="training")
    left.plot(epochs, test_loss, color=TEAL, marker="o", markersize=3.5, label="held out")
    left.set_yscale("log")
    left.set_title("cross-entropy loss", color=INK)
    left.legend(frameon=False)
    right.plot(epochs, accuracy, color=TEAL, marker="o", markersize=3.5)
    right.axhline(0.98, color=FADED, linestyle="--", linewidth=1)
    right.annotate("98 %", (epochs[-1], 0.98), xytext=(0, -4), textcoords="offset points", color=FADED, ha="right",
                   va="top")
    right.set_title(f"held-out accuracy, {accuracy[-1]:.2%} at the end", color=INK)
    right.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    right.set_ylim(top=1.003)
    for axes in (left, right):
        axes.set_xlabel("epoch", color=INK)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(alpha=0.2)
    figure.savefig(path, dpi=120)
    plt.close(figure)


def plot_predictions(images, labels, predicted, path, rows=4, columns=10):
    """Draws a grid of digits with what was read in each; what was misread comes first, in red."""
    wrong = np.flatnonzero(predicted != labels)
    right = np.flatnonzero(predicted == labels)
    chosen = np.concatenate([wrong, right])[: rows * columns]
    figure, grid = plt.subplots(rows, columns, figsize=(columns * 0.9, rows * 1.12 + 0.5), layout="constrained")
    for axes in grid.flat:
        axes.axis("off")
    for axes, i in zip(grid.flat, chosen):
        missed = predicted[i] != labels[i]
        axes.imshow(images[i], cmap="gray_r", vmin=0, vmax=1)
        title = f"{predicted[i]}, is {labels[i]}" if missed else str(predicted[i])
        axes.set_title(title, fontsize=10, color=WRONG if missed else INK, pad=3)
        if missed:
            axes.axis("on")
            axes.set(xticks=[], yticks=[])
            for spine in axes.spines.values():
                spine.set(color=WRONG, linewidth=2)
    figure.suptitle(f"{len(right)} of {len(labels)} held-out digits read correctly", color=INK, fontsize=12)
    figure.savefig(path, dpi=100)
    plt.close(figure)
