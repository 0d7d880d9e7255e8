"""What a program hands to a SummaryWriter, as NumPy arrays; and images as PNG, sounds as WAV."""
import struct
import zlib

import numpy as np

from ..._base import Tensor


def make_np(x):
    """An array of a tensor, number, list or array."""
    if isinstance(x, Tensor):
        x = x.detach()
        return (x.float() if x.is_floating_point() and x.dtype.numpy is None else x).resolve_conj().cpu().numpy()
    if isinstance(x, (np.ndarray, list, tuple)):
        return np.asarray(x)
    if np.isscalar(x):
        return np.array([x])
    if hasattr(x, "__array__"):
        return np.asarray(x)
    raise NotImplementedError(f"Got {type(x)}, but numpy array or torch tensor are expected.")


def scalar(x):
    """A Python float of a number or an array of one element."""
    value = make_np(x)
    if value.size != 1:
        raise AssertionError("scalar should be 0D")
    return float(value.reshape(()))


def make_grid(images, columns=8):
    """A batch N×C×H×W side by side as one C×H×W image."""
    if images.ndim != 4 or images.shape[1] not in (1, 3, 4):
        raise AssertionError(f"expected a batch of images with 1, 3 or 4 channels, got the shape {images.shape}")
    if images.shape[1] == 1:
        images = np.concatenate([images] * 3, 1)
    n, c, h, w = images.shape
    columns = min(n, columns)
    rows = -(-n // columns) if columns else 0
    grid = np.zeros((c, h * rows, w * columns), images.dtype)
    for i in range(n):
        y, x = divmod(i, columns)
        grid[:, y * h:(y + 1) * h, x * w:(x + 1) * w] = images[i]
    return grid


def to_hwc(array, dataformats):
    """An image or batch of any order as height, width, 3 or 4 channels."""
    order = dataformats.upper()
    if len(set(order)) != len(order):
        raise AssertionError(f"You can not use the same dimension shordhand twice.                          input_format: "
                             f"{dataformats}")
    if array.ndim != len(order):
        raise AssertionError("size of input tensor and input format are different.                                  "
                             f"tensor shape: {array.shape}, input_format: {dataformats}")
    if len(order) == 4:
        grid = make_grid(array.transpose([order.index(a) for a in "NCHW"]))
        return grid.transpose(1, 2, 0)
    if len(order) == 3:
        array = array.transpose([order.index(a) for a in "HWC"])
        return np.concatenate([array] * 3, 2) if array.shape[2] == 1 else array
    array = array.transpose([order.index(a) for a in "HW"])
    return np.stack([array] * 3, 2)


def to_bytes(array):
    """Integers of eight bits stay; floats from 0 to 1 become them."""
    if array.dtype == np.uint8:
        return np.ascontiguousarray(array)
    return np.ascontiguousarray((array * 255.0 if array.dtype.kind == "f" else array).clip(0, 255).astype(np.uint8))


def png(image):
    """An H×W×C array of bytes as a PNG file: https://www.w3.org/TR/png."""
    h, w, c = image.shape
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[c]

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    # Each row starts with its filter: none.
    rows = np.zeros((h, 1 + w * c), np.uint8)
    rows[:, 1:] = image.reshape(h, w * c)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, kind, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows.tobytes(), 6)) + chunk(b"IEND", b""))


def wav(sound, rate):
    """Samples from -1 to 1 as a WAV file of one channel and sixteen bits."""
    import io
    import wave
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((sound.clip(-1, 1) * 32767).astype("<i2").tobytes())
    return file.getvalue()


def figure_image(figure, close):
    """A matplotlib figure, or a list of them, as C×H×W or N×C×H×W bytes."""
    if isinstance(figure, (list, tuple)):
        return np.stack([figure_image(f, close) for f in figure])
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    image = np.asarray(canvas.buffer_rgba())[:, :, :3].transpose(2, 0, 1).copy()
    if close:
        from matplotlib import pyplot
        pyplot.close(figure)
    return image
