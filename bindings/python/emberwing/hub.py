"""torch.hub: files from the network, checked by their hash, and models from a `hubconf.py` on disk."""
import errno
import hashlib
import os
import re
import shutil
import sys
import tempfile
import uuid
import warnings
import zipfile
from urllib.parse import urlparse

__all__ = ["download_url_to_file", "get_dir", "help", "list", "load", "load_state_dict_from_url", "set_dir"]

#: The hash in a file's name: `resnet18-5c106cde.pth`.
HASH_REGEX = re.compile(r"-([a-f0-9]*)\.")
READ_DATA_CHUNK = 128 * 1024
_hub_dir = None


def get_dir():
    """Where files are kept: set_dir(), $TORCH_HOME/hub, $XDG_CACHE_HOME/torch/hub, or ~/.cache/torch/hub."""
    if os.getenv("TORCH_HUB"):
        warnings.warn("TORCH_HUB is deprecated, please use env TORCH_HOME instead", stacklevel=2)
    if _hub_dir is not None:
        return _hub_dir
    home = os.path.expanduser(os.getenv("TORCH_HOME", os.path.join(os.getenv("XDG_CACHE_HOME", "~/.cache"), "torch")))
    return os.path.join(home, "hub")


def set_dir(d):
    """Sets where files are kept."""
    global _hub_dir
    _hub_dir = os.path.expanduser(d)


def _show(done, total, finished):
    mib = f"{done / (1 << 20):.1f}"
    share = f"{100 * done // total}% of {total / (1 << 20):.1f} MB" if total else f"{mib} MB"
    sys.stderr.write(f"\r{share}" + ("\n" if finished else ""))
    sys.stderr.flush()


def download_url_to_file(url, dst, hash_prefix=None, progress=True):
    """Fetches a URL into a file, which appears only when it is whole and its SHA-256 begins with `hash_prefix`."""
    from urllib.request import Request, urlopen
    response = urlopen(Request(url, headers={"User-Agent": "torch.hub"}))
    length = response.headers.get("Content-Length")
    total = int(length) if length else 0
    dst = os.path.expanduser(dst)
    for _ in range(tempfile.TMP_MAX):
        partial = dst + "." + uuid.uuid4().hex + ".partial"
        try:
            file = open(partial, "xb")
            break
        except FileExistsError:
            continue
    else:
        raise FileExistsError(errno.EEXIST, "No usable temporary file name found")
    try:
        digest, done = hashlib.sha256(), 0
        with file, response:
            while chunk := response.read(READ_DATA_CHUNK):
                file.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                if progress:
                    _show(done, total, False)
        if progress:
            _show(done, total, True)
        if total and done != total:
            raise RuntimeError(f"download of {url} ended after {done} of {total} bytes")
        if hash_prefix is not None and digest.hexdigest()[:len(hash_prefix)] != hash_prefix:
            raise RuntimeError(f'invalid hash value (expected "{hash_prefix}", got "{digest.hexdigest()}")')
        shutil.move(partial, dst)
    finally:
        if os.path.exists(partial):
            os.remove(partial)


def _unzipped(archive, folder):
    with zipfile.ZipFile(archive) as packed:
        members = packed.infolist()
        if len(members) != 1:
            raise RuntimeError("Only one file(not dir) is allowed in the zipfile")
        packed.extractall(folder)
        return os.path.join(folder, members[0].filename)


def load_state_dict_from_url(url, model_dir=None, map_location=None, progress=True, check_hash=False, file_name=None,
                             weights_only=False):
    """Loads a checkpoint from a URL, kept in `model_dir`; `check_hash` compares it with the hash in its name."""
    from .serialization import load as load_file
    if os.getenv("TORCH_MODEL_ZOO"):
        warnings.warn("TORCH_MODEL_ZOO is deprecated, please use env TORCH_HOME instead", stacklevel=2)
    if model_dir is None:
        model_dir = os.path.join(get_dir(), "checkpoints")
    os.makedirs(model_dir, exist_ok=True)
    name = os.path.basename(urlparse(url).path) if file_name is None else file_name
    cached = os.path.join(model_dir, name)
    if not os.path.exists(cached):
        sys.stderr.write(f'Downloading: "{url}" to {cached}\n')
        found = HASH_REGEX.search(name) if check_hash else None
        download_url_to_file(url, cached, found[1] if found else None, progress=progress)
    if zipfile.is_zipfile(cached) and name.endswith(".zip"):
        cached = _unzipped(cached, model_dir)
    return load_file(cached, map_location=map_location, weights_only=weights_only)


def _hubconf(repo_or_dir, source, where):
    if source not in ("github", "local"):
        raise ValueError(f'Unknown source: "{source}". Allowed values: "github" | "local".')
    if source == "github":
        raise NotImplementedError(f"torch.hub.{where}: source='github': programs are not downloaded and run; clone the "
                                  "repository and give its folder with source='local'")
    import importlib.util
    path = os.path.join(os.path.expanduser(repo_or_dir), "hubconf.py")
    spec = importlib.util.spec_from_file_location("hubconf", path)
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, os.path.dirname(path))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(os.path.dirname(path))
    needs = [p for p in getattr(module, "dependencies", ()) if importlib.util.find_spec(p) is None]
    if needs:
        raise RuntimeError(f"Missing dependencies: {', '.join(needs)}")
    return module


def _entry(module, name):
    if not isinstance(name, str):
        raise ValueError("Invalid input: model should be a string of function name")
    function = getattr(module, name, None)
    if not callable(function):
        raise RuntimeError(f"Cannot find callable {name} in hubconf")
    return function


def list(github, force_reload=False, skip_validation=False, trust_repo="check", verbose=True):
    """The models that a repository on GitHub offers; it would have to be downloaded and run."""
    module = _hubconf(github, "github", "list")
    return [n for n in dir(module) if callable(getattr(module, n)) and not n.startswith("_")]


def help(github, model, force_reload=False, skip_validation=False, trust_repo="check"):
    """The docstring of a model of a repository on GitHub; it would have to be downloaded and run."""
    return _entry(_hubconf(github, "github", "help"), model).__doc__


def load(repo_or_dir, model, *args, source="github", trust_repo="check", force_reload=False, verbose=True,
         skip_validation=False, **kwargs):
    """What the function `model` of a folder's `hubconf.py` returns, with `source="local"`."""
    return _entry(_hubconf(repo_or_dir, source, "load"), model)(*args, **kwargs)
