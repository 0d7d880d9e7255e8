"""Sequences of different lengths: packed together, padded, and back."""

from collections import namedtuple
from collections.abc import Iterable

import emberwing as ew
from ..._generated import functions as _F
from ..._tensor import Tensor

__all__ = ["PackedSequence", "invert_permutation", "pack_padded_sequence", "pad_packed_sequence", "pad_sequence",
           "unpad_sequence", "pack_sequence", "unpack_sequence"]

PackedSequence_ = namedtuple("PackedSequence_", ["data", "batch_sizes", "sorted_indices", "unsorted_indices"])


class PackedSequence(PackedSequence_):
    """The rows of several sequences step by step, the number of rows of each step, and the order of the sequences."""

    # Not a namedtuple's empty __slots__: PyTorch's objects take attributes.

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        if batch_sizes is None:
            if not (isinstance(data, (list, tuple)) and len(data) == 2):
                raise AssertionError("Expected data to be a list or tuple of length 2")
            data, batch_sizes = data
        elif batch_sizes.device.type != "cpu":
            raise ValueError("batch_sizes should always be on CPU. Instances of PackedSequence should never be created "
                             "manually. They should be instantiated by functions like pack_sequence and "
                             "pack_padded_sequences in nn.utils.rnn. "
                             "https://pytorch.org/docs/stable/nn.html#torch.nn.utils.rnn.pack_sequence")
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        """The sequence with its data in another dtype or on another device."""
        data = self.data.to(*args, **kwargs)
        if data is self.data:
            return self
        order = [None if t is None else t.to(data.device) for t in (self.sorted_indices, self.unsorted_indices)]
        return type(self)(data, self.batch_sizes, *order)

    def pin_memory(self):
        """The sequence in page-locked memory."""
        order = [None if t is None else t.pin_memory() for t in (self.sorted_indices, self.unsorted_indices)]
        return type(self)(self.data.pin_memory(), self.batch_sizes, *order)

    def cuda(self, *args, **kwargs):
        kwargs["device"] = "cuda"
        return self.to(*args, **kwargs)

    def cpu(self, *args, **kwargs):
        kwargs["device"] = "cpu"
        return self.to(*args, **kwargs)

    def double(self):
        return self.to(dtype=ew.double)

    def float(self):
        return self.to(dtype=ew.float)

    def half(self):
        return self.to(dtype=ew.half)

    def long(self):
        return self.to(dtype=ew.long)

    def int(self):
        return self.to(dtype=ew.int)

    def short(self):
        return self.to(dtype=ew.short)

    def char(self):
        return self.to(dtype=ew.int8)

    def byte(self):
        return self.to(dtype=ew.uint8)

    @property
    def is_cuda(self):
        return self.data.is_cuda

    def is_pinned(self):
        return self.data.is_pinned()


def invert_permutation(permutation):
    """The permutation that undoes this one."""
    if permutation is None:
        return None
    result = ew.empty_like(permutation)
    result.scatter_(0, permutation, ew.arange(0, permutation.numel()))
    return result


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """Packs padded sequences (T, B, *) or (B, T, *) of the given lengths."""
    if isinstance(lengths, Tensor):
        lengths = lengths.to(dtype=ew.int64)
    else:
        lengths = ew.as_tensor(lengths, dtype=ew.int64)
    order = None
    if not enforce_sorted:
        lengths, order = ew.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, order)
    data, batch_sizes = _F.pack_padded_sequence(input, lengths, batch_first)
    return PackedSequence(data, batch_sizes, order, None)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """Unpacks to padded sequences (T, B, *) or (B, T, *), in their first order, and their lengths."""
    longest = sequence.batch_sizes.size(0)
    if total_length is not None:
        if total_length < longest:
            raise ValueError("Expected total_length to be at least the length of the longest sequence in input, but got "
                             f"total_length={total_length} and max sequence length being {longest}")
        longest = total_length
    padded, lengths = _F.pad_packed_sequence(sequence.data, sequence.batch_sizes, batch_first, padding_value, longest)
    back = sequence.unsorted_indices
    if back is None:
        return padded, lengths
    return padded.index_select(0 if batch_first else 1, back), lengths.index_select(0, back)


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    """Sequences (L, *) of different lengths as one tensor (T, B, *) or (B, T, *)."""
    if not isinstance(sequences, Iterable):
        raise RuntimeError("pad_sequence: Expected iterable for input sequences, but got arg of type: "
                           f"{type(sequences)}")
    sequences = tuple(sequences)
    if not sequences:
        raise RuntimeError("received an empty list of sequences")
    if padding_side not in ("left", "right"):
        raise RuntimeError(f"Expected padding_side to be one of left or right, but got {padding_side}.")
    longest, tail = max(s.size(0) for s in sequences), tuple(sequences[0].shape[1:])
    rows = []
    for s in sequences:
        missing = longest - s.size(0)
        if missing:
            gap = ew.full((missing, *tail), padding_value, dtype=s.dtype)
            s = ew.cat([gap, s] if padding_side == "left" else [s, gap])
        rows.append(s)
    return ew.stack(rows, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    """The padded sequences as a list without their padding."""
    if not batch_first:
        padded_sequences.transpose_(0, 1)
    steps = ew.arange(padded_sequences.shape[1])
    if len(padded_sequences) != len(lengths):
        raise ValueError("zip() argument 2 is " + ("shorter" if len(lengths) < len(padded_sequences) else "longer")
                         + " than argument 1")
    return [row[steps < length] for row, length in zip(padded_sequences, lengths)]


def pack_sequence(sequences, enforce_sorted=True):
    """Packs sequences (L, *) of different lengths."""
    lengths = ew.as_tensor([s.size(0) for s in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    """The packed sequences as a list."""
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
