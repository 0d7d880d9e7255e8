"""torch.version: the PyTorch whose behaviour is followed, and what the library is not built with."""
import re

__all__ = ["__version__", "debug", "cuda", "git_version", "hip", "rocm", "xpu"]

#: Emberwing's own version.
emberwing = "0.1.0"


class TorchVersion(str):
    """A version that compares by its numbers with strings and tuples."""
    __slots__ = ()

    @staticmethod
    def _key(value):
        if isinstance(value, str):
            numbers = re.match(r"v?(\d+(?:\.\d+)*)", value)
            return tuple(map(int, numbers[1].split("."))) if numbers else ()
        return tuple(int(v) for v in value if str(v).isdigit())

    def _compare(self, other):
        a, b = self._key(self), self._key(other)
        n = max(len(a), len(b))
        a, b = a + (0,) * (n - len(a)), b + (0,) * (n - len(b))
        return (a > b) - (a < b)

    def __lt__(self, other):
        return self._compare(other) < 0

    def __le__(self, other):
        return self._compare(other) <= 0

    def __gt__(self, other):
        return self._compare(other) > 0

    def __ge__(self, other):
        return self._compare(other) >= 0

    def __eq__(self, other):
        return str(self) == other if isinstance(other, str) and "+" in other else self._compare(other) == 0

    def __ne__(self, other):
        return not self == other

    __hash__ = str.__hash__


__version__ = TorchVersion("2.15.0+emberwing." + emberwing)
debug = False
cuda = None
git_version = "emberwing-" + emberwing
hip = None
rocm = None
xpu = None
