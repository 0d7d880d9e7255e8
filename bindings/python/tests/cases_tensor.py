"""Programs over tensors, run with PyTorch for the golden file and with emberwing by the tests."""

CASES = {}


def case(f):
    CASES[f.__name__] = f
    return f


DTYPES = ("bool", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64")


def grid(torch, *shape):
    n = 1
    for s in shape:
        n *= s
    return torch.arange(n, dtype=torch.float32).reshape(shape)


@case
def creation(torch):
    return [torch.zeros(2, 3), torch.ones((2,), dtype=torch.int16), torch.full((2, 2), 7), torch.full((2,), 1.5),
            torch.full((2,), True), torch.eye(2, 3), torch.arange(5), torch.arange(1, 2, 0.25), torch.arange(3.0),
            torch.linspace(0, 1, 5), torch.logspace(0, 2, 3), torch.zeros_like(torch.ones(2, dtype=torch.uint8)),
            torch.tensor([[1, 2], [3, 4]]), torch.tensor([1.5, 2]), torch.tensor(True), torch.tensor([]),
            torch.tensor(3.5).shape, torch.tensor([1, 2.5]), torch.tensor([True, 2]), torch.empty(0, 3).shape,
            torch.tril_indices(3, 3), torch.scalar_tensor(2), torch.zeros(3).new_ones(2, 2), torch.Tensor([1, 2]),
            torch.LongTensor([3, 4]), torch.Tensor(2, 3).shape, torch.FloatTensor(2).shape]


@case
def promotion(torch):
    r = []
    for a in DTYPES:
        for b in DTYPES:
            x, y = torch.ones(2, dtype=getattr(torch, a)), torch.ones(2, dtype=getattr(torch, b))
            r.append([str((x + y).dtype), str((x * torch.ones((), dtype=getattr(torch, b))).dtype)])
        x = torch.ones(2, dtype=getattr(torch, a))
        r.append([str((x + 1).dtype), str((x + 1.5).dtype), str((x / 2).dtype), str((x + True).dtype) if a else None,
                  str(torch.result_type(x, 1.0)), str(x.sum().dtype), str((x > 0).dtype)])
    return r


@case
def basic_indexing(torch):
    x = grid(torch, 3, 4, 5)
    return [x[1], x[-1, 2], x[1:, ::2, None], x[..., 0], x[:, 1:3, -2:], x[0, ..., None, 3], x[2:1].shape, x[True].shape,
            x[False].shape, x[None, 1].shape, x[torch.tensor(1), 2], x[1][2][3], x[:, :, 4:100].shape]


@case
def advanced_indexing(torch):
    x = grid(torch, 3, 4, 5)
    i, j = torch.tensor([0, 2, 1]), torch.tensor([[1], [2]])
    return [x[i], x[i, i], x[:, i], x[i, :, i], x[j, i], x[..., i], x[x > 30], x[x[:, :, 0] > 20], x[[0, 2]], x[[0, 2], [1, 1]],
            x[i, 1:3], x[1, i], x[:, [True, False, True, False]], x[None, i].shape, x[torch.tensor([], dtype=torch.int64)].shape,
            x[-1, torch.tensor([-1, -2])]]


@case
def writing(torch):
    r = []
    for key, value in ((1, 5.0), ((slice(None), 2), -1.0), ((Ellipsis, slice(1, 3)), 9.0), ((0, 1, 2), 7.0)):
        x = grid(torch, 3, 4, 5)
        x[key] = value
        r.append(x)
    x = grid(torch, 3, 4)
    x[1:] = torch.ones(4)
    x[torch.tensor([0, 1]), torch.tensor([1, 2])] = torch.tensor([50.0, 60.0])
    x[x > 40] = 0
    x[:, [0, 3]] *= 2
    x[0] += torch.tensor([1.0, 2.0, 3.0, 4.0])
    y = torch.zeros(5, dtype=torch.int64)
    y[torch.tensor([1, 3])] = 2
    y[[0]] = torch.tensor(7)
    z = torch.zeros(3)
    z.index_put_((torch.tensor([0, 0, 2]),), torch.tensor([1.0, 2.0, 3.0]), accumulate=True)
    return [r, x, y, z]


@case
def indexing_gradients(torch):
    r = []
    for pick in (lambda x: x[1], lambda x: x[:, ::2], lambda x: x[torch.tensor([0, 0, 2])], lambda x: x[x > 5],
                 lambda x: x[torch.tensor([0, 0]), torch.tensor([1, 1])], lambda x: x[..., None, 1]):
        x = grid(torch, 3, 4).requires_grad_(True)
        y = pick(x)
        (y * (y.detach() + 1)).sum().backward()
        r.append(x.grad)
    x = grid(torch, 3, 4).requires_grad_(True)
    v = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
    y = x * 1
    y[1] = v * 2
    y[torch.tensor([0, 2]), 0] = v[:2]
    (y * y).sum().backward()
    return [r, x.grad, v.grad]


@case
def views(torch):
    x = grid(torch, 2, 3, 4)
    t = x.transpose(0, 2)
    y = x.view(6, 4)
    y[0, 0] = 100
    t[3, 2, 1] = -5
    a = x.narrow(1, 1, 2)
    a.mul_(2)
    e = torch.arange(3).expand(2, 3)
    return [x, t.stride(), t.is_contiguous(), t.contiguous().stride(), a.storage_offset(), e.stride(), x.unfold(2, 2, 1).shape,
            x.permute(2, 0, 1).shape, x.diagonal(0, 1, 2), x.flatten(1).shape, x.unflatten(2, (2, 2)).shape, x.swapaxes(0, 1).shape,
            x.movedim(0, -1).shape, x.squeeze().shape, x.unsqueeze(-1).shape, x.chunk(2, 2)[1], x.split([1, 2], 1)[1], x.T.shape
            if x.dim() == 2 else None, x.mT.shape, x._version > 0, torch.hsplit(x, 3)[1], torch.tensor_split(x, (1, 3), 2)[1]]


@case
def geometry_in_place(torch):
    x = grid(torch, 2, 3)
    x.t_()
    a = x.clone()
    x.unsqueeze_(0)
    b = x.shape
    x.squeeze_(0).transpose_(0, 1)
    y = grid(torch, 2, 3).requires_grad_(True)
    z = y * 2
    z.t_()
    (z * z).sum().backward()
    return [a, b, x, z.shape, y.grad]


@case
def in_place(torch):
    x = grid(torch, 2, 3)
    x.add_(1).mul_(2).sub_(0.5).div_(4).clamp_(0.5, 2).pow_(2).neg_().exp_()
    y = torch.zeros(3)
    y.fill_(torch.tensor(2.0))
    y += 1
    y **= 2
    z = torch.arange(6).reshape(2, 3)
    z //= 2
    z <<= 1
    z |= 1
    w = torch.ones(3, 3)
    w.fill_diagonal_(5)
    m = grid(torch, 2, 2)
    m.masked_fill_(m > 1, -1)
    c = torch.zeros(2, 3)
    c.copy_(torch.tensor([1, 2, 3]))
    return [x, y, z, w, m, c, c.zero_()]


@case
def conversions(torch):
    x = torch.tensor([-1.5, 0.0, 2.7])
    return [x.int(), x.long(), x.bool(), x.half(), x.bfloat16(), x.double(), x.to(torch.int8), x.to(torch.zeros(1, dtype=torch.int32)),
            x.type(torch.float64), x.type(), x.tolist(), x[2].item(), int(x[2]), float(x[0]), bool(x[1]), x.numpy().tolist(),
            torch.tensor([300]).to(torch.uint8), x.type_as(torch.zeros(1, dtype=torch.float64)), x.element_size(), x.nbytes]


@case
def forms(torch):
    x = grid(torch, 2, 3)
    return [torch.pow(2, x), torch.pow(x, 2), 2 ** x, 1 / (x + 1), 5 - x, 7 // (x + 1), 7 % (x + 1), torch.where(x > 2, x, 0.0),
            torch.where(x > 2, 1, 0), torch.clamp(x, max=torch.tensor(2.0)), torch.std(x, 0), torch.var(x, unbiased=False),
            torch.std(x, dim=1, correction=0), x.max(), list(x.max(0)), x.max(torch.tensor(2.0)), torch.min(x, 1, True)[1],
            x.sum((0, 1)), x.mean(1, keepdim=True), x.prod(0), x.norm(), x.norm(1, 0), torch.norm(x, p=float("inf")),
            torch.nonzero(x > 3), list(torch.nonzero(x > 3, as_tuple=True)), x.argmax(), x.argmax(1), x.all(), x.any(0),
            list(torch.meshgrid(x[0], x[1, :2], indexing="ij")), torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])),
            x.repeat_interleave(2, 1), x.repeat_interleave(torch.tensor([1, 2]), 0), x.scatter(1, torch.tensor([[0], [1]]), 9.0),
            torch.take_along_dim(x, torch.tensor([[2], [0]]), 1), list(x.topk(2)), list(x.sort(1, descending=True)), x.flip(1),
            x.roll(1, 1), x.cumsum(1), x.tril(), torch.bitwise_and(5, torch.tensor([3, 4])), x.cat([x]) if False else torch.cat([x, x], 1),
            torch.stack([x, x], -1).shape, torch.atleast_2d(torch.tensor(1.0)).shape, x.sum_to_size(1, 3), torch.select_scatter(
                x, torch.zeros(3), 0, 1), torch.remainder(7, torch.tensor([2, 3])), torch.equal(x, x), torch.allclose(x, x + 1)]


