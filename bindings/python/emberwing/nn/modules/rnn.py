"""Recurrent layers over whole sequences: `RNN`, `LSTM`, `GRU`."""

import math
import numbers
import warnings
import weakref

import emberwing as ew
from ..._generated import functions as _F
from ..._tensor import Tensor
from .. import init
from ..parameter import Parameter
from ..utils.rnn import PackedSequence
from .module import Module
from .utils import is_autocast_enabled

__all__ = ["RNNBase", "RNN", "LSTM", "GRU"]

_GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}


def _check_sizes(input_size, hidden_size, num_layers, bias, batch_first, dropout, proj_size):
    if not isinstance(dropout, numbers.Number) or isinstance(dropout, bool) or not 0 <= dropout <= 1:
        raise ValueError("dropout should be a number in range [0, 1] representing the probability of an element being "
                         "zeroed")
    if dropout > 0 and num_layers == 1:
        warnings.warn("dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects "
                      f"num_layers greater than 1, but got dropout={dropout} and num_layers={num_layers}", stacklevel=4)
    for name, value, kind in (("bias", bias, bool), ("batch_first", batch_first, bool),
                              ("input_size", input_size, int), ("hidden_size", hidden_size, int)):
        if not isinstance(value, kind):
            raise TypeError(f"{name} should be of type {kind.__name__}, got: {type(value).__name__}")
        if kind is int and value <= 0:
            raise ValueError(f"{name} must be greater than zero")
    if num_layers <= 0:
        raise ValueError("num_layers must be greater than zero")
    if proj_size < 0:
        raise ValueError("proj_size should be a positive integer or zero to disable projections")
    if proj_size >= hidden_size:
        raise ValueError("proj_size has to be smaller than hidden_size")


