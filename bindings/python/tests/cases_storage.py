"""Storages, other argument names and torch's own forms of layers: run with PyTorch for storage.json, here by the tests."""
CASES, ERRORS = {}, {}


def case(f):
    CASES[f.__name__] = f
    return f


def numbers(torch, *shape):
    n = 1
    for s in shape:
        n *= s
    return torch.arange(n, dtype=torch.float32).reshape(shape).sin()


def seen(torch, s):
    return [s.size(), s.nbytes(), s.element_size(), s.tolist(), str(s), len(s), str(s.device), s.is_cuda, s.filename]


@case
def untyped(torch):
    x = torch.arange(3, dtype=torch.int16)
    s, y = x.untyped_storage(), x[1:]
    same = [s is y.untyped_storage(), s.data_ptr() == x.data_ptr(), y.data_ptr() - s.data_ptr()]
    s[0] = 7
    part = s[2:4]
    part[1] = 1
    cast = [s.double().tolist(), s.int().dtype, s.type(), s.clone().tolist(), s.cpu() is s, s.new().size()]
    swapped = torch.UntypedStorage([1, 2, 3, 4])
    swapped.byteswap(torch.int16)
    return [seen(torch, s), same, x, cast, swapped.tolist(), torch.UntypedStorage(3).fill_(5).tolist(),
            torch.UntypedStorage(2).copy_(torch.UntypedStorage([8, 9])).tolist(), torch.is_storage(s), torch.is_storage(x)]


@case
def resized(torch):
    x = torch.arange(4.0)
    y, s = x.view(2, 2), x.untyped_storage()
    s.resize_(24)
    grown = torch.empty(0).set_(s)
    grown[4:] = 9
    r = [s.nbytes(), x.tolist(), y.tolist(), grown.tolist()]
    x.fill_(3)
    z = torch.empty(0).set_(s, 2, (2, 2), (1, 1))
    return r + [y, z, s.resizable(), torch.empty(0).set_().shape, torch.empty(0).set_(x[1:]).storage_offset()]


@case
def typed(torch):
    x = torch.tensor([1.5, 2.5])
    s = x.storage()
    s[1] = 4
    f = torch.FloatStorage([1, 2, 3])
    f.copy_(torch.FloatStorage([4, 5, 6]))
    return [seen(torch, s), s.dtype, x, s.type(), s.long().tolist(), isinstance(s, torch.FloatStorage), s.pickle_storage_type(),
            isinstance(s, torch.DoubleStorage), f.tolist(), torch.Tensor(f).tolist(), x.new(s), str(x.storage_type()), f[2], f.resize_(1),
            torch.TypedStorage([1, 0], dtype=torch.bool).tolist(), s.untyped().nbytes()]


@case
def views_of_other_dtypes(torch):
    x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    v = x.view(torch.int32)
    v[0] = 0
    return [x, v, x[2:].view(torch.float64).shape, x.view(dtype=torch.int16).shape, v.untyped_storage() is x.untyped_storage(),
            x.view(size=(2, 2)), x._version]


@case
def buffers(torch):
    b = bytearray(b"abcdefgh")
    t = torch.frombuffer(b, dtype=torch.uint8, count=3, offset=2)
    t[0] = 33
    return [t, b.decode(), torch.frombuffer(b, dtype=torch.int16, offset=4), torch.frombuffer(b, dtype=torch.int32)]


@case
def names(torch):
    x = torch.arange(6.0).reshape(2, 3)
    m = torch.ones(2)
    return [x.split(split_size=1), x.expand(size=(2, 2, 3)).shape, x.to(tensor=torch.ones(1, dtype=torch.int64)), x.clone().copy_(other=x),
            m.clone().map_(other=m, callable=lambda a, b: a + b), m.clone().apply_(lambda a: a - 3), torch.isin(element=1, test_elements=x),
            torch.isin(x, 2), str(torch.result_type(1, 2.0)), str(torch.result_type(tensor=x, other=1)),
            torch.tensor_split(x, tensor_indices_or_sections=torch.tensor([1]), dim=1), torch.searchsorted(torch.tensor([1, 2]), 1.5),
            torch.searchsorted(torch.tensor([1, 2]), self=1), torch.linalg.norm(input=x), torch.linalg.matrix_norm(input=x),
            torch.tril_indices(2, 2, pin_memory=False), torch.nn.functional.one_hot(input=torch.tensor([1])),
            torch.nn.functional.gelu(x, out=torch.empty(2, 3)), x.__div__(2), x.resize(3, 2).shape, x.name, str(x.grad_dtype),
            x.module_load(x + 1), x.new(size=(2, 2)).shape, torch.autograd.enable_grad(orig_func=lambda: 4)()]


@case
def outs(torch):
    x = torch.tensor([[3.0, 1.0, 2.0], [5.0, 4.0, 4.0]])
    pair = lambda *shape: (torch.empty(shape), torch.empty(shape, dtype=torch.int64))
    two = lambda *shape: (torch.empty(shape), torch.empty(shape))
    given = pair(2)
    made = torch.kthvalue(x, 2, out=given)
    return [made[0].data_ptr() == given[0].data_ptr(), given[0], given[1], list(torch.mode(x, out=pair(2))), list(torch.topk(x, 2, out=pair(2, 2))),
            list(torch.sort(x, out=pair(2, 3))), list(torch.aminmax(x, dim=1, out=two(2)))]


