"""torch.jit.annotations: names for type hints."""
from typing import Any, Dict, List, Optional, Tuple, Union  # noqa: F401

from .._base import Tensor  # noqa: F401

BroadcastingList1 = BroadcastingList2 = BroadcastingList3 = BroadcastingList4 = List
Future = Any
