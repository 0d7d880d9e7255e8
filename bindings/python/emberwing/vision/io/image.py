"""Reading and writing of image files, through Pillow."""

import io
from enum import Enum

import numpy as np

import emberwing as ew
from ..._tensor import Tensor

__all__ = ["ImageReadMode", "decode_gif", "decode_image", "decode_jpeg", "decode_png", "decode_webp", "encode_jpeg",
           "encode_png", "read_file", "read_image", "write_file", "write_jpeg", "write_png"]


class ImageReadMode(Enum):
    """What an image is converted to while it is read."""

    UNCHANGED = 0
    GRAY = 1
    GRAY_ALPHA = 2
    RGB = 3
    RGB_ALPHA = 4
    RGBA = 4


_PIL_MODES = {ImageReadMode.GRAY: "L", ImageReadMode.GRAY_ALPHA: "LA", ImageReadMode.RGB: "RGB",
              ImageReadMode.RGB_ALPHA: "RGBA"}


def _pil():
    try:
        from PIL import Image
    except ImportError:
        raise ImportError("reading and writing image files needs Pillow; install the package pillow") from None
    return Image


def read_file(path):
    """The bytes of a file, as a tensor."""
    with open(path, "rb") as file:
        return ew.from_numpy(np.frombuffer(file.read(), np.uint8).copy())


def write_file(filename, data):
    """Writes a tensor of bytes to a file."""
    if data.dtype != ew.uint8 or data.dim() != 1:
        raise RuntimeError("Input tensor should be 1-dimensional and have dtype uint8")
    with open(filename, "wb") as file:
        file.write(data.contiguous().numpy().tobytes())


def _mode(mode):
    return ImageReadMode[mode.upper()] if isinstance(mode, str) else mode


def _converted(picture, mode):
    """(C, H, W) of a PIL image."""
    sixteen = picture.mode.startswith("I;16") or picture.mode == "I"
    if mode == ImageReadMode.UNCHANGED:
        if picture.mode in ("P", "PA"):
            picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
        elif picture.mode == "1":
            picture = picture.convert("L")
    elif sixteen:
        if mode != ImageReadMode.GRAY:
            raise NotImplementedError(f"decode_image: 16-bit grey images cannot be read with mode={mode}")
    elif picture.mode != _PIL_MODES[mode]:
        picture = picture.convert(_PIL_MODES[mode])
    array = np.array(picture, np.uint16) if sixteen else np.array(picture)
    array = array[:, :, None] if array.ndim == 2 else array
    return ew.from_numpy(np.ascontiguousarray(array.transpose(2, 0, 1)))


def _decode(input, mode, kinds, apply_exif_orientation=False):
    if not isinstance(input, Tensor) or input.dtype != ew.uint8 or input.dim() != 1 or input.numel() == 0:
        raise RuntimeError("Expected a non empty 1-dimensional tensor of dtype torch.uint8")
    image = _pil()
    data = io.BytesIO(input.contiguous().numpy().tobytes())
    try:
        picture = image.open(data, formats=kinds)
        if picture.format == "GIF":
            return _frames(picture)
        if apply_exif_orientation:
            from PIL import ImageOps

            picture = ImageOps.exif_transpose(picture)
        return _converted(picture, _mode(mode))
    except (image.UnidentifiedImageError, OSError, SyntaxError) as error:
        raise RuntimeError(f"the data cannot be decoded as {' or '.join(kinds)}: {error}") from error


def _frames(picture):
    """(C, H, W) of a GIF of one frame, (N, C, H, W) of others."""
    frames = []
    for i in range(getattr(picture, "n_frames", 1)):
        picture.seek(i)
        frames.append(_converted(picture.convert("RGB"), ImageReadMode.RGB))
    return frames[0] if len(frames) == 1 else ew.stack(frames)


def decode_image(input, mode=ImageReadMode.UNCHANGED, apply_exif_orientation=False):
    """(C, H, W) of the bytes of a JPEG, PNG, GIF or WebP file, or of the file with the path `input`."""
    if not isinstance(input, Tensor):
        input = read_file(input)
    return _decode(input, mode, ["JPEG", "PNG", "GIF", "WEBP"], apply_exif_orientation)


def read_image(path, mode=ImageReadMode.UNCHANGED, apply_exif_orientation=False):
    """(C, H, W) of an image file."""
    return decode_image(read_file(path), mode, apply_exif_orientation)


def decode_png(input, mode=ImageReadMode.UNCHANGED, apply_exif_orientation=False):
    """(C, H, W) of the bytes of a PNG file."""
    return _decode(input, mode, ["PNG"], apply_exif_orientation)


def decode_jpeg(input, mode=ImageReadMode.UNCHANGED, device="cpu", apply_exif_orientation=False):
    """(C, H, W) of the bytes of a JPEG file, or of each of a list of them."""
    if ew.device(device).type != "cpu":
        raise NotImplementedError(f"decode_jpeg: device={device} is not supported")
    if isinstance(input, list):
        return [_decode(one, mode, ["JPEG"], apply_exif_orientation) for one in input]
    return _decode(input, mode, ["JPEG"], apply_exif_orientation)


def decode_gif(input):
    """(C, H, W), or (N, C, H, W) of several frames, of the bytes of a GIF file."""
    return _decode(input, ImageReadMode.RGB, ["GIF"])


def decode_webp(input, mode=ImageReadMode.UNCHANGED):
    """(C, H, W) of the bytes of a WebP file."""
    return _decode(input, mode, ["WEBP"])


def _encode(input, kind, **settings):
    if input.dtype != ew.uint8:
        raise RuntimeError("Input tensor dtype should be uint8")
    if input.dim() != 3:
        raise RuntimeError("Input data should be a 3-dimensional tensor")
    if input.shape[0] not in (1, 3):
        raise RuntimeError(f"The number of channels should be 1 or 3, got: {input.shape[0]}")
    array = input.permute(1, 2, 0).contiguous().numpy()
    out = io.BytesIO()
    _pil().fromarray(array[:, :, 0] if array.shape[2] == 1 else array).save(out, kind, **settings)
    return ew.from_numpy(np.frombuffer(out.getvalue(), np.uint8).copy())


def encode_png(input, compression_level=6):
    """The bytes of a PNG file of (C, H, W)."""
    if not 0 <= compression_level <= 9:
        raise RuntimeError("Compression level should be between 0 and 9")
    return _encode(input, "PNG", compress_level=compression_level)


def encode_jpeg(input, quality=75):
    """The bytes of a JPEG file of (C, H, W), or of each of a list."""
    if not 1 <= quality <= 100:
        raise ValueError("Image quality should be a positive number between 1 and 100")
    if isinstance(input, list):
        return [_encode(one, "JPEG", quality=quality) for one in input]
    return _encode(input, "JPEG", quality=quality)


def write_png(input, filename, compression_level=6):
    """Writes (C, H, W) to a PNG file."""
    write_file(filename, encode_png(input, compression_level))


def write_jpeg(input, filename, quality=75):
    """Writes (C, H, W) to a JPEG file."""
    write_file(filename, encode_jpeg(input, quality))
