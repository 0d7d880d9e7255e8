"""Programs over function transforms, the graph and checkpoints, run with PyTorch for the golden file and with emberwing."""

CASES = {}
#: Calls that must raise, with a phrase of PyTorch's message that has to be in ours.
ERRORS = {}


def case(f):
    CASES[f.__name__] = f
    return f


def values(torch, *shape):
    """Fixed numbers that are neither small nor regular."""
    n = 1
    for s in shape:
        n *= s
    return (torch.arange(n, dtype=torch.float64) * 0.7 + 0.3).sin().reshape(shape)


def leaf(torch, *shape):
    return values(torch, *shape).requires_grad_(True)


def network(torch):
    m = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2)).double()
    with torch.no_grad():
        for p in m.parameters():
            p.copy_(values(torch, *p.shape))
    return m


@case
def gradients_of_functions(torch):
    f = torch.func
    x = values(torch, 3)
    both = f.grad_and_value(lambda x, y: (x ** 3 * y).sum(), argnums=(0, 1))(x, x + 1)
    aux = f.grad(lambda x: ((x ** 2).sum(), {"twice": x * 2}), has_aux=True)(x)
    tree = f.grad(lambda d: (d["a"] * d["b"][0]).sum())({"a": x, "b": (x * 3,)})
    return [f.grad(lambda x: (x ** 3).sum())(x), both, aux[0], aux[1]["twice"], tree["a"], tree["b"],
            aux[0].requires_grad, x.requires_grad]


@case
def nested_gradients(torch):
    f = torch.func
    x = values(torch, 1)[0]
    confusion = f.grad(lambda x: x * f.grad(lambda y: x * y)(torch.ones((), dtype=torch.float64)))(x)
    forward_over_reverse = f.jvp(f.grad(lambda y: (y ** 4).sum()), (values(torch, 3),), (torch.ones(3, dtype=torch.float64),))
    reverse_over_forward = f.grad(lambda x: f.jvp(lambda y: (y ** 4).sum(), (x,), (torch.ones_like(x),))[1])(values(torch, 3))
    return [f.grad(f.grad(f.grad(torch.sin)))(x), confusion, forward_over_reverse, reverse_over_forward]


@case
def transforms_in_the_graph_of_the_caller(torch):
    x, w = leaf(torch, 3), leaf(torch, 3)
    g = torch.func.grad(lambda x: (x ** 3 * w).sum())(x)
    g.sum().backward()
    y, pull = torch.func.vjp(torch.sin, x)
    again, = pull(torch.ones_like(x))
    again.sum().backward()
    with torch.no_grad():
        untracked = torch.func.grad(lambda x: (x ** 3 * w).sum())(x)
    return [g, x.grad, w.grad, g.requires_grad, y.requires_grad, untracked, untracked.requires_grad]


@case
def jacobians(torch):
    f = torch.func
    x, y = values(torch, 2), values(torch, 3)

    def several(x, y):
        return x.exp()[:, None] * y, {"sum": y.sum()}
    reverse, forward = (j(several, argnums=(0, 1))(x, y) for j in (f.jacrev, f.jacfwd))
    parts = [[t[0][0], t[0][1], t[1]["sum"][0], t[1]["sum"][1]] for t in (reverse, forward)]
    second = f.hessian(lambda x, y: (x.exp()[:, None] * y).sum() ** 2, argnums=(0, 1))(x, y)
    twice = [j(j(lambda x: x.sin() * x.sum()))(x) for j in (f.jacrev, f.jacfwd)]
    return [parts, second, twice,
            f.jacrev(lambda x: torch.ones(2, dtype=torch.float64))(x), f.jacrev(lambda x: (x * 2, x.sum()), has_aux=True)(x)]


@case
def vector_products(torch):
    f = torch.func
    x, v = values(torch, 3), values(torch, 4)[1:]
    y, push = f.linearize(lambda x: x.sin() * x.sum(), x)
    out, pull, aux = f.vjp(lambda x: ((x.sin(), x * 2), x + 1), x, has_aux=True)
    return [y, push(v), push(v * 2), out, pull((v, v)), aux, f.jvp(lambda x: (x.sin(), x.sum()), (x,), (v,)),
            f.jvp(lambda x: torch.ones(2, dtype=torch.float64), (x,), (v,)),
            f.vmap(lambda c: pull((c, c)))(values(torch, 2, 3))]


