"""What a consistency check finds (核查结果): values, each with the numbers that do not fit."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.model import Citation
    from corpus.model import Span


class FindingKind(StrEnum):
    """What does not fit (问题类型)."""

    PART_ABOVE_WHOLE = "part_above_whole"
    PARTS_ABOVE_WHOLE = "parts_above_whole"
    PARTS_NOT_WHOLE = "parts_not_whole"
    """Parts that end in 其他 and so must make up the whole."""
    SHARE = "share"
    NOT_ALL = "not_all"
    """100% where part and whole are not equal."""
    CHANGE = "change"
    DIRECTION = "direction"
    """由 a 增加到 b with b below a."""
    YEAR_ON_YEAR = "year_on_year"
    LAST_YEAR = "last_year"
    CONFLICT = "conflict"
    RATE_ABOVE_ALL = "rate_above_all"
    NEGATIVE = "negative"


class Severity(StrEnum):
    """How sure a finding is (程度)."""

    CONTRADICTION = "contradiction"
    """The numbers cannot all be right."""
    DOUBT = "doubt"
    """They do not fit as written; another way of counting may explain it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One number of a finding (涉及数据) and where it stands."""

    label: str
    """What it counts."""
    written: str
    """The number as the report writes it, without spaces."""
    span: Span
    """Where exactly it stands in the report's text."""
    citation: Citation
    """The sentence that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Numbers that do not fit together (不一致)."""

    kind: FindingKind
    severity: Severity
    report_id: str
    """The report whose statement fails."""
    text: str
    """What does not fit, with the arithmetic."""
    terms: tuple[Term, ...]

    def __post_init__(self) -> None:
        single = self.kind in {FindingKind.RATE_ABOVE_ALL, FindingKind.NEGATIVE}
        if len(self.terms) < (1 if single else 2):
            raise ValueError("a finding needs the numbers that do not fit")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where each number stands, in the order of the terms."""
        return tuple(term.citation for term in self.terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How much was recomputed (核查范围); what is not counted here was not checked."""

    reports: int = 0
    figures: int = 0
    wholes: int = 0
    """整体 with parts."""
    shares: int = 0
    """Rates with their part and whole."""
    changes: int = 0
    """Changes with the two numbers they lie between."""
    years: int = 0
    """Statements held against last year's report."""
    repeats: int = 0
    """Indicators stated more than once."""
    rates: int = 0
    """Rates that cannot pass 100%."""

    def __add__(self, other: Checked) -> Checked:
        names = [field.name for field in fields(Checked)]
        return Checked(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditResult:
    """All findings, and what they were looked for in (核查报告)."""

    findings: tuple[Finding, ...]
    checked: Checked
