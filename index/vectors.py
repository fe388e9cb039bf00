"""The vectors of all passages (向量), computed only where no older snapshot has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.passages import vector_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

    from index.snapshot import Snapshot

__all__ = ["VectorSupply"]

_BATCH = 256
"""Texts between two reports of progress: 2 to 3 seconds, and enough to find some of like length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorSupply:
    """Where vectors come from: the last snapshot first, then the encoder."""

    model: str
    """Identity of the embedding model."""
    embeddings: Embeddings | None
    """None where every passage is known to be in `older`."""
    older: Snapshot | None

    def vectors(
        self, texts: Sequence[str], report_progress: Callable[[int, int], None]
    ) -> tuple[NDArray[np.float32], int]:
        """One vector a text, as a matrix in their order, and how many texts were encoded.

        `report_progress` is told how many of the texts to encode are done.
        """
        held = self._held()
        wanted = dict.fromkeys(vector_key(self.model, text) for text in texts)
        missing = {
            key: text
            for key, text in zip(wanted, dict.fromkeys(texts), strict=True)
            if key not in held
        }
        # Texts of like length share a batch, so that little of it is padding.
        ordered = sorted(missing, key=lambda key: (-len(missing[key]), key))
        for start in range(0, len(ordered), _BATCH):
            batch = ordered[start : start + _BATCH]
            held.update(zip(batch, self._encoded([missing[key] for key in batch]), strict=True))
            report_progress(start + len(batch), len(ordered))
        if not texts:
            return np.zeros((0, 0), dtype=np.float32), 0
        return np.stack([held[vector_key(self.model, text)] for text in texts]), len(ordered)

    def _held(self) -> dict[bytes, NDArray[np.float32]]:
        if self.older is None or self.older.manifest.model != self.model or not len(self.older):
            return {}
        keys = (vector_key(self.model, text) for text in self.older.library.texts())
        return dict(zip(keys, self.older.store.vectors(), strict=True))

    def _encoded(self, texts: list[str]) -> NDArray[np.float32]:
        if self.embeddings is None:
            raise RuntimeError("a passage without a vector, and no encoder to make one")
        vectors = np.array(self.embeddings.embed_documents(texts), dtype=np.float32)
        if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
            raise RuntimeError(f"the encoder gave {vectors.shape} for {len(texts)} texts")
        return vectors
