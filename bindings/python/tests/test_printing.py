"""Tensors, sizes, dtypes, limits, generators and graph nodes print as PyTorch's."""
import json
import os
import pickle
import warnings

import pytest

import cases_graph
import cases_printing as cases
import emberwing as torch

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "Tests", "Golden", "python_printing.json"), encoding="utf-8") as f:
    GOLDEN = json.load(f)


def test_tensors():
    ours = cases.tensors(torch, 1, len(GOLDEN["texts"]))
    for a, b in zip(ours, GOLDEN["texts"]):
        assert a == b


def test_many_tensors():
    texts = cases.tensors(torch, 2, len(GOLDEN["digests"]))
    wrong = [text for text, ours, theirs in zip(texts, cases.digests(texts), GOLDEN["digests"]) if ours != theirs]
    assert not wrong, f"{len(wrong)} print otherwise in PyTorch, the first:\n{wrong[0]}"


def test_graph_nodes():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ours = cases_graph.graph_nodes(torch)
    wrong = {k: (v, GOLDEN["graph"][k]) for k, v in ours.items() if v != GOLDEN["graph"][k]}
    assert not wrong


@pytest.mark.parametrize("text", GOLDEN["looks"])
def test_looks(text):
    if not hasattr(test_looks, "ours"):
        test_looks.ours = cases.looks(torch)
    assert test_looks.ours[text] == GOLDEN["looks"][text]


def test_forked_streams():
    assert cases.forks(torch) == GOLDEN["forks"]


def test_options():
    tensor = torch.tensor([1.23456, 2.0])
    from emberwing._tensor_str import PRINT_OPTS, get_printoptions, printoptions
    before = get_printoptions()
    with printoptions(precision=2):
        assert repr(tensor) == "tensor([1.23, 2.00])"
        PRINT_OPTS.precision = 1
        assert repr(tensor) == "tensor([1.2, 2.0])"
    assert repr(tensor) == "tensor([1.2346, 2.0000])" and get_printoptions() == before
    with pytest.raises(TypeError, match="precision must be a number"):
        torch.set_printoptions(precision="four")
    with pytest.raises(TypeError):
        torch.set_printoptions(digits=4)
    torch.set_printoptions(threshold=3, edgeitems=1)
    assert repr(torch.arange(5)) == "tensor([0,  ..., 4])"
    torch.set_printoptions(profile="default")
    assert repr(torch.arange(5)) == "tensor([0, 1, 2, 3, 4])"


def test_results_and_generators_pickle():
    result = torch.tensor([3.0, 1.0]).sort()
    again = pickle.loads(pickle.dumps(result))
    assert type(again) is type(result) and again.indices.tolist() == [1, 0]
    generator = torch.Generator().manual_seed(4)
    torch.rand(3, generator=generator)
    copy = pickle.loads(pickle.dumps(generator))
    assert copy.initial_seed() == 4
    assert torch.rand(2, generator=copy).tolist() == torch.rand(2, generator=generator).tolist()


def test_fork_rng_names_what_is_not_there():
    with pytest.raises(AssertionError, match="CUDA"):
        with torch.random.fork_rng(devices=[0]):
            pass
    with pytest.raises(RuntimeError, match="device type"):
        with torch.random.fork_rng(device_type="foo"):
            pass
