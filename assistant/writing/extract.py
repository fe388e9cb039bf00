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

__all__ = ["as_written", "defining", "key_sentences", "positions_under", "spoken", "units_of"]

_SHORTEST, _ENDLESS = 12, 120
_MOST_PARTS = 16
"""Sections of the second level that are gone through one by one."""
_PAUSES = ",;、:\uff0c\uff1b\uff1a"
_DEFINES = re.compile(r"是指|指的是|即|包括|分别是|就是|统称|简称|:")
_NUMERAL = re.compile(
    r"^\s*(?:[((][一二三四五六七八九十\d]+[))]|[一二三四五六七八九十]+、|[一二三四五六七八九十]+是(?!否)"
    r"|\d{1,2}[.、](?!\d))"
)


def units_of(reading: Reading, section: int | None) -> list[int | None]:
    """The sections that a summary goes through: the next level below, or the section itself.

    A whole report is gone through two levels deep, unless that makes too many to wait for.
    """
    sections = reading.report.sections
    below = [one.number for one in sections if one.parent == section]
    if section is None:
        deeper = [one.number for one in sections if one.parent in below]
        lonely = [top for top in below if not any(s.parent == top for s in sections)]
        below = sorted([*deeper, *lonely]) if len(deeper) + len(lonely) <= _MOST_PARTS else below
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
    """The sentences that hold most figures, else the first, in reading order; none endless."""
    positions = positions_under(reading, section)
    report = reading.report
    figures = Counter(figure.sentence for figure in report.figures)

    def rank(at: int) -> tuple[bool, int, int]:
        return len(report.quote(report.sentences[at].span)) > _ENDLESS, -min(figures[at], 3), at

    return sorted(sorted(positions, key=rank)[:most])


def defining(hits: Sequence[Citation], term: str) -> list[Citation]:
    """The sentences that name a term, those that say what it is first."""
    naming = [one for one in hits if fold(term) in fold(one.quote)]
    return sorted(naming, key=lambda one: not _tells(fold(one.quote), fold(term)))


def _tells(quote: str, term: str) -> bool:
    """Whether a sentence says what a term is: behind it, or as a row of things before it."""
    at = quote.find(term)
    if _DEFINES.search(quote[at : at + len(term) + 12]):
        return True
    # 不予处罚清单、从轻处罚清单、减轻处罚清单“三张清单”
    clause = re.split(r"[,;。]", quote[:at])[-1].rstrip("“")
    return "、" in clause and clause.endswith(term[-2:])


def as_written(reading: Reading, position: int) -> Statement:
    """A sentence of the report as it stands, without the numeral that it begins with."""
    citation = cite_sentence(reading, position)
    return Statement(text=_bare(citation), citations=(citation,))


def spoken(picks: Sequence[Citation]) -> tuple[Statement, ...]:
    """Chosen sentences as a paragraph, report by report; the first of each says when and where."""
    by_report: dict[str, list[Citation]] = {}
    for citation in dict.fromkeys(picks):
        by_report.setdefault(citation.report_id, []).append(citation)
    said: list[Statement] = []
    for citations in by_report.values():
        ordered = sorted(citations, key=lambda one: one.span.start)
        texts = [_ended(_bare(one)) for one in ordered]
        texts[0] = _lead(ordered[0], texts[0]) + texts[0]
        said += [Statement(text=t, citations=(c,)) for t, c in zip(texts, ordered, strict=True)]
    return tuple(said)


def _bare(citation: Citation) -> str:
    """The quoted words without blanks and without the numeral that they begin with."""
    return _NUMERAL.sub("", re.sub(r"\s", "", citation.quote))


def _ended(text: str) -> str:
    return text if text[-1:] in tuple("。!?!?") else text.rstrip(_PAUSES) + "。"


def _lead(citation: Citation, text: str) -> str:
    """2022年,云溪县: as far as the sentence does not say it."""
    year = f"{citation.year}年" if citation.year else ""
    place = citation.place or ""
    told = f"{year}," if year and year not in text else ""
    if not place or place in text:
        return told
    # 云溪县 before 县政府 is 云溪县政府.
    return told + (place[:-1] if text.startswith(place[-1]) else place)
