"""What can be said of a report in its own sentences, without any model (摘句)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assistant.model import Statement
from assistant.wording.statements import cite_sentence
from corpus.fold import fold
from corpus.orders import reads_like_an_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.reading import Reading
    from assistant.model import Citation

__all__ = ["as_written", "defining", "key_sentences", "positions_under", "units_of"]

_SHORTEST = 12
_DEFINES = re.compile(r"是指|指的是|即|包括|分别是|就是|统称|简称|:")
_NUMERAL = re.compile(
    r"^\s*(?:[((][一二三四五六七八九十\d]+[))]|[一二三四五六七八九十]+、|\d{1,2}[.、](?!\d))"
)


def units_of(reading: Reading, section: int | None) -> list[int | None]:
    """The sections that a summary goes through: the next level below, or the section itself."""
    sections = reading.report.sections
    below = [one.number for one in sections if one.parent == section]
    if section is None:
        deeper = [one.number for one in sections if one.parent in below]
        lonely = [top for top in below if not any(s.parent == top for s in sections)]
        below = sorted([*deeper, *lonely])
    return list(below) or [section]


def positions_under(reading: Reading, section: int | None) -> list[int]:
    """The sentences of a section with all below it; of the whole report for None."""
    report = reading.report
    inside = None if section is None else report.sections[section].span
    headings = [one.heading for one in report.sections]
    return [
        position
        for position, sentence in enumerate(report.sentences)
        if (sentence.section is not None if inside is None else inside.covers(sentence.span))
        and len(report.quote(sentence.span).strip()) >= _SHORTEST
        and not reads_like_an_order(report.quote(sentence.span))
        # A heading on its own, with or without its full stop, says nothing of the matter.
        and not any(
            one.start == sentence.span.start and sentence.span.end <= one.end + 1
            for one in headings
        )
    ]


def key_sentences(reading: Reading, section: int | None, most: int) -> list[int]:
    """The sentences that hold most figures, else the first, in reading order."""
    positions = positions_under(reading, section)
    figures = Counter(figure.sentence for figure in reading.report.figures)
    ranked = sorted(positions, key=lambda at: (-min(figures[at], 3), at))
    return sorted(ranked[:most])


def defining(hits: Sequence[Citation], term: str) -> list[Citation]:
    """The sentences that name a term, those that say what it is first."""
    naming = [one for one in hits if fold(term) in fold(one.quote)]
    return sorted(naming, key=lambda one: not _DEFINES.search(_around(fold(one.quote), fold(term))))


def _around(quote: str, term: str) -> str:
    at = quote.find(term)
    return quote[at : at + len(term) + 12]


def as_written(reading: Reading, position: int) -> Statement:
    """A sentence of the report as it stands, without the numeral that it begins with."""
    citation = cite_sentence(reading, position)
    text = _NUMERAL.sub("", re.sub(r"\s", "", citation.quote))
    return Statement(text=text, citations=(citation,))
