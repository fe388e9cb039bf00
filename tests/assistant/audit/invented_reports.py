"""Reports of invented places around one sentence, and what the audit says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.audit import audit_reports
from corpus.read import read_report

if TYPE_CHECKING:
    from assistant.audit import AuditResult
    from corpus.model import Report

__all__ = ["audit_of", "kinds_of", "report_of"]


def report_of(
    *sentences: str, year: int = 2022, place: str = "云溪县", subject: str = "法治政府建设"
) -> Report:
    """A report of one section that says these sentences."""
    said = "".join(sentences)
    text = f"{place}人民政府\n关于{year}年度{subject}情况的报告\n市政府:\n一、主要工作\n{said}\n"
    return read_report(text, file=f"{place}{year}年{subject}报告.txt")


def audit_of(*sentences: str, year: int = 2022) -> AuditResult:
    """What is found in one report."""
    return audit_reports([report_of(*sentences, year=year)])


def kinds_of(*sentences: str, year: int = 2022) -> list[str]:
    """The kinds of what is found in one report."""
    return [finding.kind.value for finding in audit_of(*sentences, year=year).findings]
