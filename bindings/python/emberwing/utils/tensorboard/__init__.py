"""torch.utils.tensorboard: event files that TensorBoard reads, written without it."""
from .writer import FileWriter, SummaryWriter

__all__ = ["FileWriter", "RecordWriter", "SummaryWriter"]


def __getattr__(name):
    if name == "RecordWriter":
        from ._records import RecordWriter
        return RecordWriter
    raise AttributeError(f"Emberwing has no torch.utils.tensorboard.{name}")
