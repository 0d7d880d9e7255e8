"""Random images."""

import emberwing as ew
from .. import transforms
from .vision import VisionDataset


class FakeData(VisionDataset):
    """Noise as PIL images, the same for the same index, with random classes."""

    def __init__(self, size=1000, image_size=(3, 224, 224), num_classes=10, transform=None, target_transform=None,
                 random_offset=0):
        super().__init__(transform=transform, target_transform=target_transform)
        self.size = size
        self.num_classes = num_classes
        self.image_size = image_size
        self.random_offset = random_offset

    def __getitem__(self, index):
        if index >= len(self):
            raise IndexError(f"{type(self).__name__} index out of range")
        # The global stream goes on as if nothing had been drawn.
        state = ew.get_rng_state()
        ew.manual_seed(index + self.random_offset)
        image = ew.randn(*self.image_size)
        target = ew.randint(0, self.num_classes, size=(1,), dtype=ew.long)[0]
        ew.set_rng_state(state)
        image = transforms.ToPILImage()(image)
        if self.transform is not None:
            image = self.transform(image)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return image, target.item() if isinstance(target, ew.Tensor) else target

    def __len__(self):
        return self.size
