"""Summaries as TensorBoard's messages: scalars, histograms, images, sounds, texts, curves, settings of a run."""
import time

import numpy as np

from ._convert import make_np, png, scalar, to_bytes, to_hwc, wav
from ._proto import data, double, doubles, integer, single

_FLOAT, _STRING = 1, 7


def event(summary=None, step=None, walltime=None, version=None):
    """An Event message."""
    out = double(1, time.time() if walltime is None else walltime)
    if step is not None:
        out += integer(2, int(step))
    if version is not None:
        out += data(3, version)
    return out if summary is None else out + data(5, summary)


def _value(tag, *parts):
    return data(1, data(1, tag) + b"".join(parts))


def _plugin(name, content=b""):
    """The field of a value's metadata that says which part of TensorBoard shows it."""
    return data(9, data(1, data(1, name) + data(2, content)))


def _shape(*sizes):
    return data(2, b"".join(data(2, integer(1, n)) for n in sizes))


def scalar_summary(tag, value, new_style=False, double_precision=False):
    """One number; `new_style` as a tensor, double precision where asked for."""
    value = scalar(value)
    if not new_style:
        return _value(tag, single(2, value))
    kind, content = (2, doubles(6, [value])) if double_precision else (_FLOAT, single(5, value))
    return _value(tag, data(8, integer(1, kind) + content), _plugin("scalars"))


def tensor_summary(tag, tensor):
    """A whole tensor of floats."""
    array = make_np(tensor).astype("<f4")
    return _value(tag, data(8, integer(1, _FLOAT) + _shape(*array.shape) + data(4, array.tobytes())), _plugin("tensor"))


def histogram_message(low, high, count, total, squares, limits, counts):
    return (double(1, low) + double(2, high) + double(3, count) + double(4, total) + double(5, squares) +
            doubles(6, limits) + doubles(7, counts))


def histogram_raw_summary(tag, *numbers):
    return _value(tag, data(5, histogram_message(*numbers)))


def _default_bins():
    """Limits that grow by a tenth from 1e-12 to 1e20, on both sides of zero."""
    v, positive = 1e-12, []
    while v < 1e20:
        positive.append(v)
        v *= 1.1
    return [*(-p for p in reversed(positive)), 0.0, *positive]


def histogram_summary(tag, values, bins="tensorflow", max_bins=None):
    """The counts of values between limits; empty buckets at both ends are left out, but for one before the first."""
    values = make_np(values).reshape(-1).astype(float)
    if not values.size:
        raise ValueError("The input has no element.")
    counts, limits = np.histogram(values, bins=_default_bins() if bins == "tensorflow" else bins)
    if max_bins is not None and len(counts) > max_bins:
        step = len(counts) // max_bins
        rest = -len(counts) % step
        counts = np.pad(counts, (0, rest)).reshape(-1, step).sum(1)
        limits = np.append(limits[:-1:step], limits[-1])
    filled = np.flatnonzero(counts)
    if not filled.size:
        raise ValueError("The histogram is empty, please file a bug report.")
    first, last = int(filled[0]), int(filled[-1]) + 1
    kept = counts[first - 1:last] if first else np.concatenate([[0], counts[:last]])
    return histogram_raw_summary(tag, values.min(), values.max(), len(values), values.sum(), values.dot(values),
                                 limits[first:last + 1].tolist(), kept.tolist())


def image_summary(tag, array, dataformats="NCHW"):
    """An image of bytes or of floats from 0 to 1."""
    image = to_bytes(to_hwc(make_np(array), dataformats))
    h, w, c = image.shape
    return _value(tag, data(4, integer(1, h) + integer(2, w) + integer(3, c) + data(4, png(image))))


def audio_summary(tag, sound, rate=44100):
    """One channel of samples from -1 to 1."""
    sound = make_np(sound).squeeze()
    if sound.ndim != 1:
        raise AssertionError("input tensor should be 1 dimensional.")
    return _value(tag, data(6, single(1, rate) + integer(2, 1) + integer(3, len(sound)) + data(4, wav(sound, rate)) +
                            data(5, "audio/wav")))


