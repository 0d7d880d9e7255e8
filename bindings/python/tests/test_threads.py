"""Results do not depend, to the last bit, on the number of threads."""
import emberwing as torch
import emberwing.nn.functional as F
import pytest

N = 300_001  # large enough to be split, and no multiple of anything


def _grads(result, *inputs):
    weight = torch.rand(result.shape, generator=torch.Generator().manual_seed(7))
    return [result, *torch.autograd.grad((result * weight).sum(), inputs)]


def _leaf(*shape, dtype=torch.float32):
    return torch.randn(*shape, dtype=dtype, requires_grad=True)


def _index(high, *shape):
    return torch.randint(0, high, shape)


def _elementwise():
    a, b = _leaf(N), _leaf(N)
    return _grads(torch.tanh(a) * b.exp() + torch.sigmoid(a / (b.abs() + 1)), a, b)


def _broadcast():
    a, b = _leaf(3, 1, 4099), _leaf(97, 1)
    return _grads(a * b - torch.where(a > b, a, b), a, b)


def _reductions():
    a = _leaf(257, 1201)
    r = [a.sum(), a.sum(0), a.sum(1), a.mean(), a.var(), a.var(0), a.std(1), a.prod(1), a.amax(0), a.logsumexp(1), a.norm()]
    return [*r, *torch.autograd.grad(sum(x.sum() for x in r), [a])]


def _order():
    a = torch.randn(301, 1009)
    return [*a.max(1), *a.min(0), *a.sort(1), *a.sort(0), *a.topk(17, 1), a.argmax(), a.cumsum(0), a.cumsum(1), a.flatten().sort()[0]]


def _products():
    a, b, c = _leaf(301, 257), _leaf(257, 199), _leaf(5, 199, 33)
    return _grads(a @ b @ c, a, b, c)


def _convolution():
    x, w, b = _leaf(5, 7, 41, 43), _leaf(11, 7, 3, 3), _leaf(11)
    return _grads(F.conv2d(x, w, b, stride=2, padding=1), x, w, b)


def _pooling():
    x = _leaf(5, 13, 41, 43)
    return _grads(F.max_pool2d(x, 3, 2, 1), x) + _grads(F.avg_pool2d(x, 3, 2, 1), x)


def _normalisation():
    x, w, b = _leaf(33, 17, 29, 31), _leaf(17), _leaf(17)
    y, v = _leaf(1999, 257), _leaf(257)
    return (_grads(F.batch_norm(x, None, None, w, b, True), x, w, b) + _grads(F.softmax(y, 1), y)
            + _grads(F.log_softmax(y, 0), y) + _grads(F.layer_norm(y, (257,), v), y, v))


def _losses():
    x, target = _leaf(4001, 101), _index(101, 4001)
    return _grads(F.cross_entropy(x, target, label_smoothing=0.1).reshape(1), x) + _grads(F.mse_loss(x, x.detach() * 2).reshape(1), x)


def _scattering():
    x, table, i = _leaf(9001, 33), _leaf(211, 33), _index(211, 9001)
    return (_grads(F.embedding(i, table), table) + _grads(table.index_add(0, i, x), table, x)
            + _grads(table.scatter_add(0, i[:, None].expand(9001, 33), x), table, x) + _grads(x[i % 50], x)
            + [x.detach().masked_select(x > 0), (x > 1).nonzero()])


def _random():
    torch.manual_seed(3)
    return [torch.randn(N), torch.rand(N), torch.randint(0, 1000, (N,)), torch.randperm(N), F.dropout(torch.ones(N), 0.3),
            torch.bernoulli(torch.full((N,), 0.25)), torch.empty(N).exponential_()]


def _movement():
    x = _leaf(67, 71, 73)
    return _grads(x.permute(2, 0, 1).contiguous(), x) + _grads(torch.cat([x, x.flip(1)], 2), x) + _grads(x.roll(5, 1).to(torch.float64).float(), x)


CASES = [_elementwise, _broadcast, _reductions, _order, _products, _convolution, _pooling, _normalisation, _losses, _scattering,
         _random, _movement]


@pytest.mark.parametrize("case", CASES, ids=lambda f: f.__name__[1:])
def test_bits_do_not_depend_on_threads(case):
    before = torch.get_num_threads()
    results = []
    try:
        for threads in (1, 2, 5):
            torch.set_num_threads(threads)
            torch.manual_seed(1)
            results.append([t.detach().numpy().tobytes() for t in case()])
    finally:
        torch.set_num_threads(before)
    assert results[0] == results[1] == results[2]
