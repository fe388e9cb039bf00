"""Sentences with offsets (断句)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from corpus.lines import paragraphs_of, trim
from corpus.model import Section, Sentence, Span

__all__ = ["split_sentences"]

_STOPS = "。!?"
_OPEN = {"“": "”", "《": "》", "(": ")", "‘": "’", "「": "」"}
_GOES_ON = re.compile("[”’][的等之是为作,、;]")
"""A quotation that ends with its own stop within a sentence (“谁执法谁普法。”的要求)."""
_LONGEST_QUOTATION = 120


def split_sentences(
    text: str, folded: str, sections: tuple[Section, ...], *, body: Span
) -> tuple[Sentence, ...]:
    """Cut the text at stops, paragraph ends and section starts.

    Only within `body` may a paragraph run over several lines.
    """
    cuts = [section.heading.start for section in sections]
    found = []
    for line in paragraphs_of(text, folded, body):
        for piece in _pieces(folded, line, cuts):
            span = trim(text, piece.start, piece.end)
            if span.end > span.start:
                found.append(Sentence(span=span, section=_innermost(sections, cuts, span.start)))
    return tuple(found)


def _pieces(folded: str, line: Span, cuts: list[int]) -> list[Span]:
    ends = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
    position = line.start
    while position < line.end:
        char = folded[position]
        if char in _OPEN:
            close = folded.find(
                _OPEN[char], position + 1, min(line.end, position + _LONGEST_QUOTATION)
            )
            if close > 0 and not _stop_before(folded, position, close, line.end):
                position = close
        elif char in _STOPS and not _GOES_ON.match(folded, position + 1, line.end):
            position = _after_stop(folded, position + 1, line.end)
            ends.append(position)
            continue
        position += 1
    bounds = sorted({line.start, *ends, line.end})
    return [Span(start, end) for start, end in pairwise(bounds)]


def _stop_before(folded: str, opening: int, closing: int, end: int) -> bool:
    """Whether the quotation ends its sentence itself (“…。”), and no more text follows inside."""
    return closing + 1 < end and folded[closing - 1] in _STOPS and folded[opening] == "“"


def _after_stop(folded: str, position: int, end: int) -> int:
    while position < end and folded[position] in "。!?”’)":
        position += 1
    return position


def _innermost(sections: tuple[Section, ...], starts: list[int], start: int) -> int | None:
    """Number of the deepest section that holds the offset."""
    position = bisect_right(starts, start) - 1
    while position >= 0:
        section = sections[position]
        if section.span.start <= start < section.span.end:
            return position
        position -= 1
    return None
