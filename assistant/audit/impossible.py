"""Values that cannot be (不可能的数值): a rate above 100%, fewer than none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.audit.model import FindingKind
from assistant.audit.words import words
from corpus.model import FigureKind, Hedge
from index.vocabulary import unit_class

if TYPE_CHECKING:
    from assistant.audit.line import Line, Mark
    from assistant.audit.tally import Tally

__all__ = ["check_possible"]

_ALL = 100
_JOINT = re.compile(
    r"(?:仅|均|都|已|约|为|达|到|是|分别|保持在|稳定在|提高|提升|上升|至|超过|力争|的)+$"
)
_NEGATIVE = re.compile(r"[\u4e00-\u9fff](?:[-−]|负)\s?$")
_COUNTED = frozenset(("case", "person", "time", "paper", "thing", "vehicle"))


def check_possible(line: Line, tally: Tally) -> None:
    """Every rate that has 100% as its limit, and every count."""
    for mark in line.marks:
        if _is_bounded(mark):
            tally.count("rates")
            if (
                mark.figure.quantity.value > _ALL
                and mark.figure.quantity.hedge is not Hedge.AT_MOST
            ):
                term = line.term(mark)
                tally.find(
                    FindingKind.RATE_ABOVE_ALL, (term,), rate=term.label, written=term.written
                )
        elif unit_class(mark.unit) in _COUNTED and _NEGATIVE.search(mark.gap):
            term = line.term(mark)
            tally.find(FindingKind.NEGATIVE, (term,), name=term.label, written=term.written)


def _is_bounded(mark: Mark) -> bool:
    """出庭率 and the like, and a portion of something; a growth has no limit."""
    if mark.unit != "%" or mark.figure.kind is FigureKind.CHANGE:
        return False
    name = _JOINT.sub("", re.sub(r"\s", "", re.split("[,;:。()]", mark.gap)[-1]))
    return name.endswith((*words("bounded"), *words("portions")))
