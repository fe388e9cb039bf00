"""Two numbers told the one for the other (对调): each is what the other's name should have.

省级4个、市级7个, where the report has 7个省级4个市级; 办结的占92.8%、化解率99.4%, the other way
round. That one of them is wrong is known; the other is then not of another scope.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from assistant.draft.comparison import key_of, sentence_of
from assistant.draft.rounding import Agreement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim

__all__ = ["told_crosswise"]

_NAMED = 0.85


def told_crosswise(
    claims: Sequence[Claim], by: Mapping[int, Compared], compared: Sequence[Sequence[Compared]]
) -> dict[int, Compared]:
    """What each number should be that the report has under the name of the other."""
    wrong: dict[int, Compared] = {}
    for at, other in permutations(by, 2):
        mine, theirs = by[at], by[other]
        if claims[at].sentence_at != claims[other].sentence_at or mine.agrees == theirs.agrees:
            continue
        if mine.same_matter or key_of(mine) != key_of(theirs):
            continue
        true = next((one for one in compared[at] if _is_named_so(one, mine)), None)
        if true is not None and _value(true) == _said(claims[other]):
            wrong[at] = true
    return wrong


def _is_named_so(one: Compared, taken: Compared) -> bool:
    if one.agreement is not Agreement.OTHER or not one.inside or not one.same_unit:
        return False
    named = one.same_matter and one.likeness.there >= _NAMED and not one.likeness.lost
    return named and sentence_of(one) == sentence_of(taken)


def _value(one: Compared) -> object:
    return one.candidate.view.figure.quantity.value


def _said(claim: Claim) -> object:
    return claim.view.figure.quantity.value if claim.view is not None else None
