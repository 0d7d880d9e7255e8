"""Protocol buffer messages as bytes, from their field numbers: https://protobuf.dev/programming-guides/encoding."""
from struct import pack


def varint(n):
    """An integer in groups of seven bits; negative ones as 64-bit two's complement."""
    n &= 0xffffffffffffffff
    out = bytearray()
    while n > 0x7f:
        out.append(n & 0x7f | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def integer(field, value):
    return varint(field << 3) + varint(value)


def double(field, value):
    return varint(field << 3 | 1) + pack("<d", value)


def single(field, value):
    return varint(field << 3 | 5) + pack("<f", value)


def data(field, value):
    """A message or bytes; text is encoded."""
    value = value.encode() if isinstance(value, str) else bytes(value)
    return varint(field << 3 | 2) + varint(len(value)) + value


def doubles(field, values):
    """Packed repeated doubles."""
    return data(field, pack(f"<{len(values)}d", *values))
