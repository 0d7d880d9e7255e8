"""TFRecord files: each record between its length and masked CRC-32C checksums."""
from struct import pack

_POLYNOMIAL = 0x82f63b78


def _table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (_POLYNOMIAL if n & 1 else 0)
        table.append(n)
    return table


_TABLE = _table()


def crc32c(data):
    """The Castagnoli checksum of bytes."""
    crc, table = 0xffffffff, _TABLE
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xff]
    return crc ^ 0xffffffff


def masked(data):
    """The checksum as TFRecord stores it, rotated and shifted."""
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xa282ead8) & 0xffffffff


class RecordWriter:
    """Writes records into a file, or a path."""

    def __init__(self, path):
        self._file = open(path, "wb") if isinstance(path, (str, bytes)) or hasattr(path, "__fspath__") else path

    def write(self, record):
        length = pack("<Q", len(record))
        self._file.write(length + pack("<I", masked(length)) + record + pack("<I", masked(record)))

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed
