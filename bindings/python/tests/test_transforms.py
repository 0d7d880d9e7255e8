"""Image transforms and datasets."""

import gzip
import random

import numpy as np
import pytest

import emberwing as torch
from emberwing.vision import datasets, transforms
from emberwing.vision.transforms import functional as F

Image = pytest.importorskip("PIL.Image")


def picture(height=4, width=6, mode="RGB"):
    values = np.arange(height * width * 3, dtype=np.uint8).reshape(height, width, 3)
    return Image.fromarray(values).convert(mode)


def test_to_tensor_and_back():
    image = picture()
    tensor = transforms.ToTensor()(image)
    assert tensor.shape == (3, 4, 6) and tensor.dtype == torch.float32
    assert tensor[1, 0, 1].item() == pytest.approx(4 / 255)
    assert np.array_equal(np.array(transforms.ToPILImage()(tensor)), np.array(image))
    assert transforms.PILToTensor()(image)[2, 0, 0].item() == 2
    assert F.to_tensor(np.ones((2, 3), np.float64)).dtype == torch.float64
    with pytest.raises(TypeError, match="pic should be PIL Image or ndarray"):
        F.to_tensor([1])
    with pytest.raises(ValueError, match="pic should be 2/3 dimensional. Got 1 dimensions."):
        F.to_tensor(np.zeros(3))


def test_convert_image_dtype():
    unit = torch.tensor([[[0.0, 0.5, 1.0]]])
    assert transforms.ConvertImageDtype(torch.uint8)(unit).tolist() == [[[0, 127, 255]]]
    bytes_ = torch.tensor([[[0, 255]]], dtype=torch.uint8)
    assert F.convert_image_dtype(bytes_).tolist() == [[[0.0, 1.0]]]
    with pytest.raises(RuntimeError, match="cannot be performed safely"):
        F.convert_image_dtype(unit, torch.int64)


def test_normalize():
    image = torch.ones(2, 1, 2)
    assert transforms.Normalize([0.5, 0.0], [0.5, 2.0])(image).tolist() == [[[1, 1]], [[0.5, 0.5]]]
    assert image.tolist() == [[[1, 1]], [[1, 1]]]
    with pytest.raises(ValueError, match="std evaluated to zero"):
        F.normalize(image, [0, 0], [0, 1])


@pytest.mark.skipif(not hasattr(torch.nn.functional, "pad"), reason="needs nn.functional.pad")
def test_geometry_of_tensors():
    image = torch.arange(6.0).view(1, 2, 3)
    assert F.hflip(image).tolist() == [[[2, 1, 0], [5, 4, 3]]]
    assert F.vflip(image).tolist() == [[[3, 4, 5], [0, 1, 2]]]
    assert F.crop(image, 1, 1, 2, 2).tolist() == [[[4, 5], [0, 0]]]
    assert F.center_crop(image, [1, 1]).tolist() == [[[1]]]
    assert F.pad(image, 1, fill=9)[0, 0].tolist() == [9, 9, 9, 9, 9]
    assert F.pad(image, [1, 0], padding_mode="symmetric")[0, 0].tolist() == [0, 0, 1, 2, 2]
    assert F.pad(image, [1, 0], padding_mode="reflect")[0, 0].tolist() == [1, 0, 1, 2, 1]


def test_geometry_of_pil_images():
    image = picture()
    assert transforms.Resize(2)(image).size == (3, 2)
    assert transforms.Resize((5, 7))(image).size == (7, 5)
    assert transforms.CenterCrop(2)(image).size == (2, 2)
    assert transforms.Pad((1, 2))(image).size == (8, 8)
    assert F.get_dimensions(image) == [3, 4, 6]
    assert np.array_equal(np.array(F.hflip(image)), np.array(image)[:, ::-1])
    assert np.array_equal(np.array(F.vflip(image)), np.array(image)[::-1])
    assert F.rotate(image, 90, expand=True).size == (4, 6)
    assert F.rotate(F.pil_to_tensor(image), 90, expand=True).shape == (3, 6, 4)


@pytest.mark.skipif(not hasattr(torch.nn.functional, "interpolate"), reason="needs nn.functional.interpolate")
def test_random_transforms_repeat_with_a_seed():
    image = torch.rand(3, 12, 12)
    for transform in (transforms.RandomCrop(5), transforms.RandomHorizontalFlip(), transforms.RandomResizedCrop(6),
                      transforms.RandomErasing(p=1.0, value="random"), transforms.ColorJitter(0.5, 0.5, 0.5, 0.1)):
        torch.manual_seed(3)
        first = transform(image)
        torch.manual_seed(3)
        assert torch.equal(transform(image), first)
    assert transforms.RandomCrop(5)(image).shape == (3, 5, 5)
    assert transforms.RandomResizedCrop(6)(image).shape == (3, 6, 6)
    with pytest.raises(ValueError, match="Required crop size"):
        transforms.RandomCrop(20)(image)


