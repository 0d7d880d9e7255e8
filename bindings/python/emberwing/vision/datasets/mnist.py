"""MNIST and its relatives, read from IDX files."""

import gzip
import os

import numpy as np

import emberwing as ew
from .vision import VisionDataset

_IDX_TYPES = {8: np.uint8, 9: np.int8, 11: np.dtype(">i2"), 12: np.dtype(">i4"), 13: np.dtype(">f4"),
              14: np.dtype(">f8")}


def read_idx(path):
    """The tensor in an IDX file, which may be compressed by gzip."""
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rb") as file:
        data = file.read()
    if len(data) < 4 or data[:2] != b"\0\0" or data[2] not in _IDX_TYPES:
        raise ValueError(f"{path}: not an IDX file")
    start = 4 + 4 * data[3]
    if len(data) < start:
        raise ValueError(f"{path}: the file ends within its header")
    shape = tuple(int.from_bytes(data[i:i + 4], "big") for i in range(4, start, 4))
    kind = np.dtype(_IDX_TYPES[data[2]])
    count = int(np.prod(shape, dtype=object)) if shape else 1
    if len(data) - start != count * kind.itemsize:
        raise ValueError(f"{path}: {shape} needs {count * kind.itemsize} bytes of data, but the file has "
                         f"{len(data) - start}")
    values = np.frombuffer(data, kind, count, start).reshape(shape)
    return ew.from_numpy(values.astype(kind.newbyteorder("="), copy=True))


class MNIST(VisionDataset):
    """Handwritten digits, 28×28; the files are looked for in `root/MNIST/raw` and in `root` itself."""

    classes = ["0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven",
               "8 - eight", "9 - nine"]

    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.train = train
        if not self._check_exists():
            if download:
                self.download()
            raise RuntimeError("Dataset not found. You can use download=True to download it")
        prefix = "train" if train else "t10k"
        self.data = read_idx(self._find(f"{prefix}-images-idx3-ubyte"))
        self.targets = read_idx(self._find(f"{prefix}-labels-idx1-ubyte")).long()
        if self.data.dim() != 3 or self.targets.dim() != 1 or len(self.data) != len(self.targets):
            raise ValueError(f"{type(self).__name__}: {tuple(self.data.shape)} images do not go with "
                             f"{tuple(self.targets.shape)} labels")

    def _find(self, name):
        for folder in (self.raw_folder, self.root):
            for ending in ("", ".gz"):
                path = os.path.join(folder, name + ending)
                if os.path.isfile(path):
                    return path
        return None

    def _check_exists(self):
        prefix = "train" if self.train else "t10k"
        return all(self._find(f"{prefix}-{what}-ubyte") for what in ("images-idx3", "labels-idx1"))

    def download(self):
        """Raises unless the files are there: nothing is fetched from the network."""
        if not self._check_exists():
            raise RuntimeError(f"{type(self).__name__}: download=True, but downloads over the network are not "
                               f"available; put the IDX files (plain or .gz) into {self.raw_folder}")

    @property
    def raw_folder(self):
        """Where the IDX files belong."""
        return os.path.join(self.root, type(self).__name__, "raw")

    @property
    def processed_folder(self):
        """Where old versions of PyTorch kept tensors."""
        return os.path.join(self.root, type(self).__name__, "processed")

    @property
    def class_to_idx(self):
        """The number of each class."""
        return {name: i for i, name in enumerate(self.classes)}

    def __getitem__(self, index):
        from PIL import Image

        image, target = Image.fromarray(self.data[index].numpy()), int(self.targets[index])
        if self.transform is not None:
            image = self.transform(image)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def __len__(self):
        return len(self.data)

    def extra_repr(self):
        return f"Split: {'Train' if self.train is True else 'Test'}"


class FashionMNIST(MNIST):
    """Pictures of clothes, 28×28."""

    classes = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
               "Ankle boot"]
