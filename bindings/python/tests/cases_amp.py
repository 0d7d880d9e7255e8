"""Programs over mixed precision, run with PyTorch for the golden file and with emberwing."""
import warnings

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
    return (torch.arange(n, dtype=torch.float32) * 0.7 + 0.3).sin().reshape(shape)


def network(torch):
    m = torch.nn.Sequential(torch.nn.Conv2d(1, 4, 3, padding=1), torch.nn.BatchNorm2d(4), torch.nn.ReLU(),
                            torch.nn.MaxPool2d(2), torch.nn.Flatten(), torch.nn.Linear(16, 3))
    with torch.no_grad():
        for p in m.parameters():
            p.copy_(values(torch, *p.shape))
    return m


@case
def ops_in_low_precision(torch):
    F, a, v = torch.nn.functional, values(torch, 4, 4), values(torch, 4)
    b = values(torch, 2, 4, 4)
    results = []
    for dtype in (torch.bfloat16, torch.float16):
        with torch.autocast("cpu", dtype=dtype):
            results += [a @ a, a @ v, torch.mm(a, a), torch.bmm(b, b), torch.addmm(a, a, a), torch.baddbmm(b, b, b),
                        torch.addbmm(a, b, b), F.linear(a, a, v), torch.einsum("ij,jk->ik", a, a), torch.inner(a, a),
                        torch.tensordot(a, a, 1), torch.linalg.multi_dot([a, a, a]), torch.linalg.vecdot(a, a),
                        F.conv1d(b, values(torch, 3, 4, 2)), F.conv2d(b[None], values(torch, 3, 2, 2, 2), padding="same"),
                        F.conv_transpose1d(b, values(torch, 4, 3, 2)), F.prelu(a, v),
                        F.scaled_dot_product_attention(b, b, b)]
    return results


@case
def ops_in_full_precision(torch):
    F, a = torch.nn.functional, values(torch, 4, 4).bfloat16()
    y, s = torch.tensor([0, 1, 2, 3]), values(torch, 4, 4).bfloat16().sigmoid()
    b = values(torch, 1, 4, 4).bfloat16()
    sign = a.sign()
    with torch.autocast("cpu"):
        return [F.mse_loss(a, s), F.l1_loss(a, s), F.smooth_l1_loss(a, s), F.huber_loss(a, s), F.cross_entropy(a, y),
                F.nll_loss(a, y), F.binary_cross_entropy(s, s), F.binary_cross_entropy_with_logits(a, s),
                F.kl_div(a, s, reduction="sum"), F.soft_margin_loss(a, sign), F.hinge_embedding_loss(a, sign),
                F.cosine_embedding_loss(a, s, sign[0]), F.margin_ranking_loss(a, s, sign), F.multi_margin_loss(a, y),
                F.triplet_margin_loss(a, s, sign), F.poisson_nll_loss(a, s), a.prod(), torch.trace(a), torch.cdist(a, s),
                torch.linalg.inv(a), torch.linalg.eigvalsh(a), torch.linalg.svdvals(a), torch.quantile(a, 0.5),
                torch.fft.rfft(a).real, F.pad(b, (1, 1), mode="reflect"), F.pad(b, (1, 1), mode="replicate"),
                F.avg_pool3d(b[None], (1, 2, 2)), F.max_pool3d(b[None], (1, 2, 2)), F.adaptive_avg_pool3d(b[None], 1)]


@case
def ops_left_alone_or_promoted(torch):
    F, a = torch.nn.functional, values(torch, 4, 4)
    h, v = a.bfloat16(), values(torch, 4)
    with torch.autocast("cpu"):
        return [torch.cat([h, a]), torch.cat([h, h]), torch.stack([h, a]), h + a, h * 2, h.exp(), h.softmax(0), h.sum(),
                torch.mv(a, v), torch.dot(v, v), torch.outer(v, v), F.pad(h, (1, 1)), F.layer_norm(h, (4,), v, v),
                F.group_norm(h, 2, v, v), F.batch_norm(h, v.clone(), v.abs(), v, v, True), F.relu(h), F.gelu(h),
                F.bilinear(a, a, values(torch, 2, 4, 4)).dtype, F.max_pool2d(h[None], 2), torch.index_copy(a, 0, torch.tensor([1]), h[:1]),
                (a.double() @ a.double()), F.embedding(torch.tensor([1, 2]), a)]


@case
def layers(torch):
    x, nn, results = values(torch, 5, 4), torch.nn, []
    for make in (lambda: nn.RNN(4, 4), lambda: nn.GRUCell(4, 4), lambda: nn.LSTMCell(4, 4), lambda: nn.MultiheadAttention(4, 2),
                 lambda: nn.TransformerEncoderLayer(4, 2, 8, dropout=0.0)):
        m = make()
        with torch.no_grad():
            for p in m.parameters():
                p.copy_(values(torch, *p.shape))
        arguments = (x, x, x) if isinstance(m, nn.MultiheadAttention) else (x,)
        with torch.autocast("cpu"):
            out = m(*arguments)
        out = out[0] if isinstance(out, tuple) else out
        # Where the state is float32, PyTorch's products are in low precision and ours are not.
        results += [out.dtype, out.bfloat16()]
    return results