@case
def layers(torch):
    x, w = numbers(torch, 4, 2, 3), numbers(torch, 2, 3, 5)
    images, pairs = numbers(torch, 2, 4, 3, 3), numbers(torch, 2, 5)
    grid = numbers(torch, 2, 2, 2, 2)
    params = [numbers(torch, 6, 3), numbers(torch, 6, 2), numbers(torch, 6), numbers(torch, 6)]
    small = [numbers(torch, 2, 3), numbers(torch, 2, 2), numbers(torch, 2), numbers(torch, 2)]
    wide = [numbers(torch, 8, 3), numbers(torch, 8, 2), numbers(torch, 8), numbers(torch, 8)]
    h = numbers(torch, 1, 2, 2)
    rows, sizes = numbers(torch, 5, 3), torch.tensor([2, 2, 1])
    rest = (True, 1, 0.0, False, False)
    return [torch.conv_tbc(x, w, torch.ones(5), 1), list(torch.adaptive_max_pool1d(x, 2)), torch.grid_sampler_2d(images, grid, 0, 0, False),
            torch.cosine_embedding_loss(pairs, pairs + 1, torch.tensor([1, -1]), 0.1, 2), torch.norm_except_dim(w, 2, 1),
            torch.norm_except_dim(w, 1, 0), torch.nuclear_norm(pairs), torch.nuclear_norm(x, (0, 1)),
            list(torch.native_layer_norm(x, [2, 3], None, None, 1e-5)), list(torch.native_group_norm(images, None, None, 2, 4, 9, 2, 1e-5)),
            list(torch.gru(x, h, params, *rest, False)), list(torch.rnn_relu(x, h, small, *rest, False)),
            list(torch.rnn_tanh(x, h, small, *rest, False)), list(torch.gru(rows, sizes, h, params, *rest)),
            list(torch.lstm(x, [h, h], wide, *rest, False)), torch.dropout(x, 0.5, False), torch.feature_dropout_(x.clone(), 0.5, False),
            list(torch.native_dropout(pairs, 0.5, False)), torch.layer_norm(pairs, (5,), None, None, 1e-5, False),
            torch.spmm(pairs, pairs.t()), torch.slice_inverse(pairs[:1], pairs, 0, 0, 1)]


@case
def control(torch):
    before = torch.get_default_device()
    torch.set_default_device("cpu")
    r = [str(torch.get_default_device()), torch.zeros(2)]
    torch.set_default_device(None)
    torch.set_float32_matmul_precision("high")
    r.append(torch.get_float32_matmul_precision())
    torch.set_float32_matmul_precision("highest")
    x = torch.ones(2)
    return r + [str(before), torch.cond(x.sum() > 1, lambda v: v + 1, lambda v: v - 1, (x,)), torch.cond(False, abs, torch.neg, (x,))]


@case
def contexts(torch):
    class Square(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            found.append([ctx.name(), ctx.requires_grad])
            return x * x

        @staticmethod
        def backward(ctx, g):
            found.append([len(ctx.next_functions), ctx.next_functions[0][0].name(), dict(ctx.metadata)])
            return 2 * g * ctx.saved_tensors[0]
    found = []
    x = torch.ones(2, requires_grad=True)
    y = Square.apply(x * 3)
    y.grad_fn.metadata["mark"] = 4
    y.sum().backward()
    return [[str(v) for v in f] for f in found] + [x.grad]


@case
def pieces_of_a_loss(torch):
    f = torch.nn.functional.linear_cross_entropy
    x, w = numbers(torch, 6, 4).requires_grad_(True), numbers(torch, 9, 4)
    t = torch.tensor([0, 8, 3, 3, 1, 5])
    keeps = f(x, w, t, options=torch.nn.LinearCrossEntropyOptions(allow_retain_graph=True, batch_chunk_size=2, chunking_method=None))
    keeps.backward(retain_graph=True)
    keeps.backward()
    return [keeps, x.grad, f(x.detach().bfloat16(), w.bfloat16(), t, options=torch.nn.LinearCrossEntropyOptions())]


def error(f):
    ERRORS[f.__name__] = f
    return f


@error
def storage_index(torch):
    torch.UntypedStorage([1])[1]


@error
def storage_of_text(torch):
    torch.UntypedStorage("a")


@error
def copied_from_another_size(torch):
    torch.UntypedStorage(2).copy_(torch.UntypedStorage(3))


@error
def typed_slice(torch):
    torch.FloatStorage([1])[0:1]


@error
def resizing_lent_memory(torch):
    x = torch.ones(2)
    torch.from_numpy(x.numpy()).untyped_storage().resize_(100)


@error
def set_of_another_dtype(torch):
    torch.ones(1, dtype=torch.int32).set_(torch.ones(1))


@error
def parts_of_sparse_tensors(torch):
    torch.ones(1).indices()


@error
def coalesced(torch):
    torch.ones(1).coalesce()


@error
def a_buffer_too_short(torch):
    torch.frombuffer(bytearray(8), dtype=torch.int32, count=3)


@error
def a_file_that_is_not_there(torch):
    torch.from_file("/no/such/file", size=2)


@error
def another_count(torch):
    torch.ones(2).resize(3)


@error
def the_second_backward_of_pieces(torch):
    x, w = numbers(torch, 3, 4).requires_grad_(True), numbers(torch, 5, 4)
    loss = torch.nn.functional.linear_cross_entropy(x, w, torch.tensor([0, 1, 2]), options=torch.nn.LinearCrossEntropyOptions())
    loss.backward(retain_graph=True)
    loss.backward()


@error
def few_interop_threads(torch):
    torch.set_num_interop_threads(0)
