"""The Python program that README.md shows runs as it stands."""
import re
from pathlib import Path

import emberwing as torch

ROOT = Path(__file__).resolve().parents[3]


def test_readme_program(tmp_path, monkeypatch):
    program = re.search(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL).group(1)
    (tmp_path / "bindings").symlink_to(ROOT / "bindings")
    monkeypatch.chdir(tmp_path)
    names = {}
    torch.manual_seed(0)
    exec(compile(program, "README.md", "exec"), names)
    assert names["loss"].item() < 1.5
    assert set(torch.load("digits.pt")) == set(names["model"].state_dict())
