"""What a report says, as values: every offset counts characters of `Report.text`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a report's text (原文位置)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters this span stands for."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and everything under it (章节); the tree is kept as parent positions."""

    number: int
    """Position in `Report.sections`, in reading order."""
    parent: int | None
    level: int
    """Depth in the tree: 0 for the top headings."""
    heading: Span
    """The heading as it stands, numeral included, without the body that shares its line."""
    span: Span
    """From the heading's first character to the end of the last sub-section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence (句), 。！？ included, never across a heading's end or a line's end."""

    span: Span
    section: int | None
    """Number of the innermost section; None before the first heading and after the last."""


class Hedge(StrEnum):
    """How exactly a number is stated (约数)."""

    EXACT = "exact"
    MORE = "余"
    NEAR = "近"
    ABOUT = "约"
    AT_LEAST = "以上"
    AT_MOST = "以内"
    OVER = "超"
    SOME = "数"
    """数十件, 几百件: only the magnitude is said, the value is 10 or 100."""
    RANGE = "至"
    """3—5名: the value is the larger number."""

    @property
    def is_open(self) -> bool:
        """Whether the value cannot be reckoned or compared with."""
        return self in (Hedge.SOME, Hedge.RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit and hedge (数量) as one stretch of the text."""

    span: Span
    """Hedge, digits and unit together."""
    value: Decimal
    unit: str
    """The unit as written without multipliers (元 for 902万余元); empty where none follows."""
    hedge: Hedge


class FigureKind(StrEnum):
    """What a figure measures (指标类型)."""

    LEVEL = "level"
    SHARE = "share"
    CHANGE = "change"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity of a report and what it counts (指标数据)."""

    indicator: str
    """指标: what is counted, in the report's words."""
    subject: str
    """What earlier clauses of the sentence set as topic (承前主语); may be empty."""
    quantity: Quantity
    kind: FigureKind
    base: str = ""
    """What a change is measured against, as written (同比, 较上年); empty where nothing says so."""
    period: int | None
    """The year the figure speaks of (数据年份)."""
    place: str | None = None
    """The place its sentence names, where that is not the report's own (全省, 某镇)."""
    sentence: int
    """Position in `Report.sentences`."""
    clause: Span
    """The stretch between punctuation marks that holds the number."""
    parent: int | None = None
    """Position, among the report's figures, of the whole that a 其中 belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A property of the report itself with the place it stands (报告要素)."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a report says of itself (报告信息); each absent where the report is silent."""

    title: Fact | None = None
    document_number: Fact | None = None
    """文号, such as 某发〔2023〕21号; only the report's own."""
    place: Fact | None = None
    """The place reported on, as full as the report writes it (遂宁市安居区)."""
    organ: Fact | None = None
    """发文机关, several joined with 、."""
    addressee: Fact | None = None
    """主送 (市委、市政府)."""
    speaker: Fact | None = None
    """报告人, where a report was given as a speech: office and name as written."""
    issued: Fact | None = None
    """成文日期 as written."""
    issued_on: date | None = None
    year: int | None = None
    """The year reported on, not the year of issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report, parsed (报告)."""

    id: str
    """Hash of its characters without spaces: the same report in two formats has one id."""
    file: str
    """Name of the file it came from."""
    text: str
    metadata: Metadata
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]

    def path(self, section: int | None) -> tuple[Section, ...]:
        """The sections from the top down to `section`, it included."""
        chain: list[Section] = []
        while section is not None:
            chain.append(self.sections[section])
            section = self.sections[section].parent
        return tuple(reversed(chain))

    def headings(self, section: int | None) -> tuple[str, ...]:
        """The headings of `path` as they stand in the report, top first."""
        return tuple(step.heading.of(self.text) for step in self.path(section))

    def quote(self, span: Span) -> str:
        """The report's own words at `span`."""
        return span.of(self.text)
