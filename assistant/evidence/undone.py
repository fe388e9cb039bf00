"""Numbers of what was taken back or only filed (收回、备案), which nobody asked for (反向事项)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.gather import Scope
from assistant.question.units import alike

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit
    from assistant.question.asks import Ask
    from index.library_db import ReportCard

__all__ = ["done_instead", "undone"]

_UNDONE = re.compile(r"收回|取消|撤销|废止|清退|退回|注销|失效|停用|吊销")
_FILED = ("备案", "报备")
"""备案审查下级文件67件 is no 审查规范性文件41件 of one's own."""


def undone(ask: Ask, hit: FigureHit) -> bool:
    """Whether a number is of what was taken back (收回11项), which nobody asked for.

    下放事项72项 of one year is not set against 收回事项11项 of the next.
    """
    own, asked = hit.view.own, ask.text
    filed = own.startswith(_FILED) and not any(word in asked for word in _FILED)
    return filed or (_UNDONE.match(own) is not None and _UNDONE.search(asked) is None)


def done_instead(
    ask: Ask, hit: FigureHit, cards: tuple[ReportCard, ...], year: int, evidence: Evidence
) -> tuple[FigureHit, ...]:
    """The number of what was done in the same reports; none where they do not tell it."""
    mine = hit.view.figure
    others = (
        other
        for other in evidence.figures(ask, Scope(cards=cards, years=(year,)))
        if not other.fit.missing
        and not undone(ask, other)
        and other.view.figure.kind is mine.kind
        and alike(other.view.figure.quantity.unit, mine.quantity.unit)
    )
    other = next(others, None)
    return (other,) if other else ()
