"""Reports of an invented world: what is planted is found, and nothing else is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.audit import audit_reports
from corpus.read import read_report
from tests.invented.world import World

if TYPE_CHECKING:
    from assistant.audit import AuditResult, Finding
    from tests.invented.truth import Flaw, Invented

KINDS = {
    "part": {"part_above_whole"},
    "share": {"share", "not_all"},
    "impossible": {"rate_above_all"},
    "change": {"year_on_year"},
    "conflict": {"conflict"},
}
_ENOUGH = 0.94


def audited(world: World) -> tuple[list[Invented], AuditResult]:
    reports = list(world.reports())
    result = audit_reports(read_report(each.text, file=each.stem) for each in reports)
    return reports, result


def is_of(finding: Finding, flaw: Flaw) -> bool:
    files = {citation.file for citation in finding.citations}
    written = {term.written for term in finding.terms}
    plain = "".join(flaw.as_written.split())
    return flaw.report in files and finding.kind.value in KINDS[flaw.kind] and plain in written


def test_nearly_all_that_is_planted_is_found_and_nothing_else() -> None:
    reports, result = audited(World(places=60, years=4, seed=5))
    flaws = [flaw for report in reports for flaw in report.flaws]
    found = [flaw for flaw in flaws if any(is_of(each, flaw) for each in result.findings)]
    assert len(flaws) > 40
    assert len(found) >= _ENOUGH * len(flaws)
    false = [each for each in result.findings if not any(is_of(each, flaw) for flaw in flaws)]
    assert [each.text for each in false] == []


def test_where_nothing_is_planted_nothing_is_found() -> None:
    _, result = audited(World(places=60, years=3, seed=7, flaws=False))
    assert [finding.text for finding in result.findings] == []
    assert result.checked.wholes > 500
    assert result.checked.shares > 100
    assert result.checked.years > 500
