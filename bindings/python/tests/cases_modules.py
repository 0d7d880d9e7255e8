"""Programs over modules, run with PyTorch for the golden file and with emberwing by the tests."""


def _fill(module):
    """Gives every parameter values that both packages make alike."""
    import math
    for i, p in enumerate(module.parameters()):
        p.data.copy_(p.data.new_tensor([math.sin(1.7 * j + i) * 0.5 for j in range(p.numel())]).view(p.shape))
    return module


def _values(t, *shape, scale=1.0):
    import math
    n = math.prod(shape)
    return t.tensor([math.cos(2.3 * i) * scale for i in range(n)], dtype=t.float64).view(shape)


def _run(t, module, *inputs, call=None):
    """State-dict keys, text, output and gradients of a module."""
    module = _fill(module.double())
    inputs = [x.requires_grad_() if x.is_floating_point() else x for x in inputs]
    out = call(module, *inputs) if call else module(*inputs)
    leaves = []

    def walk(x):
        if isinstance(x, (tuple, list)):
            for y in x:
                walk(y)
        elif x is not None:
            leaves.append(x)
    walk(out)
    sum((x * x).sum() for x in leaves if x.is_floating_point()).backward()
    grads = [x.grad for x in inputs if x.is_floating_point()] + [p.grad for p in module.parameters()]
    return list(module.state_dict()), repr(module), [x.detach() for x in leaves], [g for g in grads if g is not None]


def _recurrent(kind, packed=False, **settings):
    def program(t):
        module = getattr(t.nn, kind)(3, 4, **settings)
        x = _values(t, 4, 3, 3)
        if not packed:
            return _run(t, module, x)

        def call(m, x):
            rnn = t.nn.utils.rnn
            output, state = m(rnn.pack_padded_sequence(x, t.tensor([2, 4, 1]), enforce_sorted=False))
            return rnn.pad_packed_sequence(output, padding_value=0.5)[0], state
        return _run(t, module, x, call=call)
    return program


def _second_derivative(kind):
    def program(t):
        module = _fill(getattr(t.nn, kind)(2, 3, bidirectional=True).double())
        x = _values(t, 3, 2, 2).requires_grad_()
        grads = t.autograd.grad((module(x)[0] ** 3).sum(), [x, *module.parameters()], create_graph=True)
        return list(t.autograd.grad(sum((g ** 2).sum() for g in grads), [x, *module.parameters()]))
    return program


def _cell(kind, **settings):
    return lambda t: _run(t, getattr(t.nn, kind)(3, 4, **settings), _values(t, 2, 3))


def _attention(t):
    mask = t.triu(t.ones(4, 4, dtype=t.bool), 1)
    padding = t.tensor([[False, False, False, True], [False] * 4])
    module = t.nn.MultiheadAttention(6, 2, kdim=5, vdim=3, add_bias_kv=True, add_zero_attn=True, batch_first=True)
    return _run(t, module, _values(t, 2, 4, 6), _values(t, 2, 4, 5), _values(t, 2, 4, 3),
                call=lambda m, q, k, v: m(q, k, v, key_padding_mask=padding, attn_mask=mask, average_attn_weights=False))


def _transformer(t):
    module = t.nn.Transformer(4, 2, 1, 2, 8, 0.0, activation="gelu", norm_first=True)
    mask = t.nn.Transformer.generate_square_subsequent_mask(3, dtype=t.float64)
    return _run(t, module, _values(t, 5, 2, 4), _values(t, 3, 2, 4),
                call=lambda m, a, b: m(a, b, tgt_mask=mask, tgt_is_causal=True))


def _padded_encoder(t):
    module = _fill(t.nn.TransformerEncoder(t.nn.TransformerEncoderLayer(4, 2, 8, batch_first=True), 2).double()).eval()
    with t.no_grad():
        return module(_values(t, 2, 3, 4), src_key_padding_mask=t.tensor([[False, False, True], [False] * 3]))


def _adaptive(t):
    module = t.nn.AdaptiveLogSoftmaxWithLoss(8, 12, [4, 8], div_value=2.0, head_bias=True)
    x = _values(t, 6, 8)
    results = _run(t, module, x, call=lambda m, x: m(x, t.tensor([0, 3, 5, 9, 11, 2])))
    return results, module.log_prob(x.detach()).detach(), module.predict(x.detach())


def _lazy(t):
    net = t.nn.Sequential(t.nn.LazyConv2d(4, 2), t.nn.LazyBatchNorm2d(), t.nn.Flatten(), t.nn.LazyLinear(2)).double()
    before = repr(net), str(net[0].weight), list(net.state_dict()), net[3].has_uninitialized_params()
    net(_values(t, 2, 3, 3, 3))
    return before, repr(net), [[k, list(v.shape)] for k, v in net.state_dict().items()]


