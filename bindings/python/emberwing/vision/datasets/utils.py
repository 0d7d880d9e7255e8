"""Downloading and unpacking of datasets."""

import bz2
import gzip
import hashlib
import lzma
import os
import tarfile
import zipfile

from .._web import fetch

__all__ = ["calculate_md5", "check_integrity", "check_md5", "download_and_extract_archive",
           "download_file_from_google_drive", "download_url", "extract_archive", "list_dir", "list_files",
           "verify_str_arg"]

_OPENERS = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}


def calculate_md5(fpath, chunk_size=1024 * 1024):
    """The MD5 sum of a file, in hex."""
    summer = hashlib.md5(usedforsecurity=False)
    with open(fpath, "rb") as file:
        while chunk := file.read(chunk_size):
            summer.update(chunk)
    return summer.hexdigest()


def check_md5(fpath, md5, **kwargs):
    """Whether a file has the MD5 sum."""
    return md5 == calculate_md5(fpath, **kwargs)


def check_integrity(fpath, md5=None):
    """Whether the file is there and (if given) has the MD5 sum."""
    return os.path.isfile(fpath) and (md5 is None or check_md5(fpath, md5))


def download_url(url, root, filename=None, md5=None, max_redirect_hops=3):
    """Downloads into `root` unless the file is there with the right MD5 sum."""
    if max_redirect_hops != 3:
        raise NotImplementedError("download_url: max_redirect_hops is not supported; redirects are followed")
    root = os.path.expanduser(root)
    path = os.fspath(os.path.join(root, filename or os.path.basename(url)))
    if check_integrity(path, md5):
        return
    fetch(url, path, True, "md5" if md5 else None, md5)


def download_file_from_google_drive(file_id, root, filename=None, md5=None):
    """Downloads a file of Google Drive into `root` unless it is there with the right MD5 sum."""
    path = os.path.join(os.path.expanduser(root), filename or file_id)
    if not check_integrity(path, md5):
        fetch(f"https://drive.usercontent.google.com/download?id={file_id}&export=download&confirm=t", path, True,
              "md5" if md5 else None, md5)


def _is_tar(name):
    return name.endswith((".tar", ".tgz", ".tbz", ".tbz2", ".txz")) or any(
        name.endswith(".tar" + ending) for ending in _OPENERS)


def extract_archive(from_path, to_path=None, remove_finished=False):
    """Unpacks a .tar (compressed or not), .zip, .gz, .bz2 or .xz file, by default beside it; the place of the result."""
    from_path = os.fspath(from_path)
    to_path = os.path.dirname(from_path) if to_path is None else os.fspath(to_path)
    name, ending = from_path.lower(), os.path.splitext(from_path)[1].lower()
    if _is_tar(name):
        with tarfile.open(from_path) as archive:
            if hasattr(tarfile, "data_filter"):
                archive.extractall(to_path, filter="data")
            else:
                archive.extractall(to_path)
    elif ending == ".zip":
        with zipfile.ZipFile(from_path) as archive:
            archive.extractall(to_path)
    elif ending in _OPENERS:
        target = from_path[:-len(ending)]
        to_path = os.path.join(to_path, os.path.basename(target))
        with _OPENERS[ending](from_path, "rb") as source, open(to_path, "wb") as out:
            while chunk := source.read(1 << 20):
                out.write(chunk)
    else:
        raise RuntimeError(f"Unknown compression or archive type: '{ending}'.\nKnown suffixes are: "
                           f"'{sorted(['.tar', '.tgz', '.zip', *_OPENERS])}'.")
    if remove_finished:
        os.remove(from_path)
    return to_path


def download_and_extract_archive(url, download_root, extract_root=None, filename=None, md5=None,
                                 remove_finished=False):
    """Downloads an archive and unpacks it."""
    download_root = os.path.expanduser(download_root)
    filename = filename or os.path.basename(url)
    download_url(url, download_root, filename, md5)
    extract_archive(os.path.join(download_root, filename), extract_root or download_root, remove_finished)


def list_dir(root, prefix=False):
    """The folders in a folder."""
    root = os.path.expanduser(root)
    return [os.path.join(root, p) if prefix else p for p in os.listdir(root) if os.path.isdir(os.path.join(root, p))]


def list_files(root, suffix, prefix=False):
    """The files in a folder that end in `suffix`."""
    root = os.path.expanduser(root)
    return [os.path.join(root, p) if prefix else p for p in os.listdir(root)
            if os.path.isfile(os.path.join(root, p)) and p.endswith(suffix)]


def verify_str_arg(value, arg=None, valid_values=None, custom_msg=None):
    """The value, if it is a string and one of the permitted ones."""
    if not isinstance(value, str):
        what = "type str" if arg is None else f"type str for argument {arg}"
        raise ValueError(f"Expected {what}, but got type {type(value)}.")
    if valid_values is not None and value not in valid_values:
        raise ValueError(custom_msg or f"Unknown value '{value}' for argument {arg}. Valid values are "
                                       f"{{{', '.join(map(str, valid_values))}}}.")
    return value
