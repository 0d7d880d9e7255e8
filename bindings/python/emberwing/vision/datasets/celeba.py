"""CelebA."""

import csv
import os
from collections import namedtuple

import emberwing as ew
from .utils import check_integrity, download_file_from_google_drive, extract_archive, verify_str_arg
from .vision import VisionDataset

CSV = namedtuple("CSV", ["header", "index", "data"])
_SPLITS = {"train": 0, "valid": 1, "test": 2, "all": None}


class CelebA(VisionDataset):
    """Faces of celebrities, with attributes, identities, boxes and landmarks."""

    base_folder = "celeba"
    file_list = [
        ("0B7EVK8r0v71pZjFTYXZWM3FlRnM", "00d2c5bc6d35e252742224ab0c1e8fcb", "img_align_celeba.zip"),
        ("0B7EVK8r0v71pblRyaVFSWGxPY0U", "75e246fa4810816ffd6ee81facbd244c", "list_attr_celeba.txt"),
        ("1_ee_0u7vcNLOfNLegJRHmolfH5ICW-XS", "32bd1bd63d3c78cd57e08160ec5ed1e2", "identity_CelebA.txt"),
        ("0B7EVK8r0v71pbThiMVRxWXZ4dU0", "00566efa6fedff7a56946cd1c10f1c16", "list_bbox_celeba.txt"),
        ("0B7EVK8r0v71pd0FJY3Blby1HUTQ", "cc24ecafdb5b50baae59b03474781f8c", "list_landmarks_align_celeba.txt"),
        ("0B7EVK8r0v71pY0NSMzRuSXJEVkk", "d32c9cbf5e040fd4025c592c306e6668", "list_eval_partition.txt")]

    def __init__(self, root, split="train", target_type="attr", transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.split = split
        self.target_type = target_type if isinstance(target_type, list) else [target_type]
        if not self.target_type and target_transform is not None:
            raise RuntimeError("target_transform is specified but target_type is empty")
        if download:
            self.download()
        if not self._check_integrity():
            raise RuntimeError("Dataset not found or corrupted. You can use download=True to download it")
        wanted = _SPLITS[verify_str_arg(split.lower() if isinstance(split, str) else split, "split", tuple(_SPLITS))]
        splits = self._load_csv("list_eval_partition.txt")
        tables = {"identity": self._load_csv("identity_CelebA.txt")}
        for name, file in (("bbox", "list_bbox_celeba.txt"), ("landmarks_align", "list_landmarks_align_celeba.txt"),
                           ("attr", "list_attr_celeba.txt")):
            tables[name] = self._load_csv(file, header=1)
        rows = [i for i, number in enumerate(splits.data[:, 0].tolist()) if wanted in (None, number)]
        self.filename = [splits.index[i] for i in rows]
        chosen = ew.tensor(rows, dtype=ew.int64)
        for name, table in tables.items():
            setattr(self, name, table.data[chosen])
        # The file has -1 and 1.
        self.attr = ew.div(self.attr + 1, 2, rounding_mode="floor")
        self.attr_names = tables["attr"].header

    def _load_csv(self, filename, header=None):
        with open(os.path.join(self.root, self.base_folder, filename)) as file:
            rows = list(csv.reader(file, delimiter=" ", skipinitialspace=True))
        names = [] if header is None else rows[header]
        rows = rows if header is None else rows[header + 1:]
        return CSV(names, [row[0] for row in rows], ew.tensor([[int(v) for v in row[1:]] for row in rows]))

    def _check_integrity(self):
        folder = os.path.join(self.root, self.base_folder)
        tables = all(check_integrity(os.path.join(folder, name), md5) for _, md5, name in self.file_list
                     if not name.endswith(".zip"))
        return tables and os.path.isdir(os.path.join(folder, "img_align_celeba"))

    def download(self):
        """Fetches and unpacks the files unless they are there."""
        if self._check_integrity():
            return
        folder = os.path.join(self.root, self.base_folder)
        for file_id, md5, name in self.file_list:
            download_file_from_google_drive(file_id, folder, name, md5)
        extract_archive(os.path.join(folder, "img_align_celeba.zip"))

    def _target(self, kind, index):
        if kind == "attr":
            return self.attr[index]
        if kind == "identity":
            return self.identity[index, 0]
        if kind == "bbox":
            return self.bbox[index]
        if kind == "landmarks":
            return self.landmarks_align[index]
        raise ValueError(f'Target type "{kind}" is not recognized.')

    def __getitem__(self, index):
        from PIL import Image

        image = Image.open(os.path.join(self.root, self.base_folder, "img_align_celeba", self.filename[index]))
        targets = [self._target(kind, index) for kind in self.target_type]
        if self.transform is not None:
            image = self.transform(image)
        if not targets:
            return image, None
        target = tuple(targets) if len(targets) > 1 else targets[0]
        return image, target if self.target_transform is None else self.target_transform(target)

    def __len__(self):
        return len(self.attr)

    def extra_repr(self):
        return f"Target type: {self.target_type}\nSplit: {self.split}"
