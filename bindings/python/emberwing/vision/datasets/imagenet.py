"""ImageNet, the classification task of 2012, made ready from its archives."""

import os
import shutil
import tempfile

import emberwing as ew
from .folder import ImageFolder
from .utils import check_integrity, extract_archive, verify_str_arg

META_FILE = "meta.bin"
ARCHIVE_META = {"train": ("ILSVRC2012_img_train.tar", "1d675b47d978889d74fa0da5fadfb00e"),
                "val": ("ILSVRC2012_img_val.tar", "29b22e2961454d5413ddabcf34fc5622"),
                "devkit": ("ILSVRC2012_devkit_t12.tar.gz", "fa75699e90414af021442c21a62c3abf")}


class ImageNet(ImageFolder):
    """Pictures of a thousand kinds of things; the archives have to be in `root`."""

    def __init__(self, root, split="train", **kwargs):
        root = self.root = os.path.expanduser(root)
        self.split = verify_str_arg(split, "split", ("train", "val"))
        self.parse_archives()
        names = load_meta_file(self.root)[0]
        super().__init__(self.split_folder, **kwargs)
        self.root = root
        self.wnids = self.classes
        self.wnid_to_idx = self.class_to_idx
        self.classes = [names[wnid] for wnid in self.wnids]
        self.class_to_idx = {name: i for i, synonyms in enumerate(self.classes) for name in synonyms}

    def parse_archives(self):
        """Unpacks what has not been unpacked."""
        if not check_integrity(os.path.join(self.root, META_FILE)):
            parse_devkit_archive(self.root)
        if not os.path.isdir(self.split_folder):
            (parse_train_archive if self.split == "train" else parse_val_archive)(self.root)

    @property
    def split_folder(self):
        """Where the images are."""
        return os.path.join(self.root, self.split)

    def extra_repr(self):
        return f"Split: {self.split}"


def load_meta_file(root, file=None):
    """({WordNet id: names}, WordNet ids of the validation images), from the file that parse_devkit_archive writes."""
    path = os.path.join(root, META_FILE if file is None else file)
    if not check_integrity(path):
        raise RuntimeError(f"The meta file {os.path.basename(path)} is not present in the root directory or is "
                           "corrupted. This file is automatically created by the ImageNet dataset.")
    return ew.load(path, weights_only=True)


def _archive(root, kind, file):
    name, md5 = ARCHIVE_META[kind]
    path = os.path.join(root, name if file is None else file)
    if not check_integrity(path, md5):
        raise RuntimeError(f"The archive {os.path.basename(path)} is not present in the root directory or is corrupted. "
                           f"You need to download it externally and place it in {root}.")
    return path


def parse_devkit_archive(root, file=None):
    """Writes the meta file from the development kit."""
    path = _archive(root, "devkit", file)
    try:
        from scipy.io import loadmat
    except ImportError:
        raise ImportError("reading ImageNet's development kit needs SciPy (scipy.io.loadmat)") from None
    with tempfile.TemporaryDirectory() as folder:
        extract_archive(path, folder)
        data = os.path.join(folder, "ILSVRC2012_devkit_t12", "data")
        synsets = loadmat(os.path.join(data, "meta.mat"), squeeze_me=True)["synsets"]
        # Fields: number, WordNet id, names, gloss, number of children, …; those without children are the classes.
        leaves = [row for row in synsets if row[4] == 0]
        with open(os.path.join(data, "ILSVRC2012_validation_ground_truth.txt")) as lines:
            numbers = [int(line) for line in lines]
    wnids = {int(row[0]): str(row[1]) for row in leaves}
    names = {str(row[1]): tuple(str(row[2]).split(", ")) for row in leaves}
    ew.save((names, [wnids[number] for number in numbers]), os.path.join(root, META_FILE))


def parse_train_archive(root, file=None, folder="train"):
    """Unpacks the training images, one archive a class."""
    target = os.path.join(root, folder)
    extract_archive(_archive(root, "train", file), target)
    for name in os.listdir(target):
        path = os.path.join(target, name)
        extract_archive(path, os.path.splitext(path)[0], remove_finished=True)


def parse_val_archive(root, file=None, wnids=None, folder="val"):
    """Unpacks the validation images into a folder a class."""
    path = _archive(root, "val", file)
    wnids = load_meta_file(root)[1] if wnids is None else wnids
    target = os.path.join(root, folder)
    extract_archive(path, target)
    images = sorted(os.path.join(target, name) for name in os.listdir(target))
    for wnid in set(wnids):
        os.mkdir(os.path.join(target, wnid))
    for wnid, image in zip(wnids, images):
        shutil.move(image, os.path.join(target, wnid, os.path.basename(image)))
