"""An embedder that needs no model, for tests that must be instant."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from langchain_core.embeddings import Embeddings

__all__ = ["HashEmbeddings"]


class HashEmbeddings(Embeddings):
    """Hashed character pairs, normalised: texts that share characters are near."""

    def __init__(self, dimension: int = 64) -> None:
        self.dimension = dimension

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        counts = [0.0] * self.dimension
        framed = f"^{text}$"
        for pair in pairwise(framed):
            digest = hashlib.blake2b("".join(pair).encode(), digest_size=4).digest()
            counts[int.from_bytes(digest, "little") % self.dimension] += 1.0
        length = sum(count * count for count in counts) ** 0.5
        return [count / length for count in counts]
