"""torch.onnx: no graph is captured from a model, so nothing is exported."""

__all__ = ["OnnxExporterError", "export", "is_in_onnx_export"]


class OnnxExporterError(RuntimeError):
    """An error of the exporter."""


def is_in_onnx_export():
    """Whether a model is being exported."""
    return False


def export(model, args=(), f=None, **options):
    """Not possible: writing ONNX needs the graph of a model."""
    raise NotImplementedError("torch.onnx.export: no graph is captured from a model")
