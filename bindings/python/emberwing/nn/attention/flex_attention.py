"""Attention whose scores and mask are functions of the positions."""

import math

import emberwing as ew
from ..._generated import functions as _F

__all__ = ["BlockMask", "flex_attention", "create_block_mask", "create_mask", "noop_mask", "and_masks", "or_masks"]


def noop_mask(batch, head, token_q, token_kv):
    """A mask function that lets every query see every key."""
    return ew.ones((), dtype=ew.bool)


def and_masks(*mask_mods):
    """The mask function that asks all of these."""
    def mask(b, h, q, kv):
        result = b.new_ones((), dtype=ew.bool)
        for mod in mask_mods:
            result = result & mod(b, h, q, kv)
        return result
    return mask


def or_masks(*mask_mods):
    """The mask function that asks for one of these."""
    def mask(b, h, q, kv):
        result = b.new_zeros((), dtype=ew.bool)
        for mod in mask_mods:
            result = result | mod(b, h, q, kv)
        return result
    return mask


def _positions(batch, heads, queries, keys):
    """Index tensors that broadcast to [batch, heads, queries, keys]."""
    sizes = batch, heads, queries, keys
    return [ew.arange(n).view([n if i == d else 1 for i in range(4)]) for d, n in enumerate(sizes)]


def create_mask(mod_fn, B, H, Q_LEN, KV_LEN, device=None):
    """The dense mask [B, H, Q_LEN, KV_LEN] of a mask function, or the scores that a score function gives zeros."""
    import inspect
    shape = B or 1, H or 1, Q_LEN, KV_LEN
    places = _positions(*shape)
    if len([p for p in inspect.signature(mod_fn).parameters.values() if p.default is p.empty]) == 5:
        return ew.as_tensor(mod_fn(ew.zeros(shape), *places)).expand(shape).contiguous()
    return ew.as_tensor(mod_fn(*places)).expand(shape).contiguous()


class BlockMask:
    """A mask function with the blocks of keys that each block of queries sees at all."""

    def __init__(self, seq_lengths, kv_num_blocks, kv_indices, full_kv_num_blocks=None, full_kv_indices=None,
                 BLOCK_SIZE=(128, 128), mask_mod=noop_mask):
        self.seq_lengths = seq_lengths
        self.kv_num_blocks = kv_num_blocks
        self.kv_indices = kv_indices
        self.full_kv_num_blocks = full_kv_num_blocks
        self.full_kv_indices = full_kv_indices
        self.BLOCK_SIZE = BLOCK_SIZE
        self.mask_mod = mask_mod

    @property
    def shape(self):
        return (*self.kv_num_blocks.shape[:2], *self.seq_lengths)

    def numel(self):
        """Elements of the dense mask."""
        return math.prod(self.shape)

    def to_dense(self):
        """1 for each block of which anything is seen."""
        columns = self.kv_indices.shape[-1]
        places = ew.arange(columns)
        dense = ew.zeros(self.kv_indices.shape, dtype=ew.int32)
        for count, order in ((self.kv_num_blocks, self.kv_indices), (self.full_kv_num_blocks, self.full_kv_indices)):
            if count is not None:
                seen = (places < count.unsqueeze(-1)).to(ew.int32)
                dense = dense + ew.zeros_like(dense).scatter(-1, order.long(), seen)
        return (dense > 0).to(ew.int32)

    def sparsity(self):
        """The share of blocks that nothing is seen of, in percent."""
        dense = self.to_dense()
        return 100 * (1 - int(dense.sum()) / dense.numel())

    def to(self, device):
        """The same mask: there is one device."""
        if ew.device(device).type != "cpu":
            raise NotImplementedError(f"BlockMask.to: device={device}")
        return self


def _ordered(blocks):
    """How many blocks of each row are set, and all blocks with those first."""
    count = blocks.sum(-1).to(ew.int32)
    order = ew.argsort(blocks.to(ew.int32), dim=-1, descending=True, stable=True).to(ew.int32)
    return count, order


