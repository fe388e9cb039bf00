"""Golden questions whose evidence is taken out of the report (去证据题): a refusal is right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from corpus.fold import fold
from index.embeddings import open_embeddings
from tests.assistant.shelves import MemoryShelf
from tests.golden.corpora import SETS, read_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from langchain_core.embeddings import Embeddings

    from tests.golden.corpora import Question

__all__ = ["RealShelf", "Taken", "taken_away"]

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
_SETS = ("anju_dev", "invented_dev", "more_dev", "fresh_dev")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A question and its report without the sentences that answer it (去证据题)."""

    question: Question
    text: str
    file: str


class RealShelf(MemoryShelf):
    """A library in memory, searched with the real embedding model."""

    @override
    def by_meaning(
        self, text: str, k: int, report_ids: Iterable[str]
    ) -> list[tuple[str, int, float]]:
        asked = np.array(_asked(text))
        sentences = [one for one in self._sentences(report_ids) if one[2].strip()]
        vectors = _vectors([said for _, _, said in sentences])
        found = [
            (report_id, position, float(asked @ vector))
            for (report_id, position, _), vector in zip(sentences, vectors, strict=True)
        ]
        return sorted(found, key=lambda one: -one[2])[:k]

    @override
    def closeness(self, question: str, texts: Sequence[str]) -> list[float]:
        asked = np.array(_asked(question))
        return [float(asked @ vector) for vector in _vectors(texts)]


@cache
def _asked(text: str) -> tuple[float, ...]:
    return tuple(_model().embed_query(text))


_KNOWN: dict[str, Vector] = {}


def _vectors(texts: Sequence[str]) -> list[Vector]:
    """The vectors of texts; most reports are asked several times."""
    new = list(dict.fromkeys(text for text in texts if text not in _KNOWN))
    if new:
        found = map(np.array, _model().embed_documents(new))
        _KNOWN.update(zip(new, found, strict=True))
    return [_KNOWN[text] for text in texts]


@cache
def _model() -> Embeddings:
    return open_embeddings(None)


def taken_away(most: int) -> list[Taken]:
    """Figure questions of all open sets in turn, each with its report less its evidence."""
    found: list[Taken] = []
    each = most // len(_SETS)
    for name in _SETS:
        questions = SETS[name]
        if questions.missing:
            continue
        files = {path.name: path for path in questions.corpus.files}
        mine = [
            taken
            for question in read_questions(questions)
            if question.kind == "figure" and (taken := _without(question, files)) is not None
        ]
        found += mine[:: max(1, len(mine) // each)][:each]
    return found


def _without(question: Question, files: dict[str, Path]) -> Taken | None:
    """The report less the sentence with the evidence; None where it is said elsewhere, too."""
    from corpus.read import read_report

    path = files.get(question.file)
    if path is None or not question.evidence or not question.must or question.history:
        return None
    text = path.read_text(encoding="utf-8")
    report = read_report(text, file=path.name)
    plain = "".join(fold(question.evidence).split())
    for sentence in reversed(report.sentences):
        if plain in "".join(fold(report.quote(sentence.span)).split()):
            text = text[: sentence.span.start] + text[sentence.span.end :]
    left = "".join(fold(text).split())
    said = [word for word in question.must if "".join(fold(word).split()) in left]
    gone = len(text) < len(path.read_text(encoding="utf-8"))
    return None if said or not gone else Taken(question=question, text=text, file=path.stem)
