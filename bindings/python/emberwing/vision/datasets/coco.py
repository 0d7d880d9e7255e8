"""Common Objects in Context, without the pycocotools package."""

import json
import os

from .vision import VisionDataset


class _Annotations:
    """What the dataset asks of an annotation file."""

    def __init__(self, path):
        with open(path) as file:
            self.dataset = json.load(file)
        self.imgs = {image["id"]: image for image in self.dataset.get("images", [])}
        self.anns = {note["id"]: note for note in self.dataset.get("annotations", [])}
        self.cats = {kind["id"]: kind for kind in self.dataset.get("categories", [])}
        self.imgToAnns = {}
        for note in self.dataset.get("annotations", []):
            self.imgToAnns.setdefault(note["image_id"], []).append(note)

    def loadImgs(self, ids):
        """The images with these ids."""
        return [self.imgs[i] for i in (ids if isinstance(ids, (list, tuple)) else [ids])]

    def getAnnIds(self, imgIds):
        """The ids of the annotations of images."""
        images = imgIds if isinstance(imgIds, (list, tuple)) else [imgIds]
        return [note["id"] for i in images for note in self.imgToAnns.get(i, [])]

    def loadAnns(self, ids):
        """The annotations with these ids."""
        return [self.anns[i] for i in (ids if isinstance(ids, (list, tuple)) else [ids])]


class CocoDetection(VisionDataset):
    """Images with the annotations of their objects."""

    def __init__(self, root, annFile, transform=None, target_transform=None, transforms=None):
        super().__init__(root, transforms, transform, target_transform)
        self.coco = _Annotations(annFile)
        self.ids = sorted(self.coco.imgs)

    def _load_image(self, id):
        from PIL import Image

        return Image.open(os.path.join(self.root, self.coco.imgs[id]["file_name"])).convert("RGB")

    def _load_target(self, id):
        return list(self.coco.imgToAnns.get(id, []))

    def __getitem__(self, index):
        if not isinstance(index, int):
            raise ValueError(f"Index must be of type integer, got {type(index)} instead.")
        id = self.ids[index]
        image, target = self._load_image(id), self._load_target(id)
        return (image, target) if self.transforms is None else self.transforms(image, target)

    def __len__(self):
        return len(self.ids)


class CocoCaptions(CocoDetection):
    """Images with their captions."""

    def _load_target(self, id):
        return [note["caption"] for note in super()._load_target(id)]