@case
def training(torch):
    results = []
    for dtype in (torch.bfloat16, torch.float16):
        m = network(torch)
        opt = torch.optim.SGD(m.parameters(), lr=0.05, momentum=0.9)
        scaler = torch.amp.GradScaler("cpu", init_scale=1024.0, growth_interval=2)
        for _ in range(4):
            opt.zero_grad()
            with torch.autocast("cpu", dtype=dtype):
                out = m(values(torch, 8, 1, 4, 4))
                loss = torch.nn.functional.cross_entropy(out, torch.arange(8) % 3)
            scaler.scale(loss).backward()
            scaler.unscale_(opt)
            torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0)
            scaler.step(opt)
            scaler.update()
            results += [out.dtype, loss.bfloat16(), scaler.get_scale()]
        results += [p.dtype for p in m.parameters()] + [scaler.state_dict()["_growth_tracker"]]
    return results


@case
def nested_contexts(torch):
    a, results = values(torch, 2, 2), []
    with torch.autocast("cpu"):
        results.append((a @ a).dtype)
        with torch.autocast("cpu", enabled=False):
            results.append((a @ a).dtype)
            with torch.autocast("cpu", dtype=torch.float16):
                results += [(a @ a).dtype, torch.get_autocast_dtype("cpu"), torch.is_autocast_enabled("cpu")]
        results += [(a @ a).dtype, torch.get_autocast_dtype("cpu"), torch.is_autocast_cache_enabled()]
    results += [(a @ a).dtype, torch.is_autocast_enabled("cpu"), torch.is_autocast_enabled()]
    torch.set_autocast_enabled("cpu", True)
    torch.set_autocast_dtype("cpu", torch.float16)
    results.append((a @ a).dtype)
    torch.set_autocast_enabled("cpu", False)
    torch.set_autocast_dtype("cpu", torch.bfloat16)
    return results + [(a @ a).dtype]


@case
def decorated(torch):
    @torch.autocast("cpu")
    def f(x):
        return x @ x

    seen = []

    class Twice(torch.autograd.Function):
        @staticmethod
        @torch.amp.custom_fwd(device_type="cpu", cast_inputs=torch.float32)
        def forward(ctx, x):
            seen.extend([x.dtype, torch.is_autocast_enabled("cpu")])
            return x * 2

        @staticmethod
        @torch.amp.custom_bwd(device_type="cpu")
        def backward(ctx, g):
            seen.append(torch.is_autocast_enabled("cpu"))
            return g * 2
    x = values(torch, 2, 2).bfloat16().requires_grad_()
    with torch.autocast("cpu"):
        y = Twice.apply(x)
        y.sum().backward()
    return [f(values(torch, 2, 2)), y, x.grad, seen]


@case
def scaler_skips_infinite_steps(torch):
    p = torch.nn.Parameter(torch.ones(2))
    opt = torch.optim.SGD([p], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=4.0, growth_interval=2)
    results = []
    for factor in (1.0, float("inf"), 1.0, 1.0, float("nan")):
        opt.zero_grad()
        scaler.scale((p * factor).sum()).backward()
        scaler.step(opt)
        scaler.update()
        results += [p.detach().clone(), scaler.get_scale(), scaler._get_growth_tracker()]
    state = scaler.state_dict()
    other = torch.amp.GradScaler("cpu")
    other.load_state_dict(state)
    other.scale(p.sum())
    scaler.update(16.0)
    return results + [sorted(state), other.get_scale(), scaler.get_scale(), torch.amp.GradScaler("cpu", enabled=False).state_dict() == {}]


@case
def without_a_gpu(torch):
    a, seen = values(torch, 2, 2), []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with torch.autocast("cuda"):
            seen.append((a @ a).dtype)
        scaler = torch.amp.GradScaler()
        with torch.cuda.amp.autocast():
            seen.append((a @ a).dtype)
        with torch.cpu.amp.autocast():
            seen.append((a @ a).dtype)
        with torch.autocast("cpu", dtype=torch.float64):
            seen.append((a @ a).dtype)
    # A CUDA build asks the driver first, and warns about it.
    texts = [str(w.message)[:60] for w in caught if "driver" not in str(w.message)]
    return [seen, scaler.is_enabled(), scaler.get_scale(), scaler.scale(a) is a, texts]


def _twice(torch, what):
    p = torch.nn.Parameter(torch.ones(1))
    opt, scaler = torch.optim.SGD([p], lr=1.0), torch.amp.GradScaler("cpu")
    scaler.scale(p.sum()).backward()
    getattr(scaler, what)(opt)
    getattr(scaler, what)(opt)


ERRORS["device"] = (lambda torch: torch.autocast("nowhere"), "device type at start of device string: nowhere")
ERRORS["device_type"] = (lambda torch: torch.autocast(torch.device("cpu")), "Expected `device_type` of type `str`")
ERRORS["mixed_double"] = (lambda torch: torch.autocast("cpu")(torch.mm)(values(torch, 2, 2), values(torch, 2, 2).double()),
                          "expected m1 and m2 to have the same dtype")
ERRORS["unscale_twice"] = (lambda torch: _twice(torch, "unscale_"), "unscale_() has already been called")
ERRORS["step_twice"] = (lambda torch: _twice(torch, "step"), "step() has already been called")
ERRORS["growth"] = (lambda torch: torch.amp.GradScaler("cpu", growth_factor=1.0), "The growth factor must be > 1.0.")
ERRORS["scale_nothing"] = (lambda torch: torch.amp.GradScaler("cpu").scale(1.0), "outputs must be a Tensor or an iterable")
ERRORS["empty_state"] = (lambda torch: torch.amp.GradScaler("cpu").load_state_dict({}), "The source state dict is empty")
ERRORS["step_first"] = (lambda torch: torch.amp.GradScaler("cpu").step(torch.optim.SGD([torch.ones(1)], 1.0)), "_scale is None")
