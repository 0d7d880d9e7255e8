"""Event files of SummaryWriter, read back by a small reader of the format, and by TensorBoard where it is installed."""
import struct
import zlib

import numpy as np
import pytest

import emberwing as torch
from emberwing.utils.tensorboard import SummaryWriter
from emberwing.utils.tensorboard import _records as records


def records_of(path):
    data, at = path.read_bytes(), 0
    while at < len(data):
        length, check = struct.unpack_from("<QI", data, at)
        assert check == records.masked(data[at:at + 8])
        body = data[at + 12:at + 12 + length]
        assert struct.unpack_from("<I", data, at + 12 + length)[0] == records.masked(body)
        yield body
        at += 16 + length


def fields(message):
    """{field number: values} of a protocol buffer message."""
    found, at = {}, 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 0x7f) << shift
            shift += 7
            if byte < 0x80:
                return value
    while at < len(message):
        key = varint()
        kind = key & 7
        if kind == 0:
            value = varint()
        elif kind == 1:
            value, = struct.unpack_from("<d", message, at)
            at += 8
        elif kind == 5:
            value, = struct.unpack_from("<f", message, at)
            at += 4
        else:
            length = varint()
            value = message[at:at + length]
            at += length
        found.setdefault(key >> 3, []).append(value)
    return found


def values(folder):
    """{tag: [(step, fields of the value)]} of the one event file in a folder."""
    file, = folder.glob("events.out.tfevents.*")
    events = [fields(r) for r in records_of(file)]
    assert events[0][3] == [b"brain.Event:2"] and all(e[1][0] > 1e9 for e in events)
    found = {}
    for e in events[1:]:
        for value in map(fields, fields(e[5][0])[1]):
            found.setdefault(value[1][0].decode(), []).append((e.get(2, [0])[0], value))
    return found


def test_checksum():
    # The check value of the Castagnoli polynomial's published definition.
    assert records.crc32c(b"123456789") == 0xe3069283


def test_scalars(tmp_path):
    with SummaryWriter(tmp_path) as w:
        for step in range(3):
            w.add_scalar("loss/train", torch.tensor(0.5 * step), step)
        w.add_scalar("new", np.float32(2.5), -1, new_style=True)
        w.add_scalar("fine", 0.1, 1, new_style=True, double_precision=True)
        w.add_scalars("both/of", {"a": 1.0, "b": torch.tensor([2.0])}, 7)
    found = values(tmp_path)
    assert [(step, v[2][0]) for step, v in found["loss/train"]] == [(0, 0.0), (1, 0.5), (2, 1.0)]
    step, new = found["new"][0]
    assert step == 2 ** 64 - 1 and fields(new[8][0])[5] == [2.5] and b"scalars" in new[9][0]
    assert np.frombuffer(fields(found["fine"][0][1][8][0])[6][0])[0] == 0.1
    assert [values(tmp_path / f"both_of_{n}")["both/of"][0][1][2] for n in "ab"] == [[1.0], [2.0]]
    with pytest.raises(AssertionError, match="scalar should be 0D"), SummaryWriter(tmp_path / "x") as w:
        w.add_scalar("x", torch.ones(2))


def test_histograms(tmp_path):
    with SummaryWriter(str(tmp_path)) as w:
        w.add_histogram("h", torch.tensor([1.0, 2.0, 2.0, -3.0]), 4)
        w.add_histogram("few", torch.arange(100.0), bins=10, max_bins=5)
    h = fields(values(tmp_path)["h"][0][1][5][0])
    limits, counts = np.frombuffer(h[6][0]), np.frombuffer(h[7][0])
    assert [h[i][0] for i in range(1, 6)] == [-3, 2, 4, 2, 18] and len(limits) == len(counts) and counts.sum() == 4
    assert counts[0] == 0 and counts[-1] == 2 and limits[-2] <= 2 < limits[-1] and (np.diff(limits) > 0).all()
    few = fields(values(tmp_path)["few"][0][1][5][0])
    assert np.frombuffer(few[7][0]).tolist() == [0, 20, 20, 20, 20, 20]


def pixels(value):
    """The bytes of a PNG that was written without filters."""
    image = fields(value[4][0])
    h, w, c = (image[i][0] for i in (1, 2, 3))
    png = image[4][0]
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    start = png.index(b"IDAT")
    length, = struct.unpack(">I", png[start - 4:start])
    rows = np.frombuffer(zlib.decompress(png[start + 4:start + 4 + length]), np.uint8).reshape(h, 1 + w * c)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(h, w, c)


