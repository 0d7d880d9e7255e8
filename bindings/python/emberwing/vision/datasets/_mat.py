"""Numeric arrays of MATLAB files of version 5 (https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf)."""

import struct
import zlib

import numpy as np

_TYPES = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
#: The dtypes of the array classes.
_CLASSES = {6: "f8", 7: "f4", 8: "i1", 9: "u1", 10: "i2", 11: "u2", 12: "i4", 13: "u4", 14: "i8", 15: "u8"}


def _elements(data, order, start=0):
    """(type, content) of each element of a stream."""
    while start + 8 <= len(data):
        kind, size = struct.unpack_from(order + "II", data, start)
        if kind >> 16:
            # Small: size and type in one word, the content in the next.
            yield kind & 0xFFFF, data[start + 4:start + 4 + (kind >> 16)]
            start += 8
            continue
        if start + 8 + size > len(data):
            raise ValueError("the file ends within an array")
        yield kind, data[start + 8:start + 8 + size]
        # Compressed elements are not padded.
        start += 8 + size + (0 if kind == 15 else -size % 8)


def read_mat(path):
    """{name: array} of the numeric arrays in a file; other kinds of variables are left out."""
    with open(path, "rb") as file:
        data = memoryview(file.read())
    if len(data) < 128 or bytes(data[126:128]) not in (b"IM", b"MI"):
        raise ValueError(f"{path}: not a MATLAB file of version 5")
    order = "<" if bytes(data[126:128]) == b"IM" else ">"
    found = {}
    for kind, content in _elements(data, order, 128):
        if kind == 15:
            kind, content = next(_elements(memoryview(zlib.decompress(content)), order), (0, b""))
        if kind != 14:
            continue
        parts = list(_elements(content, order))
        if len(parts) < 4:
            continue
        array_class = struct.unpack_from(order + "I", parts[0][1])[0] & 0xFF
        if array_class not in _CLASSES or parts[3][0] not in _TYPES:
            continue
        shape = np.frombuffer(parts[1][1], order + "i4")
        values = np.frombuffer(parts[3][1], order + _TYPES[parts[3][0]])
        if values.size != int(np.prod(shape, dtype=object)):
            raise ValueError(f"{path}: {values.size} values do not fill {tuple(shape)}")
        found[bytes(parts[2][1]).decode("ascii")] = values.astype(_CLASSES[array_class]).reshape(shape, order="F")
    return found