def text_summary(tag, text):
    """A text in Markdown."""
    return _value(tag + "/text_summary", _plugin("text"), data(8, integer(1, _STRING) + _shape(1) + data(8, text)))


def _curve(tag, table, thresholds):
    content = integer(1, 0) + integer(2, thresholds)
    numbers = np.ascontiguousarray(table, "<f4")
    return _value(tag, _plugin("pr_curves", content),
                  data(8, integer(1, _FLOAT) + _shape(*numbers.shape) + data(4, numbers.tobytes())))


def pr_curve_raw_summary(tag, tp, fp, tn, fn, precision, recall, num_thresholds=127, weights=None):
    if weights is not None:
        raise NotImplementedError("pr_curve_raw: weights")
    return _curve(tag, np.stack([make_np(x) for x in (tp, fp, tn, fn, precision, recall)]), min(num_thresholds, 127))


def pr_curve_summary(tag, labels, predictions, num_thresholds=127, weights=None):
    """Precision and recall at evenly spaced thresholds."""
    num_thresholds = min(num_thresholds, 127)
    labels, predictions = make_np(labels).astype(bool).reshape(-1), make_np(predictions).reshape(-1)
    weights = np.ones(len(labels)) if weights is None else make_np(weights).reshape(-1)
    bucket = np.int32(np.floor(predictions * (num_thresholds - 1)))
    limits = (0, num_thresholds - 1)
    found = [np.histogram(bucket, num_thresholds, limits, weights=weights * side)[0][::-1].cumsum()[::-1]
             for side in (labels, ~labels)]
    tp, fp = found
    tiny = 1e-7
    table = [tp, fp, fp[0] - fp, tp[0] - tp, tp / np.maximum(tiny, tp + fp), tp / np.maximum(tiny, tp[0])]
    return _curve(tag, np.stack(table), num_thresholds)


def custom_scalars_summary(layout):
    """Which scalars are drawn into one chart: {category: {chart: ["Multiline" or "Margin", tags]}}."""
    categories = b""
    for title, charts in layout.items():
        body = data(1, title)
        for chart, (kind, tags) in charts.items():
            if kind == "Margin":
                if len(tags) != 3:
                    raise AssertionError("a margin chart has three tags")
                content = data(3, data(1, b"".join(data(i, t) for i, t in enumerate(tags, 1))))
            else:
                content = data(2, b"".join(data(1, t) for t in tags))
            body += data(2, data(1, chart) + content)
        categories += data(2, body)
    tensor = data(8, integer(1, _STRING) + _shape() + data(8, categories))
    return _value("custom_scalars__config__", _plugin("custom_scalars"), tensor)


def _setting(value):
    """(type of a hyperparameter, its protobuf Value)."""
    if isinstance(value, (bool, np.bool_)):
        return 2, integer(4, int(value))
    if isinstance(value, str):
        return 1, data(3, value)
    if isinstance(value, (int, float, np.number)) or hasattr(value, "item"):
        return 3, double(2, scalar(value))
    raise ValueError("value should be one of int, float, str, bool, or torch.Tensor")


def hparams_summaries(settings, metrics, domains=None):
    """The three summaries that say what a run was made with and measured by."""
    if not isinstance(settings, dict) or not isinstance(metrics, dict):
        raise TypeError("hparam_dict and metric_dict should be dictionary.")
    domains = domains or {}
    experiment, start = b"", b""
    for name, value in settings.items():
        if value is None:
            continue
        kind, content = _setting(value)
        start += data(1, data(1, name) + data(2, content))
        domain = b""
        if name in domains:
            domain = data(5, b"".join(data(1, _setting(v)[1]) for v in domains[name]))
        experiment += data(4, data(1, name) + integer(4, kind) + domain)
    for name in metrics:
        experiment += data(5, data(1, data(2, name)))

    def part(tag, field, content):
        return _value(tag, _plugin("hparams", integer(1, 0) + data(field, content)))
    return (part("_hparams_/experiment", 2, experiment), part("_hparams_/session_start_info", 3, start),
            part("_hparams_/session_end_info", 4, integer(1, 1)))
