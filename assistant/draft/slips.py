"""Numbers that look like a slip of a report's (疑似笔误): these contradict with less likeness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.misprints import is_misprint
from assistant.draft.rounding import misdirected

if TYPE_CHECKING:
    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim

__all__ = ["digits_of", "is_its_rate", "is_misdirected", "is_misprint_of"]
__all__ += ["is_neighbours_number", "is_scale_slip"]

_LONG, _LEAST = 3, 10
_PLACES = "位"
_AROUND = 0.9


def is_misprint_of(claim: Claim, one: Compared) -> bool:
    """Whether the claim's number looks like a slip of the figure's."""
    if claim.view is None:
        return False
    return is_misprint(claim.view.figure.quantity, one.candidate.view.figure.quantity)


def is_misdirected(claim: Claim, one: Compared) -> bool:
    """Whether the draft's hedge points away from the figure (不足1300 for 1379)."""
    true = one.candidate.view.figure.quantity
    return claim.view is not None and misdirected(claim.view.figure.quantity, claim.text, true)


def is_its_rate(claim: Claim, one: Compared) -> bool:
    """The rate of the same name to the letter, of the matter that the draft tells of."""
    own = claim.view.own if claim.view is not None else ""
    named = own == one.candidate.view.own and own.endswith("率")
    return named and one.beside and one.likeness.row >= _AROUND


def is_neighbours_number(claim: Claim, one: Compared) -> bool:
    """The number of what stands next to it in the report (司法所68个、助理员143名: 68名)."""
    if claim.view is None:
        return False
    said, true = claim.view.figure.quantity, one.candidate.view.figure
    beside = [
        view for view in one.candidate.reading.figures if view.figure.sentence == true.sentence
    ]
    at = next((n for n, view in enumerate(beside) if view.figure.quantity == true.quantity), None)
    if said.unit == _PLACES and re.search(
        rf"第\s?{said.value}\s?[位名]", one.candidate.view.spoken
    ):
        return True  # 列第12位,前移7位
    if said.value < _LEAST:
        return False
    near = beside[max(0, at - 1) : at + 2] if at is not None else []
    return any(
        other.figure.quantity.value == said.value and other.figure.quantity.unit != said.unit
        for other in near
    )


def is_scale_slip(claim: Claim, one: Compared) -> bool:
    """417亿元 where the sentence has 417万元."""
    digits = one.candidate.view.figure.quantity.value.normalize().as_tuple().digits
    return len(digits) >= _LONG and digits == digits_of(claim) and not one.agrees


def digits_of(claim: Claim) -> tuple[int, ...]:
    """The digits of a claim's number, without the zeros behind."""
    if claim.view is None:
        return ()
    return claim.view.figure.quantity.value.normalize().as_tuple().digits
