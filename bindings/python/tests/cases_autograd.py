"""Programs over gradients, small trainings and wrong calls, run with PyTorch for the golden file and with emberwing."""

CASES = {}
#: Calls that must raise, with a phrase of PyTorch's message that has to be in ours.
ERRORS = {}


def case(f):
    CASES[f.__name__] = f
    return f


def leaf(torch, *values, dtype=None):
    return torch.tensor(values, dtype=dtype or torch.float64, requires_grad=True)


@case
def backward_arguments(torch):
    x = leaf(torch, 1.0, 2.0, 3.0)
    y = x * x
    y.backward(torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64), retain_graph=True)
    first = x.grad.clone()
    y.sum().backward()
    a, b = leaf(torch, 2.0), leaf(torch, 3.0)
    (a * b).backward(inputs=[a])
    torch.autograd.backward([a * 2, b * 3])
    return [first, x.grad, a.grad, b.grad, y.grad is None, y.is_leaf, x.is_leaf, y.requires_grad, y.grad_fn.name()]


@case
def grad_function(torch):
    x, u = leaf(torch, 1.0, 2.0), leaf(torch, 5.0)
    y = (x ** 3).sum()
    g, = torch.autograd.grad(y, x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x, create_graph=True)
    k, = torch.autograd.grad(h.sum(), x)
    unused = torch.autograd.grad((x * 2).sum(), [x, u], allow_unused=True)
    filled = torch.autograd.grad((x * 2).sum(), [x, u], materialize_grads=True)
    return [g, h, k, unused[0], unused[1] is None, filled[1]]


@case
def hooks(torch):
    seen = []
    x = leaf(torch, 1.0, 2.0)
    y = x * 2
    y.retain_grad()
    y.register_hook(lambda g: g * 10)
    handle = x.register_hook(lambda g: seen.append(g.tolist()))
    x.register_post_accumulate_grad_hook(lambda p: seen.append(p.grad.tolist()))
    y.sum().backward(retain_graph=True)
    handle.remove()
    y.sum().backward()
    return [x.grad, y.grad, seen]


@case
def custom_functions(torch):
    class Cube(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x, scale):
            ctx.save_for_backward(x)
            ctx.scale = scale
            return x ** 3 * scale

        @staticmethod
        def backward(ctx, g):
            x, = ctx.saved_tensors
            return g * 3 * x ** 2 * ctx.scale, None

    class Split(torch.autograd.Function):
        @staticmethod
        def forward(x):
            return x * 2, (x > 0)

        @staticmethod
        def setup_context(ctx, inputs, output):
            ctx.mark_non_differentiable(output[1])

        @staticmethod
        def backward(ctx, g, unused):
            return g * 2

    class AddOne(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.mark_dirty(x)
            return x.add_(1)

        @staticmethod
        def backward(ctx, g):
            return g * 5

    x = leaf(torch, 1.0, -2.0)
    y = Cube.apply(x, 2.0)
    g, = torch.autograd.grad(y.sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    a, b = Split.apply(x)
    s, = torch.autograd.grad(a.sum(), x)
    z = x * 1
    w = AddOne.apply(z)
    d, = torch.autograd.grad(w.sum(), x)
    return [y, g, h, a, b, b.requires_grad, s, w is z, w, d, torch.autograd.gradcheck(lambda v: Cube.apply(v, 2.0), (x,)),
            torch.autograd.gradgradcheck(lambda v: Cube.apply(v, 2.0), (x,))]


@case
def modes(torch):
    x = leaf(torch, 1.0)

    @torch.no_grad()
    def off(v):
        return v * 2

    @torch.no_grad()
    def generator(v):
        yield (v * 2).requires_grad

    r = [off(x).requires_grad, list(generator(x)), torch.is_grad_enabled()]
    with torch.no_grad():
        r.append((x * 2).requires_grad)
        with torch.enable_grad():
            r.append((x * 2).requires_grad)
        r.append(torch.zeros(1, requires_grad=True).requires_grad)
    with torch.set_grad_enabled(False):
        r.append((x * 2).requires_grad)
    with torch.inference_mode():
        y = x * 2
        r.extend([y.requires_grad, y.is_inference(), torch.is_inference_mode_enabled()])
    r.extend([torch.is_grad_enabled(), torch.is_inference_mode_enabled(), x.detach().requires_grad])
    with torch.autograd.set_detect_anomaly(True):
        r.append(torch.is_anomaly_enabled())
    return r + [torch.is_anomaly_enabled()]


@case
def products(torch):
    F = torch.autograd.functional
    x, v = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64), torch.tensor([1.0, 0.5, 2.0], dtype=torch.float64)
    f = lambda t: (t ** 3).sum()  # noqa: E731
    two = lambda a, b: (a * b, a.sum() * b)  # noqa: E731
    return [F.jacobian(lambda t: t ** 2, x), F.hessian(f, x), list(F.vjp(lambda t: t ** 2, x, v)), list(F.jvp(lambda t: t ** 2, x, v)),
            list(F.hvp(f, x, v)), list(F.vhp(f, x, v)), [list(r) for r in F.jacobian(two, (x, v))]]


@case
def shared_and_broadcast(torch):
    x, b = leaf(torch, 1.0, 2.0, 3.0), leaf(torch, 2.0)
    y = (x.unsqueeze(1) * x + b).pow(2).mean()
    y.backward()
    w = leaf(torch, 1.0, 2.0)
    (w * w.detach()).sum().backward()
    v = leaf(torch, 4.0)
    with torch.no_grad():
        v.mul_(2)
    (v * v).backward()
    return [x.grad, b.grad, w.grad, v.grad]


def network(torch, nn):
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 2))