def test_probabilities_zero_and_one():
    image = torch.arange(3.0).view(1, 1, 3)
    assert transforms.RandomHorizontalFlip(1.0)(image).tolist() == [[[2, 1, 0]]]
    assert transforms.RandomVerticalFlip(0.0)(image) is image
    assert transforms.RandomApply([transforms.Lambda(lambda x: x + 1)], p=1.0)(image).tolist() == [[[1, 2, 3]]]
    random.seed(0)
    assert transforms.RandomChoice([transforms.Lambda(lambda x: 1)])(image) == 1
    assert transforms.RandomOrder([transforms.Lambda(lambda x: x + 1)] * 2)(image).tolist() == [[[2, 3, 4]]]


def test_colors():
    image = torch.zeros(3, 1, 1)
    image[0] = 1.0
    assert F.rgb_to_grayscale(image).item() == pytest.approx(0.2989)
    assert transforms.Grayscale(3)(image).shape == (3, 1, 1)
    assert F.adjust_brightness(image, 0.5)[0].item() == 0.5
    assert F.adjust_saturation(image, 0.0)[1].item() == pytest.approx(0.2989)
    assert F.adjust_hue(image, 1 / 3).flatten().tolist() == pytest.approx([0, 1, 0], abs=1e-5)
    with pytest.raises(ValueError, match="hue_factor"):
        F.adjust_hue(image, 0.6)


def test_representations():
    assert repr(transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])) == (
        "Compose(\n    ToTensor()\n    Normalize(mean=(0.5,), std=(0.5,))\n)")
    assert repr(transforms.Resize(4)) == "Resize(size=4, interpolation=bilinear, max_size=None, antialias=True)"
    assert repr(transforms.RandomCrop(4, padding=1)) == "RandomCrop(size=(4, 4), padding=1)"
    assert repr(transforms.RandomResizedCrop(4)) == (
        "RandomResizedCrop(size=(4, 4), scale=(0.08, 1.0), ratio=(0.75, 1.3333), interpolation=bilinear, "
        "antialias=True)")
    assert repr(transforms.RandomRotation(10)) == (
        "RandomRotation(degrees=[-10.0, 10.0], interpolation=nearest, expand=False, fill=0)")


def idx(path, array, compress):
    header = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    with (gzip.open if compress else open)(path, "wb") as file:
        file.write(header + array.astype(np.uint8).tobytes())


def test_mnist(tmp_path, monkeypatch):
    images = np.arange(2 * 28 * 28).reshape(2, 28, 28) % 256
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    idx(raw / "train-images-idx3-ubyte.gz", images, True)
    idx(raw / "train-labels-idx1-ubyte", np.array([7, 3]), False)
    digits = datasets.MNIST(str(tmp_path), train=True, download=True, transform=transforms.ToTensor())
    assert len(digits) == 2 and digits.targets.tolist() == [7, 3] and digits.targets.dtype == torch.int64
    image, target = digits[1]
    assert target == 3 and image.shape == (1, 28, 28)
    assert image[0, 0, 0].item() == pytest.approx((784 % 256) / 255)
    assert repr(digits) == (f"Dataset MNIST\n    Number of datapoints: 2\n    Root location: {tmp_path}\n"
                            "    Split: Train\n    StandardTransform\nTransform: ToTensor()")
    with pytest.raises(RuntimeError, match="Dataset not found"):
        datasets.MNIST(str(tmp_path), train=False)
    monkeypatch.setattr(datasets.FashionMNIST, "mirrors", ["file:///nowhere/"])
    with pytest.raises(RuntimeError, match="Error downloading train-images-idx3-ubyte.gz(.|\\n)*by hand"):
        datasets.FashionMNIST(str(tmp_path), download=True)
    (raw / "t10k-images-idx3-ubyte").write_bytes(b"\0\0\x08\x03\0\0\0\1\0\0")
    (raw / "t10k-labels-idx1-ubyte").write_bytes(b"nonsense")
    with pytest.raises(ValueError, match="ends within its header"):
        datasets.MNIST(str(tmp_path), train=False)


