"""Datasets, samplers and the data loader, with and without workers."""

import os
from collections import namedtuple

import numpy as np
import pytest

import emberwing as torch
from emberwing.utils import data

Point = namedtuple("Point", "x y")


class Items(data.Dataset):
    def __init__(self, make, count=10):
        self.make, self.count = make, count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return self.make(index)


class Stream(data.IterableDataset):
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        info = data.get_worker_info()
        start, step = (0, 1) if info is None else (info.id, info.num_workers)
        return iter(range(start, self.count, step))


def tensor_item(i):
    return torch.full((2,), float(i)), i


def failing_item(i):
    if i == 3:
        raise KeyError("no item three")
    return i


def dying_item(i):
    os._exit(3)


def large_item(i):
    return torch.full((300, 300), float(i))


def seeded_item(i):
    return torch.rand(1), np.random.rand()


def failing_start(worker_id):
    raise ValueError("cannot start")


def test_collate_kinds():
    batch = data.default_collate([{"t": torch.zeros(2), "i": 1, "f": 0.5, "s": "a", "p": Point(1, 2.0), "l": [1, 2]},
                                  {"t": torch.ones(2), "i": 2, "f": 1.5, "s": "b", "p": Point(3, 4.0), "l": [3, 4]}])
    assert batch["t"].tolist() == [[0, 0], [1, 1]]
    assert batch["i"].dtype == torch.int64 and batch["f"].dtype == torch.float64
    assert batch["s"] == ["a", "b"] and isinstance(batch["p"], Point) and batch["p"].y.tolist() == [2.0, 4.0]
    assert [v.tolist() for v in batch["l"]] == [[1, 3], [2, 4]]
    assert data.default_collate([np.float32(1), np.float32(2)]).dtype == torch.float32
    assert data.default_collate([np.zeros(2, np.int16)] * 3).shape == (3, 2)
    with pytest.raises(TypeError, match="default_collate: batch must contain tensors"):
        data.default_collate([object()])
    with pytest.raises(RuntimeError, match="each element in list of batch should be of equal size"):
        data.default_collate([[1], [1, 2]])


def test_tensor_dataset_is_gathered_like_stacking():
    set_ = data.TensorDataset(torch.arange(12).view(6, 2), torch.arange(6.0))
    indices = [4, 0, 5, 1]
    fast = list(data.DataLoader(set_, batch_size=2, sampler=indices))
    slow = list(data.DataLoader(set_, batch_size=2, sampler=indices, collate_fn=lambda b: data.default_collate(b)))
    for a, b in zip(fast, slow):
        assert type(a) is type(b) is list
        assert [t.tolist() for t in a] == [t.tolist() for t in b]
    part = data.Subset(set_, [5, 3, -1])
    assert [b[1].tolist() for b in data.DataLoader(part, batch_size=2)] == [[5.0, 3.0], [5.0]]
    with pytest.raises(IndexError):
        list(data.DataLoader(set_, sampler=[6]))


def test_order_and_stream_of_a_seed():
    torch.manual_seed(0)
    loader = data.DataLoader(range(5), batch_size=5, shuffle=True)
    first, second = next(iter(loader)).tolist(), next(iter(loader)).tolist()
    torch.manual_seed(0)
    assert next(iter(loader)).tolist() == first and sorted(first) == [0, 1, 2, 3, 4]
    assert next(iter(loader)).tolist() == second
    generator = torch.Generator()
    generator.manual_seed(7)
    state = torch.get_rng_state()
    list(data.DataLoader(range(5), shuffle=True, generator=generator))
    assert torch.equal(state, torch.get_rng_state())


def test_lengths_and_last_batch():
    assert [len(b) for b in data.DataLoader(range(7), batch_size=3)] == [3, 3, 1]
    loader = data.DataLoader(range(7), batch_size=3, drop_last=True)
    assert len(loader) == 2 and [len(b) for b in loader] == [3, 3]
    assert [b.tolist() for b in data.DataLoader(Stream(5), batch_size=2)] == [[0, 1], [2, 3], [4]]
    assert list(data.DataLoader([1, 2], batch_size=None)) == [1, 2]
    assert [b.tolist() for b in data.DataLoader(range(4), batch_sampler=[[3, 0], [1]])] == [[3, 0], [1]]


def test_combinations():
    both = data.ConcatDataset([range(3), range(10, 12)])
    assert len(both) == 5 and [both[i] for i in (0, 3, -1)] == [0, 10, 11]
    stacked = data.StackDataset(a=range(3), b=range(5, 8))
    assert stacked[1] == {"a": 1, "b": 6}
    assert data.StackDataset(range(3), range(5, 8)).__getitems__([0, 2]) == [(0, 5), (2, 7)]
    assert list(data.ChainDataset([Stream(2), Stream(1)])) == [0, 1, 0]
    parts = data.random_split(range(10), [0.5, 0.3, 0.2])
    assert [len(p) for p in parts] == [5, 3, 2]
    assert sorted(x for p in parts for x in p) == list(range(10))
    with pytest.raises(ValueError, match="Sum of input lengths does not equal"):
        data.random_split(range(10), [3, 3])


