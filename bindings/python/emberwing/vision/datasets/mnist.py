"""MNIST and its relatives, read from IDX files."""

import gzip
import lzma
import os
import string
import warnings

import numpy as np

import emberwing as ew
from .._web import DownloadError
from .utils import check_integrity, download_and_extract_archive, download_url, extract_archive, verify_str_arg
from .vision import VisionDataset

_IDX_TYPES = {8: np.uint8, 9: np.int8, 11: np.dtype(">i2"), 12: np.dtype(">i4"), 13: np.dtype(">f4"),
              14: np.dtype(">f8")}
_ENDINGS = {"": open, ".gz": gzip.open, ".xz": lzma.open}


def read_idx(path):
    """The tensor in an IDX file, which may be compressed (.gz, .xz)."""
    opener = _ENDINGS.get(os.path.splitext(path)[1], open)
    with opener(path, "rb") as file:
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
    """Handwritten digits, 28×28; the files (plain or .gz) are looked for in `root/MNIST/raw` and in `root` itself."""

    mirrors = ["https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"]
    resources = [("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
                 ("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
                 ("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
                 ("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c")]
    classes = ["0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven",
               "8 - eight", "9 - nine"]

    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.train = train
        if download:
            self.download()
        if not self._check_exists():
            raise RuntimeError("Dataset not found. You can use download=True to download it")
        self.data, self.targets = self._load_data()

    def _files(self):
        """The names of the images' and labels' files of this split."""
        prefix = "train" if self.train else "t10k"
        return f"{prefix}-images-idx3-ubyte", f"{prefix}-labels-idx1-ubyte"

    def _find(self, name):
        for folder in (self.raw_folder, self.root):
            for ending in _ENDINGS:
                path = os.path.join(folder, name + ending)
                if os.path.isfile(path):
                    return path
        return None

    def _check_exists(self):
        return all(self._find(name) for name in self._files())

    def _load_data(self):
        images, labels = (read_idx(self._find(name)) for name in self._files())
        if images.dim() != 3 or labels.dim() != 1 or len(images) != len(labels):
            raise ValueError(f"{type(self).__name__}: {tuple(images.shape)} images do not go with "
                             f"{tuple(labels.shape)} labels")
        return images, labels.long()

    def download(self):
        """Fetches and unpacks the files that are not there."""
        if self._check_exists():
            return
        for name, md5 in self.resources:
            failures = []
            for mirror in self.mirrors:
                try:
                    download_and_extract_archive(mirror + name, self.raw_folder, filename=name, md5=md5)
                    break
                except DownloadError as error:
                    failures.append(str(error))
            else:
                raise DownloadError(f"Error downloading {name}:\n" + "\n".join(failures))

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


def _renamed(old, new):
    def get(self):
        warnings.warn(f"{old} has been renamed {new}", stacklevel=2)
        return getattr(self, new)

    return property(get, doc=f"The old name of {new}.")


for _old, _new in (("train_labels", "targets"), ("test_labels", "targets"), ("train_data", "data"),
                   ("test_data", "data")):
    setattr(MNIST, _old, _renamed(_old, _new))


class FashionMNIST(MNIST):
    """Pictures of clothes, 28×28."""

    mirrors = ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"]
    resources = [("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                 ("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe"),
                 ("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79"),
                 ("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310")]
    classes = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
               "Ankle boot"]


class KMNIST(MNIST):
    """Ten Japanese characters in cursive script, 28×28."""

    mirrors = ["http://codh.rois.ac.jp/kmnist/dataset/kmnist/"]
    resources = [("train-images-idx3-ubyte.gz", "bdb82020997e1d708af4cf47b453dcf7"),
                 ("train-labels-idx1-ubyte.gz", "e144d726b3acfaa3e44228e80efcd344"),
                 ("t10k-images-idx3-ubyte.gz", "5c965bf0a639b31b8f53240b1b52f4d7"),
                 ("t10k-labels-idx1-ubyte.gz", "7320c461ea6c1c855c0b718fb2a4b134")]
    classes = ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"]


class EMNIST(MNIST):
    """Handwritten letters and digits, 28×28 (transposed, as in the files), in six splits."""

    url = "https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip"
    md5 = "58c8d27c78d21e728a6bc7b3cc06412e"
    splits = ("byclass", "bymerge", "balanced", "letters", "digits", "mnist")
    _all = string.digits + string.ascii_uppercase + string.ascii_lowercase
    _merged = [c for c in _all if c not in "cijklmopsuvwxyz"]
    classes_split_dict = {"byclass": list(_all), "bymerge": _merged, "balanced": _merged,
                          "letters": ["N/A", *string.ascii_lowercase], "digits": list(string.digits),
                          "mnist": list(string.digits)}

    def __init__(self, root, split, **kwargs):
        self.split = verify_str_arg(split, "split", self.splits)
        super().__init__(root, **kwargs)
        self.classes = self.classes_split_dict[self.split]

    def _files(self):
        prefix = f"emnist-{self.split}-{'train' if self.train else 'test'}"
        return f"{prefix}-images-idx3-ubyte", f"{prefix}-labels-idx1-ubyte"

    def download(self):
        """Fetches and unpacks the files that are not there."""
        if self._check_exists():
            return
        download_and_extract_archive(self.url, self.raw_folder, md5=self.md5)
        folder = os.path.join(self.raw_folder, "gzip")
        for name in os.listdir(folder):
            if name.endswith(".gz"):
                extract_archive(os.path.join(folder, name), self.raw_folder)


_QMNIST = "https://raw.githubusercontent.com/facebookresearch/qmnist/master/"


class QMNIST(MNIST):
    """MNIST rebuilt from its sources, with all 60000 test images and what is known of each digit."""

    subsets = {"train": "train", "test": "test", "test10k": "test", "test50k": "test", "nist": "nist"}
    resources = {
        "train": [(_QMNIST + "qmnist-train-images-idx3-ubyte.gz", "ed72d4157d28c017586c42bc6afe6370"),
                  (_QMNIST + "qmnist-train-labels-idx2-int.gz", "0058f8dd561b90ffdd0f734c6a30e5e4")],
        "test": [(_QMNIST + "qmnist-test-images-idx3-ubyte.gz", "1394631089c404de565df7b7aeaf9412"),
                 (_QMNIST + "qmnist-test-labels-idx2-int.gz", "5b5b05890a5e13444e108efe57b788aa")],
        "nist": [(_QMNIST + "xnist-images-idx3-ubyte.xz", "7f124b3b8ab81486c9d8c2749c17f834"),
                 (_QMNIST + "xnist-labels-idx2-int.xz", "5ed0e788978e45d4a8bd4b7caec3d79d")]}

    def __init__(self, root, what=None, compat=True, train=True, **kwargs):
        what = ("train" if train else "test") if what is None else what
        self.what = verify_str_arg(what, "what", tuple(self.subsets))
        self.compat = compat
        super().__init__(root, train, **kwargs)

    def _files(self):
        return tuple(os.path.splitext(os.path.basename(url))[0] for url, _ in self.resources[self.subsets[self.what]])

    def download(self):
        """Fetches the files that are not there."""
        if not self._check_exists():
            for url, md5 in self.resources[self.subsets[self.what]]:
                if not check_integrity(os.path.join(self.raw_folder, os.path.basename(url)), md5):
                    download_url(url, self.raw_folder, md5=md5)

    def _load_data(self):
        images, labels = (read_idx(self._find(name)) for name in self._files())
        if images.dim() != 3 or labels.dim() != 2 or len(images) != len(labels):
            raise ValueError(f"QMNIST: {tuple(images.shape)} images do not go with {tuple(labels.shape)} labels")
        part = {"test10k": slice(0, 10000), "test50k": slice(10000, None)}.get(self.what, slice(None))
        return images[part].clone(), labels[part].long().clone()

    def __getitem__(self, index):
        from PIL import Image

        image, target = Image.fromarray(self.data[index].numpy()), self.targets[index]
        if self.transform is not None:
            image = self.transform(image)
        if self.compat:
            target = int(target[0])
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def extra_repr(self):
        return f"Split: {self.what}"
