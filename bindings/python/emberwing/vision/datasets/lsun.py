"""LSUN, read from LMDB databases (the lmdb package has to be installed)."""

import bisect
import io
import itertools
import os
from collections.abc import Iterable

from .utils import verify_str_arg
from .vision import VisionDataset

_CATEGORIES = ("bedroom", "bridge", "church_outdoor", "classroom", "conference_room", "dining_room", "kitchen",
               "living_room", "restaurant", "tower")


class LSUNClass(VisionDataset):
    """The images of one database, without targets."""

    def __init__(self, root, transform=None, target_transform=None):
        try:
            import lmdb
        except ImportError:
            raise ImportError("LSUN needs the lmdb package") from None
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.env = lmdb.open(root, max_readers=1, readonly=True, lock=False, readahead=False, meminit=False)
        with self.env.begin(write=False) as txn:
            self.length = txn.stat()["entries"]
            self.keys = list(txn.cursor().iternext(keys=True, values=False))

    def __getitem__(self, index):
        from PIL import Image

        with self.env.begin(write=False) as txn:
            image = Image.open(io.BytesIO(txn.get(self.keys[index]))).convert("RGB")
        target = None
        if self.transform is not None:
            image = self.transform(image)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def __len__(self):
        return self.length


class LSUN(VisionDataset):
    """Pictures of scenes and objects, one database a category."""

    def __init__(self, root, classes="train", transform=None, target_transform=None):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.classes = self._verify_classes(classes)
        self.dbs = [LSUNClass(os.path.join(root, f"{name}_lmdb"), transform=transform) for name in self.classes]
        self.indices = list(itertools.accumulate(len(db) for db in self.dbs))
        self.length = self.indices[-1] if self.indices else 0

    @staticmethod
    def _verify_classes(classes):
        splits = ("train", "val", "test")
        if isinstance(classes, str):
            verify_str_arg(classes, "classes", splits)
            return [classes] if classes == "test" else [f"{name}_{classes}" for name in _CATEGORIES]
        if not isinstance(classes, Iterable):
            raise ValueError(f"Expected type str or Iterable for argument classes, but got type {type(classes)}.")
        classes = list(classes)
        for name in classes:
            if not isinstance(name, str):
                raise ValueError("Expected type str for elements in argument classes, but got type "
                                 f"{type(name)}.")
            category, _, split = name.rpartition("_")
            verify_str_arg(category, "classes", _CATEGORIES, f"Unknown value '{category}' for LSUN class.")
            verify_str_arg(split, "classes", splits, f"Unknown value '{split}' for LSUN postfix.")
        return classes

    def __getitem__(self, index):
        target = bisect.bisect_right(self.indices, index)
        image, _ = self.dbs[target][index - (self.indices[target - 1] if target else 0)]
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def __len__(self):
        return self.length

    def extra_repr(self):
        return f"Classes: {self.classes}"
