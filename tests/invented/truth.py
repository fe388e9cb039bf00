"""What an invented report is known to say (已知真值)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from tests.invented.places import Place

__all__ = ["Flaw", "Invented", "Known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One number of a report and what it says (一个数的真值)."""

    place: str
    """Name of the place or department the report is about, as in `Place.name`."""
    year: int
    """The year the report is about."""
    key: str
    """The indicator, as in `data/indicators.toml`."""
    value: Decimal
    """As written, hedge aside: 12000 for 1.2万余件, 2865000 for 286.5万元, 3.2 for 下降3.2%."""
    unit: str
    """Without multipliers: 元 for 万元."""
    hedge: str
    """余, 近, 约, 超, 以上 or empty."""
    as_written: str
    """The characters that stand in the report: hedge, digits and unit."""
    kind: str
    """level, share, change or target."""
    whole: str = ""
    """Key of the whole that a part belongs to (其中)."""
    period: int
    """The year that the number speaks of."""
    falls: bool = False
    """Whether a change is a fall."""
    sentence: str
    """The sentence as it stands in the report."""
    start: int
    """Where `as_written` begins in the report's text."""
    report: str
    """Stem of the report's file."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the number stands in the report's text."""
        return self.start, self.start + len(self.as_written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """An inconsistency planted in a report (埋设的矛盾), for the audit to find."""

    kind: str
    """change, part, share, impossible, conflict."""
    place: str
    year: int
    key: str
    as_written: str
    """The wrong number."""
    expected: str
    """What the other numbers make of it, or the other report's number."""
    sentence: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A report with its truth (虚构报告)."""

    place: Place
    year: int
    style: str
    stem: str
    """Name of its file without the suffix."""
    text: str
    truth: tuple[Known, ...]
    """Every quantity of the text, in reading order."""
    flaws: tuple[Flaw, ...] = ()
    special: bool = False
    """A second report on one field of the same place and year (专项报告)."""

    def levels(self) -> Iterator[Known]:
        """The numbers that the report gives for its own year."""
        for known in self.truth:
            if known.period == self.year and known.kind in {"level", "share"}:
                yield known
