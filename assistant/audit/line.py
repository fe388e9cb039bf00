"""A sentence laid out for checking (核查行): its figures in order and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.audit.model import Term
from assistant.audit.ranges import Range, range_of
from assistant.evidence.reading import Reading
from assistant.wording.statements import cite_sentence, label_of, written
from corpus.fold import fold
from corpus.model import FigureKind, Hedge
from index.vocabulary import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.model import Figure, Report

__all__ = ["Line", "Mark", "lines_of"]


_NAMED = re.compile(r"(?P<year>20[0-4]\d)\s?年|[去上前]年|上一年|同期")
_NEW_LEVEL = re.compile(
    r"(?:增长|增加|提高|提升|上升|下降|减少|降低|压缩|压减|扩大|增|升|降|减)(?:到|至)了?\s?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure in its sentence (句中数据)."""

    number: int
    """Position in `Report.figures`."""
    figure: Figure
    gap: str
    """The folded text since the figure before, or since the sentence began."""
    tail: str
    """The folded text behind, up to the next mark of punctuation."""
    offset: int
    """Where it begins in the line's text."""
    name: str
    """The words right before it and behind it, without marks."""
    depth: int
    """How deep in brackets it stands."""
    part: int
    """How many semicolons stand before it."""
    period: int | None
    """The year it speaks of; a year named inside a bracket holds in that bracket only."""
    range: Range

    @property
    def unit(self) -> str:
        """The unit as written."""
        return self.figure.quantity.unit

    @property
    def is_level(self) -> bool:
        """Whether it counts something, rather than comparing or sharing out."""
        percent = self.unit in {"%", "‰", "个百分点", "百分点"}
        return self.figure.kind in {FigureKind.LEVEL, FigureKind.TARGET} and not percent

    @property
    def is_exact(self) -> bool:
        """Whether it is written without 余, 近, 约 and the like."""
        return self.figure.quantity.hedge is Hedge.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with its figures; `reading` serves the citations."""

    reading: Reading
    text: str
    """The sentence, folded."""
    marks: tuple[Mark, ...]

    @property
    def report(self) -> Report:
        """The report it stands in."""
        return self.reading.report

    def term(self, mark: Mark) -> Term:
        """A number of this sentence as one of a finding."""
        figure = mark.figure
        return Term(
            label=label_of(figure) or "",
            written=written(self.reading, figure),
            span=figure.quantity.span,
            citation=cite_sentence(self.reading, figure.sentence),
        )


def lines_of(report: Report) -> Iterator[Line]:
    """Every sentence that holds a figure, in order."""
    folded = fold(report.text)
    # The views of a reading serve questions; citations need none of them.
    reading = Reading(
        report=report, folded=folded, figures=(), sentences=(), plans=frozenset[int]()
    )
    rows: dict[int, list[int]] = {}
    for number, figure in enumerate(report.figures):
        rows.setdefault(figure.sentence, []).append(number)
    for sentence, numbers in rows.items():
        span = report.sentences[sentence].span
        numbers.sort(key=lambda number: report.figures[number].quantity.span.start)
        marks = tuple(_marks(report, folded, span.start, span.end, numbers))
        yield Line(reading=reading, text=span.of(folded), marks=marks)


def _marks(report: Report, folded: str, start: int, end: int, numbers: list[int]) -> Iterator[Mark]:
    depth, part, position, name = 0, 0, start, ""
    for number in numbers:
        figure = report.figures[number]
        span = figure.quantity.span
        gap = folded[position : span.start]
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        part += gap.count(";")
        tail = re.split(r"[,;:、。!?()\d]", folded[span.end : end], maxsplit=1)[0]
        if not _NEW_LEVEL.fullmatch(gap.strip()):  # 由414件上升到425件 names one thing twice
            name = plain(re.split("[,;:。()]", gap)[-1] + tail)
        yield Mark(
            number=number,
            figure=figure,
            gap=gap,
            tail=tail,
            offset=span.start - start,
            name=name,
            depth=depth,
            part=part,
            period=_period(report, figure, folded[start : span.start]),
            range=range_of(figure.quantity, span.of(folded)),
        )
        position = max(position, span.end)


def _period(report: Report, figure: Figure, before: str) -> int | None:
    """The figure's year, unless it is that of a bracket that closed, or of what was before.

    受理52件(2021年为37件),办结49件 and 由上年的31件增加到37件: the last number is this year's.
    """
    own, period = report.metadata.year, figure.period
    if own is None or period is None or period >= own:
        return period
    if _NEW_LEVEL.search(before):
        return own
    brackets = [found.span() for found in re.finditer(r"\([^()]*\)", before)]
    named = list(_NAMED.finditer(before))
    outside = [found for found in named if not any(a <= found.start() < b for a, b in brackets)]
    if not named or (outside and outside[-1] is named[-1]):
        return period
    return period if any(found["year"] == str(period) for found in outside) else own