def test_image_folder(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        picture().save(tmp_path / name / "one.PNG")
        (tmp_path / name / "notes.txt").write_text("no image")
    folder = datasets.ImageFolder(str(tmp_path))
    assert folder.classes == ["a", "b"] and folder.class_to_idx == {"a": 0, "b": 1} and folder.targets == [0, 1]
    image, target = folder[1]
    assert image.size == (6, 4) and image.mode == "RGB" and target == 1
    (tmp_path / "c").mkdir()
    with pytest.raises(FileNotFoundError, match="Found no valid file for the classes c"):
        datasets.ImageFolder(str(tmp_path))


def test_downloads_are_checked(tmp_path, monkeypatch):
    source = tmp_path / "mirror"
    source.mkdir()
    files = []
    for name, array in (("train-images-idx3-ubyte", np.ones((2, 28, 28))), ("train-labels-idx1-ubyte", np.array([1, 2])),
                        ("t10k-images-idx3-ubyte", np.ones((1, 28, 28))), ("t10k-labels-idx1-ubyte", np.array([3]))):
        idx(source / f"{name}.gz", array, True)
        files.append((f"{name}.gz", datasets.utils.calculate_md5(source / f"{name}.gz")))
    monkeypatch.setattr(datasets.KMNIST, "mirrors", ["file:///nowhere/", f"file://{source}/"])
    monkeypatch.setattr(datasets.KMNIST, "resources", files)
    digits = datasets.KMNIST(str(tmp_path / "data"), download=True)
    assert digits.targets.tolist() == [1, 2] and datasets.KMNIST(str(tmp_path / "data"), train=False)[0][1] == 3
    monkeypatch.setattr(datasets.KMNIST, "resources", [(files[0][0], "0" * 32)])
    with pytest.raises(RuntimeError, match="invalid hash value"):
        datasets.KMNIST(str(tmp_path / "other"), download=True)
    assert not list((tmp_path / "other").rglob("*.gz"))


def test_cifar_and_svhn(tmp_path, monkeypatch):
    import pickle
    import struct
    import zlib

    folder = tmp_path / "cifar-10-batches-py"
    folder.mkdir()
    pixels = np.arange(2 * 3072).reshape(2, 3072).astype(np.uint8)
    for name, content in (("data_batch_1", {"data": pixels, "labels": [3, 1]}), ("batches.meta", {"label_names": ["a"]})):
        (folder / name).write_bytes(pickle.dumps(content, protocol=2))
    cifar = datasets.CIFAR10
    monkeypatch.setattr(cifar, "train_list", [["data_batch_1", None]])
    monkeypatch.setattr(cifar, "test_list", [])
    monkeypatch.setattr(cifar, "meta", {"filename": "batches.meta", "key": "label_names", "md5": None})
    things = cifar(str(tmp_path))
    assert len(things) == 2 and things[1][1] == 1 and things.classes == ["a"]
    assert np.array(things[0][0])[0, 1].tolist() == [1, 1, 1] and np.array(things[0][0])[8, 0].tolist() == [0, 0, 0]
    (folder / "data_batch_1").write_bytes(pickle.dumps(print))
    with pytest.raises(pickle.UnpicklingError, match="not expected"):
        cifar(str(tmp_path))

    def matrix(name, array):
        def element(kind, data):
            return struct.pack("<II", kind, len(data)) + data + bytes(-len(data) % 8)

        body = (element(6, struct.pack("<II", 9, 0)) + element(5, struct.pack(f"<{array.ndim}i", *array.shape))
                + element(1, name.encode()) + element(2, array.tobytes(order="F")))
        packed = zlib.compress(struct.pack("<II", 14, len(body)) + body)
        return struct.pack("<II", 15, len(packed)) + packed

    pixels = np.arange(32 * 32 * 3 * 2).reshape(32, 32, 3, 2).astype(np.uint8)
    content = bytes(124) + b"\x00\x01IM" + matrix("X", pixels) + matrix("y", np.array([[10], [4]], np.uint8))
    (tmp_path / "train_32x32.mat").write_bytes(content)
    monkeypatch.setattr(datasets.SVHN, "split_list", {"train": ["", "train_32x32.mat", None]})
    numbers = datasets.SVHN(str(tmp_path))
    assert numbers.labels.tolist() == [0, 4] and np.array_equal(np.array(numbers[1][0]), pixels[..., 1])
    (tmp_path / "train_32x32.mat").write_bytes(content[:200])
    with pytest.raises(ValueError, match="ends within"):
        datasets.SVHN(str(tmp_path))


def test_fake_data():
    fakes = datasets.FakeData(3, (3, 4, 5), transform=transforms.ToTensor())
    assert len(fakes) == 3 and fakes[1][0].shape == (3, 4, 5) and torch.equal(fakes[1][0], fakes[1][0])
    with pytest.raises(IndexError):
        fakes[3]
