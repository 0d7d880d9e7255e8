"""Programs written for PyTorch, run with `python -m emberwing` and checked by `--check`."""
import os
import subprocess
import sys

import pytest

import emberwing

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(emberwing.__file__)))


def run(tmp_path, source, *arguments, before=(), name="program.py"):
    if name:
        (tmp_path / name).write_text(source)
    environment = {**os.environ, "PYTHONPATH": ROOT + os.pathsep + os.environ.get("PYTHONPATH", "")}
    return subprocess.run([sys.executable, "-m", "emberwing", *before, *([name] if name else []), *arguments], cwd=tmp_path,
                          env=environment, capture_output=True, text=True, timeout=120)


IMPORTS = '''
import importlib.util
assert importlib.util.find_spec("torch") is not None and importlib.util.find_spec("torch.nn.functional") is not None
assert importlib.util.find_spec("torch.nothing") is None
import torch
import torch.nn as nn, torch.nn.functional as F
import torch.optim as optim
import torch.backends.cudnn as cudnn
from torch import Tensor, nn as nn_again, optim as optim_again
from torch.autograd import Variable
from torch.cuda.amp import GradScaler, autocast
from torch.nn import Linear, Module
from torch.nn.modules.linear import Linear as SameLinear
from torch.nn.parameter import Parameter
from torch.optim.lr_scheduler import StepLR
from torch.utils import data
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.data.dataloader import default_collate
from torchvision import datasets, transforms
import torchvision.transforms as T
import emberwing, sys
assert Linear is SameLinear is emberwing.nn.Linear and nn_again is nn is torch.nn and T is transforms
assert torch.__version__ >= "2.0" and torch.__version__ > (1, 8) and not torch.__version__ < "1.13.1"
assert int(torch.__version__.split(".")[0]) >= 2
import importlib.metadata
assert importlib.metadata.version("torch") == torch.__version__
assert __name__ == "__main__" and sys.argv == ["program.py", "--lr", "0.1"] and __file__ == "program.py"
cudnn.benchmark = True
assert torch.backends.cudnn.benchmark is True and torch.nn.__spec__.name == "emberwing.nn"
print("all is there")
'''


def test_imports_of_every_form(tmp_path):
    result = run(tmp_path, IMPORTS, "--lr", "0.1")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "all is there\n"


@pytest.mark.parametrize("statement, error, message", [
    ("torch.nothing", "AttributeError", "Emberwing has no torch.nothing"),
    ("torch.nn.Nothing", "AttributeError", "Emberwing has no torch.nn.Nothing"),
    ("torch.nn.functional.nothing", "AttributeError", "Emberwing has no torch.nn.functional.nothing"),
    ("import torch.utils.data as d; d.Nothing", "AttributeError", "Emberwing has no torch.utils.data.Nothing"),
    ("from torch import nothing", "ModuleNotFoundError", "Emberwing has no torch.nothing"),
    ("from torch.nn import Nothing", "ModuleNotFoundError", "Emberwing has no torch.nn.Nothing"),
    ("from torch.nn.functional import nothing", "ImportError", "Emberwing has no torch.nn.functional.nothing"),
    ("import torch.nothing", "ModuleNotFoundError", "Emberwing has no module torch.nothing"),
    ("import torchvision.nothing", "ModuleNotFoundError", "Emberwing has no module torchvision.nothing"),
])
def test_what_is_lacking_is_named(tmp_path, statement, error, message):
    result = run(tmp_path, f"import torch\n{statement}\n")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].replace("emberwing.", "") == f"{error}: {message}"
    # The report starts at the program's own lines.
    assert "__main__.py" not in result.stderr and 'File "program.py", line 2' in result.stderr


def test_a_program_may_ask_whether_something_is_there(tmp_path):
    result = run(tmp_path, "import torch\nassert not hasattr(torch, 'nothing') and not hasattr(torch.nn, 'Nothing')\n"
                           "try:\n    import torch.nothing\nexcept ImportError:\n    print('no')\n")
    assert (result.returncode, result.stdout) == (0, "no\n"), result.stderr