def _weight_norms(t):
    utils, results = t.nn.utils, []
    for wrap in (utils.weight_norm, utils.parametrizations.weight_norm):
        results.append(_run(t, wrap(t.nn.Linear(3, 2)), _values(t, 2, 3)))
    t.manual_seed(0)
    results.append(_run(t, utils.spectral_norm(t.nn.Linear(3, 2).double()).eval(), _values(t, 2, 3)))
    module = utils.remove_weight_norm(utils.weight_norm(_fill(t.nn.Conv1d(2, 3, 2).double()), dim=1))
    return results, list(module.state_dict()), module.weight.detach()


def _orthogonal(t):
    results = []
    for shape in ((3, 3), (2, 3)):
        for kind in ("matrix_exp", "cayley", "householder"):
            linear = _fill(t.nn.Linear(*shape).double())
            if shape[0] != shape[1]:
                linear.weight.data.copy_(t.eye(shape[1], dtype=t.float64)[:, :shape[0]])
            weight = t.nn.utils.parametrizations.orthogonal(linear, orthogonal_map=kind).weight.detach()
            # A tall matrix is completed by random columns, which leave no trace in the product with itself.
            results.append(weight.mT @ weight)
    return results


def _parametrize(t):
    parametrize = t.nn.utils.parametrize

    class Symmetric(t.nn.Module):
        def forward(self, x):
            return x.triu() + x.triu(1).mT

        def right_inverse(self, x):
            return x.triu()

    module = _fill(t.nn.Linear(3, 3).double())
    parametrize.register_parametrization(module, "weight", Symmetric())
    with parametrize.cached():
        same = module.weight is module.weight
    module.weight = module.weight.detach() * 2
    seen = repr(module), list(module.state_dict()), same, module.weight.detach(), parametrize.is_parametrized(module)
    parametrize.remove_parametrizations(module, "weight")
    return seen, repr(module), list(module.state_dict()), module.weight.detach()


def _prune(t):
    import importlib
    prune = importlib.import_module(t.__name__ + ".nn.utils.prune")
    results = []
    for apply in (lambda m: prune.l1_unstructured(m, "weight", 0.3), lambda m: prune.ln_structured(m, "weight", 2, 2, 1),
                  lambda m: (prune.l1_unstructured(m, "weight", 4), prune.ln_structured(m, "weight", 1, 1, 0)),
                  lambda m: prune.global_unstructured([(m, "weight"), (m, "bias")], prune.L1Unstructured, amount=0.4)):
        module = _fill(t.nn.Linear(4, 5).double())
        apply(module)
        module(_values(t, 2, 4)).sum().backward()
        results.append((list(module.state_dict()), module.weight.detach(), module.weight_orig.grad, module.weight_mask))
        prune.remove(module, "weight")
        results.append((list(module.state_dict()), module.weight.detach()))
    return results


def _stateless(t):
    module = _fill(t.nn.Sequential(t.nn.Linear(2, 2), t.nn.BatchNorm1d(2)).double())
    given = {"0.weight": t.eye(2, dtype=t.float64), "1.running_mean": t.ones(2, dtype=t.float64)}
    out = t.nn.utils.stateless.functional_call(module, given, _values(t, 3, 2))
    return out.detach(), given["1.running_mean"], module[1].running_mean, module[0].weight.detach()


def _sequences(t):
    rnn = t.nn.utils.rnn
    rows = [t.arange(3.0), t.arange(5.0), t.arange(2.0)]
    packed = rnn.pack_sequence(rows, enforce_sorted=False)
    return (list(packed), rnn.unpack_sequence(packed), rnn.pad_sequence(rows, True, -1.0, "left"), repr(packed),
            list(rnn.pad_packed_sequence(packed, total_length=6, padding_value=9.0)))


def _flex_attention(t):
    import importlib
    flex = importlib.import_module(t.__name__ + ".nn.attention.flex_attention")
    slopes = t.arange(4, dtype=t.float64)
    mask = flex.create_block_mask(lambda b, h, q, k: (q >= k) & (q - k < 5), None, None, 12, 12, device="cpu",
                                  BLOCK_SIZE=4)
    q, k, v = (_values(t, 1, heads, 12, 2) for heads in (4, 2, 2))
    output, lse = flex.flex_attention(q, k, v, score_mod=lambda s, b, h, q, k: s + slopes[h] * (q - k), block_mask=mask,
                                      enable_gqa=True, return_lse=True)
    blocks = [mask.kv_num_blocks, mask.kv_indices, mask.full_kv_num_blocks, mask.full_kv_indices, mask.to_dense()]
    return output, lse, blocks, mask.sparsity()