@case
def batches(torch):
    v = torch.vmap
    a, b = values(torch, 4, 3, 5), values(torch, 5, 4)
    moved = v(lambda x, y: x.sum(-1) * y.sum(), in_dims=(0, 1), out_dims=1)(a, b)
    tree = v(lambda d: {"s": d["x"].sum(), "t": (d["x"], d["y"])}, in_dims=({"x": 0, "y": None},),
             out_dims={"s": 0, "t": (1, 0)})({"x": a[:, :, 0], "y": b[0]})
    outer = v(v(lambda x, y: x * y, in_dims=(0, None)), in_dims=(None, 0), out_dims=-1)(b[0], b[1])
    same = v(lambda x: torch.rand(3) + x, randomness="same")(torch.zeros(4, 3))
    changed = torch.zeros(3, 2)
    v(lambda x: x.add_(1))(changed)
    empty = v(lambda x: (x[:2], x.sum()))(torch.zeros(0, 4))
    free = v(lambda x, y: (x, y), in_dims=(0, None), out_dims=(0, None))(b, a[0])
    return [moved, tree["s"], tree["t"], outer, bool((same == same[0]).all()), changed, empty, free,
            v(lambda x: x.sum(0), chunk_size=2)(a), v(lambda x: x.argmax(), in_dims=-1)(b), v(lambda x, *, k: x * k)(b, k=3)]


@case
def gradients_of_single_samples(torch):
    m = network(torch)
    x, t = values(torch, 5, 3), values(torch, 5, 2)
    parameters = {k: p.detach() for k, p in m.named_parameters()}

    def loss(p, x, t):
        return (torch.func.functional_call(m, p, (x,)) - t).pow(2).sum()
    single = torch.func.vmap(torch.func.grad(loss), in_dims=(None, 0, 0))(parameters, x, t)
    h = torch.func.vmap(torch.func.hessian(lambda x: x.sin().prod()))(x[:2])
    return [list(single), list(single.values()), h, m[0].weight is dict(m.named_parameters())["0.weight"]]


@case
def modules_as_functions(torch):
    models = [network(torch) for _ in range(3)]
    with torch.no_grad():
        models[1][0].weight.mul_(2)
    parameters, buffers = torch.func.stack_module_state(models)
    x = values(torch, 4, 3)
    outputs = torch.func.vmap(lambda p, b: torch.func.functional_call(models[0], (p, b), (x,)))(parameters, buffers)
    outputs.sum().backward()
    norm = torch.nn.BatchNorm1d(3).double()
    state = {k: b.clone() for k, b in norm.named_buffers()}
    torch.func.functional_call(norm, (dict(norm.named_parameters()), state), x)
    tied = torch.nn.ModuleList([torch.nn.Linear(3, 3).double(), torch.nn.Linear(3, 3).double()])
    tied[1].weight = tied[0].weight
    tied.forward = lambda x: tied[0](x) - tied[1](x)
    both = torch.func.functional_call(tied, {"0.weight": values(torch, 3, 3), "0.bias": x[0], "1.bias": x[1]}, x)
    return [outputs, parameters["0.weight"].grad, parameters["0.weight"].is_leaf, state["running_mean"],
            norm.running_mean, both]


@case
def forward_mode(torch):
    fw = torch.autograd.forward_ad
    x, v = values(torch, 3), values(torch, 4)[1:]
    with fw.dual_level():
        dual = fw.make_dual(x, v)
        primal, tangent = fw.unpack_dual(dual.sin() * 2)
        none = fw.unpack_dual(x * 2).tangent
        itself = fw.unpack_dual(dual)
        two = fw.unpack_dual(dual * fw.make_dual(x + 1, v * 3)).tangent
    return [primal, tangent, none is None, itself, two, fw.unpack_dual(x).tangent is None]