ONE_PROCESS = '''
import os
import torch, torch.onnx
import torch.distributed as dist
from torch.autograd.anomaly_mode import detect_anomaly
from torch.autograd.grad_mode import no_grad
from torch.autograd.variable import Variable
from torch.distributed import destroy_process_group, init_process_group
from torch.nn.modules.activation import MultiheadAttention
from torch.nn.modules.linear import LazyLinear
from torch.nn.modules.rnn import LSTMCell
from torch.nn.parallel import DistributedDataParallel as DDP
assert Variable is torch.autograd.Variable and no_grad is torch.no_grad and detect_anomaly is torch.autograd.detect_anomaly
assert MultiheadAttention is torch.nn.MultiheadAttention and LSTMCell is torch.nn.LSTMCell and LazyLinear is torch.nn.LazyLinear
assert DDP is torch.nn.parallel.distributed.DistributedDataParallel
assert not dist.is_available() and not dist.is_initialized() and not torch.onnx.is_in_onnx_export()


def says(error, words, call):
    try:
        call()
    except error as raised:
        assert words in str(raised), raised
    else:
        raise AssertionError(words)


model = torch.nn.Linear(1, 1)
says(NotImplementedError, "init_process_group", lambda: init_process_group(backend="nccl"))
says(NotImplementedError, "torch.onnx.export", lambda: torch.onnx.export(model, (torch.ones(1),), "model.onnx"))
says(AssertionError, "Process group cannot be None", destroy_process_group)
for call in (dist.get_rank, dist.get_world_size, dist.barrier, lambda: dist.all_reduce(torch.ones(1)), lambda: DDP(model)):
    says(ValueError, "Default process group has not been initialized", call)
'''


def test_programs_that_could_run_in_many_processes_run_in_one(tmp_path):
    result = run(tmp_path, ONE_PROCESS)
    assert result.returncode == 0, result.stderr


def test_check_lists_what_is_lacking(tmp_path):
    (tmp_path / "helper.py").write_text("from torch import nn\nnn.functional.nothing()\n")
    source = ("import torch, helper\nimport torch.nn.functional as F\nfrom torch.optim import Adam, Nothing\n"
              "x = torch.zeros(3).missing_method()\ntorch.nothing(F.relu(x))\ntorch.nothing\ntorch.nn.Linear.weight\n")
    result = run(tmp_path, source, before=["--check"])
    assert result.returncode == 1, result.stderr
    assert result.stdout.splitlines() == [
        "Emberwing has no torch.nn.functional.nothing: helper.py:2", "Emberwing has no torch.nothing: program.py:5, program.py:6",
        "Emberwing has no torch.optim.Nothing: program.py:3"]
    result = run(tmp_path, "import torch\nprint('ran', torch.zeros(2))\n", before=["--check"])
    assert result.returncode == 0 and "every name" in result.stdout and "ran" not in result.stdout


