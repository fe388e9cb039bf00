"""What the ledger holds, as values (指标台账)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from corpus.model import FigureKind, Hedge, Span

__all__ = ["Cell", "Entry", "Group", "IndicatorName"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure with all that is needed to show and to cite it (台账行)."""

    report_id: str
    number: int
    """Position in `Report.figures`."""
    file: str
    title: str | None
    document_number: str | None
    place: str | None
    """Of the report."""
    organ: str | None
    year: int | None
    """The year the report is about."""
    period: int | None
    """The year the figure speaks of."""
    elsewhere: str | None
    """Another place than the report's own, whose number this is."""
    indicator: str
    subject: str
    heading: str
    """The innermost heading, as it stands."""
    path: tuple[str, ...]
    """The headings from the top down."""
    value: Decimal
    unit: str
    hedge: Hedge
    kind: FigureKind
    base: str
    parent: int | None
    """Position, among the report's figures, of the whole it is part of."""
    span: Span
    sentence: Span
    as_written: str
    """The quantity as it stands."""
    quote: str
    """The sentence as it stands."""
    marks: tuple[str, ...]
    """What is odd about it, as codes (no_unit, impossible, damaged)."""
    name: int
    group: int


class Cell(NamedTuple):
    """A figure as calculations need it (台账格), without its words."""

    report_id: str
    number: int
    name: int
    place: str | None
    year: int | None
    period: int | None
    value: Decimal
    unit: str
    hedge: Hedge
    kind: FigureKind
    base: str
    elsewhere: str | None
    parent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorName:
    """What figures are called (指标名称): indicator, subject and heading, folded.

    The heading stands without its number, so that (二) and (三) of one wording are one.
    """

    id: int
    indicator: str
    subject: str
    heading: str
    group: int
    count: int
    """Figures that bear it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names that mean one thing (指标组)."""

    id: int
    name: str
    """The most frequent of the indicators that say most (受理行政复议案件, not 受理)."""
    members: tuple[str, ...]
    """Every indicator in it, the most frequent first."""
    figures: int
    reports: int
