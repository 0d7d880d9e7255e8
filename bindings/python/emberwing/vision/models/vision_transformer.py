"""The vision transformer (https://arxiv.org/abs/2010.11929)."""

import math
from collections import OrderedDict
from functools import partial

import emberwing as ew
from ... import nn
from ..ops.misc import MLP, Conv2dNormActivation
from ._api import builder, weights_attribute as __getattr__  # noqa: F401

__all__ = ["VisionTransformer", "interpolate_embeddings", "vit_b_16", "vit_b_32", "vit_h_14", "vit_l_16", "vit_l_32"]


class MLPBlock(MLP):
    """Two linear layers with GELU and dropout."""

    def __init__(self, in_dim, mlp_dim, dropout):
        super().__init__(in_dim, [mlp_dim, in_dim], activation_layer=nn.GELU, inplace=None, dropout=dropout)
        for m in self.modules():
            if isinstance(m, nn.Linear):
                nn.init.xavier_uniform_(m.weight)
                if m.bias is not None:
                    nn.init.normal_(m.bias, std=1e-6)


_norm = partial(nn.LayerNorm, eps=1e-6)


class EncoderBlock(nn.Module):
    """Self-attention and an MLP, each normalized before and beside a shortcut."""

    def __init__(self, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout, norm_layer=_norm):
        super().__init__()
        self.num_heads = num_heads
        self.ln_1 = norm_layer(hidden_dim)
        self.self_attention = nn.MultiheadAttention(hidden_dim, num_heads, dropout=attention_dropout, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.ln_2 = norm_layer(hidden_dim)
        self.mlp = MLPBlock(hidden_dim, mlp_dim, dropout)

    def forward(self, input):
        if input.dim() != 3:
            raise RuntimeError(f"Expected (batch_size, seq_length, hidden_dim) got {input.shape}")
        x = self.ln_1(input)
        x, _ = self.self_attention(x, x, x, need_weights=False)
        x = self.dropout(x) + input
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    """Embeddings of the places, then encoder blocks."""

    def __init__(self, seq_length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout,
                 norm_layer=_norm):
        super().__init__()
        self.pos_embedding = nn.Parameter(ew.empty(1, seq_length, hidden_dim).normal_(std=0.02))
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.Sequential(OrderedDict(
            (f"encoder_layer_{i}", EncoderBlock(num_heads, hidden_dim, mlp_dim, dropout, attention_dropout, norm_layer))
            for i in range(num_layers)))
        self.ln = norm_layer(hidden_dim)

    def forward(self, input):
        if input.dim() != 3:
            raise RuntimeError(f"Expected (batch_size, seq_length, hidden_dim) got {input.shape}")
        return self.ln(self.layers(self.dropout(input + self.pos_embedding)))


class VisionTransformer(nn.Module):
    """A transformer encoder over patches of the image."""

    def __init__(self, image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, dropout=0.0,
                 attention_dropout=0.0, num_classes=1000, representation_size=None, norm_layer=_norm,
                 conv_stem_configs=None):
        super().__init__()
        if image_size % patch_size:
            raise ValueError("Input shape indivisible by patch size!")
        self.image_size = image_size
        self.patch_size = patch_size
        self.hidden_dim = hidden_dim
        self.mlp_dim = mlp_dim
        self.attention_dropout = attention_dropout
        self.dropout = dropout
        self.num_classes = num_classes
        self.representation_size = representation_size
        self.norm_layer = norm_layer
        self.conv_proj = self._stem(hidden_dim, patch_size, conv_stem_configs)
        seq_length = (image_size // patch_size) ** 2 + 1
        self.class_token = nn.Parameter(ew.zeros(1, 1, hidden_dim))
        self.encoder = Encoder(seq_length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout,
                               norm_layer)
        self.seq_length = seq_length
        heads = OrderedDict()
        if representation_size is None:
            heads["head"] = nn.Linear(hidden_dim, num_classes)
        else:
            heads["pre_logits"] = nn.Linear(hidden_dim, representation_size)
            heads["act"] = nn.Tanh()
            heads["head"] = nn.Linear(representation_size, num_classes)
        self.heads = nn.Sequential(heads)
        self._init()

    @staticmethod
    def _stem(hidden_dim, patch_size, configs):
        if configs is None:
            return nn.Conv2d(3, hidden_dim, kernel_size=patch_size, stride=patch_size)
        stem, channels = nn.Sequential(), 3
        for i, layer in enumerate(configs):
            stem.add_module(f"conv_bn_relu_{i}", Conv2dNormActivation(
                channels, layer.out_channels, layer.kernel_size, layer.stride, norm_layer=layer.norm_layer,
                activation_layer=layer.activation_layer))
            channels = layer.out_channels
        stem.add_module("conv_last", nn.Conv2d(channels, hidden_dim, kernel_size=1))
        return stem

    def _init(self):
        if isinstance(self.conv_proj, nn.Conv2d):
            fan_in = self.conv_proj.in_channels * math.prod(self.conv_proj.kernel_size)
            nn.init.trunc_normal_(self.conv_proj.weight, std=math.sqrt(1 / fan_in))
            nn.init.zeros_(self.conv_proj.bias)
        else:
            last = self.conv_proj.conv_last
            nn.init.normal_(last.weight, mean=0.0, std=math.sqrt(2.0 / last.out_channels))
            nn.init.zeros_(last.bias)
        if self.representation_size is not None:
            first = self.heads.pre_logits
            nn.init.trunc_normal_(first.weight, std=math.sqrt(1 / first.in_features))
            nn.init.zeros_(first.bias)
        nn.init.zeros_(self.heads.head.weight)
        nn.init.zeros_(self.heads.head.bias)

    def _process_input(self, x):
        n, _, h, w = x.shape
        for name, given in (("height", h), ("width", w)):
            if given != self.image_size:
                raise RuntimeError(f"Wrong image {name}! Expected {self.image_size} but got {given}!")
        return self.conv_proj(x).reshape(n, self.hidden_dim, -1).permute(0, 2, 1)

    def forward(self, x):
        x = self._process_input(x)
        x = self.encoder(ew.cat([self.class_token.expand(x.shape[0], -1, -1), x], dim=1))
        return self.heads(x[:, 0])


def interpolate_embeddings(image_size, patch_size, model_state, interpolation_mode="bicubic", reset_heads=False):
    """A state for images of another size: the embeddings of places resized, (with reset_heads) the heads left out."""
    key = "encoder.pos_embedding"
    pos = model_state[key]
    n, seq_length, hidden_dim = pos.shape
    if n != 1:
        raise ValueError(f"Unexpected position embedding shape: {pos.shape}")
    new_side = image_size // patch_size
    if new_side ** 2 + 1 == seq_length:
        return model_state
    side = int(math.sqrt(seq_length - 1))
    if side * side != seq_length - 1:
        raise ValueError("seq_length is not a perfect square! Instead got seq_length_1d * seq_length_1d = "
                         f"{side * side } and seq_length = {seq_length - 1}")
    grid = pos[:, 1:, :].permute(0, 2, 1).reshape(1, hidden_dim, side, side)
    grid = nn.functional.interpolate(grid, size=new_side, mode=interpolation_mode, align_corners=True)
    grid = grid.reshape(1, hidden_dim, new_side ** 2).permute(0, 2, 1)
    model_state[key] = ew.cat([pos[:, :1, :], grid], dim=1)
    if reset_heads:
        return OrderedDict((k, v) for k, v in model_state.items() if not k.startswith("heads"))
    return model_state


def _vit(name, weights, patch_size, num_layers, num_heads, hidden_dim, mlp_dim):
    def make(image_size=224, **kwargs):
        return VisionTransformer(image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, **kwargs)

    make.__name__, make.__doc__ = name, f"A vision transformer of {num_layers} layers over patches of {patch_size}²."
    return builder(weights, size_from_weights=True)(make)


vit_b_16 = _vit("vit_b_16", "ViT_B_16_Weights", 16, 12, 12, 768, 3072)
vit_b_32 = _vit("vit_b_32", "ViT_B_32_Weights", 32, 12, 12, 768, 3072)
vit_l_16 = _vit("vit_l_16", "ViT_L_16_Weights", 16, 24, 16, 1024, 4096)
vit_l_32 = _vit("vit_l_32", "ViT_L_32_Weights", 32, 24, 16, 1024, 4096)
vit_h_14 = _vit("vit_h_14", "ViT_H_14_Weights", 14, 32, 16, 1280, 5120)