def test_samplers():
    assert sorted(data.RandomSampler(range(4))) == [0, 1, 2, 3]
    assert len(list(data.RandomSampler(range(4), num_samples=10))) == 10
    assert len(list(data.RandomSampler(range(4), replacement=True, num_samples=70))) == 70
    # An endless loader asks for as many as can be counted, and must not prepare for them all.
    assert next(iter(data.RandomSampler(range(4), replacement=True, num_samples=10 ** 15))) in range(4)
    assert sorted(data.SubsetRandomSampler([5, 9])) == [5, 9]
    assert set(data.WeightedRandomSampler([0.0, 1.0, 0.0], 5)) == {1}
    assert list(data.BatchSampler(range(5), 2, False)) == [[0, 1], [2, 3], [4]]
    parts = [list(data.DistributedSampler(range(5), 2, rank, shuffle=False)) for rank in (0, 1)]
    assert parts == [[0, 2, 4], [1, 3, 0]]


@pytest.mark.parametrize("options", [
    {"num_workers": 2},
    {"num_workers": 3, "prefetch_factor": 1, "persistent_workers": True},
    {"num_workers": 1, "multiprocessing_context": "fork"},
])
@pytest.mark.filterwarnings("ignore:This DataLoader will create")
def test_workers_give_the_same_batches_in_order(options):
    here = data.DataLoader(Items(tensor_item), batch_size=3)
    there = data.DataLoader(Items(tensor_item), batch_size=3, **options)
    for _ in range(2):
        got = [(x.tolist(), i.tolist()) for x, i in there]
        assert got == [(x.tolist(), i.tolist()) for x, i in here]


def test_workers_split_a_stream():
    loader = data.DataLoader(Stream(7), batch_size=2, num_workers=2)
    assert [b.tolist() for b in loader] == [[0, 2], [1, 3], [4, 6], [5]]


def test_large_tensors_come_through_and_may_be_written():
    batches = list(data.DataLoader(Items(large_item), batch_size=4, num_workers=2))
    assert [b.shape[0] for b in batches] == [4, 4, 2]
    assert batches[1][1, 0, 0].item() == 5.0
    batches[0].add_(1)
    assert batches[0][0, 0, 0].item() == 1.0


def test_workers_out_of_order_give_everything():
    loader = data.DataLoader(Items(tensor_item), batch_size=3, num_workers=2, in_order=False)
    assert sorted(i for _, batch in loader for i in batch.tolist()) == list(range(10))


def test_worker_seeds_differ_and_repeat():
    def draws():
        torch.manual_seed(5)
        return [(a.item(), b.item()) for a, b in data.DataLoader(Items(seeded_item, 4), num_workers=2)]

    first = draws()
    assert first == draws()
    assert len(set(first)) == 4


def test_a_workers_exception_comes_with_its_traceback():
    with pytest.raises(KeyError) as caught:
        list(data.DataLoader(Items(failing_item), batch_size=2, num_workers=2))
    text = str(caught.value)
    assert text.startswith("Caught KeyError in DataLoader worker process 1.\nOriginal Traceback")
    assert "failing_item" in text and "no item three" in text
    with pytest.raises(ValueError, match="cannot start"):
        list(data.DataLoader(Items(tensor_item), num_workers=1, worker_init_fn=failing_start))


def test_a_dead_worker_is_reported():
    with pytest.raises(RuntimeError, match=r"DataLoader worker \(pid\(s\) \d+\) exited unexpectedly"):
        list(data.DataLoader(Items(dying_item), num_workers=1))


def test_leaving_a_pass_early():
    for _ in range(3):
        assert next(iter(data.DataLoader(Items(large_item), num_workers=2))).shape == (1, 300, 300)
    loader = data.DataLoader(Items(tensor_item), num_workers=2, persistent_workers=True)
    next(iter(loader))
    assert [i.item() for _, i in loader] == list(range(10))


@pytest.mark.parametrize("options, message", [
    ({"num_workers": -1}, "num_workers option should be non-negative"),
    ({"shuffle": True, "sampler": [0]}, "sampler option is mutually exclusive with shuffle"),
    ({"batch_size": 0}, "batch_size should be a positive integer value, but got batch_size=0"),
    ({"prefetch_factor": 2}, "prefetch_factor option could only be specified in multiprocessing"),
    ({"batch_size": None, "drop_last": True}, "mutually exclusive with drop_last"),
    ({"persistent_workers": True}, "persistent_workers option needs num_workers > 0"),
])
def test_bad_options(options, message):
    with pytest.raises(ValueError, match=message):
        data.DataLoader(range(3), **options)


def test_fixed_attributes():
    with pytest.raises(ValueError, match="batch_size attribute should not be set after DataLoader is initialized"):
        data.DataLoader(range(3)).batch_size = 5