OPTIMIZERS = {
    "SGD": lambda o, p: o.SGD(p, lr=0.1, momentum=0.9, weight_decay=1e-3, nesterov=True), "Adam": lambda o, p: o.Adam(p, lr=0.02),
    "AdamW": lambda o, p: o.AdamW(p, lr=0.02, amsgrad=True), "RMSprop": lambda o, p: o.RMSprop(p, lr=0.01, momentum=0.5),
    "Adagrad": lambda o, p: o.Adagrad(p, lr=0.1),
}


def train(torch, name, steps=12, reload=None):
    model = network(torch, torch.nn)
    optimizer = OPTIMIZERS[name](torch.optim, model.parameters())
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, 5, 0.5)
    x = torch.linspace(-1, 1, 24).reshape(8, 3)
    target = (x.sum(1) > 0).long()
    losses = []
    for step in range(steps):
        if reload and step == steps // 2:
            model, optimizer, schedule = reload(model, optimizer, schedule)
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), target)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    return losses, model, optimizer


for _name in OPTIMIZERS:
    def _training(torch, _name=_name):
        losses, model, optimizer = train(torch, _name)
        return [losses, model[0].weight.detach(), optimizer.param_groups[0]["lr"]]
    CASES[f"training_{_name}"] = _training


@case
def layers(torch):
    nn, F = torch.nn, torch.nn.functional
    torch.manual_seed(1)
    net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(36, 3))
    x = torch.linspace(-1, 1, 72).reshape(2, 1, 6, 6)
    out = net(x)
    F.mse_loss(out, torch.ones(2, 3)).backward()
    net.eval()
    a, b = torch.linspace(-1, 1, 6).reshape(2, 3), torch.linspace(0, 1, 6).reshape(2, 3)
    w = torch.tensor([1.0, 2.0, 3.0]).expand(2, 3)
    return [out.detach(), net(x).detach(), net[0].weight.grad, [list(v.shape) for v in net.state_dict().values()], list(net.state_dict()),
            F.mse_loss(a, b, weight=w), F.l1_loss(a, b, weight=w), F.huber_loss(a, b, delta=0.5), F.smooth_l1_loss(a, b, beta=0.5),
            F.kl_div(a.log_softmax(1), b.softmax(1), reduction="batchmean"), F.conv1d(b.unsqueeze(1), torch.ones(1, 1, 3), padding="same"),
            list(F.max_pool1d(a, 2, return_indices=True)), F.adaptive_avg_pool2d(x, (None, 2)), F.softmin(a, dim=1), F.gelu(a, approximate="tanh"),
            F.dropout2d(x, training=False), F.embedding(torch.tensor([1, 0]), a), F.layer_norm(a, (3,)), F.elu(a.clone(), inplace=True),
            F.hinge_embedding_loss(a, torch.ones(2, 3), size_average=False), repr(net)]


