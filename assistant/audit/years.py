"""The report of a year held against that of the year before (与上年报告核对)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.audit.changes import FALL, POINTS, RISE, growth, result, working
from assistant.audit.keys import Key, Stated, key_of, names_in
from assistant.audit.model import FindingKind, Severity
from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.audit.line import Line, Mark
    from assistant.audit.ranges import Range
    from assistant.audit.tally import Tally
    from corpus.model import Report

__all__ = ["Statements", "check_years", "statements_of"]

_ON_YEAR = re.compile(
    r"^,?\s?(?:(?:与|同|和)(?:上年|去年)(?:同期)?相比|同比|(?:比|较)(?:上一?年度?|去年)(?:同期)?"
    rf"|(?:比|较)(?P<year>20[0-4]\d)年)(?:净)?(?:(?P<up>{RISE})|(?P<down>{FALL}))(?:了|约|近|超过|超|达)*$"
)
_FARTHEST = 30
"""Percent or points: what lies farther off is rather another indicator of nearly the same name."""

Statements = dict[Key, list[Stated]]
"""What a report says of each indicator; more than one where it says so more than once."""


def statements_of(report: Report, lines: Sequence[Line]) -> Statements:
    """The levels and rates of a report that stand for a whole, by what they count."""
    place = report.metadata.place
    own = place.value if place else ""
    found: Statements = {}
    for line in lines:
        for mark, name in zip(line.marks, names_in(line), strict=True):
            figure = mark.figure
            stands = mark.is_level or figure.kind is FigureKind.SHARE
            if not stands or figure.kind is FigureKind.TARGET or _is_part(mark):
                continue
            key = key_of(mark, name, line.text, own)
            if key is not None:
                found.setdefault(key, []).append(Stated(line=line, mark=mark, name=name))
    return found


def joined(reports: Iterable[Statements]) -> Statements:
    """What several reports of one year say; a name that one of them gives twice is left out."""
    found: Statements = {}
    for report in reports:
        for key, stated in report.items():
            found.setdefault(key, []).extend(stated if len(stated) == 1 else ())
    return found


def _is_part(mark: Mark) -> bool:
    return mark.figure.parent is not None or mark.depth > 0 or "其中" in mark.gap


def check_years(now: Statements, last: Statements, year: int, tally: Tally) -> None:
    """Each 同比 and each number of last year that this report repeats.

    Where several reports of last year give the number, one that fits is enough.
    """
    for key, stated in now.items():
        if len(stated) != 1:
            continue
        if key.period == year:
            before = last.get(Key(key.words, key.unit, key.scope, year - 1), [])
            _check_growth(stated[0], before, tally)
        elif key.period == year - 1 and (before := last.get(key, [])):
            tally.count("years")
            _check_repeated(stated[0], before, tally)


def _check_growth(stated: Stated, before: Sequence[Stated], tally: Tally) -> None:
    for change, rises in _changes_behind(stated):
        truths = [_truth(stated.mark, old.mark, change, rises=rises) for old in before]
        known = [truth for truth in truths if truth is not None]
        if not known:
            continue
        tally.count("years")
        if not any(change.range.meets(truth) for truth in known) and _is_near(
            change, known[0], stated, before[0]
        ):
            _tell_growth(stated, before[0], change, tally)


def _changes_behind(stated: Stated) -> Iterator[tuple[Mark, bool]]:
    """The changes on the year before that speak of a number, brackets behind it passed over."""
    marks = stated.line.marks
    at = marks.index(stated.mark)
    for mark in marks[at + 1 :]:
        if mark.depth > stated.mark.depth:
            continue
        said = re.split(r"\)", mark.gap)[-1].removeprefix(stated.mark.tail)
        moved = _ON_YEAR.match(re.sub(r"\s", "", said))
        period = stated.mark.period
        if not moved or (moved["year"] and int(moved["year"]) != (period or 0) - 1):
            return
        yield mark, moved["up"] is not None
        return


def _truth(new: Mark, old: Mark, change: Mark, *, rises: bool) -> Range | None:
    """What the two reports make of the change."""
    apart = new.range - old.range if rises else old.range - new.range
    if change.unit in POINTS:
        return apart if new.unit == "%" else None
    if change.unit == "%":
        return growth(new.range, old.range, rises=rises) if new.unit != "%" else None
    return apart if change.unit == new.unit else None


def _is_near(change: Mark, truth: Range, stated: Stated, old: Stated) -> bool:
    """Whether the two are plainly one indicator: by the very same name, or by their size."""
    if stated.name == old.name:
        return True
    off = max(truth.low - change.range.high, change.range.low - truth.high)
    value = stated.mark.figure.quantity.value
    share = off if change.unit in {"%", *POINTS} else off / value * 100 if value else off
    return share <= _FARTHEST


def _tell_growth(stated: Stated, old: Stated, change: Mark, tally: Tally) -> None:
    values = stated.mark.figure.quantity.value, old.mark.figure.quantity.value
    relative = change.unit == "%"
    unit = "个百分点" if change.unit in POINTS else stated.mark.unit
    terms = stated.line.term(change), stated.line.term(stated.mark), old.line.term(old.mark)
    tally.find(
        FindingKind.YEAR_ON_YEAR,
        terms,
        severity=Severity.CONTRADICTION if stated.name == old.name else Severity.DOUBT,
        change=terms[0].label,
        change_written=terms[0].written,
        name=terms[1].label,
        new_written=terms[1].written,
        old_name=terms[2].label,
        old_written=terms[2].written,
        working=working(*values, relative=relative),
        result=result(*values, relative=relative, unit=unit),
    )


def _check_repeated(quoted: Stated, before: Sequence[Stated], tally: Tally) -> None:
    """2022年为85件 against what the report of 2022 says."""
    if any(quoted.mark.range.meets(each.mark.range) for each in before):
        return
    stated = before[0]
    terms = quoted.line.term(quoted.mark), stated.line.term(stated.mark)
    tally.find(
        FindingKind.LAST_YEAR,
        terms,
        severity=Severity.CONTRADICTION if quoted.name == stated.name else Severity.DOUBT,
        year=str(quoted.mark.period),
        name=terms[0].label,
        quoted_written=terms[0].written,
        stated_name=terms[1].label,
        stated_written=terms[1].written,
    )