class RNNBase(Module):
    """What the recurrent layers share: the weights of every layer and direction, and the checks of a call."""

    __constants__ = ["mode", "input_size", "hidden_size", "num_layers", "bias", "batch_first", "dropout",
                     "bidirectional", "proj_size"]

    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        _check_sizes(input_size, hidden_size, num_layers, bias, batch_first, dropout, proj_size)
        if mode not in _GATES:
            raise ValueError("Unrecognized RNN mode: " + mode)
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self._flat_weight_refs = []
        self._flat_weights_names = []
        self._all_weights = []
        rows, width = _GATES[mode] * hidden_size, proj_size or hidden_size
        directions = 2 if bidirectional else 1
        for layer in range(num_layers):
            inputs = input_size if layer == 0 else width * directions
            shapes = {"weight_ih": (rows, inputs), "weight_hh": (rows, width)}
            if bias:
                shapes.update(bias_ih=(rows,), bias_hh=(rows,))
            if proj_size:
                shapes["weight_hr"] = (proj_size, hidden_size)
            for suffix in ("", "_reverse")[:directions]:
                names = [f"{kind}_l{layer}{suffix}" for kind in shapes]
                for name, shape in zip(names, shapes.values()):
                    setattr(self, name, Parameter(ew.empty(shape, device=device, dtype=dtype)))
                self._flat_weights_names += names
                self._all_weights.append(names)
        self._init_flat_weights()
        self.reset_parameters()

    def _init_flat_weights(self):
        self._flat_weights = [getattr(self, name, None) for name in self._flat_weights_names]
        self._flat_weight_refs = [None if w is None else weakref.ref(w) for w in self._flat_weights]
        self.flatten_parameters()

    def flatten_parameters(self):
        """Joins the weights in memory for the devices that want it; the library's CPU code does not."""

    def __setattr__(self, attr, value):
        names = self.__dict__.get("_flat_weights_names")
        if names is not None and attr in names and "_flat_weights" in self.__dict__:
            self._flat_weights[names.index(attr)] = value
        super().__setattr__(attr, value)

    def _apply(self, fn, recurse=True):
        self._flat_weight_refs = []
        result = super()._apply(fn, recurse)
        self._init_flat_weights()
        return result

    def _update_flat_weights(self):
        """Notes weights that a parametrization or a functional call put in place of the registered ones."""
        for held, name in zip(self._flat_weights, self._flat_weights_names):
            if getattr(self, name, None) is not held:
                self._init_flat_weights()
                return

    def reset_parameters(self):
        """Draws all weights uniformly within ±1/√hidden_size."""
        bound = 1.0 / math.sqrt(self.hidden_size)
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    @property
    def all_weights(self):
        """The weights, one list a layer and direction."""
        return [[getattr(self, name) for name in names] for names in self._all_weights]

    # Checks

    def check_input(self, input, batch_sizes):
        """Raises if the input's type, rank or last size does not fit."""
        weight = self._flat_weights[0]
        if input.dtype != weight.dtype and not is_autocast_enabled():
            raise ValueError(f"RNN input dtype ({input.dtype}) does not match weight dtype ({weight.dtype}). "
                             f"Convert input: input.to({weight.dtype}), or convert model: model.to({input.dtype})")
        rank = 3 if batch_sizes is None else 2
        if input.dim() != rank:
            raise RuntimeError(f"input must have {rank} dimensions, got {input.dim()}")
        if input.size(-1) != self.input_size:
            raise RuntimeError("input.size(-1) must be equal to input_size. "
                               f"Expected {self.input_size}, got {input.size(-1)}")

    def _state_size(self, input, batch_sizes, width):
        if batch_sizes is not None:
            batch = int(batch_sizes[0])
        else:
            batch = input.size(0 if self.batch_first else 1)
        return self.num_layers * (2 if self.bidirectional else 1), batch, width

    def get_expected_hidden_size(self, input, batch_sizes):
        """The shape that the hidden state must have."""
        return self._state_size(input, batch_sizes, self.proj_size or self.hidden_size)

    def check_hidden_size(self, hx, expected_hidden_size, msg="Expected hidden size {}, got {}"):
        """Raises if a state has another shape than the expected one."""
        if tuple(hx.size()) != tuple(expected_hidden_size):
            raise RuntimeError(msg.format(expected_hidden_size, list(hx.size())))

    def check_forward_args(self, input, hidden, batch_sizes):
        """Raises if input or state do not fit."""
        self.check_input(input, batch_sizes)
        self.check_hidden_size(hidden, self.get_expected_hidden_size(input, batch_sizes))

    def permute_hidden(self, hx, permutation):
        """The state with its batch in another order."""
        return hx if permutation is None else hx.index_select(1, permutation)

    # Calls

    def _settings(self):
        return self.bias, self.num_layers, self.dropout, self.training, self.bidirectional

    def _check_state_rank(self, hx, rank, batched):
        if hx.dim() != rank:
            raise RuntimeError(f"For {'batched 3-D' if batched else 'unbatched 2-D'} input, hx should also be "
                               f"{rank}-D but got {hx.dim()}-D tensor")

    def _zero_state(self, input, batch_sizes):
        return ew.zeros(self._state_size(input, batch_sizes, self.hidden_size), dtype=input.dtype, device=input.device)

    def _with_batch(self, hx):
        return hx.unsqueeze(1)

    def _without_batch(self, hx):
        return hx.squeeze(1)

    def _input_name(self, rank):
        return f"{type(self)._name}: Expected input to be 2D or 3D, got {rank}D instead"

    def forward(self, input, hx=None):
        self._update_flat_weights()
        name = self.mode.lower()
        if isinstance(input, PackedSequence):
            data, batch_sizes, order, back = input
            hx = self._zero_state(data, batch_sizes) if hx is None else self.permute_hidden(hx, order)
            self.check_forward_args(data, hx, batch_sizes)
            output, *state = getattr(_F, name + "_data")(data, batch_sizes, hx, self._flat_weights, *self._settings())
            return PackedSequence(output, batch_sizes, order, back), self.permute_hidden(self._state(state), back)
        rank = input.dim()
        if rank not in (2, 3):
            raise ValueError(self._input_name(rank))
        batched, batch_dim = rank == 3, 0 if self.batch_first else 1
        if not batched:
            input = input.unsqueeze(batch_dim)
        if hx is None:
            hx = self._zero_state(input, None)
        else:
            self._check_state_rank(hx, rank, batched)
            if not batched:
                hx = self._with_batch(hx)
        self.check_forward_args(input, hx, None)
        output, *state = getattr(_F, name + "_input")(input, hx, self._flat_weights, *self._settings(), self.batch_first)
        state = self._state(state)
        return (output, state) if batched else (output.squeeze(batch_dim), self._without_batch(state))

    def _state(self, parts):
        return parts[0]

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        for name, usual in (("proj_size", 0), ("num_layers", 1), ("bias", True), ("batch_first", False),
                            ("dropout", 0), ("bidirectional", False)):
            if getattr(self, name) != usual:
                text += f", {name}={getattr(self, name)}"
        return text

    def __getstate__(self):
        self._update_flat_weights()
        state = super().__getstate__()
        state.pop("_flat_weight_refs", None)
        return state

    def __setstate__(self, state):
        super().__setstate__(state)
        self.__dict__.setdefault("proj_size", 0)
        self._init_flat_weights()

    def _replicate_for_data_parallel(self):
        replica = super()._replicate_for_data_parallel()
        replica._flat_weights = list(replica._flat_weights)
        return replica


