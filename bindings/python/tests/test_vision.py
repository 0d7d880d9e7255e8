"""Transforms, models and operations of images against PyTorch's results."""
import json
import os
import warnings

import pytest

import cases_vision as cases
import emberwing as torch
from emberwing import vision
from golden import FOLDER, encode, same

with open(os.path.join(FOLDER, "vision.json")) as _file:
    GOLDEN = json.load(_file)
T = vision.transforms


def close(ours, theirs, slack=0):
    """The two agree; of bytes, `slack` per cent may differ by two levels, where rounding decided otherwise."""
    if not isinstance(theirs, dict) or theirs["dtype"] != "uint8" or ours["values"] == theirs["values"]:
        return same(ours, theirs)
    assert ours["dtype"] == "uint8" and ours["shape"] == theirs["shape"]
    apart = [abs(a - b) for a, b in zip(ours["values"], theirs["values"]) if a != b]
    assert max(apart) <= 2 and 100 * len(apart) <= slack * len(theirs["values"]), apart


@pytest.mark.parametrize("name", cases.TRANSFORMS)
def test_transforms(name):
    for seed, theirs in enumerate(GOLDEN["transforms"][name]):
        ours = encode(cases.transformed(torch, T, T.functional, name, seed))
        close(ours[0], theirs[0], slack=3)
        assert ours[1] == theirs[1]


@pytest.mark.parametrize("name", cases.V2)
def test_v2_samples(name):
    pytest.importorskip("PIL")
    ours = encode(cases.sample(torch, T.v2, vision.tv_tensors, name))
    for mine, theirs in zip(ours, GOLDEN["v2"][name]):
        close(mine, theirs, slack=12)


def test_operations():
    for name, value in cases.operations(torch, vision.ops).items():
        same(encode(value), GOLDEN["operations"][name], name)


def test_grids_and_drawings():
    pytest.importorskip("PIL")
    for name, value in cases.grids(torch, vision.utils).items():
        same(encode(value), GOLDEN["utils"][name], name)


def test_roi_align_has_gradients():
    features = torch.randn(1, 1, 6, 6, requires_grad=True)
    vision.ops.roi_align(features, [torch.tensor([[0.0, 0.0, 6.0, 6.0]])], 1, aligned=True).sum().backward()
    assert features.grad.sum().item() == pytest.approx(1.0) and bool((features.grad > 0).all())


@pytest.mark.parametrize("name", cases.MODELS)
def test_parameter_names(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert cases.keys(vision.models, name) == GOLDEN["keys"][name]


@pytest.mark.parametrize("name", GOLDEN["forward"])
def test_seeded_models(name):
    same(encode(cases.forward(torch, vision.models, name)), GOLDEN["forward"][name])


def test_weights():
    models = vision.models
    default = models.get_weight("ResNet50_Weights.DEFAULT")
    assert default is models.ResNet50_Weights.IMAGENET1K_V2 and default.url.endswith("resnet50-11ad3fa6.pth")
    assert models.get_model_weights("resnet50") is models.resnet.ResNet50_Weights
    assert default.transforms().resize_size == [232] and default.meta["num_params"] == 25557032
    assert models.get_model("squeezenet1_1", num_classes=2).num_classes == 2 and "vit_b_16" in models.list_models()
    with pytest.raises(ValueError, match="num_classes"):
        models.resnet18(weights="DEFAULT", num_classes=3)
    with pytest.raises(TypeError, match="ResNet18_Weights"):
        models.resnet18(weights=default)
    with pytest.raises(NotImplementedError, match="create_feature_extractor"):
        from emberwing.vision.models.feature_extraction import create_feature_extractor

        create_feature_extractor(None)


def test_weights_come_from_the_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    folder = tmp_path / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    state = vision.models.squeezenet1_1().state_dict()
    torch.save(state, folder / "squeezenet1_1-b8a52dc0.pth")
    with pytest.warns(UserWarning, match="pretrained"):
        model = vision.models.squeezenet1_1(pretrained=True)
    assert all(torch.equal(value, state[key]) for key, value in model.state_dict().items())


def test_image_files(tmp_path):
    pytest.importorskip("PIL")
    image = cases.picture(torch)
    vision.io.write_png(image, tmp_path / "a.png")
    assert torch.equal(vision.io.read_image(tmp_path / "a.png"), image)
    grey = vision.io.read_image(tmp_path / "a.png", vision.io.ImageReadMode.GRAY)
    assert grey.shape == (1, 10, 12) and grey.dtype == torch.uint8
    vision.utils.save_image(image.float() / 255, tmp_path / "b.png")
    assert torch.equal(vision.io.read_image(tmp_path / "b.png"), image)
    with pytest.raises(RuntimeError, match="cannot be decoded"):
        vision.io.decode_image(torch.zeros(9, dtype=torch.uint8))


def test_mixing_a_batch():
    torch.manual_seed(0)
    images, labels = torch.rand(4, 3, 6, 6), torch.tensor([0, 1, 2, 0])
    for transform in (T.v2.MixUp(num_classes=3), T.v2.CutMix(num_classes=3)):
        mixed, shares = transform(images, labels)
        assert mixed.shape == images.shape and shares.shape == (4, 3)
        assert shares.sum(1).tolist() == pytest.approx([1.0] * 4)
    with pytest.raises(ValueError, match="num_classes"):
        T.v2.MixUp()(images, labels)
