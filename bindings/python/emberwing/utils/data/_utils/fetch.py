"""Fetching samples (and batching them) for a loader or one of its workers."""

import emberwing as ew
from ..dataset import Subset, TensorDataset
from .collate import default_collate


def _gather_plan(dataset):
    """The tensors and the index table of a dataset whose batches can be gathered whole, or None."""
    table = None
    while type(dataset) is Subset:
        own = dataset.indices
        # A tensor of indices gives tensors, which would have to be turned into numbers one by one.
        if not isinstance(own, (list, tuple, range)):
            return None
        table = list(own) if table is None else [own[i] for i in table]
        dataset = dataset.dataset
    if type(dataset) is not TensorDataset or not all(type(t) is type(dataset.tensors[0]) for t in dataset.tensors):
        return None
    if any(t.is_sparse or t.requires_grad for t in dataset.tensors):
        return None
    return dataset.tensors, table


class MapFetcher:
    """Fetches by index: one sample, or a batch of them."""

    def __init__(self, dataset, auto_collation, collate_fn, drop_last):
        self.dataset = dataset
        self.auto_collation = auto_collation
        self.collate_fn = collate_fn
        self.fast = _gather_plan(dataset) if auto_collation and collate_fn is default_collate else None

    def fetch(self, index):
        if not self.auto_collation:
            return self.collate_fn(self.dataset[index])
        if self.fast is not None:
            batch = self._gather(index)
            if batch is not None:
                return batch
        if callable(getattr(self.dataset, "__getitems__", None)):
            return self.collate_fn(self.dataset.__getitems__(index))
        return self.collate_fn([self.dataset[i] for i in index])

    def _gather(self, index):
        """A whole batch by one selection a tensor: the same as stacking the samples."""
        tensors, table = self.fast
        try:
            if table is not None:
                index = [table[i] for i in index]
            count = len(tensors[0])
            if type(index) is not list or not index or min(index) < 0 or max(index) >= count:
                return None
            rows = ew.tensor(index, dtype=ew.int64)
        except (TypeError, IndexError, ValueError, RuntimeError):
            # What the samples would raise one by one is raised there.
            return None
        return [tensor.index_select(0, rows) for tensor in tensors]


class IterableFetcher:
    """Fetches what comes next from a stream."""

    def __init__(self, dataset, auto_collation, collate_fn, drop_last):
        self.stream = iter(dataset)
        self.auto_collation = auto_collation
        self.collate_fn = collate_fn
        self.drop_last = drop_last
        self.ended = False

    def fetch(self, index):
        if self.ended:
            raise StopIteration
        if not self.auto_collation:
            return self.collate_fn(next(self.stream))
        batch = []
        for _ in index:
            try:
                batch.append(next(self.stream))
            except StopIteration:
                self.ended = True
                break
        if not batch or (self.drop_last and len(batch) < len(index)):
            raise StopIteration
        return self.collate_fn(batch)
