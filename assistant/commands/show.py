"""`fazhi show`: the reports of an index, or the section tree of one (查看)."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from corpus.errors import ReportAmbiguous, ReportUnknown
from corpus.fold import fold
from index.snapshot import open_library
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpus.model import Report, Section
    from index.snapshot import ReportCard

__all__ = ["SectionRow", "pick", "section_rows", "show"]

_NAMED = 5
"""Titles that are named when several reports are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """One heading and what stands under it, sub-sections included (章节行)."""

    number: int
    parent: int | None
    level: int
    heading: str
    start: int
    end: int
    sentences: int
    figures: int


def show(folder: Path, name: str | None, *, as_data: bool, whole_text: bool) -> None:
    """Print the list of reports, or one report's facts and tree, or its text."""
    with closing(open_library(folder)) as library:
        if name is None:
            _print_list(library.cards, as_data=as_data)
            return
        card = pick(library.cards, name)
        report = library.report(card.id)
    if whole_text:
        print(report.text)
    elif as_data:
        sections = [asdict(row) for row in section_rows(report)]
        print(json.dumps({**asdict(card), "sections": sections}, ensure_ascii=False, indent=2))
    else:
        _print_tree(card, report)


def pick(cards: Sequence[ReportCard], name: str) -> ReportCard:
    """The one report of that id, file, title or place in the list, or of that part of one.

    Raises `ReportUnknown` or `ReportAmbiguous`.
    """
    if name.isdecimal() and 1 <= int(name) <= len(cards):
        return cards[int(name) - 1]
    wanted = _plain(name)
    named = {card.id: [_plain(each) for each in _names(card)] for card in cards}
    whole = [card for card in cards if wanted in named[card.id]]
    part = [card for card in cards if any(wanted in each for each in named[card.id])]
    found = whole or (part if wanted else [])
    if not found:
        raise ReportUnknown(name=name)
    if len(found) > 1:
        titles = "、".join(_title(card) for card in found[:_NAMED])
        raise ReportAmbiguous(name=name, count=len(found), titles=titles)
    return found[0]


def section_rows(report: Report) -> list[SectionRow]:
    """Every heading in reading order, with how much stands under it, headings not counted."""
    sentences: Counter[int] = Counter()
    figures: Counter[int] = Counter()
    headings = {each.heading.start for each in report.sections}
    for sentence in report.sentences:
        if sentence.span.start not in headings:
            sentences.update(step.number for step in report.path(sentence.section))
    for figure in report.figures:
        at = report.sentences[figure.sentence].section
        figures.update(step.number for step in report.path(at))
    return [_row(report, each, sentences, figures) for each in report.sections]


def _row(
    report: Report, section: Section, sentences: Counter[int], figures: Counter[int]
) -> SectionRow:
    return SectionRow(
        number=section.number,
        parent=section.parent,
        level=section.level,
        heading=section.heading.of(report.text),
        start=section.span.start,
        end=section.span.end,
        sentences=sentences[section.number],
        figures=figures[section.number],
    )


def _names(card: ReportCard) -> Iterator[str]:
    yield card.id
    yield card.file
    yield card.file.rpartition(".")[0]
    if card.title:
        yield _title(card)
    if card.document_number:
        yield card.document_number


def _plain(name: str) -> str:
    return fold(name).replace(" ", "").casefold()


def _title(card: ReportCard) -> str:
    return "".join((card.title or "").split("\n")) or say("cli", "untitled")


def _facts(card: ReportCard) -> str:
    year = say("cli", "year", year=card.year) if card.year else None
    counts = say(
        "cli",
        "list_counts",
        sections=card.sections,
        sentences=card.sentences,
        figures=card.figures,
    )
    facts = (card.document_number, card.place, year, counts, card.file, card.id)
    return say("cli", "list_facts", facts=" · ".join(fact for fact in facts if fact))


def _print_list(cards: Sequence[ReportCard], *, as_data: bool) -> None:
    if as_data:
        print(json.dumps([asdict(card) for card in cards], ensure_ascii=False, indent=2))
        return
    for number, card in enumerate(cards, start=1):
        print(say("cli", "list_row", number=number, title=_title(card)))
        print(_facts(card))


def _print_tree(card: ReportCard, report: Report) -> None:
    print(_title(card))
    print(_facts(card))
    for row in section_rows(report):
        line = {"heading": row.heading, "sentences": row.sentences, "figures": row.figures}
        print(say("cli", "section_row", indent="  " * row.level, **line))
