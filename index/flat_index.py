"""Vectors by row (向量表): FAISS's exact inner product, normalised, masked and mapped from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    import faiss
    from numpy.typing import ArrayLike, NDArray

    Vectors = NDArray[np.float32]
    Mask = NDArray[np.bool_]

__all__ = ["FlatIndex", "unit_rows"]

_UNIT = 4e-6
"""How far from 1 the length of a vector may be that was normalised in 32 bits."""


class FlatIndex:
    """Unit vectors in rows; removing closes the gap."""

    def __init__(self) -> None:
        # None until the first vector tells the dimension.
        self._faiss: faiss.IndexFlatIP | None = None
        # Whether the vectors are only viewed in a mapped file; FAISS aborts on changing such.
        self._mapped = False

    def __len__(self) -> int:
        return 0 if self._faiss is None else int(self._faiss.ntotal)

    @property
    def dimension(self) -> int | None:
        """Length of the vectors; None before the first."""
        return None if self._faiss is None else int(self._faiss.d)

    def row(self, number: int) -> Vectors:
        """Copy one vector."""
        if self._faiss is None:
            raise IndexError(number)
        return np.asarray(self._faiss.reconstruct(number), dtype=np.float32)

    def rows(self) -> Vectors:
        """Copy all vectors, as a matrix of shape (rows, dimension)."""
        if self._faiss is None:
            return np.zeros((0, 0), dtype=np.float32)
        matrix: Vectors = self._faiss.reconstruct_n(0, len(self))
        return matrix

    def add(self, matrix: Vectors) -> None:
        """Append unit vectors."""
        import faiss

        if self._faiss is None:
            self._faiss = faiss.IndexFlatIP(matrix.shape[1])
        self._unmap()
        self._faiss.add(matrix)

    def remove(self, numbers: Collection[int]) -> None:
        """Take rows out; those after them move up."""
        if self._faiss is not None and numbers:
            self._unmap()
            gone = np.array(sorted(numbers), dtype=np.int64)
            self._faiss.remove_ids(gone)  # type: ignore[arg-type]  # the Python one takes an array

    def _unmap(self) -> None:
        if self._mapped:
            held, self._faiss, self._mapped = self.rows(), None, False
            self.add(held)

    def search(self, vector: ArrayLike, k: int, allowed: Mask | None) -> list[tuple[int, float]]:
        """Find the `k` nearest rows with their cosines, best first; only rows where `allowed`."""
        if self._faiss is None or min(k, len(self)) < 1:
            return []
        params = None if allowed is None else _only(allowed, len(self))
        scores, rows = self._faiss.search(unit_rows(vector), min(k, len(self)), params=params)
        found = zip(rows[0].tolist(), scores[0].tolist(), strict=True)
        # Where fewer rows are allowed than asked for, FAISS fills up with -1.
        return [(row, score) for row, score in found if row >= 0]

    def save(self, file: Path) -> None:
        """Write FAISS's own format."""
        import faiss

        faiss.write_index(self._faiss or faiss.IndexFlatIP(1), str(file))

    @classmethod
    def load(cls, file: Path) -> FlatIndex:
        """Map a saved file; raises `RuntimeError` or `TypeError` if it is none."""
        import faiss

        index = cls()
        held = faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC)
        if not isinstance(held, faiss.IndexFlatIP):
            raise TypeError(f"{type(held).__name__} in {file}")
        if held.ntotal:
            index._faiss, index._mapped = held, True
        return index


def unit_rows(vectors: ArrayLike) -> Vectors:
    """Copy one or several vectors as rows of length 1; a zero vector stays zero.

    Rows that have this length stay as they are, to the bit: vectors taken over from one snapshot
    to the next must not drift.
    """
    matrix = np.array(vectors, dtype=np.float32, ndmin=2)
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    length[np.abs(length - 1) < _UNIT] = 1
    unit: Vectors = matrix / np.maximum(length, np.finfo(np.float32).tiny)
    return unit


def _only(allowed: Mask, rows: int) -> faiss.SearchParameters:
    import faiss

    # FAISS reads a mask without a bound: a shorter one would be read past its end.
    if len(allowed) != rows:
        raise ValueError(f"a mask of {len(allowed)} for {rows} rows")
    bits = np.packbits(allowed, bitorder="little")
    # The stubs show the C++ constructors; the Python ones take an array and keywords.
    chosen = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg,arg-type]
    return faiss.SearchParameters(sel=chosen)  # type: ignore[call-arg]