@case
def printing(torch):
    x = grid(torch, 2, 3)
    return [repr(v) for v in (
        x, x / 3, x.long(), torch.tensor(1.5), torch.tensor([]), torch.tensor([1e10, 1.0]), torch.tensor([float("nan"), float("inf")]),
        torch.tensor([True, False]), x.double(), torch.zeros(0, 3), x.clone().requires_grad_(True), (x.clone().requires_grad_(True) * 2),
        torch.arange(2000), x.half(), x.shape, x.dtype, torch.tensor([1e-5, 1.0]), x.max(0), torch.device("cpu"), torch.finfo(
            torch.float16), torch.iinfo(torch.int8))] + [f"{torch.tensor(2.5):.3f}", str(torch.tensor([1]))]


@case
def python_protocols(torch):
    x = grid(torch, 2, 3)
    a, b = x
    return [len(x), list(a.tolist()), b, 2.0 in x, 99 in x, [v.item() for v in x[0]], list(range(5))[torch.tensor(2)], hash(x) == hash(x),
            -x, abs(-x), ~torch.tensor([1, 2]), x == 1, x != 1, (x < 2) & (x > 0), x @ x.T, sum(x).tolist(), list(reversed(torch.arange(3)))[0],
            isinstance(x, torch.FloatTensor), isinstance(x, torch.LongTensor), torch.is_tensor(x), torch.is_tensor(1), x.is_floating_point(),
            torch.Size([2, 3]).numel(), x.size(-1), x.ndim, x.numel(), bool(torch.tensor([1])), round(float(torch.tensor(1.25)), 1)]
