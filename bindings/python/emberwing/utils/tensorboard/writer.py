"""The writers of event files."""
import os
import socket
import time
import weakref

from . import _summary as S
from ._convert import figure_image, make_np
from ._records import RecordWriter

__all__ = ["FileWriter", "SummaryWriter"]

_number = 0


class FileWriter:
    """Writes events into one file of a folder; they reach it after `max_queue` of them, `flush_secs`, or `flush()`."""

    def __init__(self, log_dir, max_queue=10, flush_secs=120, filename_suffix=""):
        global _number
        self._log_dir = str(log_dir)
        os.makedirs(self._log_dir, exist_ok=True)
        name = (f"events.out.tfevents.{int(time.time()):010d}.{socket.gethostname()}.{os.getpid()}.{_number}"
                f"{filename_suffix}")
        _number += 1
        self._path = os.path.join(self._log_dir, name)
        self._max_queue, self._flush_secs = max_queue, flush_secs
        self._open("wb")
        self._write(S.event(version="brain.Event:2"))
        self.flush()

    def _open(self, mode):
        file = open(self._path, mode)
        self._records = RecordWriter(file)
        self._waiting, self._flushed = 0, time.monotonic()
        # Also at the end of the process.
        self._finalizer = weakref.finalize(self, file.close)

    def _write(self, event):
        if self._records.closed:
            self._open("ab")
        self._records.write(event)
        self._waiting += 1
        if self._waiting > self._max_queue or time.monotonic() - self._flushed > self._flush_secs:
            self.flush()

    def get_logdir(self):
        return self._log_dir

    def add_event(self, event, step=None, walltime=None):
        """Writes an encoded Event message; `step` and `walltime` stand in it already."""
        if step is not None or walltime is not None:
            raise NotImplementedError("add_event: step and walltime: they are part of the encoded event")
        self._write(event)

    def add_summary(self, summary, global_step=None, walltime=None):
        """Writes an encoded Summary message."""
        self._write(S.event(summary, global_step, walltime))

    def add_graph(self, graph_profile, walltime=None):
        raise NotImplementedError("add_graph: no graph is captured from a model")

    def add_onnx_graph(self, graph, walltime=None):
        raise NotImplementedError("add_onnx_graph: no graph is captured from a model")

    def flush(self):
        if not self._records.closed:
            self._records.flush()
        self._waiting, self._flushed = 0, time.monotonic()

    def close(self):
        self._finalizer()

    def reopen(self):
        """Goes on with the same file."""
        if self._records.closed:
            self._open("ab")


