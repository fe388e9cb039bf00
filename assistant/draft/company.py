"""Numbers known by the company they keep (同句互证): named oddly, yet in their very place.

Where two numbers of a sentence are those of one sentence of a report (or one, beside a large
number that names no other act), a third that stands there in the same order, with the same unit
and unlike any other, is that one, whatever it is called.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assistant.draft.candidates import candidate_of
from assistant.draft.comparison import Compared, compare, key_of, sentence_of
from assistant.draft.rounding import Agreement
from assistant.draft.words import acts_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.draft.candidates import Candidate
    from assistant.draft.model import Claim

__all__ = ["in_company"]

_COMPANY, _LEAST, _LARGE = 2, 10, 100
_THINGS = frozenset(("个", "项"))


def in_company(
    claims: Sequence[Claim], borne: Mapping[int, Compared], lost: Sequence[int]
) -> dict[int, Compared]:
    """What the numbers that were not found are, by those around them that were."""
    found: dict[int, Compared] = {}
    for at in lost:
        known = {
            other: by
            for other, by in borne.items()
            if claims[other].sentence_at == claims[at].sentence_at
            and (by.agreement is Agreement.SAME or _is_large(claims[at]))
        }
        keys = Counter(map(sentence_of, known.values())).most_common(1)
        if not keys or keys[0][1] < (1 if _is_large(claims[at]) else _COMPANY):
            continue
        beside = {o: by for o, by in known.items() if sentence_of(by) == keys[0][0]}
        candidates = _left(claims[at], beside, at)
        alone = keys[0][1] < _COMPANY
        if len(candidates) != 1:
            continue
        if (one := _fits(claims[at], candidates[0], alone=alone)) is not None:
            found[at] = one
    return found


def _is_large(claim: Claim) -> bool:
    """Whether a number is so large that it is seldom another's by chance."""
    quantity = claim.view.figure.quantity if claim.view is not None else None
    if quantity is None or quantity.unit == "%":
        return False
    return quantity.value >= _LARGE and len(quantity.value.normalize().as_tuple().digits) > 1


def _left(claim: Claim, beside: Mapping[int, Compared], at: int) -> list[Candidate]:
    """The figures of the sentence with the claim's number that no other has, in its order."""
    near = next(iter(beside.values())).candidate
    taken = {key_of(by)[1] for by in beside.values()}
    if claim.view is None or claim.view.figure.quantity.value < _LEAST:
        return []
    said = claim.view.figure
    return [
        candidate_of(view, near.reading, near.home)
        for view in near.reading.figures
        if view.figure.sentence == near.view.figure.sentence
        and (one := view.figure.quantity).span not in taken
        and one.value == said.quantity.value
        and (one.unit == said.quantity.unit or {one.unit, said.quantity.unit} == _THINGS)
        and view.figure.kind is said.kind
        and all((o < at) == (key_of(by)[1] < one.span) for o, by in beside.items())
    ]


def _fits(claim: Claim, candidate: Candidate, *, alone: bool) -> Compared | None:
    one = next(iter(compare(claim, [candidate])), None)
    if one is None or one.likeness.unknown or not one.inside or not one.agrees:
        return None
    like = one.likeness
    apart = like.acts_apart or like.levels_apart or like.rates_apart or one.old_level or one.whose
    return None if apart or (alone and _does_otherwise(claim, candidate)) else one


def _does_otherwise(claim: Claim, candidate: Candidate) -> bool:
    own = claim.view.own if claim.view is not None else ""
    return bool(acts_in(own) - acts_in(candidate.view.own + candidate.view.row))
