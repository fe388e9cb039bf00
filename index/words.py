"""Passages by their words (字面检索): BM25 over segmented text.

Text is folded first (full-width and traditional forms), then cut by jieba with the field's own
words from `data/domain_words.txt`, which hold together: 规范性文件 is one word, not three.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import IndexDamaged, IndexMissing
from corpus.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import bm25s  # type: ignore[import-untyped]
    import rjieba
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

__all__ = ["WordIndex", "segment"]

_DATA = Path(__file__).parent / "data"
_IDS = "ids.json"


@cache
def _word_list(name: str) -> frozenset[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _cutter() -> rjieba.Jieba:
    import rjieba

    # Our own instance: the module's shared one belongs to whoever else uses it.
    cutter = rjieba.Jieba()
    for word in sorted(_word_list("domain_words.txt")):
        cutter.add_word(word, None, None)
    return cutter


@cache
def _inner_words() -> dict[str, tuple[str, ...]]:
    """Give the domain words that stand inside longer ones: 规范性文件 in 行政规范性文件.

    The cutter itself names inner words of two and three characters only.
    """
    words = sorted(_word_list("domain_words.txt"))
    longer = {
        word: tuple(w for w in words if len(w) > 3 and w != word and w in word) for word in words
    }
    return {word: inside for word, inside in longer.items() if inside}


def segment(text: str) -> list[str]:
    """Cut a text into its words (分词), folded, without punctuation and stop words.

    A long word comes with the words inside it, so that either finds the other.
    """
    stop, inner = _word_list("stop_words.txt"), _inner_words()
    found: list[str] = []
    for cut in _cutter().cut_for_search(fold(text)):
        word = cut.strip().lower()
        if word not in stop and any(map(str.isalnum, word)):
            found += inner.get(word, ())
            found.append(word)
    return found


class WordIndex:
    """BM25 over passages; a row is the position of its id in `ids`."""

    def __init__(self, ids: Sequence[str], bm25: bm25s.BM25 | None) -> None:
        self.ids = list(ids)
        # None where no passage holds a word: BM25 cannot be counted over nothing.
        self._bm25 = bm25

    @classmethod
    def build(cls, ids: Sequence[str], texts: Iterable[str]) -> WordIndex:
        """Index texts under their ids, in order."""
        import bm25s

        words = [segment(text) for text in texts]
        if len(words) != len(ids):
            raise ValueError(f"{len(ids)} ids for {len(words)} texts")
        if not any(words):
            return cls(ids, None)
        numbers: dict[str, int] = {}
        rows = [[numbers.setdefault(word, len(numbers)) for word in row] for row in words]
        bm25 = bm25s.BM25()
        bm25.index((rows, numbers), show_progress=False)
        return cls(ids, bm25)

    def __len__(self) -> int:
        return len(self.ids)

    def scores(self, query: str) -> NDArray[np.float32]:
        """Score every row by BM25; zero where no word is shared."""
        numbers = self._numbers(query)
        if self._bm25 is None or not numbers:
            return np.zeros(len(self), dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores_from_ids(numbers)
        return scores

    def search(self, query: str, k: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        """Find the `k` best rows that share a word, best first; only rows where `allowed`."""
        scores = self.scores(query)
        if allowed is not None:
            if len(allowed) != len(scores):
                raise ValueError(f"a mask of {len(allowed)} for {len(scores)} rows")
            scores = np.where(allowed, scores, 0)
        k = min(k, len(scores))
        if k < 1:
            return []
        best = np.argpartition(scores, -k)[-k:]
        best = best[np.lexsort((best, -scores[best]))]
        return [(int(row), float(scores[row])) for row in best if scores[row] > 0]

    def _numbers(self, query: str) -> list[int]:
        if self._bm25 is None:
            return []
        known: dict[str, int] = self._bm25.vocab_dict
        return [known[word] for word in dict.fromkeys(segment(query)) if word in known]

    def save(self, folder: Path) -> None:
        """Write the index into a folder (numpy arrays and JSON)."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _IDS).write_text(json.dumps(self.ids, ensure_ascii=False), encoding="utf-8")
        if self._bm25 is not None:
            self._bm25.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> WordIndex:
        """Open a saved index; the postings are mapped, not read.

        Raises `IndexMissing` if nothing is there and `IndexDamaged` if the files do not fit.
        """
        import bm25s

        if not (folder / _IDS).is_file():
            raise IndexMissing(folder=folder)
        try:
            ids = json.loads((folder / _IDS).read_bytes())
            wordless = not (folder / "params.index.json").exists()
            bm25 = None if wordless else bm25s.BM25.load(folder, mmap=True, show_progress=False)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise IndexDamaged(folder=folder) from error
        if bm25 is not None and bm25.scores["num_docs"] != len(ids):
            raise IndexDamaged(folder=folder)
        return cls(ids, bm25)
