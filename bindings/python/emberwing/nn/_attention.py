"""Multi-head attention as a function of all its weights."""
import math
import warnings

from .. import _types
from .._generated import functions as _F

__all__ = ["multi_head_attention_forward"]


def _require(holds, message):
    if not holds:
        raise AssertionError(message)


def _is_batched(query, key, value, key_padding_mask, attn_mask, num_heads):
    """Whether the inputs carry a batch dimension; an error where their ranks do not fit each other."""
    n = query.dim()
    _require(n in (2, 3), f"query should be unbatched 2D or batched 3D tensor but received {n}-D query tensor")
    kind = "batched (3-D)" if n == 3 else "unbatched (2-D)"
    _require(key.dim() == n and value.dim() == n,
             f"For {kind} `query`, expected `key` and `value` to be {n}-D but found {key.dim()}-D and {value.dim()}-D tensors "
             "respectively")
    if key_padding_mask is not None:
        _require(key_padding_mask.dim() == n - 1,
                 f"For {kind} `query`, expected `key_padding_mask` to be `None` or {n - 1}-D but found "
                 f"{key_padding_mask.dim()}-D tensor instead")
    if attn_mask is not None:
        _require(attn_mask.dim() in (2, 3),
                 f"For {kind} `query`, expected `attn_mask` to be `None`, 2-D or 3-D but found {attn_mask.dim()}-D tensor "
                 "instead")
        if n == 2 and attn_mask.dim() == 3:
            expected = (num_heads, query.shape[0], key.shape[0])
            _require(tuple(attn_mask.shape) == expected,
                     f"Expected `attn_mask` shape to be {expected} but got {attn_mask.shape}")
    return n == 3


def _float_mask(mask, name, dtype, other=None):
    """A mask to add: -inf where a mask of booleans is True."""
    if mask is None:
        return None
    if mask.dtype != _types.bool and not mask.is_floating_point():
        raise AssertionError(f"only bool and floating types of {name} are supported")
    if other is not None and other.dtype != mask.dtype:
        warnings.warn(f"Support for mismatched {name} and attn_mask is deprecated. Use same type for both instead.",
                      stacklevel=3)
    if mask.dtype == _types.bool:
        return _F.masked_fill(_F.zeros(mask.shape, dtype=dtype), mask, -math.inf)
    return mask


def _projected(query, key, value, weight, bias):
    """Queries, keys and values from one packed weight [3 E, E]."""
    e = query.shape[-1]
    if query is key and key is value:
        return _F.linear(query, weight, bias).chunk(3, -1)
    if key is value:
        w, b = weight.split([e, 2 * e]), (None, None) if bias is None else bias.split([e, 2 * e])
        return (_F.linear(query, w[0], b[0]), *_F.linear(key, w[1], b[1]).chunk(2, -1))
    w, b = weight.chunk(3), (None,) * 3 if bias is None else bias.chunk(3)
    return _F.linear(query, w[0], b[0]), _F.linear(key, w[1], b[1]), _F.linear(value, w[2], b[2])


def _projected_apart(query, key, value, weights, bias):
    e = query.shape[-1]
    biases = (None,) * 3 if bias is None else bias.chunk(3)
    results = []
    for name, x, w, b in zip(("query", "key", "value"), (query, key, value), weights, biases):
        expected = (e, x.shape[-1])
        _require(tuple(w.shape) == expected, f"expecting {name} weights shape of {expected}, but got {w.shape}")
        _require(b is None or tuple(b.shape) == (e,),
                 f"expecting {name} bias shape of {(e,)}, but got {None if b is None else b.shape}")
        results.append(_F.linear(x, w, b))
    return results


def _checked_mask(mask, length, source, rows):
    """The mask as [1 or rows, length, source]."""
    if mask.dim() == 2:
        expected = (length, source)
        if tuple(mask.shape) != expected:
            raise RuntimeError(f"The shape of the 2D attn_mask is {mask.shape}, but should be {expected}.")
        return mask.unsqueeze(0)
    if mask.dim() != 3:
        raise RuntimeError(f"attn_mask's dimension {mask.dim()} is not supported")
    expected = (rows, length, source)
    if tuple(mask.shape) != expected:
        raise RuntimeError(f"The shape of the 3D attn_mask is {mask.shape}, but should be {expected}.")
    return mask


def _heads(x, static, name, rows, size):
    """[length, batch, E] as [rows, length, size], or the static tensor given instead."""
    if static is None:
        return x.contiguous().view(x.shape[0], rows, size).transpose(0, 1)
    _require(static.shape[0] == rows, f"expecting {name}.size(0) of {rows}, but got {static.shape[0]}")
    _require(static.shape[2] == size, f"expecting {name}.size(2) of {size}, but got {static.shape[2]}")
    return static


def _widened(mask):
    return None if mask is None else _F.pad(mask, (0, 1))