class SummaryWriter:
    """Writes what TensorBoard shows, into `log_dir` (`runs/` with the date and the machine's name where it is None)."""

    def __init__(self, log_dir=None, comment="", purge_step=None, max_queue=10, flush_secs=120, filename_suffix=""):
        if not log_dir:
            from datetime import datetime
            log_dir = os.path.join("runs", datetime.now().strftime("%b%d_%H-%M-%S") + "_" + socket.gethostname() + comment)
        if purge_step is not None:
            raise NotImplementedError("SummaryWriter: purge_step: events of a file are not taken back")
        self.log_dir = log_dir
        self.max_queue, self.flush_secs, self.filename_suffix = max_queue, flush_secs, filename_suffix
        self.file_writer = self.all_writers = None
        self._get_file_writer()

    def _get_file_writer(self):
        if self.all_writers is None or self.file_writer is None:
            self.file_writer = FileWriter(self.log_dir, self.max_queue, self.flush_secs, self.filename_suffix)
            self.all_writers = {self.file_writer.get_logdir(): self.file_writer}
        return self.file_writer

    def get_logdir(self):
        return self.log_dir

    def _add(self, summary, step, walltime):
        self._get_file_writer().add_summary(summary, None if step is None else int(step), walltime)

    def add_scalar(self, tag, scalar_value, global_step=None, walltime=None, new_style=False, double_precision=False):
        """One number of a step."""
        self._add(S.scalar_summary(tag, scalar_value, new_style, double_precision), global_step, walltime)

    def add_scalars(self, main_tag, tag_scalar_dict, global_step=None, walltime=None):
        """Several numbers that are drawn together, each as a run of its own."""
        folder = self._get_file_writer().get_logdir()
        for tag, value in tag_scalar_dict.items():
            path = f"{folder}/{main_tag.replace('/', '_')}_{tag}"
            if path not in self.all_writers:
                self.all_writers[path] = FileWriter(path, self.max_queue, self.flush_secs, self.filename_suffix)
            self.all_writers[path].add_summary(S.scalar_summary(main_tag, value), global_step, walltime)

    def add_tensor(self, tag, tensor, global_step=None, walltime=None):
        """A whole tensor."""
        self._add(S.tensor_summary(tag, tensor), global_step, walltime)

    def add_histogram(self, tag, values, global_step=None, bins="tensorflow", walltime=None, max_bins=None):
        """How values are distributed."""
        self._add(S.histogram_summary(tag, values, bins, max_bins), global_step, walltime)

    def add_histogram_raw(self, tag, min, max, num, sum, sum_squares, bucket_limits, bucket_counts, global_step=None,
                          walltime=None):
        """A histogram that was counted elsewhere."""
        if len(bucket_limits) != len(bucket_counts):
            raise ValueError("len(bucket_limits) != len(bucket_counts), see the document.")
        numbers = [float(make_np(x).reshape(())) for x in (min, max, num, sum, sum_squares)]
        self._add(S.histogram_raw_summary(tag, *numbers, [float(x) for x in bucket_limits], [float(x) for x in bucket_counts]),
                  global_step, walltime)

    def add_image(self, tag, img_tensor, global_step=None, walltime=None, dataformats="CHW"):
        """One image: bytes, or floats from 0 to 1."""
        self._add(S.image_summary(tag, img_tensor, dataformats), global_step, walltime)

    def add_images(self, tag, img_tensor, global_step=None, walltime=None, dataformats="NCHW"):
        """A batch of images, side by side."""
        if isinstance(img_tensor, list):
            raise NotImplementedError("add_images: a list; stack the images into one tensor")
        self._add(S.image_summary(tag, img_tensor, dataformats), global_step, walltime)

    def add_image_with_boxes(self, tag, img_tensor, box_tensor, global_step=None, walltime=None, rescale=1,
                             dataformats="CHW", labels=None):
        raise NotImplementedError("add_image_with_boxes: draw the boxes into the image and use add_image")

    def add_figure(self, tag, figure, global_step=None, close=True, walltime=None):
        """A matplotlib figure, or a list of them."""
        self.add_image(tag, figure_image(figure, close), global_step, walltime,
                       dataformats="NCHW" if isinstance(figure, (list, tuple)) else "CHW")

    def add_video(self, tag, vid_tensor, global_step=None, fps=4, walltime=None):
        raise NotImplementedError("add_video: there is no encoder of animations")

    def add_audio(self, tag, snd_tensor, global_step=None, sample_rate=44100, walltime=None):
        """Samples from -1 to 1."""
        self._add(S.audio_summary(tag, snd_tensor, sample_rate), global_step, walltime)

    def add_text(self, tag, text_string, global_step=None, walltime=None):
        """A text in Markdown."""
        self._add(S.text_summary(tag, text_string), global_step, walltime)

    def add_graph(self, model, input_to_model=None, verbose=False, use_strict_trace=True):
        raise NotImplementedError("add_graph: no graph is captured from a model")

    def add_onnx_graph(self, prototxt):
        raise NotImplementedError("add_onnx_graph: no graph is captured from a model")

    def add_embedding(self, mat, metadata=None, label_img=None, global_step=None, tag="default", metadata_header=None):
        raise NotImplementedError("add_embedding: files of the projector are not written")

    def add_pr_curve(self, tag, labels, predictions, global_step=None, num_thresholds=127, weights=None, walltime=None):
        """Precision and recall of a classifier of two classes."""
        self._add(S.pr_curve_summary(tag, labels, predictions, num_thresholds, weights), global_step, walltime)

    def add_pr_curve_raw(self, tag, true_positive_counts, false_positive_counts, true_negative_counts, false_negative_counts,
                         precision, recall, global_step=None, num_thresholds=127, weights=None, walltime=None):
        """A curve that was computed elsewhere."""
        self._add(S.pr_curve_raw_summary(tag, true_positive_counts, false_positive_counts, true_negative_counts,
                                         false_negative_counts, precision, recall, num_thresholds, weights),
                  global_step, walltime)

    def add_custom_scalars(self, layout):
        """Charts of several scalars: {category: {chart: ["Multiline" or "Margin", tags]}}."""
        self._add(S.custom_scalars_summary(layout), None, None)

    def add_custom_scalars_multilinechart(self, tags, category="default", title="untitled"):
        self.add_custom_scalars({category: {title: ["Multiline", tags]}})

    def add_custom_scalars_marginchart(self, tags, category="default", title="untitled"):
        if len(tags) != 3:
            raise AssertionError("a margin chart has three tags")
        self.add_custom_scalars({category: {title: ["Margin", tags]}})

    def add_mesh(self, tag, vertices, colors=None, faces=None, config_dict=None, global_step=None, walltime=None):
        raise NotImplementedError("add_mesh: meshes are not written")

    def add_hparams(self, hparam_dict, metric_dict, hparam_domain_discrete=None, run_name=None, global_step=None):
        """What a run was made with, and what it was measured by, in a folder of its own."""
        summaries = S.hparams_summaries(hparam_dict, metric_dict, hparam_domain_discrete)
        with SummaryWriter(os.path.join(self._get_file_writer().get_logdir(), run_name or str(time.time()))) as run:
            for summary in summaries:
                run.file_writer.add_summary(summary, global_step)
            for name, value in metric_dict.items():
                run.add_scalar(name, value, global_step)

    def flush(self):
        """Writes what waits."""
        for writer in (self.all_writers or {}).values():
            writer.flush()

    def close(self):
        """Writes what waits, and closes the files."""
        for writer in (self.all_writers or {}).values():
            writer.close()
        self.file_writer = self.all_writers = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()
