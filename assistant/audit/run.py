"""The consistency check over many reports (一致性核查), one place at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from assistant.audit.changes import check_changes
from assistant.audit.impossible import check_possible
from assistant.audit.line import Line, lines_of
from assistant.audit.model import AuditResult, Checked
from assistant.audit.parts import check_parts
from assistant.audit.repeats import check_between, check_repeats
from assistant.audit.shares import check_shares
from assistant.audit.tally import Tally
from assistant.audit.years import Statements, check_years, joined, statements_of
from corpus.places import steps_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from corpus.model import Report
    from index.library_db import ReportCard

__all__ = ["Shelf", "audit_library", "audit_reports", "stream_library"]


_DEPARTMENT = re.compile(
    r"(?:[\u4e00-\u9fff]*?(?:[省州县区旗]|市(?!场)))?"
    r"([\u4e00-\u9fff]{2,12}?(?:局|厅|管委会|海关|法院|检察院|改革委|健委))(?=关于|20|$|[\s、])"
)
_GOVERNMENT = re.compile(r"[\u4e00-\u9fff]{2,14}人民政府(?!办)")


class Shelf(Protocol):
    """What is audited: a list of reports, each read when its turn comes."""

    @property
    def cards(self) -> Sequence[ReportCard]:
        """Every report, without its text."""
        ...

    def report(self, report_id: str) -> Report:
        """One report, whole."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Audited:
    """A report as the next year's is held against it."""

    report: Report
    author: tuple[str, str]
    statements: Statements


def audit_reports(
    reports: Iterable[Report], *, places: Collection[str] = (), years: Collection[int] = ()
) -> AuditResult:
    """Check reports that are at hand, each by itself and against the others of its place.

    With places or years only what concerns their reports is told.
    """
    unique = {report.id: report for report in reports}.values()
    full = full_places(_place(report) for report in unique)
    meant = _meant(full, places)
    chosen = (report for report in unique if full[_place(report)] in meant)
    ordered = sorted(chosen, key=lambda report: _order(report, full))
    return _joined(_stream(ordered, full, years))


def audit_library(
    shelf: Shelf, *, places: Collection[str] = (), years: Collection[int] = ()
) -> AuditResult:
    """Check the reports of a library, or those of places or years; reads them one by one."""
    return _joined(stream_library(shelf, places=places, years=years))


def stream_library(
    shelf: Shelf, *, places: Collection[str] = (), years: Collection[int] = ()
) -> Iterator[AuditResult]:
    """One result a report, in the order of places and years.

    Besides the report at work only those of its place and of the year before are held. The year
    before one asked for is read as well, for its numbers alone.
    """
    full = full_places(card.place or "" for card in shelf.cards)
    meant = _meant(full, places)
    read = {each for year in years for each in (year, year - 1)}
    cards = [
        card
        for card in shelf.cards
        if full[card.place or ""] in meant and (not years or card.year in read)
    ]
    cards.sort(key=lambda card: (full[card.place or ""], card.year or 0, card.file, card.id))
    return _stream((shelf.report(card.id) for card in cards), full, years)


def _meant(full: Mapping[str, str], places: Collection[str]) -> frozenset[str]:
    """The places asked for in their fullest form; all where none is asked for."""
    if not places:
        return frozenset(full.values())
    return frozenset(full[place] for place in places if place in full)


def full_places(named: Iterable[str]) -> dict[str, str]:
    """Each place as written, with its fullest form: 安居区 is 遂宁市安居区.

    Where two cities have a district of that name, the short form stays by itself.
    """
    known = sorted(set(named))
    by_end: dict[str, list[str]] = {}
    for place in known:
        by_end.setdefault(steps_of(place)[-1] if place else "", []).append(place)
    full: dict[str, str] = {}
    for fellows in by_end.values():
        for place in fellows:
            longer = [other for other in fellows if other.endswith(place)]
            longest = max(longer, key=len)
            full[place] = longest if all(longest.endswith(other) for other in longer) else place
    return full


def _joined(results: Iterable[AuditResult]) -> AuditResult:
    found = list(results)
    return AuditResult(
        findings=tuple(finding for result in found for finding in result.findings),
        checked=reduce(Checked.__add__, (result.checked for result in found), Checked()),
    )


def _place(report: Report) -> str:
    place = report.metadata.place
    return place.value if place else ""


def _order(report: Report, places: Mapping[str, str]) -> tuple[str, int, str, str]:
    return places[_place(report)], report.metadata.year or 0, report.file, report.id


def _stream(
    reports: Iterable[Report], places: Mapping[str, str], years: Collection[int]
) -> Iterator[AuditResult]:
    for place, of_place in groupby(reports, key=lambda report: places[_place(report)]):
        held: list[_Audited] = []
        for report in of_place:
            now = report.metadata.year
            held = [one for one in held if place and now and _year(one) >= now - 1]
            audited, result = _audit(report, held)
            held.append(audited)
            if not years or now in years:
                yield result


def _year(audited: _Audited) -> int:
    return audited.report.metadata.year or 0


def _audit(report: Report, earlier: Sequence[_Audited]) -> tuple[_Audited, AuditResult]:
    tally, lines = Tally(), list(lines_of(report))
    before: Line | None = None
    for line in lines:
        check_parts(line, tally)
        check_shares(line, before if before and _same_section(before, line) else None, tally)
        check_changes(line, tally)
        check_possible(line, tally)
        before = line
    said = statements_of(report, lines)
    check_repeats(said, tally)
    audited = _Audited(report=report, author=_author(report), statements=said)
    fellows = [other for other in earlier if _same_author(other.author, audited.author)]
    year = report.metadata.year
    if year is not None:
        last = [other.statements for other in fellows if _year(other) == year - 1]
        against = Tally()
        check_years(said, joined(last), year, against)
        tally.take(against, compared=against.counted("years"))
        for other in fellows:
            if _year(other) == year:
                against = Tally()
                check_between(said, other.statements, against)
                tally.take(against, compared=against.counted("repeats"))
    tally.count("reports")
    tally.count("figures", len(report.figures))
    return audited, AuditResult(findings=tuple(tally.findings), checked=tally.checked)


def _same_section(one: Line, other: Line) -> bool:
    """Whether two sentences stand under one heading, or under two items of one."""
    first, second = (_section(line) for line in (one, other))
    if first == second or first is None or second is None:
        return first == second
    sections = one.report.sections
    parent = sections[first].parent
    return parent is not None and parent == sections[second].parent


def _section(line: Line) -> int | None:
    return line.report.sentences[line.marks[0].figure.sentence].section


def _author(report: Report) -> tuple[str, str]:
    """The department that reports, or nothing, and the government."""
    about = report.metadata
    named = " ".join(fact.value for fact in (about.organ, about.title) if fact)
    department = _DEPARTMENT.search(named)
    government = _GOVERNMENT.search(named)
    return department[1] if department else "", government[0] if government else ""


def _same_author(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two reports are of one body: two departments of a city are not compared."""
    ours, theirs = one[1], other[1]
    named = not ours or not theirs or ours.endswith(theirs) or theirs.endswith(ours)
    return one[0] == other[0] and named
