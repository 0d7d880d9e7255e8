"""Food-101."""

import json
from pathlib import Path

from .folder import pil_loader
from .utils import download_and_extract_archive, verify_str_arg
from .vision import VisionDataset


class Food101(VisionDataset):
    """Pictures of 101 dishes."""

    _URL = "http://data.vision.ee.ethz.ch/cvl/food-101.tar.gz"
    _MD5 = "85eeb15f3717b99a5da872d97d918f87"

    def __init__(self, root, split="train", transform=None, target_transform=None, download=False, loader=pil_loader):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self._split = verify_str_arg(split, "split", ("train", "test"))
        self._base_folder = Path(self.root) / "food-101"
        self._meta_folder = self._base_folder / "meta"
        self._images_folder = self._base_folder / "images"
        if download:
            self._download()
        if not self._check_exists():
            raise RuntimeError("Dataset not found. You can use download=True to download it")
        with open(self._meta_folder / f"{split}.json") as file:
            names = json.load(file)
        self.classes = sorted(names)
        self.class_to_idx = {name: i for i, name in enumerate(self.classes)}
        self._labels, self._image_files = [], []
        for name, images in names.items():
            self._labels += [self.class_to_idx[name]] * len(images)
            self._image_files += [self._images_folder.joinpath(*f"{image}.jpg".split("/")) for image in images]
        self.loader = loader

    def _check_exists(self):
        return self._meta_folder.is_dir() and self._images_folder.is_dir()

    def _download(self):
        if not self._check_exists():
            download_and_extract_archive(self._URL, self.root, md5=self._MD5)

    def __getitem__(self, idx):
        image, label = self.loader(self._image_files[idx]), self._labels[idx]
        if self.transform:
            image = self.transform(image)
        if self.target_transform:
            label = self.target_transform(label)
        return image, label

    def __len__(self):
        return len(self._image_files)

    def extra_repr(self):
        return f"split={self._split}"
