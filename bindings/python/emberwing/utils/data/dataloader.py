"""`DataLoader`: batches of a dataset, made here or by worker processes."""

import os
import warnings

import emberwing as ew
from ._utils.collate import default_collate, default_convert
from ._utils.worker import Resume, get_worker_info, make_fetcher
from .dataset import IterableDataset
from .sampler import BatchSampler, RandomSampler, Sampler, SequentialSampler

__all__ = ["DataLoader", "default_collate", "default_convert", "get_worker_info"]


class _DatasetKind:
    """Whether a dataset is indexed or a stream."""

    Map = 0
    Iterable = 1


class _InfiniteConstantSampler(Sampler):
    """The sampler of a stream, whose samples have no index."""

    def __iter__(self):
        while True:
            yield None


_FIXED = frozenset(["batch_size", "batch_sampler", "sampler", "drop_last", "dataset", "persistent_workers"])


class DataLoader:
    """Iterates over the batches of a dataset."""

    _initialized = False

    def __class_getitem__(cls, item):
        # `DataLoader[int]` and the like are for type checkers alone.
        return cls

    def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0,
                 collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None,
                 multiprocessing_context=None, generator=None, *, prefetch_factor=None, persistent_workers=False,
                 pin_memory_device="", in_order=True):
        if num_workers < 0:
            raise ValueError("num_workers option should be non-negative; "
                             "use num_workers=0 to disable multiprocessing.")
        if timeout < 0:
            raise ValueError("timeout option should be non-negative")
        if num_workers == 0 and prefetch_factor is not None:
            raise ValueError("prefetch_factor option could only be specified in multiprocessing.let num_workers > 0 "
                             "to enable multiprocessing, otherwise set prefetch_factor to None.")
        if num_workers > 0 and prefetch_factor is None:
            prefetch_factor = 2
        elif prefetch_factor is not None and prefetch_factor < 0:
            raise ValueError("prefetch_factor option should be non-negative")
        if persistent_workers and num_workers == 0:
            raise ValueError("persistent_workers option needs num_workers > 0")
        self.dataset = dataset
        self.num_workers = num_workers
        self.prefetch_factor = prefetch_factor
        self.pin_memory = pin_memory
        self.pin_memory_device = pin_memory_device
        self.timeout = timeout
        self.worker_init_fn = worker_init_fn
        self.multiprocessing_context = multiprocessing_context
        self.in_order = in_order
        stream = isinstance(dataset, IterableDataset)
        self._dataset_kind = _DatasetKind.Iterable if stream else _DatasetKind.Map
        if stream:
            for name, value, unspecified in (("shuffle", shuffle, shuffle in (False, None)),
                                             ("sampler", sampler, sampler is None),
                                             ("batch_sampler", batch_sampler, batch_sampler is None)):
                if not unspecified:
                    raise ValueError(f"DataLoader with IterableDataset: expected unspecified {name} option, "
                                     f"but got {name}={value}")
        if sampler is not None and shuffle:
            raise ValueError("sampler option is mutually exclusive with shuffle")
        if batch_sampler is not None:
            if batch_size != 1 or shuffle or sampler is not None or drop_last:
                raise ValueError("batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and "
                                 "drop_last")
            batch_size = None
        elif batch_size is None and drop_last:
            raise ValueError("batch_size=None option disables auto-batching and is mutually exclusive with drop_last")
        if sampler is None:
            if stream:
                sampler = _InfiniteConstantSampler()
            elif shuffle:
                sampler = RandomSampler(dataset, generator=generator)
            else:
                sampler = SequentialSampler(dataset)
        if batch_size is not None and batch_sampler is None:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = drop_last
        self.sampler = sampler
        self.batch_sampler = batch_sampler
        self.generator = generator
        if collate_fn is None:
            collate_fn = default_collate if self._auto_collation else default_convert
        self.collate_fn = collate_fn
        self.persistent_workers = persistent_workers
        self._iterator = None
        self._IterableDataset_len_called = None
        self._initialized = True
        self.check_worker_number_rationality()

    def __setattr__(self, attr, val):
        if self._initialized and attr in _FIXED:
            raise ValueError(f"{attr} attribute should not be set after {type(self).__name__} is initialized")
        super().__setattr__(attr, val)

    @property
    def multiprocessing_context(self):
        """How worker processes are started; None means by fork."""
        return self._multiprocessing_context

    @multiprocessing_context.setter
    def multiprocessing_context(self, context):
        if context is not None:
            if self.num_workers == 0:
                raise ValueError("multiprocessing_context can only be used with multi-process loading "
                                 f"(num_workers > 0), but got num_workers={self.num_workers}")
            import multiprocessing

            if isinstance(context, str):
                methods = multiprocessing.get_all_start_methods()
                if context not in methods:
                    raise ValueError("multiprocessing_context option should specify a valid start method in "
                                     f"{methods!r}, but got multiprocessing_context={context!r}")
                context = multiprocessing.get_context(context)
            if not isinstance(context, multiprocessing.context.BaseContext):
                raise TypeError("multiprocessing_context option should be a valid context object or a string "
                                f"specifying the start method, but got multiprocessing_context={context}")
        self._multiprocessing_context = context

    @property
    def _auto_collation(self):
        return self.batch_sampler is not None

    @property
    def _index_sampler(self):
        return self.batch_sampler if self._auto_collation else self.sampler

    def __iter__(self):
        if self.num_workers == 0:
            return _SingleProcessDataLoaderIter(self)
        if not self.persistent_workers:
            return _MultiProcessingDataLoaderIter(self)
        if self._iterator is None:
            self._iterator = _MultiProcessingDataLoaderIter(self)
        else:
            self._iterator._reset(self)
        return self._iterator

    def __len__(self):
        if self._dataset_kind != _DatasetKind.Iterable:
            return len(self._index_sampler)
        length = self._IterableDataset_len_called = len(self.dataset)
        if self.batch_size is None:
            return length
        return length // self.batch_size if self.drop_last else -(-length // self.batch_size)

    def check_worker_number_rationality(self):
        """Warns if there are more workers than processors."""
        if not self.num_workers:
            return
        affinity = hasattr(os, "sched_getaffinity")
        most = len(os.sched_getaffinity(0)) if affinity else os.cpu_count()
        if most is None:
            advice = "DataLoader is not able to compute a suggested max number of worker in current system."
        elif self.num_workers > most:
            unchecked = "" if affinity else " (`cpuset` is not taken into account)"
            advice = (f"Our suggested max number of worker in current system is {most}{unchecked}, which is smaller "
                      "than what this DataLoader is going to create.")
        else:
            return
        warnings.warn(f"This DataLoader will create {self.num_workers} worker processes in total. {advice} Please be "
                      "aware that excessive worker creation might get DataLoader running slow or even freeze, lower "
                      "the worker number to avoid potential slowness/freeze if necessary.", stacklevel=3)


