"""iNaturalist."""

import os

from .utils import download_and_extract_archive, verify_str_arg
from .vision import VisionDataset

CATEGORIES_2021 = ["kingdom", "phylum", "class", "order", "family", "genus"]
_BASE = "https://ml-inat-competition-datasets.s3.amazonaws.com/"
DATASET_URLS = {"2017": _BASE + "2017/train_val_images.tar.gz", "2018": _BASE + "2018/train_val2018.tar.gz",
                "2019": _BASE + "2019/train_val2019.tar.gz", "2021_train": _BASE + "2021/train.tar.gz",
                "2021_train_mini": _BASE + "2021/train_mini.tar.gz", "2021_valid": _BASE + "2021/val.tar.gz"}
DATASET_MD5 = {"2017": "7c784ea5e424efaec655bd392f87301f", "2018": "b1c6952ce38f31868cc50ea72d066cc3",
               "2019": "c60a6e2962c9b8ccbd458d12c8582644", "2021_train": "e0526d53c7f7b2e3167b2b43bb2690ed",
               "2021_train_mini": "db6ed8330e634445efc8fec83ae81442", "2021_valid": "f6f6e0e242e3d4c9569ba56400938afc"}


class INaturalist(VisionDataset):
    """Pictures of living things, with their place in the taxonomy."""

    def __init__(self, root, version="2021_train", target_type="full", transform=None, target_transform=None,
                 download=False, loader=None):
        self.version = verify_str_arg(version, "version", tuple(DATASET_URLS))
        super().__init__(os.path.join(root, version), transform=transform, target_transform=target_transform)
        os.makedirs(root, exist_ok=True)
        if download:
            self.download()
        if not self._check_exists():
            raise RuntimeError("Dataset not found or corrupted. You can use download=True to download it")
        kinds = CATEGORIES_2021 if version.startswith("2021") else ["super"]
        types = target_type if isinstance(target_type, list) else [target_type]
        self.target_type = [verify_str_arg(t, "target_type", ("full", *kinds)) for t in types]
        self.all_categories, self.categories_map = [], []
        self.categories_index = {kind: {} for kind in kinds}
        (self._index_2021 if version.startswith("2021") else self._index_older)()
        self.index = [(i, name) for i, folder in enumerate(self.all_categories)
                      for name in os.listdir(os.path.join(self.root, folder))]
        self.loader = loader

    def _index_2021(self):
        """Folders are named by number and the seven ranks."""
        self.all_categories = sorted(os.listdir(self.root))
        for i, folder in enumerate(self.all_categories):
            pieces = folder.split("_")
            if len(pieces) != 8:
                raise RuntimeError(f"Unexpected category name {folder}, wrong number of pieces")
            if pieces[0] != f"{i:05d}":
                raise RuntimeError(f"Unexpected category id {pieces[0]}, expecting {i:05d}")
            self.categories_map.append({kind: self.categories_index[kind].setdefault(
                name, len(self.categories_index[kind])) for kind, name in zip(CATEGORIES_2021, pieces[1:7])})

    def _index_older(self):
        """Folders of super categories hold folders named by species (2017) or number."""
        found = {}
        for number, above in enumerate(sorted(os.listdir(self.root))):
            self.categories_index["super"][above] = number
            for name in sorted(os.listdir(os.path.join(self.root, above))):
                if self.version != "2017" and not name.isdigit():
                    raise RuntimeError(f"Unexpected non-numeric dir name: {name}")
                i = len(found) if self.version == "2017" else int(name)
                if i in found:
                    raise RuntimeError(f"Duplicate category {name}")
                found[i] = (number, os.path.join(above, name))
        for i in range(max(found, default=-1) + 1):
            if i not in found:
                raise RuntimeError(f"Missing category {i}")
            self.categories_map.append({"super": found[i][0]})
            self.all_categories.append(found[i][1])

    def __getitem__(self, index):
        from PIL import Image

        number, name = self.index[index]
        path = os.path.join(self.root, self.all_categories[number], name)
        image = Image.open(path) if self.loader is None else self.loader(path)
        targets = [number if kind == "full" else self.categories_map[number][kind] for kind in self.target_type]
        target = tuple(targets) if len(targets) > 1 else targets[0]
        if self.transform is not None:
            image = self.transform(image)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target

    def __len__(self):
        return len(self.index)

    def category_name(self, category_type, category_id):
        """The name of a category of a rank, or the whole one."""
        if category_type == "full":
            return self.all_categories[category_id]
        if category_type not in self.categories_index:
            raise ValueError(f"Invalid category type '{category_type}'")
        for name, number in self.categories_index[category_type].items():
            if number == category_id:
                return name
        raise ValueError(f"Invalid category id {category_id} for {category_type}")

    def _check_exists(self):
        return os.path.isdir(self.root) and len(os.listdir(self.root)) > 0

    def download(self):
        """Fetches and unpacks the images unless they are there."""
        if self._check_exists():
            return
        above, url = os.path.dirname(self.root), DATASET_URLS[self.version]
        download_and_extract_archive(url, above, filename=f"{self.version}.tgz", md5=DATASET_MD5[self.version])
        unpacked = os.path.join(above, os.path.basename(url).removesuffix(".tar.gz"))
        if not os.path.exists(unpacked):
            raise RuntimeError(f"Unable to find downloaded files at {unpacked}")
        os.rename(unpacked, self.root)
