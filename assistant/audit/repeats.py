"""Two numbers for one indicator, place and period (同一指标两个数)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from assistant.audit.model import FindingKind, Severity
from index.vocabulary import cut, is_topic, plain

if TYPE_CHECKING:
    from assistant.audit.keys import Stated
    from assistant.audit.tally import Tally
    from assistant.audit.years import Statements

__all__ = ["check_between", "check_repeats"]

_LONG_NAME = 6
"""Characters of a name in full."""


def check_repeats(said: Statements, tally: Tally) -> None:
    """Numbers that one report gives twice."""
    for stated in said.values():
        for one, other in combinations(stated, 2):
            # 城乡低保标准分别为…、…: a row of one sentence has a name for all.
            if one.line is not other.line and _is_one(plain(one.name), plain(other.name)):
                tally.count("repeats")
                _check(one, other, tally)


def _is_one(name: str, other: str) -> bool:
    """Whether a report uses a name for one thing only: a matter of the field, named in full."""
    if name != other or len(name) < _LONG_NAME:
        return False
    return any(is_topic(word) for word in cut(name))


def check_between(said: Statements, other: Statements, tally: Tally) -> None:
    """Numbers that two reports of one place and year give."""
    for key, stated in said.items():
        again = other.get(key, ())
        if len(stated) == 1 and len(again) == 1:
            tally.count("repeats")
            _check(stated[0], again[0], tally)


def _check(one: Stated, other: Stated, tally: Tally) -> None:
    if one.mark.range.meets(other.mark.range):
        return
    terms = one.line.term(one.mark), other.line.term(other.mark)
    tally.find(
        FindingKind.CONFLICT,
        terms,
        severity=Severity.DOUBT,
        year=str(one.mark.period),
        name=terms[0].label,
        first_written=terms[0].written,
        second_written=terms[1].written,
    )
