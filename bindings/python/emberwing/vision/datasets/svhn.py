"""The Street View House Numbers, read from MATLAB files."""

import os

import numpy as np

from ._mat import read_mat
from .utils import check_integrity, download_url, verify_str_arg
from .vision import VisionDataset


class SVHN(VisionDataset):
    """Digits of house numbers, 32×32 in color; the digit 0 has class 0."""

    split_list = {"train": ["http://ufldl.stanford.edu/housenumbers/train_32x32.mat", "train_32x32.mat",
                            "e26dedcc434d2e4c54c9b2d4a06d8373"],
                  "test": ["http://ufldl.stanford.edu/housenumbers/test_32x32.mat", "test_32x32.mat",
                           "eb5a983be6a315427106f1b164d9cef3"],
                  "extra": ["http://ufldl.stanford.edu/housenumbers/extra_32x32.mat", "extra_32x32.mat",
                            "a93ce644f1a588dc4d68dda5feec44a7"]}

    def __init__(self, root, split="train", transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.split = verify_str_arg(split, "split", tuple(self.split_list))
        self.url, self.filename, self.file_md5 = self.split_list[split]
        if download:
            self.download()
        if not self._check_integrity():
            raise RuntimeError("Dataset not found or corrupted. You can use download=True to download it")
        arrays = read_mat(os.path.join(self.root, self.filename))
        labels = arrays["y"].astype(np.int64).squeeze()
        # The files have class 10 for the digit 0.
        self.labels = np.where(labels == 10, 0, labels)
        self.data = np.transpose(arrays["X"], (3, 2, 0, 1))

    def _check_integrity(self):
        return check_integrity(os.path.join(self.root, self.filename), self.split_list[self.split][2])

    def download(self):
        """Fetches the file unless it is there."""
        download_url(self.url, self.root, self.filename, self.split_list[self.split][2])

    def __getitem__(self, index):
        from PIL import Image

        image, target = Image.fromarray(np.transpose(self.data[index], (1, 2, 0))), int(self.labels[index])
        if self.transform is not None:
            image = self.transform(image)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def __len__(self):
        return len(self.data)

    def extra_repr(self):
        return f"Split: {self.split}"