def multi_head_attention_forward(
        query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k, bias_v, add_zero_attn,
        dropout_p, out_proj_weight, out_proj_bias, training=True, key_padding_mask=None, need_weights=True, attn_mask=None,
        use_separate_proj_weight=False, q_proj_weight=None, k_proj_weight=None, v_proj_weight=None, static_k=None,
        static_v=None, average_attn_weights=True, is_causal=False):
    """Attention of several heads with projections; returns the output and, if asked for, the weights."""
    batched = _is_batched(query, key, value, key_padding_mask, attn_mask, num_heads)
    if not batched:
        # What was one tensor stays one: its projections are then computed together.
        alike = query is key, key is value
        query = query.unsqueeze(1)
        key = query if alike[0] else key.unsqueeze(1)
        value = key if alike[1] else value.unsqueeze(1)
        if key_padding_mask is not None:
            key_padding_mask = key_padding_mask.unsqueeze(0)
    length, batch, embed = query.shape
    source = key.shape[0]
    key_padding_mask = _float_mask(key_padding_mask, "key_padding_mask", query.dtype, attn_mask)
    if is_causal and attn_mask is None:
        raise RuntimeError("Need attn_mask if specifying the is_causal hint. You may use the Transformer module method "
                           "`generate_square_subsequent_mask` to create this mask.")
    if is_causal and key_padding_mask is None and not need_weights:
        attn_mask = None  # The hint says it all.
    else:
        attn_mask = _float_mask(attn_mask, "attn_mask", query.dtype)
        if key_padding_mask is not None:
            is_causal = False
    _require(embed == embed_dim_to_check, f"was expecting embedding dimension of {embed_dim_to_check}, but got {embed}")
    size = embed // num_heads
    _require(size * num_heads == embed, f"embed_dim {embed} not divisible by num_heads {num_heads}")
    if use_separate_proj_weight:
        _require(tuple(key.shape[:2]) == tuple(value.shape[:2]),
                 f"key's sequence and batch dims {key.shape[:2]} do not match value's {value.shape[:2]}")
        for name, w in (("q", q_proj_weight), ("k", k_proj_weight), ("v", v_proj_weight)):
            _require(w is not None, f"use_separate_proj_weight is True but {name}_proj_weight is None")
        q, k, v = _projected_apart(query, key, value, (q_proj_weight, k_proj_weight, v_proj_weight), in_proj_bias)
    else:
        _require(key.shape == value.shape, f"key shape {key.shape} does not match value shape {value.shape}")
        _require(in_proj_weight is not None, "use_separate_proj_weight is False but in_proj_weight is None")
        q, k, v = _projected(query, key, value, in_proj_weight, in_proj_bias)
    rows = batch * num_heads
    if attn_mask is not None:
        attn_mask = _checked_mask(attn_mask, length, source, rows)
    if bias_k is not None and bias_v is not None:
        _require(static_k is None, "bias cannot be added to static key.")
        _require(static_v is None, "bias cannot be added to static value.")
        k, v = _F.cat([k, bias_k.repeat(1, batch, 1)]), _F.cat([v, bias_v.repeat(1, batch, 1)])
        attn_mask, key_padding_mask = _widened(attn_mask), _widened(key_padding_mask)
    else:
        _require(bias_k is None, "bias_k is set but bias_v is None")
        _require(bias_v is None, "bias_v is set but bias_k is None")
    q = _heads(q, None, "query", rows, size)
    k, v = _heads(k, static_k, "static_k", rows, size), _heads(v, static_v, "static_v", rows, size)
    if add_zero_attn:
        k = _F.cat([k, _F.zeros((rows, 1, size), dtype=k.dtype)], dim=1)
        v = _F.cat([v, _F.zeros((rows, 1, size), dtype=v.dtype)], dim=1)
        attn_mask, key_padding_mask = _widened(attn_mask), _widened(key_padding_mask)
    source = k.shape[1]
    if key_padding_mask is not None:
        _require(key_padding_mask.shape[0] == batch,
                 f"Expected key_padded_mask.shape[0] to be {batch}, but got {key_padding_mask.shape[0]}")
        _require(key_padding_mask.shape[1] == source,
                 f"Expected key_padded_mask.shape[1] to be {source}, but got {key_padding_mask.shape[1]}")
        padding = key_padding_mask.view(batch, 1, 1, source).expand(-1, num_heads, -1, -1).reshape(rows, 1, source)
        attn_mask = padding if attn_mask is None else attn_mask + padding
    if not training:
        dropout_p = 0.0

    if need_weights:
        _require(not (is_causal and attn_mask is None), "is_causal needs attn_mask where the weights are asked for")
        scaled = q * math.sqrt(1.0 / size)
        if attn_mask is None:
            weights = _F.bmm(scaled, k.transpose(-2, -1))
        else:
            weights = _F.baddbmm(attn_mask, scaled, k.transpose(-2, -1))
        weights = _F.softmax(weights, -1)
        if dropout_p > 0.0:
            weights = _F.dropout(weights, dropout_p, True)
        output = _F.bmm(weights, v).transpose(0, 1).reshape(length * batch, embed)
    else:
        if attn_mask is not None:
            if attn_mask.shape[0] == 1:
                attn_mask = attn_mask.unsqueeze(0)
            else:
                attn_mask = attn_mask.view(batch, num_heads, -1, source)
        q, k, v = (x.reshape(batch, num_heads, -1, size) for x in (q, k, v))
        output = _F.scaled_dot_product_attention(q, k, v, attn_mask, dropout_p, is_causal)
        output = output.permute(2, 0, 1, 3).reshape(length * batch, embed)
    output = _F.linear(output, out_proj_weight, out_proj_bias)
    output = output.view(length, batch, output.shape[1])
    if not batched:
        output = output.squeeze(1)
    if not need_weights:
        return output, None
    weights = weights.view(batch, num_heads, length, source)
    if average_attn_weights:
        weights = weights.mean(dim=1)
    return output, weights if batched else weights.squeeze(0)