def test_images(tmp_path):
    picture = torch.arange(24).reshape(3, 2, 4).byte()
    batch = torch.rand(9, 1, 2, 3)
    with SummaryWriter(tmp_path) as w:
        w.add_image("chw", picture)
        w.add_image("hwc", picture.permute(1, 2, 0), dataformats="HWC")
        w.add_image("floats", picture.float() / 255)
        w.add_image("grey", picture[0], dataformats="HW")
        w.add_images("batch", batch)
        with pytest.raises(AssertionError, match="input tensor and input format are different"):
            w.add_image("wrong", picture, dataformats="HW")
    found = {tag: pixels(v[0][1]) for tag, v in values(tmp_path).items()}
    expected = picture.permute(1, 2, 0).numpy()
    assert (found["chw"] == expected).all() and (found["hwc"] == expected).all() and (found["floats"] == expected).all()
    assert (found["grey"] == picture[0].numpy()[:, :, None]).all()
    assert found["batch"].shape == (4, 24, 3) and (found["batch"][2:, :3, 0] == (batch[8, 0] * 255).byte().numpy()).all()


def test_figures(tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    from matplotlib import pyplot
    figure = pyplot.figure(figsize=(1, 1), dpi=50)
    figure.gca().plot(torch.arange(3.0), torch.arange(3.0))
    with SummaryWriter(tmp_path) as w:
        w.add_figure("f", figure)
    assert pixels(values(tmp_path)["f"][0][1]).shape == (50, 50, 3) and not pyplot.get_fignums()


def test_texts_sounds_curves_and_settings(tmp_path):
    with SummaryWriter(tmp_path) as w:
        w.add_text("t", "größer **x**", 2)
        w.add_audio("s", torch.sin(torch.arange(100.0)), sample_rate=8000)
        w.add_pr_curve("pr", torch.tensor([1, 0, 1]), torch.tensor([0.9, 0.2, 0.6]), num_thresholds=3)
        w.add_hparams({"lr": 0.1, "name": "x", "on": True}, {"accuracy": 0.75}, run_name="run")
    found = values(tmp_path)
    step, text = found["t/text_summary"][0]
    assert step == 2 and fields(text[8][0])[8] == ["größer **x**".encode()]
    assert fields(found["s"][0][1][6][0])[4][0][:4] == b"RIFF"
    table = np.frombuffer(fields(found["pr"][0][1][8][0])[4][0], "<f4").reshape(6, 3)
    assert table[:4].tolist() == [[2, 2, 0], [1, 0, 0], [0, 1, 1], [0, 0, 2]]
    run = values(tmp_path / "run")
    assert run["accuracy"][0][1][2] == [0.75]
    assert {"_hparams_/experiment", "_hparams_/session_start_info", "_hparams_/session_end_info"} < set(run)


def test_what_is_not_written_is_refused(tmp_path):
    with SummaryWriter(tmp_path) as w:
        for name, arguments in (("add_graph", (None,)), ("add_video", ("v", None)), ("add_embedding", (None,)),
                                ("add_mesh", ("m", None))):
            with pytest.raises(NotImplementedError, match=name):
                getattr(w, name)(*arguments)


def test_events_wait_until_they_are_flushed(tmp_path):
    w = SummaryWriter(tmp_path, max_queue=100)
    w.add_scalar("x", 1.0)
    assert "x" not in values(tmp_path)
    w.flush()
    assert "x" in values(tmp_path)
    w.close()
    w.add_scalar("y", 1.0)
    w.close()
    assert len(list(tmp_path.glob("events*"))) == 2


def test_tensorboard_reads_them(tmp_path):
    accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    with SummaryWriter(tmp_path) as w:
        w.add_scalar("x", 0.5, 3)
        w.add_histogram("h", torch.arange(5.0))
        w.add_image("i", torch.rand(3, 4, 5))
        w.add_text("t", "text")
    read = accumulator.EventAccumulator(str(tmp_path))
    read.Reload()
    assert [(s.step, s.value) for s in read.Scalars("x")] == [(3, 0.5)]
    assert read.Histograms("h")[0].histogram_value.num == 5 and read.Images("i")[0].width == 5
    assert read.Tensors("t/text_summary")[0].tensor_proto.string_val == [b"text"]
