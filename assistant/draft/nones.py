"""Numbers where a report says that there was none (无一败诉、零败诉)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.draft.model import Verdict
from assistant.draft.told import Told
from assistant.draft.words import act_words_in, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.model import Claim
    from assistant.draft.sentence_shelf import Line

__all__ = ["judge_none", "none_of", "says_none"]

_NONE = "(?:无一[件起例宗人]?|没有一[件起例宗人]|零|未|无|没有)(?:被|发生|出现)?"
_ALL_WON, _LOST = "(?:件件|全部|全数|全都|均|都|全)(?:获得?|告)?胜诉", "败诉"
_CASES = frozenset(("件", "起", "宗", "例", "次"))


def none_of(claim: Claim, lines: Iterable[Line]) -> Told | None:
    """What gainsays a number of something done, in sentences that speak of the same matter."""
    if claim.view is None or claim.view.figure.quantity.value < 1:
        return None
    words = "|".join(map(re.escape, act_words_in(claim.view.own)))
    if not words:
        return None
    none = re.compile(
        rf"(?:无一[件起例宗人]?|没有一[件起例宗人]|零)(?:被)?(?:{words})|(?:{words})(?:案件)?为零"
    )
    start = claim.span.start - claim.sentence_at
    said = re.split("[,;。]", claim.sentence[start:])[0]
    for line in lines:
        found = none.search(line.folded)
        if found is not None:
            return Told(Verdict.CONTRADICTED, line, said, found[0])
    return None


def says_none(words: str) -> str:
    """What a stretch says that there was none of (无一败诉); empty if it says anything else."""
    any_of = "|".join(listed("mishaps"))
    found = re.fullmatch(
        rf"\s*[均都也全]?(?:{_NONE}(?P<of>{any_of})|(?P<zero>{any_of})[数率]?为零)\s*", words
    )
    if found is None and re.fullmatch(rf"\s*{_ALL_WON}\s*", words):
        return _LOST
    return (found["of"] or found["zero"]) if found else ""


def judge_none(claim: Claim, lines: Iterable[Line]) -> Told | None:
    """Whether sentences that speak of the same matter say that there was none, or how many."""
    of = says_none(claim.sentence[claim.span.start - claim.sentence_at :][: len(claim.text)])
    won = f"|{_ALL_WON}" if of == _LOST else ""
    none = re.compile(rf"{_NONE}{of}|{of}[\u4e00-\u9fff]{{0,2}}为(?:零|0){won}")
    for line in lines if of else ():
        found = none.search(line.folded)
        if found is not None:
            return Told(Verdict.SUPPORTED, line, claim.text, found[0])
        true = _some(of, claim, line)
        if true:
            return Told(Verdict.CONTRADICTED, line, claim.text.strip(), true)
    return None


def _some(of: str, claim: Claim, line: Line) -> str:
    """How many there were of those that the draft counts just before; empty if that is not told."""
    views = [view for view in line.reading.figures if view.figure.sentence == line.position]
    for before, view in pairwise(views):
        quantity = view.figure.quantity
        counted = re.sub(r"\s", "", before.figure.quantity.span.of(line.reading.folded))
        named = view.own.endswith(of) and quantity.unit in _CASES and quantity.value >= 1
        if named and counted in re.sub(r"\s", "", claim.sentence):
            return of + quantity.span.of(line.reading.folded)
    return ""
