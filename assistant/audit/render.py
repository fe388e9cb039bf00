"""Findings in words and as JSON (核查结果的呈现)."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from assistant.render import place_in_report
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.audit.model import AuditResult, Finding, Severity
    from assistant.model import Citation

__all__ = ["severity_words", "to_json", "to_text"]


def to_text(result: AuditResult) -> str:
    """The findings report by report, each with its sentences, and what was checked."""
    lines: list[str] = []
    for _, found in groupby(result.findings, key=lambda finding: finding.report_id):
        lines += [*_report(list(found)), ""]
    checked = say("audit", "checked", **asdict(result.checked))
    count = len(result.findings)
    if count:
        lines.append(say("audit", "found", checked=checked, count=count))
    else:
        lines.append(say("audit", "found_none", checked=checked))
    lines.append(say("audit", "limits"))
    return "\n".join(lines)


def to_json(result: AuditResult) -> dict[str, Any]:
    """The machine contract of `fazhi audit --json`."""
    return {
        "findings": [_finding(finding) for finding in result.findings],
        "checked": asdict(result.checked),
    }


def severity_words(severity: Severity) -> str:
    """How sure a finding is, in a word."""
    words = table("audit")["severity"]
    return str(words[severity.value]) if isinstance(words, dict) else severity.value


def _report(findings: Sequence[Finding]) -> Iterator[str]:
    first = findings[0].citations[0]
    year = say("cli", "year", year=first.year) if first.year else None
    facts = (first.document_number, first.place, year, first.file)
    yield say(
        "audit",
        "report_row",
        title=_one_line(first.report),
        facts=" · ".join(fact for fact in facts if fact),
    )
    for number, finding in enumerate(findings, start=1):
        severity = severity_words(finding.severity)
        yield say("audit", "finding_row", number=number, severity=severity, text=finding.text)
        for citation in dict.fromkeys(finding.citations):
            yield _sentence(citation, own=citation.report_id == finding.report_id)


def _sentence(citation: Citation, *, own: bool) -> str:
    place, quote = place_in_report(citation), _one_line(citation.quote)
    if own:
        return say("audit", "sentence_row", place=place, quote=quote)
    report = _one_line(citation.report)
    return say("audit", "other_sentence_row", report=report, place=place, quote=quote)


def _one_line(text: str) -> str:
    return "".join(text.split("\n"))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "report_id": finding.report_id,
        "report": finding.citations[0].report,
        "file": finding.citations[0].file,
        "text": finding.text,
        "numbers": [
            {
                "label": term.label,
                "written": term.written,
                "start": term.span.start,
                "end": term.span.end,
                "citation": _citation(term.citation),
            }
            for term in finding.terms
        ],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    data = asdict(citation)
    span = data.pop("span")
    return {**data, **span}
