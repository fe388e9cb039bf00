"""Who reports (报告主体): a place's government, or one of its offices, on one year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evidence.entities import is_department
from assistant.quiz.words import listed
from corpus.fold import fold

if TYPE_CHECKING:
    from corpus.model import Metadata, Report

__all__ = ["Voice", "voice_of"]

_SPACES = re.compile(r"\s")
_NAME = 16
"""So many characters behind a place may still belong to the name of an office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who reports on which year (报告主体)."""

    report: Report
    folded: str
    who: str
    """The place in full; a department by its own name, its place before it."""
    place: str
    year: int
    department: bool = False
    """One office of a government, which does not speak for the whole place."""


def voice_of(report: Report) -> Voice | None:
    """Who speaks in a report; None where place or year is not known, or who it is for sure."""
    about = report.metadata
    if about.place is None or about.year is None:
        return None
    place = _SPACES.sub("", about.place.value)
    organ = _SPACES.sub("", about.organ.value) if about.organ else ""
    folded = fold(report.text)
    department = is_department(organ) and "、" not in organ
    if not department and _is_half_known(about, folded):
        return None
    who = place
    if department:
        who = organ if place in organ else place + organ
    return Voice(
        report=report, folded=folded, who=who, place=place, year=about.year, department=department
    )


def _is_half_known(about: Metadata, folded: str) -> bool:
    """Whether a place may be only a part of the reporter's name (高新区(新市区), 某市民防办)."""
    if about.place is None:
        return True
    span = about.place.span
    if folded[max(0, span.start - 1) : span.start] == "(":
        return True
    if about.organ is not None or about.title is not None:
        return False
    office = re.match(listed("asking", "office")[0], folded[span.end : span.end + _NAME])
    return office is not None or re.search(listed("asking", "office")[1], folded) is not None