@case
def jvp_of_a_custom_function(torch):
    class Square(torch.autograd.Function):
        @staticmethod
        def forward(x):
            return x ** 2

        @staticmethod
        def setup_context(ctx, inputs, output):
            ctx.save_for_forward(*inputs)
            ctx.save_for_backward(*inputs)

        @staticmethod
        def backward(ctx, g):
            x, = ctx.saved_tensors
            return 2 * x * g

        @staticmethod
        def jvp(ctx, t):
            # Wrong on purpose: shows which of the two rules was used.
            x, = ctx.saved_tensors
            return 3 * x * t
    x = values(torch, 3)
    y = x.clone().requires_grad_()
    Square.apply(y).sum().backward()
    return [torch.func.jvp(Square.apply, (x,), (torch.ones_like(x),)), y.grad]


@case
def custom_functions_that_save(torch):
    class Exp(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            y = x.exp()
            ctx.save_for_backward(y)
            ctx.factor = 5
            return y

        @staticmethod
        def backward(ctx, g):
            y, = ctx.saved_tensors
            return g * y
    x = leaf(torch, 3)
    y = Exp.apply(x)
    g, = torch.autograd.grad(y.sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    freed = Exp.apply(x)
    node = freed.grad_fn
    kept = node.saved_tensors[0].detach()
    freed.sum().backward()
    try:
        node.saved_tensors
    except RuntimeError as error:
        message = str(error)[:60]
    with torch.autograd.graph.saved_tensors_hooks(lambda t: t * 2, lambda t: t / 2):
        packed = Exp.apply(x * 2)
    a, = torch.autograd.grad(packed.sum(), x, create_graph=True)
    b, = torch.autograd.grad(a.sum(), x)
    return [g, h, kept, message, node.factor, type(node).__name__, a, b]


@case
def nodes(torch):
    x = leaf(torch, 3)
    y = (x * x).exp()
    node = y.grad_fn
    node.metadata["mine"] = 1
    below = node.next_functions[0][0]
    ends = [(n.name(), type(n).__name__, i) for n, i in below.next_functions]
    result = [node.name(), type(node).__name__, below.name(), ends, node is y.grad_fn, below.next_functions[0][0].variable]
    del node, below
    a, b = x[:2].split(1)
    edge = torch.autograd.graph.get_gradient_edge(y)
    z = y.sum()
    return result + [y.grad_fn.metadata["mine"], a.output_nr, b.output_nr, torch.autograd.grad(z, edge, retain_graph=True),
                     torch.autograd.grad(torch.autograd.graph.get_gradient_edge(z), x)]


@case
def hooks_of_nodes(torch):
    x = leaf(torch, 3)
    y = (x * x).exp()
    log = []
    after = y.grad_fn.register_hook(lambda inputs, outputs: log.append([*inputs, *outputs]))
    before = y.grad_fn.register_prehook(lambda outputs: (outputs[0] * 2,))
    y.sum().backward(retain_graph=True)
    first = x.grad.clone()
    after.remove(), before.remove()
    y.sum().backward(retain_graph=True)
    accumulate = y.grad_fn.next_functions[0][0].next_functions[0][0]
    accumulate.register_prehook(lambda g: (g[0] * 10,))
    accumulate.register_hook(lambda inputs, outputs: log.append([len(inputs), outputs[0]]))
    x.grad = None
    y.sum().backward()
    return [log, first, x.grad]


@case
def hooks_on_saved_tensors(torch):
    graph = torch.autograd.graph
    x = leaf(torch, 3)
    log = []

    def pack(t):
        log.append("pack")
        return t * 2

    def unpack(t):
        log.append("unpack")
        return t
    with graph.saved_tensors_hooks(pack, unpack):
        y = x ** 2 + x.exp()
    y.sum().backward()
    with graph.save_on_cpu():
        y = x ** 2 * x.exp()
    g, = torch.autograd.grad(y.sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    z = leaf(torch, 3)
    with graph.allow_mutation_on_saved_tensors():
        a = z.clone()
        b = a ** 2
        a.sin_()
        (a * b).sum().backward()
    return [x.grad, log, g, h, z.grad]


@case
def hooks_on_several_gradients(torch):
    xs = [leaf(torch, 2) for _ in range(4)]
    log = []
    handle = torch.autograd.graph.register_multi_grad_hook(xs, lambda g: log.append([i is None or i.clone() for i in g]))
    (xs[0] + xs[1] * 2).sum().backward()
    (xs[0] * 3 + xs[1] * 2 + xs[2] + xs[3]).sum().backward()
    handle.remove()
    count = []
    torch.autograd.graph.register_multi_grad_hook(xs, lambda g: count.append(1), mode="any")
    (xs[0] + xs[1] * 2).sum().backward()
    version = xs[0]._version
    torch.autograd.graph.increment_version(xs[0])
    return [log, len(count), xs[0]._version - version]


@case
def checkpoints(torch):
    checkpoint = torch.utils.checkpoint.checkpoint
    result = []
    for reentrant in (False, True):
        m, x, calls = network(torch), leaf(torch, 5, 3), []

        def run(x):
            calls.append(1)
            return m(x)
        checkpoint(run, x, use_reentrant=reentrant).sum().backward()
        result += [x.grad, [p.grad for p in m.parameters()], len(calls)]
        z = torch.ones(50, requires_grad=True)
        y = checkpoint(lambda z: torch.nn.functional.dropout(z * 2, 0.5) * z, z, use_reentrant=reentrant)
        y.sum().backward()
        result.append(bool((z.grad == 2 * y.detach()).all()))
    x = leaf(torch, 3)
    y = checkpoint(lambda d, k: {"o": d["a"].sin() * d["a"] * k}, {"a": x}, k=3, use_reentrant=False)["o"]
    g, = torch.autograd.grad(y.sum(), x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x)
    nested = checkpoint(lambda x: checkpoint(lambda x: x.sin() * x.exp(), x, use_reentrant=False).cos(), x, use_reentrant=False)
    nested.sum().backward()
    m, z = network(torch), leaf(torch, 5, 3)
    torch.utils.checkpoint.checkpoint_sequential(m, 2, z, use_reentrant=False).sum().backward()
    return result + [g, h, x.grad, z.grad, [p.grad for p in m.parameters()]]


@case
def functional(torch):
    f = torch.autograd.functional
    x, y = values(torch, 2), values(torch, 3)

    def several(x, y):
        return x.exp()[:, None] * y, y.sum()

    def one(x, y):
        return (x.exp()[:, None] * y).sum() ** 2
    v = (x + 1, y + 1)
    forward = dict(vectorize=True, strategy="forward-mode")
    z = leaf(torch, 2)
    f.jacobian(lambda x: x ** 3, z, create_graph=True).sum().backward()
    return [f.jacobian(several, (x, y)), f.jacobian(several, (x, y), **forward), f.hessian(one, (x, y)),
            f.hessian(one, (x, y), vectorize=True, outer_jacobian_strategy="forward-mode"), f.hvp(one, (x, y), v),
            f.vhp(one, (x, y), v), f.jvp(several, (x, y), v), f.vjp(several, (x, y), (torch.ones(2, 3).double(), y.sum())),
            z.grad]


@case
def batched_gradients(torch):
    x = leaf(torch, 3)
    y = x ** 2
    rows, = torch.autograd.grad(y, x, torch.eye(3, dtype=torch.float64), is_grads_batched=True)
    y = x * 2
    y.sum().backward(inputs=y)
    return [rows, y.grad, x.grad is None]


@case
def checks_of_gradients(torch):
    a = torch.autograd
    x = leaf(torch, 3)
    wrong = a.gradcheck(lambda x: x.sin() + x.detach(), (x,), raise_exception=False)
    return [a.gradcheck(torch.sin, (x,), check_forward_ad=True, check_batched_grad=True, check_batched_forward_grad=True),
            a.gradgradcheck(torch.sin, (x,), check_fwd_over_rev=True, gen_non_contig_grad_outputs=True, check_batched_grad=True),
            a.gradcheck(lambda z: z * z, (torch.complex(values(torch, 2), values(torch, 2) + 1).requires_grad_(),)), wrong]


@case
def modes(torch):
    decorated = torch.set_grad_enabled(False)(lambda x: (x * 2).requires_grad)
    inferring = torch.inference_mode()(lambda x: (x * 2).is_inference())
    with torch.autograd.set_multithreading_enabled(False):
        inside = torch.ones(1, requires_grad=True).requires_grad
    x = torch.ones(2, requires_grad=True)
    return [decorated(x), torch.is_grad_enabled(), inferring(x), torch.is_inference_mode_enabled(), inside]


def failing(phrase):
    def add(f):
        ERRORS[f.__name__] = (f, phrase)
        return f
    return add


@failing("Expected f(*args) to return a scalar")
def grad_of_a_vector(torch):
    torch.func.grad(lambda x: x * 2)(values(torch, 3))


@failing("only 1 positional inputs")
def argnums_too_large(torch):
    torch.func.grad(lambda x: x.sum(), argnums=1)(values(torch, 3))


@failing("Expected all tensors to have the same size in the mapped dimension")
def batches_of_two_sizes(torch):
    torch.vmap(torch.dot)(values(torch, 2, 5), values(torch, 3, 5))


@failing("must only return Tensors")
def batch_of_numbers(torch):
    torch.vmap(lambda x: 3)(values(torch, 2, 5))


@failing("expected in_dim to satisfy")
def no_such_axis(torch):
    torch.vmap(lambda x: x, in_dims=3)(values(torch, 2, 5))


@failing("not compatible with the structure of `inputs`")
def in_dims_of_another_structure(torch):
    torch.vmap(lambda x: x, in_dims=(0, 0))(values(torch, 2, 5))


@failing("not compatible with the structure of `outputs`")
def out_dims_of_another_structure(torch):
    torch.vmap(lambda x: x, out_dims=(0, 0))(values(torch, 2, 5))


@failing("randomness error mode")
def random_numbers_in_a_batch(torch):
    torch.vmap(lambda x: x + torch.randn(5))(torch.ones(2, 5))


@failing("pytree structure of cotangents")
def wrong_cotangents(torch):
    x = values(torch, 3)
    torch.func.vjp(lambda x: x * 2, x)[1]((x, x))


@failing("same python structure")
def wrong_tangents(torch):
    x = values(torch, 3)
    torch.func.jvp(lambda x: x * 2, (x,), (x, x))


@failing("no level exists")
def dual_without_a_level(torch):
    torch.autograd.forward_ad.make_dual(torch.ones(2), torch.ones(2))


@failing("unpack_hook expected to be a Tensor")
def unpacked_to_a_number(torch):
    x = torch.ones(2, requires_grad=True)
    with torch.autograd.graph.saved_tensors_hooks(lambda t: 3, lambda t: t):
        y = x ** 2
    y.sum().backward()


@failing("Inplace update to inference tensor")
def inference_tensor_in_place(torch):
    with torch.inference_mode():
        x = torch.ones(2)
    x.add_(1)


@failing("modifying its input in place")
def pack_in_place(torch):
    x = torch.ones(2, requires_grad=True)
    with torch.autograd.graph.saved_tensors_hooks(lambda t: t.add_(1), lambda t: t):
        x ** 2


@failing("no hooks here")
def hooks_are_disabled(torch):
    with torch.autograd.graph.disable_saved_tensors_hooks("no hooks here"):
        with torch.autograd.graph.save_on_cpu():
            pass


@failing("incorrect number of values")
def node_hook_of_wrong_length(torch):
    x = torch.ones(2, requires_grad=True)
    y = x * x
    y.grad_fn.register_hook(lambda inputs, outputs: (inputs[0],))
    y.sum().backward()


@failing("different metadata")
def checkpoint_that_changes(torch):
    calls = []

    def run(x):
        calls.append(1)
        return (x if len(calls) == 1 else x[:2]).sin()
    torch.utils.checkpoint.checkpoint(run, torch.ones(3, requires_grad=True), use_reentrant=False).sum().backward()


@failing("incompatible with .grad()")
def reentrant_checkpoint_and_grad(torch):
    x = torch.ones(3, requires_grad=True)
    torch.autograd.grad(torch.utils.checkpoint.checkpoint(torch.sin, x, use_reentrant=True).sum(), x)


@failing("twice differentiable")
def strict_hessian_of_a_linear_function(torch):
    torch.autograd.functional.hessian(lambda x: x.sum() * 2, torch.ones(3), strict=True)


@failing("is independent of input 1")
def strict_jacobian(torch):
    torch.autograd.functional.jacobian(lambda x, y: x * 2, (torch.ones(3), torch.ones(2)), strict=True)
