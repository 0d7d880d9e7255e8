"""The sampler that gives each of several processes its own part of a dataset."""

import math

import emberwing as ew
from .sampler import Sampler

__all__ = ["DistributedSampler"]


def _from_process_group(name):
    group = getattr(ew, "distributed", None)
    if group is None or not group.is_available():
        raise RuntimeError("Requires distributed package to be available")
    return getattr(group, name)()


class DistributedSampler(Sampler):
    """Every `num_replicas`-th index from `rank` on, of all indices in an order that all processes share."""

    def __init__(self, dataset, num_replicas=None, rank=None, shuffle=True, seed=0, drop_last=False):
        num_replicas = _from_process_group("get_world_size") if num_replicas is None else num_replicas
        rank = _from_process_group("get_rank") if rank is None else rank
        if rank >= num_replicas or rank < 0:
            raise ValueError(f"Invalid rank {rank}, rank should be in the interval [0, {num_replicas - 1}]")
        self.dataset = dataset
        self.num_replicas = num_replicas
        self.rank = rank
        self.epoch = 0
        self.drop_last = drop_last
        count = len(dataset)
        if drop_last and count % num_replicas != 0:
            self.num_samples = math.ceil((count - num_replicas) / num_replicas)
        else:
            self.num_samples = math.ceil(count / num_replicas)
        self.total_size = self.num_samples * num_replicas
        self.shuffle = shuffle
        self.seed = seed

    def __iter__(self):
        count = len(self.dataset)
        if self.shuffle:
            generator = ew.Generator()
            generator.manual_seed(self.seed + self.epoch)
            indices = ew.randperm(count, generator=generator).tolist()
        else:
            indices = list(range(count))
        if self.total_size > len(indices) and not self.drop_last:
            indices = indices * math.ceil(self.total_size / len(indices))
        indices = indices[:self.total_size]
        if len(indices) != self.total_size:
            raise AssertionError(f"Number of indices ({len(indices)}) does not match total_size ({self.total_size})")
        return iter(indices[self.rank:self.total_size:self.num_replicas])

    def __len__(self):
        return self.num_samples

    def set_epoch(self, epoch):
        """Sets the epoch, which with the seed decides the order."""
        self.epoch = epoch