def _same_as_torch(t):
    """Modules that change nothing on one processor."""
    net = t.nn.SyncBatchNorm.convert_sync_batchnorm(t.nn.Sequential(t.nn.BatchNorm2d(3), t.nn.Flatten()))
    return (_run(t, net, _values(t, 2, 3, 2, 2)), _run(t, t.nn.DataParallel(t.nn.Linear(3, 2)), _values(t, 2, 3)),
            t.nn.CrossMapLRN2d(3)(_values(t, 2, 6, 2, 2)), t.nn.CrossMapLRN2d(4)(_values(t, 2, 6, 2, 2)))


CASES = {
    "attention": _attention, "flex attention": _flex_attention, "transformer": _transformer, "padded encoder": _padded_encoder, "adaptive": _adaptive,
    "lazy": _lazy, "weight norms": _weight_norms, "orthogonal": _orthogonal, "parametrize": _parametrize,
    "prune": _prune, "stateless": _stateless, "sequences": _sequences, "one process": _same_as_torch,
    "rnn cell": _cell("RNNCell", nonlinearity="relu"), "lstm cell": _cell("LSTMCell"),
    "gru cell": _cell("GRUCell", bias=False), "lstm projected": _recurrent("LSTM", proj_size=2, num_layers=2),
    "lstm batch first": _recurrent("LSTM", batch_first=True, bias=False),
    "rnn relu": _recurrent("RNN", packed=True, nonlinearity="relu"),
}
for _kind in ("RNN", "LSTM", "GRU"):
    CASES[f"{_kind} deep"] = _recurrent(_kind, num_layers=2, bidirectional=True)
    CASES[f"{_kind} packed"] = _recurrent(_kind, packed=True, bidirectional=True)
    CASES[f"{_kind} twice"] = _second_derivative(_kind)

ERRORS = {
    "rnn input": lambda t: t.nn.LSTM(3, 4)(t.ones(2, 2, 5)),
    "rnn rank": lambda t: t.nn.GRU(3, 4)(t.ones(2)),
    "rnn state": lambda t: t.nn.LSTM(3, 4)(t.ones(2, 2, 3), (t.ones(1, 1, 4), t.ones(1, 2, 4))),
    "rnn dtype": lambda t: t.nn.GRU(3, 4)(t.ones(2, 2, 3).double()),
    "rnn projection": lambda t: t.nn.GRU(3, 4, proj_size=2),
    "rnn dropout": lambda t: t.nn.RNN(3, 4, dropout=2.0),
    "cell input": lambda t: t.nn.GRUCell(3, 4)(t.ones(2, 2)),
    "cell state": lambda t: t.nn.LSTMCell(3, 4)(t.ones(2, 3), (t.ones(2, 4), t.ones(1, 4))),
    "packing order": lambda t: t.nn.utils.rnn.pack_padded_sequence(t.ones(3, 2, 1), t.tensor([1, 3])),
    "packing nothing": lambda t: t.nn.utils.rnn.pack_padded_sequence(t.ones(3, 2, 1), t.tensor([3, 0])),
    "packing lengths": lambda t: t.nn.utils.rnn.pack_padded_sequence(t.ones(3, 2, 1), t.tensor([3])),
    "heads": lambda t: t.nn.MultiheadAttention(5, 2),
    "lazy shape": lambda t: t.nn.LazyLinear(3).weight.shape,
    "cutoffs": lambda t: t.nn.AdaptiveLogSoftmaxWithLoss(8, 12, [8, 4]),
    "adaptive target": lambda t: t.nn.AdaptiveLogSoftmaxWithLoss(8, 12, [4])(t.ones(1, 8), t.tensor([12])),
    "weight norm twice": lambda t: t.nn.utils.weight_norm(t.nn.utils.weight_norm(t.nn.Linear(2, 2))),
    "batch norm eps": lambda t: t.nn.BatchNorm1d(3, eps=0.0)(t.ones(2, 3)),
    "no parametrization": lambda t: t.nn.utils.parametrize.remove_parametrizations(t.nn.Linear(2, 2), "weight"),
    "strict call": lambda t: t.nn.utils.stateless.functional_call(t.nn.Linear(2, 2), {"x": t.ones(1)}, t.ones(1, 2),
                                                                  strict=True),
}
