"""All layers, losses and containers."""

from .activation import *
from .activation import __all__ as _activation
from .adaptive import *
from .adaptive import __all__ as _adaptive
from .attention import *
from .attention import __all__ as _attention
from .batchnorm import *
from .batchnorm import __all__ as _batchnorm
from .channelshuffle import *
from .channelshuffle import __all__ as _channelshuffle
from .container import *
from .container import __all__ as _container
from .conv import *
from .conv import __all__ as _conv
from .distance import *
from .distance import __all__ as _distance
from .dropout import *
from .dropout import __all__ as _dropout
from .flatten import *
from .flatten import __all__ as _flatten
from .fold import *
from .fold import __all__ as _fold
from .instancenorm import *
from .instancenorm import __all__ as _instancenorm
from .lazy import *
from .lazy import __all__ as _lazy
from .linear import *
from .linear import __all__ as _linear
from .loss import *
from .loss import __all__ as _loss
from .module import Module
from .normalization import *
from .normalization import __all__ as _normalization
from .padding import *
from .padding import __all__ as _padding
from .pixelshuffle import *
from .pixelshuffle import __all__ as _pixelshuffle
from .pooling import *
from .pooling import __all__ as _pooling
from .rnn import *
from .rnn import __all__ as _rnn
from .rnncell import *
from .rnncell import __all__ as _rnncell
from .sparse import *
from .sparse import __all__ as _sparse
from .transformer import *
from .transformer import __all__ as _transformer
from .upsampling import *
from .upsampling import __all__ as _upsampling
from . import activation, batchnorm, conv, instancenorm, lazy, linear, rnn, rnncell

# Where PyTorch has them: programs, and files that hold whole models, name them there.
activation.MultiheadAttention = MultiheadAttention
for _name in _rnncell:
    setattr(rnn, _name, getattr(rnncell, _name))
rnn.RNNCellBase = rnncell.RNNCellBase
for _name in _lazy:
    setattr(batchnorm if "BatchNorm" in _name else instancenorm if "InstanceNorm" in _name else conv if "Conv" in _name
            else linear, _name, getattr(lazy, _name))

__all__ = ["Module", *_activation, *_adaptive, *_attention, *_batchnorm, *_channelshuffle, *_container, *_conv,
           *_distance, *_dropout, *_flatten, *_fold, *_instancenorm, *_lazy, *_linear, *_loss, *_normalization,
           *_padding, *_pixelshuffle, *_pooling, *_rnn, *_rnncell, *_sparse, *_transformer, *_upsampling]
