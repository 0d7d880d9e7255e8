"""Small models, optimizers and schedulers whose training goes on from checkpoints, built alike in PyTorch and here."""
import numpy as np

NAMES = ("resnet", "lstm", "transformer")
PHASE = 10  # steps between two checkpoints


def resnet(torch):
    """Convolutions, batch norms and a skip connection; Adam, a warm-up and then a cosine."""
    nn = torch.nn

    class Block(nn.Module):
        def __init__(self, inputs, outputs, stride):
            super().__init__()
            self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(outputs)
            self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(outputs)
            self.downsample = None
            if stride != 1:
                shortcut = nn.Conv2d(inputs, outputs, 1, stride, bias=False)
                self.downsample = nn.Sequential(shortcut, nn.BatchNorm2d(outputs))

        def forward(self, x):
            y = self.bn2(self.conv2(self.bn1(self.conv1(x)).relu()))
            return (y + (x if self.downsample is None else self.downsample(x))).relu()

    stem = [nn.Conv2d(3, 4, 3, 1, 1, bias=False), nn.BatchNorm2d(4), nn.ReLU()]
    head = [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(5, 4)]
    model = nn.Sequential(*stem, Block(4, 4, 1), Block(4, 5, 2), *head)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=1e-3)
    rates = torch.optim.lr_scheduler
    warm, cool = rates.LinearLR(optimizer, 0.2, total_iters=6), rates.CosineAnnealingLR(optimizer, 25, 1e-3)
    return model, optimizer, rates.SequentialLR(optimizer, [warm, cool], [6])


def lstm(torch):
    """Two layers of LSTM after an embedding; AdamW with amsgrad, one cycle of rates and betas."""
    nn = torch.nn

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(7, 5, padding_idx=0)
            self.lstm = nn.LSTM(5, 6, 2, batch_first=True)
            self.head = nn.Linear(6, 4)

        def forward(self, x):
            return self.head(self.lstm(self.embedding(x))[0][:, -1])

    model = Model()
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, betas=(0.8, 0.99), amsgrad=True)
    return model, optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, [0.03], total_steps=40)


def transformer(torch):
    """Two encoder layers; AdamW with decay for the matrices alone and rates that fall at milestones."""
    nn = torch.nn

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(7, 4)
            self.register_buffer("positions", torch.linspace(-1, 1, 6).unsqueeze(1))
            layer = nn.TransformerEncoderLayer(4, 2, 8, 0.0, "gelu", batch_first=True, norm_first=True)
            self.encoder = nn.TransformerEncoder(layer, 2, norm=nn.LayerNorm(4), enable_nested_tensor=False)
            self.head = nn.Linear(4, 4)

        def forward(self, x):
            y = self.encoder(self.embedding(x) + self.positions, src_key_padding_mask=x == 0)
            return self.head(y.mean(1))

    model = Model()
    matrices = [p for p in model.parameters() if p.dim() > 1]
    vectors = [p for p in model.parameters() if p.dim() == 1]
    optimizer = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "lr": 0.02}], lr=0.01,
                                  weight_decay=0.0)
    return model, optimizer, torch.optim.lr_scheduler.MultiStepLR(optimizer, [5, 12, 12, 24], 0.7)


def build(torch, name):
    """A fresh model of that name with its optimizer and scheduler."""
    return globals()[name](torch)


def data(torch, name, step):
    """The batch of a step: the same numbers everywhere, with targets that a model can learn."""
    random = np.random.RandomState(step)
    if name == "resnet":
        x = random.uniform(-1, 1, (8, 3, 8, 8))
        target = random.randint(0, 4, 8)
        x[:, 0] += target.reshape(8, 1, 1) / 2
        return torch.from_numpy(x.astype(np.float32)), torch.from_numpy(target.astype(np.int64))
    tokens = random.randint(0, 7, (8, 6)).astype(np.int64)
    tokens[:, -1] = 1 + np.arange(8) % 6  # no row is padding alone
    return torch.from_numpy(tokens), torch.from_numpy(tokens[:, -1] % 4)


def train(torch, name, parts, first, steps=PHASE):
    """Trains and returns the loss of every step and, last, a loss in evaluation mode."""
    model, optimizer, scheduler = parts
    losses = []
    model.train()
    for step in range(first, first + steps):
        x, target = data(torch, name, step)
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), target)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    model.eval()
    with torch.no_grad():
        x, target = data(torch, name, 1000)
        losses.append(torch.nn.functional.cross_entropy(model(x), target).item())
    return losses


def write(torch, parts, step, path):
    """Saves the states of model, optimizer and scheduler with the number of steps done."""
    model, optimizer, scheduler = parts
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(),
                "step": step}, path)


def read(torch, name, path):
    """What `write` saved, in new objects, and the number of steps done."""
    torch.manual_seed(12345)
    parts = build(torch, name)
    checkpoint = torch.load(path, weights_only=True)
    for part, key in zip(parts, ("model", "optimizer", "scheduler")):
        part.load_state_dict(checkpoint[key])
    return parts, checkpoint["step"]


def outline(value):
    """The kinds, keys, dtypes and shapes of a checkpoint, without its floating-point numbers."""
    kind = type(value).__name__
    if kind in ("Tensor", "Parameter"):
        return kind, str(value.dtype), tuple(value.shape), tuple(value.stride()), value.requires_grad
    if isinstance(value, dict):
        return kind, [(k, outline(v)) for k, v in value.items()], outline(getattr(value, "_metadata", None))
    if isinstance(value, (list, tuple)):
        return kind, [outline(v) for v in value]
    return (kind, None) if isinstance(value, float) else (kind, value)
