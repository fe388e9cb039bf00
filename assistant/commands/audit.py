"""`fazhi audit`: numbers of reports that do not fit together (核查)."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from assistant.audit import audit_library, audit_reports
from assistant.audit.render import to_json, to_text
from assistant.tables.place_choice import choose_places
from corpus.errors import NothingToIndex, ReportUnknown
from corpus.loader import discover, load_text
from corpus.read import read_report
from index.snapshot import open_library
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.audit import AuditResult

__all__ = ["audit"]


def audit(
    files: Sequence[Path], index: Path, *, place: str, years: tuple[int, ...], as_data: bool
) -> bool:
    """Check files, or the reports of an index where none is named; whether all fits.

    Raises what reading files and opening an index raise, `PlaceUnknown`, and `ReportUnknown`
    where no report is on the years asked for.
    """
    result = _of_files(files, place, years) if files else _of_index(index, place, years)
    if not result.checked.reports:
        raise ReportUnknown(name="、".join(say("cli", "year", year=year) for year in years))
    print(json.dumps(to_json(result), ensure_ascii=False, indent=2) if as_data else to_text(result))
    return not result.findings


def _of_files(files: Sequence[Path], place: str, years: tuple[int, ...]) -> AuditResult:
    found = discover(files)
    if not found:
        raise NothingToIndex
    reports = [read_report(load_text(file), file=file.name) for file in found]
    named = (report.metadata.place for report in reports)
    known = {place.value for place in named if place}
    return audit_reports(reports, places=_chosen(place, known), years=years)


def _of_index(index: Path, place: str, years: tuple[int, ...]) -> AuditResult:
    with closing(open_library(index)) as library:
        known = {card.place for card in library.cards if card.place}
        return audit_library(library, places=_chosen(place, known), years=years)


def _chosen(place: str, known: set[str]) -> tuple[str, ...]:
    return choose_places(place, known) if place else ()
