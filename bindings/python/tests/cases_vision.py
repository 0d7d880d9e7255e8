"""Programs over images, run with PyTorch's vision package for the goldens and with ours for the tests."""
import hashlib

#: The transforms that the goldens have results of, by name: what makes them of (transforms, functional).
TRANSFORMS = {
    "rotation": lambda T, F: T.RandomRotation(40, fill=7),
    "rotation expanded": lambda T, F: T.RandomRotation((30, 60), interpolation=T.InterpolationMode.BILINEAR, expand=True),
    "affine": lambda T, F: T.RandomAffine(30, (0.1, 0.2), (0.7, 1.3), (5, 10, 3, 9), fill=9),
    "perspective": lambda T, F: T.RandomPerspective(0.5, 1.0, interpolation=T.InterpolationMode.NEAREST),
    "elastic": lambda T, F: T.ElasticTransform(10.0, 1.0),
    "blur": lambda T, F: T.GaussianBlur((3, 5)),
    "invert": lambda T, F: T.RandomInvert(1.0),
    "posterize": lambda T, F: T.RandomPosterize(3, 1.0),
    "solarize": lambda T, F: T.RandomSolarize(100, 1.0),
    "sharpness": lambda T, F: T.RandomAdjustSharpness(2.0, 1.0),
    "autocontrast": lambda T, F: T.RandomAutocontrast(1.0),
    "equalize": lambda T, F: T.RandomEqualize(1.0),
    "gamma": lambda T, F: lambda x: F.adjust_gamma(x, 2.2, 1.1),
    "resized crop": lambda T, F: T.RandomResizedCrop(6),
    "trivial": lambda T, F: T.TrivialAugmentWide(),
    "rand": lambda T, F: T.RandAugment(),
    "auto": lambda T, F: T.AutoAugment(T.AutoAugmentPolicy.CIFAR10),
    "mix": lambda T, F: T.AugMix(),
}
V2 = {
    "flip": lambda T: T.RandomHorizontalFlip(1.0),
    "crop": lambda T: T.RandomCrop(8, padding=2),
    "resized crop": lambda T: T.RandomResizedCrop(6),
    "pad": lambda T: T.Pad((1, 2), fill=3),
    "center": lambda T: T.CenterCrop((6, 14)),
    "resize": lambda T: T.Resize((5, 24)),
}
MODELS = ["alexnet", "resnet18", "resnet50", "densenet121", "squeezenet1_1", "mobilenet_v2", "mobilenet_v3_small",
          "efficientnet_b0", "googlenet", "shufflenet_v2_x0_5", "convnext_tiny"]


def picture(torch):
    """Bytes (3, 10, 12)."""
    return ((torch.arange(360).reshape(3, 10, 12) * 37 + torch.arange(12) ** 2) % 256).to(torch.uint8)


def transformed(torch, T, F, name, seed):
    """One transform of the picture, and the number drawn after it."""
    torch.manual_seed(seed)
    return [TRANSFORMS[name](T, F)(picture(torch)), torch.rand(1).item()]


def sample(torch, T, X, name):
    """One transform of an image with its mask and boxes."""
    torch.manual_seed(4)
    image = X.Image(picture(torch))
    mask = X.Mask(picture(torch)[0] // 64)
    boxes = X.BoundingBoxes(torch.tensor([[1.0, 2.0, 9.0, 8.0]]), format="XYXY", canvas_size=(10, 12))
    out = V2[name](T)((image, mask, boxes))
    return [*(t.as_subclass(torch.Tensor) for t in out), list(out[2].canvas_size)]


def operations(torch, O):
    """Results of the operations on boxes and regions."""
    torch.manual_seed(0)
    corners = torch.rand(12, 4) * 10
    boxes = torch.cat([corners[:, :2], corners[:, :2] + corners[:, 2:] + 1], 1)
    scores = torch.rand(12)
    features = torch.randn(2, 2, 12, 14)
    regions = [boxes[:3], boxes[3:5]]
    return {"nms": O.nms(boxes, scores, 0.2), "batched": O.batched_nms(boxes, scores, torch.arange(12) % 2, 0.2),
            "iou": O.box_iou(boxes[:3], boxes[3:7]), "giou": O.generalized_box_iou(boxes[:3], boxes[3:7]),
            "diou": O.distance_box_iou(boxes[:3], boxes[3:7]), "ciou": O.complete_box_iou(boxes[:3], boxes[3:7]),
            "center": O.box_convert(boxes[:3], "xyxy", "cxcywh"), "clip": O.clip_boxes_to_image(boxes[:3], (5, 7)),
            "align": O.roi_align(features, regions, (2, 3), 0.7, aligned=True),
            "align2": O.roi_align(features, regions, 2, 0.7, sampling_ratio=2),
            "pool": O.roi_pool(features, regions, (2, 3), 0.7),
            "focal": O.sigmoid_focal_loss(scores, (scores > 0.5).float(), reduction="mean")}


def grids(torch, U):
    """Grids, and boxes drawn on a picture."""
    torch.manual_seed(1)
    images = torch.rand(5, 1, 3, 2)
    big = (torch.rand(3, 24, 24) * 255).to(torch.uint8)
    masks = torch.zeros(2, 24, 24, dtype=torch.bool)
    masks[0, :9, :9] = True
    masks[1, 5:, 5:] = True
    return {"grid": U.make_grid(images, nrow=3, padding=1, pad_value=0.5),
            "normalized": U.make_grid(images * 7, normalize=True, scale_each=True),
            "boxes": U.draw_bounding_boxes(big, torch.tensor([[2, 3, 12, 20]]), colors="red", width=2),
            "masks": U.draw_segmentation_masks(big, masks, alpha=0.6)}


def keys(M, name, **settings):
    """A hash of the parameters' names and shapes, and how many there are."""
    state = getattr(M, name)(**settings).state_dict()
    text = ";".join(f"{key}:{tuple(value.shape)}" for key, value in state.items())
    return [hashlib.sha256(text.encode()).hexdigest(), len(state)]


def forward(torch, M, name):
    """Ten outputs of a model with seeded weights for a seeded image."""
    torch.manual_seed(0)
    model = getattr(M, name)(num_classes=10).eval()
    torch.manual_seed(1)
    with torch.no_grad():
        return model(torch.randn(1, 3, 64, 64))
