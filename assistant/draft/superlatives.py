"""Who has the most (居首): as a report says it, or as its numbers side by side tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.model import Verdict
from assistant.draft.stretches import held
from assistant.draft.swaps import same_part
from assistant.draft.told import Told
from assistant.question.lexicon import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.draft.sentence_shelf import Line
    from assistant.evidence.reading import FigureView
    from assistant.question.lexicon import Term

__all__ = ["judge_most"]

_MOST = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,14}?)(?:的)?(?:案件|申请|数量|件数|数|占比|比例|占)*(?:为|是)?"
    r"(?:最多|居首位?|最高|最大|居第一位?|排第一位?|位居第一|位列第一|居多)"
)
_AHEAD = re.compile("^.{2,}(?:中|里|当中|方面|以|以来|其中)(?=[\u4e00-\u9fff]{2,}$)")
_SAME, _LEAST = 0.5, 2


def judge_most(
    words: str, around: Sequence[tuple[Term, float]], lines: Iterable[Line]
) -> Told | None:
    """The verdict on a stretch that says who has the most; None where it says no such thing."""
    who = _who(words)
    if not who:
        return None
    rest = [(term, worth) for term, worth in around if term.text not in who]
    for line in lines:
        told = _by_words(who, rest, line) or _by_numbers(who, line)
        if told is not None:
            return told
    return None


def _who(words: str) -> str:
    found = _MOST.search(words)
    return _AHEAD.sub("", found["who"]).removesuffix("数量") if found else ""


def _by_words(who: str, rest: Sequence[tuple[Term, float]], line: Line) -> Told | None:
    for stretch in re.split("[,;:。、]", line.folded):
        true = _who(stretch)
        if not true:
            continue
        if same_part(who, true):
            return Told(Verdict.SUPPORTED, line, who, true)
        share, lost = held(rest, line.text)
        if share >= _SAME and not lost and who not in true and true not in who:
            return Told(Verdict.CONTRADICTED, line, who, true)
    return None


def _by_numbers(who: str, line: Line) -> Told | None:
    """The largest of the parts among which the report tells the one that is named."""
    views = [view for view in line.reading.figures if view.figure.sentence == line.position]
    mine = next((view for view in views if same_part(who, view.own)), None)
    if mine is None or mine.figure.parent is None:
        return None
    parts = [view for view in views if _beside(view, mine) and _one_sort(view, mine, line)]
    most = max(parts, key=lambda view: view.figure.quantity.value)
    if len(parts) < _LEAST:
        return None
    if most is mine:
        return Told(Verdict.SUPPORTED, line, who, plain(mine.own))
    return Told(Verdict.CONTRADICTED, line, who, plain(most.own))


def _one_sort(one: FigureView, other: FigureView, line: Line) -> bool:
    """按层级分…;按类型分…: what is sorted otherwise is no rival."""
    first, last = sorted(view.figure.quantity.span.start for view in (one, other))
    return not re.search("[;。]", line.reading.folded[first:last])


def _beside(one: FigureView, other: FigureView) -> bool:
    unit = one.figure.quantity.unit == other.figure.quantity.unit
    return (
        one.figure.parent == other.figure.parent and unit and one.figure.kind is other.figure.kind
    )