def create_block_mask(mask_mod, B, H, Q_LEN, KV_LEN, device=None, BLOCK_SIZE=128, _compile=False,
                      separate_full_blocks=True):
    """Makes a `BlockMask` of a function (batch, head, query, key) -> bool; None for B or H means any."""
    size = (BLOCK_SIZE, BLOCK_SIZE) if isinstance(BLOCK_SIZE, int) else tuple(BLOCK_SIZE)
    mask = create_mask(mask_mod, B, H, Q_LEN, KV_LEN)
    rows, columns = -(-Q_LEN // size[0]), -(-KV_LEN // size[1])
    padded = ew.zeros(*mask.shape[:2], rows * size[0], columns * size[1], dtype=ew.bool)
    padded[:, :, :Q_LEN, :KV_LEN] = mask
    seen = padded.view(*mask.shape[:2], rows, size[0], columns, size[1]).sum(dim=[3, 5])
    full = seen == size[0] * size[1]
    if not separate_full_blocks:
        return BlockMask((Q_LEN, KV_LEN), *_ordered(seen > 0), BLOCK_SIZE=size, mask_mod=mask_mod)
    return BlockMask((Q_LEN, KV_LEN), *_ordered((seen > 0) & ~full), *_ordered(full), BLOCK_SIZE=size,
                     mask_mod=mask_mod)


def _check(query, key, value, enable_gqa):
    for name, t in (("query", query), ("key", key), ("value", value)):
        if t.dim() != 4:
            raise ValueError(f"Expected {name} to be 4-D [batch, heads, length, size], but got {t.dim()}-D")
    if query.dtype != key.dtype or query.dtype != value.dtype:
        raise ValueError("Expected query, key, and value to have the same dtype, but got "
                         f"query.dtype: {query.dtype}, key.dtype: {key.dtype}, and value.dtype: {value.dtype} instead.")
    if not enable_gqa and query.size(1) != key.size(1):
        raise ValueError("Expect query and key/value to have the same number of heads but got "
                         f"Hq={query.size(1)} and Hkv={key.size(1)}. Try setting enable_gqa=True for GQA.")
    if enable_gqa and query.size(1) % key.size(1) != 0:
        raise ValueError("Expect number of query heads to be a multiple of kv heads for GQA but got "
                         f"Hq={query.size(1)} and Hkv={key.size(1)}.")


def flex_attention(query, key, value, score_mod=None, block_mask=None, scale=None, enable_gqa=False, return_lse=False,
                   kernel_options=None, *, return_aux=None):
    """softmax(score_mod(query keyᵀ · scale)) value over [B, H, L, E]; `kernel_options` tune other devices' kernels."""
    if return_aux is not None:
        raise NotImplementedError("flex_attention: return_aux")
    _check(query, key, value, enable_gqa)
    repeat = query.size(1) // key.size(1)
    if repeat > 1:
        key, value = key.repeat_interleave(repeat, 1), value.repeat_interleave(repeat, 1)
    scale = 1.0 / math.sqrt(query.size(-1)) if scale is None else scale
    scores = ew.matmul(query, key.transpose(-2, -1)) * scale
    places = _positions(*scores.shape)
    if score_mod is not None:
        scores = score_mod(scores, *places)
    if block_mask is not None:
        if tuple(block_mask.seq_lengths) != tuple(scores.shape[-2:]):
            raise ValueError(f"block_mask was created for block_mask.shape={block_mask.shape} but got "
                             f"q_len={scores.size(-2)} and kv_len={scores.size(-1)}.")
        scores = scores.masked_fill(~ew.as_tensor(block_mask.mask_mod(*places)), -math.inf)
    # A query that sees nothing gives zeros.
    blind = (scores == -math.inf).all(-1, keepdim=True)
    weights = _F.softmax(scores.masked_fill(blind, 0.0), -1).masked_fill(blind, 0.0)
    output = ew.matmul(weights, value)
    return (output, ew.logsumexp(scores, -1)) if return_lse else output
