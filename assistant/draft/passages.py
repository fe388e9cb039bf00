"""A draft in stretches that are read at once (分段): long ones stay within bounded memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evidence.reading import Reading, lay_out
from corpus.figures import extract_figures
from corpus.fold import fold
from corpus.model import Metadata, Report, Span
from corpus.outline import outline
from corpus.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_stretch", "stretches"]

_LENGTH = 3000
"""Characters of a stretch, more where its last line goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some lines of a draft that follow each other (一段)."""

    start: int
    text: str


def stretches(text: str) -> Iterator[Stretch]:
    """The draft in stretches of whole lines; a line without end is cut at a stop."""
    position = 0
    while position < len(text):
        end = _end(text, position)
        yield Stretch(start=position, text=text[position:end])
        position = end


def _end(text: str, start: int) -> int:
    if len(text) - start <= _LENGTH + _LENGTH // 2:
        return len(text)
    line = text.find("\n", start + _LENGTH)
    if 0 <= line <= start + 2 * _LENGTH:
        return line + 1
    stop = text.find("。", start + _LENGTH)
    if 0 <= stop <= start + 2 * _LENGTH:
        return stop + 1
    return min(len(text), start + 2 * _LENGTH)


def read_stretch(text: str) -> Reading:
    """A stretch read as a report is: its sentences and figures, laid out for matching.

    What a report says of itself is left out: a draft's title names no year of its own.
    """
    folded = fold(text)
    body = Span(0, len(text))
    sections = outline(text, folded, body=body)
    sentences = split_sentences(text, folded, sections, body=body)
    figures = extract_figures(folded, sections, sentences, None, own_place=None, body=body)
    return lay_out(
        Report(
            id="draft",
            file="",
            text=text,
            metadata=Metadata(),
            sections=sections,
            sentences=sentences,
            figures=figures,
        )
    )
