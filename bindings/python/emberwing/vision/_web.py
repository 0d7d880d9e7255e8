"""Downloads: files by URL with a progress bar and a check of their hash; weights into the cache folder."""

import hashlib
import os
import re
import shutil
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

_CHUNK = 1 << 18


class DownloadError(RuntimeError, OSError):
    """A download that did not succeed."""


class _Bar:
    """A bar on the terminal, of the bytes that have arrived."""

    def __init__(self, total, show):
        self.total, self.show, self.done, self.shown = total, show, 0, -1

    def add(self, count):
        self.done += count
        if not self.show:
            return
        if self.total:
            percent = min(100, self.done * 100 // self.total)
            if percent != self.shown:
                self.shown = percent
                sys.stderr.write(f"\r{percent:3d}% |{'#' * (percent // 4):25s}| {self.done / 1e6:.1f}/"
                                 f"{self.total / 1e6:.1f} MB")
        elif self.done >> 20 != self.shown:
            self.shown = self.done >> 20
            sys.stderr.write(f"\r{self.done / 1e6:.1f} MB")
        sys.stderr.flush()

    def close(self):
        if self.show and self.done:
            sys.stderr.write("\n")


def fetch(url, path, progress=True, digest=None, begins=None):
    """Writes what is at `url` to `path`; (digest, begins): hash algorithm and how the hex hash has to begin."""
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    part = None
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "emberwing"})
        with urllib.request.urlopen(request) as answer:
            length = answer.headers.get("Content-Length")
            bar = _Bar(int(length) if length else None, progress and sys.stderr is not None)
            summer = hashlib.new(digest) if digest else None
            with tempfile.NamedTemporaryFile(dir=os.path.dirname(os.path.abspath(path)), delete=False) as part:
                while chunk := answer.read(_CHUNK):
                    part.write(chunk)
                    if summer:
                        summer.update(chunk)
                    bar.add(len(chunk))
            bar.close()
        if length and bar.done != int(length):
            raise DownloadError(f"{url} ended after {bar.done} of {length} bytes")
        if summer and not summer.hexdigest().startswith(begins):
            raise DownloadError(f'invalid hash value of {url} (expected "{begins}", got "{summer.hexdigest()}")')
        shutil.move(part.name, path)
        part = None
    except (urllib.error.URLError, ValueError, OSError) as error:
        if isinstance(error, DownloadError):
            raise
        raise DownloadError(f"could not download {url}: {getattr(error, 'reason', error)}. Without a network, put the "
                            f"file at {path} by hand") from error
    finally:
        if part is not None and os.path.exists(part.name):
            os.remove(part.name)


def hub_dir():
    """The folder of the cache: $TORCH_HOME/hub, or ~/.cache/torch/hub."""
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    home = os.environ.get("TORCH_HOME", os.path.join(cache, "torch"))
    return os.path.join(os.path.expanduser(home), "hub")


def load_state_dict_from_url(url, model_dir=None, map_location=None, progress=True, check_hash=False, file_name=None,
                             weights_only=False):
    """The state saved at `url`, downloaded unless it is in the cache; check_hash wants name-<hash>.pth to be right."""
    from ..serialization import load

    folder = os.path.join(hub_dir(), "checkpoints") if model_dir is None else os.path.expanduser(model_dir)
    name = file_name or os.path.basename(urllib.parse.urlparse(url).path)
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        if progress:
            sys.stderr.write(f'Downloading: "{url}" to {path}\n')
        found = re.search(r"-([a-f0-9]*)\.", name) if check_hash else None
        fetch(url, path, progress, "sha256" if found else None, found and found.group(1))
    return load(path, map_location=map_location, weights_only=weights_only)
