"""A draft in stretches that are read at once (分段): long ones stay within bounded memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.draft.bearings import is_heading, summed_up_year, year_spoken_after
from assistant.evidence.reading import Reading, lay_out
from corpus.figures import extract_figures
from corpus.fold import fold
from corpus.model import Metadata, Report, Span
from corpus.outline import outline
from corpus.periods import Periods
from corpus.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_stretch", "stretches"]

_FRONT, _TITLE_LINES = 400, 5
_LENGTH = 3000
"""Characters of a stretch, more where its last line goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some lines of a draft that follow each other (一段)."""

    start: int
    text: str
    lead: str = ""
    """The headings above that make plans of it (下一步打算), a line each."""
    year: int | None = None
    """The year that the draft sums up, where its title says so."""


def stretches(text: str) -> Iterator[Stretch]:
    """The draft in stretches of whole lines; a line without end is cut at a stop."""
    position = 0
    year = _year_of(text)
    plans = _Plans(text, year)
    while position < len(text):
        end = _end(text, position)
        lead = plans.above(position) if position else ""
        yield Stretch(start=position, text=text[position:end], lead=lead, year=year)
        position = end


def _year_of(text: str) -> int | None:
    """The year that a draft sums up, by the date at its front, else by its title."""
    lines = [line.strip() for line in fold(text[:_FRONT]).split("\n") if line.strip()]
    heads = [line for line in lines[:_TITLE_LINES] if is_heading(line)]
    years = [*map(year_spoken_after, heads), *map(summed_up_year, heads)]
    return next((year for year in years if year is not None), None)


class _Plans:
    """The sections of a draft that tell what is planned."""

    def __init__(self, text: str, year: int | None) -> None:
        folded = fold(text)
        self._text = text
        self._sections = outline(text, folded, body=Span(0, len(text)))
        self._plans = Periods(folded, self._sections, year).plans

    def above(self, position: int) -> str:
        """The headings of the plans inside which a position stands, the topmost first.

        The plans' own earlier top headings go with them: one says for all that what follows is
        planned.
        """
        before = [
            section
            for section in self._sections
            if section.number in self._plans and section.span.start < position
        ]
        if not any(position < section.span.end for section in before):
            return ""
        return "".join(
            f"{section.heading.of(self._text).strip()}\n"
            for section in before
            if section.level == 0 or position < section.span.end
        )


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


def read_stretch(text: str, year: int | None = None) -> Reading:
    """A stretch read as a report is: its sentences and figures, laid out for matching.

    What a report says of itself is left out, but for the `year` summed up: it tells what is
    planned, and no figure's year.
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
            metadata=Metadata(year=year),
            sections=sections,
            sentences=sentences,
            figures=figures,
        )
    )