class _BaseDataLoaderIter:
    """One pass over a loader."""

    def __init__(self, loader):
        self._loader = loader
        self._dataset = loader.dataset
        self._index_sampler = loader._index_sampler
        self._num_workers = loader.num_workers
        accelerator = loader.pin_memory and ew.cuda.is_available()
        if loader.pin_memory and not accelerator:
            warnings.warn("'pin_memory' argument is set as true but no accelerator is found, then device pinned "
                          "memory won't be used.", stacklevel=3)
        self._start(loader)
        # Drawn even when unused, so that the random stream goes on as it does with workers.
        self._base_seed = ew.empty((), dtype=ew.int64).random_(generator=loader.generator).item()

    def _start(self, loader):
        self._sampler_iter = iter(self._index_sampler)
        self._num_yielded = 0
        self._expected = loader._IterableDataset_len_called

    def __iter__(self):
        return self

    def __len__(self):
        return len(self._index_sampler)

    def __next__(self):
        data = self._next_data()
        self._num_yielded += 1
        if self._expected is not None and self._num_yielded > self._expected:
            self._warn_length()
        return data

    def _warn_length(self):
        if self._loader._dataset_kind != _DatasetKind.Iterable:
            return
        message = (f"Length of IterableDataset {self._dataset} was reported to be {self._expected}(when accessing "
                   f"len(dataloader)), but {self._num_yielded} samples have been fetched. ")
        if self._num_workers > 0:
            message += ("For multiprocessing data-loading, this could be caused by not properly configuring the "
                        "IterableDataset replica at each worker. Please see "
                        "https://pytorch.org/docs/stable/data.html#torch.utils.data.IterableDataset for examples.")
        warnings.warn(message, stacklevel=3)

    def _next_data(self):
        raise NotImplementedError

    def __getstate__(self):
        raise NotImplementedError("{} cannot be pickled", type(self).__name__)


class _SingleProcessDataLoaderIter(_BaseDataLoaderIter):
    """A pass whose batches are made here."""

    def __init__(self, loader):
        super().__init__(loader)
        if loader.timeout != 0:
            raise AssertionError("_SingleProcessDataLoaderIter requires timeout == 0")
        self._fetch = make_fetcher(loader._dataset_kind == _DatasetKind.Iterable, loader.dataset,
                                   loader._auto_collation, loader.collate_fn, loader.drop_last).fetch

    def _next_data(self):
        return self._fetch(next(self._sampler_iter))


class _MultiProcessingDataLoaderIter(_BaseDataLoaderIter):
    """A pass whose batches are made by workers; they come in the order of the sampler."""

    def __init__(self, loader):
        super().__init__(loader)
        if loader.prefetch_factor <= 0:
            raise AssertionError("num_workers and prefetch_factor must be positive")
        # Only loaders with workers need what starts processes.
        from ._utils.workers import Schedule, WorkerPool

        self._make_schedule = Schedule
        settings = (loader._dataset_kind == _DatasetKind.Iterable, loader.dataset, loader._auto_collation,
                    loader.collate_fn, loader.drop_last, self._base_seed, loader.worker_init_fn, loader.num_workers)
        self._pool = WorkerPool(loader.multiprocessing_context, settings, loader.num_workers)
        self._schedule = None
        self._passes = 0
        self._plan(loader)

    def _plan(self, loader):
        self._schedule = self._make_schedule(self._pool, self._sampler_iter, loader.prefetch_factor,
                                             loader.persistent_workers, loader.in_order, loader.timeout)

    def _reset(self, loader):
        """Begins a new pass with the same workers."""
        self._start(loader)
        self._passes += 1
        for worker in range(loader.num_workers):
            self._pool.send(worker, None, Resume(self._passes))
        for worker in range(loader.num_workers):
            while True:
                _, _, data = self._pool.receive([worker], loader.timeout)
                # Whatever is left of the pass before is thrown away.
                if isinstance(data, Resume) and data.number == self._passes:
                    break
        self._plan(loader)

    def _next_data(self):
        try:
            return next(self._schedule)
        except StopIteration:
            if not self._loader.persistent_workers:
                self._pool.shutdown()
            raise