def _simple():
    for name, phrase, f in (
        ("matmul_shapes", "mat1 and mat2 shapes cannot be multiplied", lambda t: t.ones(2, 3) @ t.ones(2, 3)),
        ("broadcast", "must match the size of tensor", lambda t: t.ones(2, 3) + t.ones(2, 4)),
        ("view", "is invalid for input of size", lambda t: t.ones(6).view(4, 2)),
        ("view_strides", "view size is not compatible", lambda t: t.ones(2, 3).t().view(6)),
        ("index_range", "out of bounds", lambda t: t.ones(3)[5]),
        ("index_many", "too many indices", lambda t: t.ones(3)[0, 0]),
        ("index_float", "valid indices", lambda t: t.ones(3)[1.5]),
        ("index_tensor_range", "out of bounds", lambda t: t.ones(3)[t.tensor([5])]),
        ("index_mask_shape", "mask", lambda t: t.ones(3)[t.tensor([True, False])]),
        ("index_0d", "0-dim tensor", lambda t: t.tensor(1)[0]),
        ("dim_range", "Dimension out of range", lambda t: t.ones(2).sum(3)),
        ("cat_shapes", "Sizes of tensors must match", lambda t: t.cat([t.ones(2, 3), t.ones(3, 4)])),
        ("cat_empty", "non-empty", lambda t: t.cat([])),
        ("stack_shapes", "stack expects each tensor to be equal size", lambda t: t.stack([t.ones(2), t.ones(3)])),
        ("not_a_tensor", "must be Tensor", lambda t: t.sin(3)),
        ("add_string", "", lambda t: t.add(t.ones(1), "a")),
        ("item_many", "cannot be converted to Scalar", lambda t: t.ones(2).item()),
        ("bool_many", "ambiguous", lambda t: bool(t.ones(2))),
        ("ragged", "expected sequence of", lambda t: t.tensor([[1, 2], [3]])),
        ("strings", "too many dimensions 'str'", lambda t: t.tensor(["a"])),
        ("negative_size", "negative", lambda t: t.zeros(-1)),
        ("int_overflow", "verflow", lambda t: t.tensor(2 ** 70)),
        ("expand", "must match the existing size", lambda t: t.ones(2, 3).expand(2, 4)),
        ("squeeze_range", "Dimension out of range", lambda t: t.ones(2).squeeze(4)),
        ("permute", "permute", lambda t: t.ones(2, 3).permute(0, 0)),
        ("chunk_zero", "chunk", lambda t: t.ones(3).chunk(0)),
        ("gather_dtype", "int64", lambda t: t.ones(3).gather(0, t.ones(2))),
        ("mean_int", "dtype", lambda t: t.arange(3).mean()),
        ("backward_twice", "second time", lambda t: [y.backward() for y in [(leaf(t, 1.0) ** 2).sum()] * 2]),
        ("backward_vector", "scalar outputs", lambda t: (leaf(t, 1.0, 2.0) * 2).backward()),
        ("backward_none", "does not require grad", lambda t: t.ones(1).backward()),
        ("leaf_in_place", "leaf Variable", lambda t: leaf(t, 1.0).add_(1)),
        ("leaf_view_in_place", "leaf Variable", lambda t: leaf(t, 1.0, 2.0)[0].add_(1)),
        ("grad_of_int", "floating point", lambda t: t.tensor([1], requires_grad=True)),
        ("unused", "not have been used in the graph", lambda t: t.autograd.grad(leaf(t, 1.0).sum(), [leaf(t, 2.0)])),
        ("numpy_grad", "requires grad", lambda t: leaf(t, 1.0).numpy()),
        ("grad_shape", "", lambda t: setattr(t.ones(2), "grad", t.ones(3))),
        ("deepcopy_graph", "graph leaves", lambda t: __import__("copy").deepcopy(leaf(t, 1.0) * 2)),
        ("linear", "shapes cannot be multiplied", lambda t: t.nn.Linear(3, 2)(t.ones(2, 4))),
        ("conv", "channels", lambda t: t.nn.Conv2d(3, 4, 3)(t.ones(1, 2, 5, 5))),
        ("cross_entropy_range", "out of bounds", lambda t: t.nn.functional.cross_entropy(t.ones(2, 3), t.tensor([0, 7]))),
        ("embedding_range", "out of range", lambda t: t.nn.Embedding(3, 2)(t.tensor([5]))),
        ("dropout_p", "between 0 and 1", lambda t: t.nn.functional.dropout(t.ones(2), 1.5)),
        ("reduction", "valid value for reduction", lambda t: t.nn.functional.mse_loss(t.ones(2), t.ones(2), reduction="x")),
        ("bad_device", "device", lambda t: t.ones(1, device="nowhere")),
        ("bad_dtype", "dtype", lambda t: t.ones(1, dtype="float32")),
        ("keyword", "", lambda t: t.ones(1, nonsense=2)),
        ("bitwise_float", "not implemented for", lambda t: t.ones(1) & t.ones(1)),
        ("in_place_dtype", "can't be cast", lambda t: t.arange(2).add_(1.5)),
        ("in_place_shape", "output with shape", lambda t: t.ones(2).add_(t.ones(3, 2))),
        ("len_0d", "0-d tensor", lambda t: len(t.tensor(1))),
        ("iter_0d", "0-d tensor", lambda t: list(t.tensor(1))),
        ("fill_tensor", "0-dimension", lambda t: t.ones(2).fill_(t.ones(2))),
        ("load_state", "size mismatch", lambda t: t.nn.Linear(2, 2).load_state_dict(t.nn.Linear(3, 2).state_dict())),
        ("missing_key", "Missing key", lambda t: t.nn.Linear(2, 2).load_state_dict({})),
        ("lr", "Invalid learning rate", lambda t: t.optim.SGD([leaf(t, 1.0)], lr=-1)),
        ("no_parameters", "empty parameter list", lambda t: t.optim.Adam([])),
        ("huge", "", lambda t: t.zeros(2 ** 40, 2 ** 40)),
        ("huge_memory", "", lambda t: t.zeros(2 ** 55)),
        ("topk", "out of range", lambda t: t.ones(3).topk(5)),
        ("multinomial", "probability", lambda t: t.multinomial(t.tensor([-1.0, 2.0]), 1)),
        ("randperm", "", lambda t: t.randperm(-1)),
        ("randint", "from", lambda t: t.randint(5, 2, (3,))),
        ("arange_step", "step must be nonzero", lambda t: t.arange(0, 5, 0)),
        ("arange_sign", "inconsistent", lambda t: t.arange(0, 5, -1)),
        ("sort_number", "", lambda t: t.sort(3)),
        ("from_list", "np.ndarray", lambda t: t.from_numpy([1])),
        ("once", "once_differentiable", lambda t: twice(t)),
        ("version", "modified by an inplace operation", lambda t: stale(t)),
    ):
        ERRORS[name] = (f, phrase)


def stale(torch):
    x = leaf(torch, 1.0, 2.0)
    y = x.exp()
    y.add_(1)
    y.sum().backward()


def twice(torch):
    class Once(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 2

        @staticmethod
        @torch.autograd.function.once_differentiable
        def backward(ctx, g):
            return g * 2

    x = leaf(torch, 1.0)
    y = Once.apply(x * x)
    g, = torch.autograd.grad((y * y).sum(), x, create_graph=True)
    g.sum().backward()


_simple()