def test_modules_run_too(tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("")
    (tmp_path / "package" / "train.py").write_text(
        "import sys, torch\nprint(__name__, torch.ones(2).sum().item(), sys.argv[1:])\n")
    result = run(tmp_path, "", "a", before=["-m", "package.train"], name="")
    assert result.stdout == "__main__ 2.0 ['a']\n", result.stderr


def test_exit_codes_and_usage(tmp_path):
    assert run(tmp_path, "import sys\nsys.exit(3)\n").returncode == 3
    assert run(tmp_path, "raise SystemExit('bye')\n").stderr == "bye\n"
    assert "usage" in run(tmp_path, "", before=["--help"]).stdout
    result = run(tmp_path, "", before=["absent.py"])
    assert result.returncode == 2 and "can't open file 'absent.py'" in result.stderr
    assert run(tmp_path, "", before=["--unknown"]).returncode == 2


def test_spawned_children_see_it_too(tmp_path):
    result = run(tmp_path, "import multiprocessing as mp\nimport torch\n\ndef twice(x):\n    return x * 2\n\n"
                           "if __name__ == '__main__':\n    with mp.get_context('spawn').Pool(1) as pool:\n"
                           "        print(pool.map(twice, [torch.ones(2)]))\n")
    assert result.stdout == "[tensor([2., 2.])]\n", result.stderr


def test_install_refuses_when_pytorch_is_there(tmp_path):
    source = ("import sys, types\nsys.modules['torch'] = types.ModuleType('torch')\nimport emberwing\n"
              "try:\n    emberwing.install()\nexcept ImportError as e:\n    print(e)\n")
    (tmp_path / "p.py").write_text(source)
    result = subprocess.run([sys.executable, "p.py"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT}, capture_output=True,
                            text=True, timeout=60)
    assert "PyTorch is imported already" in result.stdout, result.stderr


def test_install_and_uninstall(tmp_path):
    source = ("import emberwing, sys\nemberwing.install(); emberwing.install()\nimport torch.nn\nassert torch is emberwing\n"
              "from emberwing import _dropin\n_dropin.uninstall()\n"
              "assert not any(n.split('.')[0] == 'torch' for n in sys.modules)\nassert emberwing.__version__ == '0.1.0'\nprint('ok')\n")
    (tmp_path / "p.py").write_text(source)
    result = subprocess.run([sys.executable, "p.py"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT}, capture_output=True,
                            text=True, timeout=60)
    assert result.stdout == "ok\n", result.stderr


TRAINING = '''
"""The shape of PyTorch's MNIST example: arguments, a network, loaders, a scheduler, a checkpoint."""
import argparse
import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.conv1 = nn.Conv2d(1, 8, 3, 1)
        self.dropout1 = nn.Dropout(0.25)
        self.fc1 = nn.Linear(8 * 9, 10)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = self.dropout1(F.max_pool2d(x, 2))
        return F.log_softmax(self.fc1(torch.flatten(x, 1)), dim=1)


def train(args, model, device, loader, optimizer, epoch):
    model.train()
    for batch, (data, target) in enumerate(loader):
        data, target = data.to(device), target.to(device)
        optimizer.zero_grad()
        loss = F.nll_loss(model(data), target)
        loss.backward()
        optimizer.step()


def test(model, device, loader):
    model.eval()
    correct = 0
    with torch.no_grad():
        for data, target in loader:
            pred = model(data.to(device)).argmax(dim=1, keepdim=True)
            correct += pred.eq(target.to(device).view_as(pred)).sum().item()
    return correct / len(loader.dataset)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--no-cuda", action="store_true", default=False)
    args = parser.parse_args()
    use_cuda = not args.no_cuda and torch.cuda.is_available()
    use_mps = torch.backends.mps.is_available()
    torch.manual_seed(1)
    device = torch.device("cuda" if use_cuda else "mps" if use_mps else "cpu")
    x = torch.randn(512, 1, 8, 8)
    y = x[:, 0, :4, :4].mean((1, 2)).gt(0).long() + 2 * x[:, 0, 4:, 4:].mean((1, 2)).gt(0).long()
    loader = DataLoader(TensorDataset(x, y), batch_size=32, shuffle=True)
    model = Net().to(device)
    optimizer = optim.Adam(model.parameters(), lr=0.01)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.7)
    for epoch in range(args.epochs):
        train(args, model, device, loader, optimizer, epoch)
        scheduler.step()
    torch.save(model.state_dict(), "net.pt")
    again = Net()
    again.load_state_dict(torch.load("net.pt", map_location=device, weights_only=True))
    accuracy = test(again, device, loader)
    assert accuracy > 0.6, accuracy
    print("learned")


if __name__ == "__main__":
    main()
'''

RECURRENT = '''
"""The shape of PyTorch's word language model: an LSTM whose state is detached, clipping, perplexity."""
import math, torch
from torch import nn
from torch.autograd import Variable
torch.manual_seed(0)
corpus = torch.arange(400) % 7
data = corpus.view(4, -1).t().contiguous()


class Model(nn.Module):
    def __init__(self, n, size):
        super().__init__()
        self.drop, self.encoder = nn.Dropout(0.1), nn.Embedding(n, size)
        self.rnn = nn.LSTM(size, size, 2)
        self.decoder = nn.Linear(size, n)
        self.decoder.weight = self.encoder.weight
        nn.init.uniform_(self.encoder.weight, -0.1, 0.1)

    def forward(self, x, hidden):
        out, hidden = self.rnn(self.drop(self.encoder(x)), hidden)
        return self.decoder(out).view(-1, 7), hidden


model = Model(7, 16)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1.0, momentum=0.9)
for epoch in range(30):
    hidden = (torch.zeros(2, 4, 16), torch.zeros(2, 4, 16))
    for i in range(0, data.size(0) - 1, 25):
        n = min(25, len(data) - 1 - i)
        hidden = tuple(h.detach() for h in hidden)
        model.zero_grad(set_to_none=True)
        output, hidden = model(Variable(data[i:i + n]), hidden)
        loss = criterion(output, data[i + 1:i + 1 + n].view(-1))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 0.25)
        optimizer.step()
assert math.exp(loss.item()) < 2, loss
print("learned")
'''

ADVERSARIAL = '''
"""The shape of PyTorch's DCGAN example: two networks, transposed convolutions, a weights_init by class name, autocast."""
import random, torch
import torch.nn.parallel
import torch.backends.cudnn as cudnn
from torch import nn, optim
random.seed(3); torch.manual_seed(3)
cudnn.benchmark = True


def weights_init(m):
    name = m.__class__.__name__
    if name.find("Conv") != -1:
        torch.nn.init.normal_(m.weight, 0.0, 0.02)
    elif name.find("BatchNorm") != -1:
        torch.nn.init.normal_(m.weight, 1.0, 0.02)
        torch.nn.init.zeros_(m.bias)


G = nn.Sequential(nn.ConvTranspose2d(8, 16, 4, 1, 0, bias=False), nn.BatchNorm2d(16), nn.ReLU(True),
                  nn.ConvTranspose2d(16, 1, 4, 2, 1, bias=False), nn.Tanh())
D = nn.Sequential(nn.Conv2d(1, 16, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, inplace=True), nn.Conv2d(16, 1, 4, bias=False))
G.apply(weights_init); D.apply(weights_init)
criterion = nn.BCEWithLogitsLoss()
opt_d = optim.Adam(D.parameters(), lr=2e-3, betas=(0.5, 0.999))
opt_g = optim.Adam(G.parameters(), lr=2e-3, betas=(0.5, 0.999))
real = torch.sign(torch.randn(16, 1, 8, 8).cumsum(2))
first = None
for step in range(40):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        fake = G(torch.randn(16, 8, 1, 1))
        loss_d = criterion(D(real).view(-1), torch.full((16,), 1.0)) + criterion(D(fake.detach()).view(-1), torch.zeros(16))
    D.zero_grad(); loss_d.backward(); opt_d.step()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss_g = criterion(D(fake).view(-1), torch.ones(16))
    G.zero_grad(); loss_g.backward(); opt_g.step()
    first = first or loss_d.item()
assert fake.shape == (16, 1, 8, 8) and loss_d.dtype == torch.float32 and loss_d.item() < first
print("learned")
'''


@pytest.mark.parametrize("source", [TRAINING, RECURRENT, ADVERSARIAL], ids=["classifier", "language_model", "gan"])
def test_programs_of_the_usual_shapes(tmp_path, source):
    result = run(tmp_path, source)
    assert result.stdout == "learned\n", result.stderr
