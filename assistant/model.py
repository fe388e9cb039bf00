"""What passes between question and answer: values, none of which can exist without its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.model import Quantity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a statement is proved (出处): a sentence of one report as it stands."""

    report_id: str
    report: str
    """Title of the report."""
    document_number: str | None
    place: str | None
    year: int | None
    section: tuple[str, ...]
    """Headings from the top down, as they stand."""
    quote: str
    span: Span
    """Where `quote` stands in the report's text."""
    file: str


class Operation(StrEnum):
    """What is done with two or more numbers (运算)."""

    SUM = "sum"
    DIFFERENCE = "difference"
    SHARE = "share"
    AVERAGE = "average"
    GROWTH = "growth"
    JOINT_SHARE = "joint_share"
    """What share all but the last make up of the last (合计占比)."""
    TIMES = "times"
    """How many times the second number the first is (倍数)."""
    COUNT = "count"
    PER = "per"
    """What comes to each of the second number (平均每期)."""
    BEFORE_RISE = "before_rise"
    """The level before a stated rise in percent (倒推上年)."""
    BEFORE_FALL = "before_fall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """Arithmetic shown in a statement (算式), for the gate to repeat."""

    operation: Operation
    operands: tuple[Quantity, ...]
    """As they stand in the cited sentences."""
    scale: str
    """万 or 亿 where every operand is written so; else empty."""
    result: str
    """The result as the statement writes it, unit included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One assertion with what proves it (陈述)."""

    text: str
    citations: tuple[Citation, ...]
    working: Working | None = None

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a statement needs a citation")


class Reason(StrEnum):
    """Why nothing is asserted (拒答原因)."""

    YEAR_ABSENT = "year_absent"
    PLACE_ABSENT = "place_absent"
    INDICATOR_ABSENT = "indicator_absent"
    OFF_TOPIC = "off_topic"
    TOO_VAGUE = "too_vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What the reports say of one reporter and year that were asked for (对比项)."""

    who: str
    """The place, or the department by its own name."""
    year: int
    figures: tuple[tuple[str, int], ...] = ()
    """Each as report and position among its figures: none is 未载, several differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A sentence of a language model that was not let through (未采用)."""

    text: str
    why: str
    """Key of the reason among the texts of `prompts/writing.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a language model had to do with a reply (成文)."""

    model: str
    sentences: int = 0
    """So many of the statements, the first ones, are its sentences."""
    dropped: tuple[Dropped, ...] = ()
    notice: str = ""
    """Why its answer was not taken; empty if it was, or if it was not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answered question (答复)."""

    statements: tuple[Statement, ...]
    carried: str = ""
    """What was taken over from earlier turns, in words to show; empty if nothing was."""
    notes: tuple[str, ...] = ()
    """What the asker should know besides, such as a part of the question left open."""
    grid: tuple[Compared, ...] = ()
    """What is set side by side, gaps included (对比): a table, row by row."""
    what: str = ""
    """Which indicator the grid is of, in the asker's words."""
    written: Written | None = None
    """None where no language model is set."""

    def __post_init__(self) -> None:
        if not self.statements:
            raise ValueError("an answer needs a statement")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in the order of the statements."""
        return tuple(dict.fromkeys(c for s in self.statements for c in s.citations))

    @property
    def compared(self) -> tuple[tuple[str, int], ...]:
        """The figures of the grid, each as report and position among its figures."""
        return tuple(key for one in self.grid for key in one.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A question the reports do not answer (拒答), with the nearest thing that they do say."""

    reason: Reason
    text: str
    nearest: tuple[Statement, ...] = ()
    carried: str = ""
    written: Written | None = None


Reply = Answer | Refusal
Turn = tuple[str, str]
"""One earlier (question, answer)."""