class RNN(RNNBase):
    """`h = tanh(W_ih x + b_ih + W_hh h + b_hh)` (or ReLU) over sequences (L, N, H_in), (N, L, H_in) or (L, H_in)."""

    _name = "RNN"

    def __init__(self, *args, **kwargs):
        if "proj_size" in kwargs:
            raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")
        if len(args) > 3:
            self.nonlinearity = args[3]
            args = args[:3] + args[4:]
        else:
            self.nonlinearity = kwargs.pop("nonlinearity", "tanh")
        if self.nonlinearity not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity '{self.nonlinearity}'. Select from 'tanh' or 'relu'.")
        super().__init__("RNN_" + self.nonlinearity.upper(), *args, **kwargs)

    def _input_name(self, rank):
        return f"RNN: Expected input to be 2D or 3D, got {rank}D tensor instead"


class LSTM(RNNBase):
    """Long short-term memory (Hochreiter & Schmidhuber 1997) over sequences (L, N, H_in), (N, L, H_in) or (L, H_in)."""

    _name = "LSTM"

    def __init__(self, *args, **kwargs):
        super().__init__("LSTM", *args, **kwargs)

    def get_expected_cell_size(self, input, batch_sizes):
        """The shape that the cell state must have."""
        return self._state_size(input, batch_sizes, self.hidden_size)

    def check_forward_args(self, input, hidden, batch_sizes):
        self.check_input(input, batch_sizes)
        self.check_hidden_size(hidden[0], self.get_expected_hidden_size(input, batch_sizes),
                               "Expected hidden[0] size {}, got {}")
        self.check_hidden_size(hidden[1], self.get_expected_cell_size(input, batch_sizes),
                               "Expected hidden[1] size {}, got {}")

    def permute_hidden(self, hx, permutation):
        return hx if permutation is None else tuple(h.index_select(1, permutation) for h in hx)

    def _check_state_rank(self, hx, rank, batched):
        if hx[0].dim() != rank or hx[1].dim() != rank:
            raise RuntimeError(f"For {'batched 3-D' if batched else 'unbatched 2-D'} input, hx and cx should also be "
                               f"{rank}-D but got ({hx[0].dim()}-D, {hx[1].dim()}-D) tensors")

    def _zero_state(self, input, batch_sizes):
        sizes = self.get_expected_hidden_size(input, batch_sizes), self.get_expected_cell_size(input, batch_sizes)
        return tuple(ew.zeros(size, dtype=input.dtype, device=input.device) for size in sizes)

    def _with_batch(self, hx):
        return tuple(h.unsqueeze(1) for h in hx)

    def _without_batch(self, hx):
        return tuple(h.squeeze(1) for h in hx)

    def _state(self, parts):
        return tuple(parts)


class GRU(RNNBase):
    """Gated recurrent unit (Cho et al. 2014) over sequences (L, N, H_in), (N, L, H_in) or (L, H_in)."""

    _name = "GRU"

    def __init__(self, *args, **kwargs):
        if "proj_size" in kwargs:
            raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")
        super().__init__("GRU", *args, **kwargs)
