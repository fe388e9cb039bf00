"""When a figure of a report bears a number out, contradicts it, or is another's (判定依据).

A number is contradicted only by a figure of the same name, place, year, kind and unit; the
likeness that is needed is told by the constants.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.comparison import Compared, sentence_of
from assistant.draft.model import Verdict
from assistant.draft.parts import is_sum_told_after, newly
from assistant.draft.rounding import Agreement
from assistant.draft.slips import (
    digits_of,
    is_its_rate,
    is_misdirected,
    is_misprint_of,
    is_neighbours_number,
    is_scale_slip,
)
from assistant.draft.swaps import same_part
from assistant.draft.whose import helps_others
from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.draft.model import Claim

__all__ = [
    "LEAD",
    "agreeing",
    "bears_out",
    "in_its_sentence",
    "is_apart",
    "is_elsewhere",
    "is_its_number",
    "is_misplaced",
    "is_named_too",
    "is_of_fellow",
    "is_told_elsewhere",
    "rival_of",
]

_BY_DIGITS = {1: 0.5, 2: 0.42, 3: 0.34}
_MANY_DIGITS = 0.27
"""Likeness from which a number that agrees is the one meant; long ones seldom agree by chance."""
_FOR_ROUNDED = 0.06
_SAID, _FOR_SAID = 0.85, 0.08
"""Share of the draft's words from which a number of the same unit needs less."""
_NAMED, _AROUND, _WHOLLY, _MORE, _LONG = 0.5, 0.6, 0.85, 0.1, 3
_ROW = 0.4
"""Share of its stretch's words that a number of one digit needs around the report's."""
_OTHER_UNIT = 0.75
"""Likeness, each way, from which a number of another unit (份, 件) contradicts."""
_STRICT, _STRICT_FOR_MISPRINT = 0.62, 0.45
"""Likeness, each way, from which a number that differs contradicts."""
_STRICT_FOR_SCALE = 0.28
_NAME, _AROUND_NAME = 5, 0.75
LEAD = 0.18
"""How much better another figure must fit before it outweighs one that agrees."""
_CLOSE = 0.04
_BY_SLIP = 0.1
"""What it is worth, among figures that contradict, to look like what was meant."""
_ELSEWHERE = 0.45
"""Likeness from which a number of another place or year is what the draft took."""
_FOR_APART = 0.1
"""How much less a number needs to be called one of another scope: that accuses nobody."""
_STOCK = re.compile(
    "(?:年|月|期)?(?:末|底)?(?:总数|总量|总计|累计|合计|保有|存量|(?:目前|现)?[共已]有|达到?)"
)
_YEAR_BEFORE = ("上年", "去年", "上一年")
_AHEAD = re.compile("目标|预期|计划|力争|打算|确保|控制在|继续|今后|下一步|不低于|不少于")


def agreeing(one: Compared) -> Verdict:
    """The same number, or what rounds it."""
    return Verdict.SUPPORTED if one.agreement is Agreement.SAME else Verdict.APPROXIMATE


def in_its_sentence(one: Compared, rival: Compared) -> bool:
    """Whether the sentence that seems to contradict holds the very number, named much the same."""
    return (
        one.agrees
        and one.same_matter
        and not one.likeness.lost
        and one.same_unit
        and sentence_of(one) == sentence_of(rival)
        and one.likeness.there >= (_SAID if rival.same_unit else _NAMED)
        and (not rival.same_unit or one.score >= rival.score - LEAD)
    )


def is_named_too(one: Compared, rival: Compared) -> bool:
    """The very number, which has more of the draft's words around it than what contradicts it."""
    like = one.likeness
    same = one.agreement is Agreement.SAME and not like.opposed
    if not same or not one.same_unit or one.part_apart:
        return False
    if like.levels_apart or like.rates_apart or like.limited or like.lost:
        return False
    wholly = like.back >= _WHOLLY and like.there >= _NAMED
    return wholly or like.there >= max(_SAID, rival.likeness.there + _MORE)


def is_told_elsewhere(claim: Claim, one: Compared, rival: Compared) -> bool:
    """The very number, of the stock beside what is new (新增5个,总数19个), or of another year.

    Of another year only where what contradicts has another unit (培训班5期, and 轮训3轮 planned).
    """
    if one.agreement is not Agreement.SAME or not one.same_unit:
        return False
    if one.inside:
        view = one.candidate.view
        # 新增示范户30户、累计265户: the sum bears the name without what was done
        same = rival.candidate.view.own.endswith(view.own) and is_sum_told_after(view)
        stock = same or _STOCK.match(view.own) is not None
        new = newly(rival.candidate.view) and claim.view is not None and newly(claim.view)
        return stock and new and sentence_of(one) == sentence_of(rival)
    if _is_other_year(one, rival):
        return True
    named = min(one.likeness.there, one.likeness.back) >= _SAID and not one.likeness.lost
    places = claim.scope.places or frozenset()
    return named and not rival.same_unit and one.candidate.place in places


def _is_other_year(one: Compared, rival: Compared) -> bool:
    """收到61件(上年48件): the number of the report's year, told of the year before."""
    mine, theirs = one.candidate, rival.candidate
    same = sentence_of(one) == sentence_of(rival) and mine.view.own == theirs.view.own
    return same and mine.year != theirs.year and theirs.view.row.startswith(_YEAR_BEFORE)


def bears_out(claim: Claim, one: Compared) -> bool:
    """Whether a number is the one that a figure of a report tells."""
    if not one.agrees or not one.same_matter:
        return False
    if len(digits_of(claim)) == 1 and not one.beside and one.likeness.row < _ROW:
        return False  # so small a number is found anywhere
    if _is_shortened(claim, one):
        return True
    needed = _needed(claim) + _FOR_ROUNDED * (one.agreement is Agreement.ROUNDED)
    like = one.likeness
    if one.same_unit and not like.lost and (one.beside or like.there >= _SAID):
        needed -= _FOR_SAID
    return one.score >= needed


def _is_shortened(claim: Claim, one: Compared) -> bool:
    """The very number, with all of the draft's words around it; the report only says more."""
    like = one.likeness
    said = one.agreement is Agreement.SAME and one.same_unit and not one.kind_apart
    return said and like.there >= _SAID and not like.unknown and len(digits_of(claim)) > 1


def _needed(claim: Claim) -> float:
    """The likeness that a number that agrees needs."""
    return _BY_DIGITS.get(len(digits_of(claim)), _MANY_DIGITS)


def rival_of(claim: Claim, inside: Sequence[Compared]) -> Compared | None:
    """The figure that contradicts, if there is one that is meant beyond doubt."""
    found = [one for one in inside if _contradicts(claim, one)]
    if not found:
        return None
    best = max(found, key=lambda one: one.score + _BY_SLIP * is_misprint_of(claim, one))
    value = best.candidate.view.figure.quantity.value
    others = [
        one
        for one in found
        if one.score > best.score - _CLOSE
        and one.candidate.view.figure.quantity.value != value
        and not is_misprint_of(claim, best)
    ]
    return None if others else best


def is_misplaced(claim: Claim, one: Compared, inside: Sequence[Compared]) -> bool:
    """A part that the draft names to the word, with the number of another part of its sentence."""
    like, part = one.likeness, one.candidate.view.figure.parent
    if one.agrees or part is None or claim.view is None or not one.same_matter or like.lost:
        return False
    if not one.same_unit or one.kind_apart or like.there < _SAID:
        return False
    same = same_part(claim.view.own, one.candidate.view.own)
    if not same and (like.back < _NAMED or one.candidate.view.own not in claim.view.own):
        return False
    return any(
        other.agreement is Agreement.SAME
        and other.same_unit
        and other.candidate.view.figure.parent == part
        and sentence_of(other) == sentence_of(one)
        for other in inside
    )


_LOOSE, _CASES = "个", frozenset(("件", "起", "宗", "例"))


def _contradicts(claim: Claim, one: Compared) -> bool:
    like = one.likeness
    if one.agrees or not one.same_matter or like.lost or one.kind_apart:
        return False
    if claim.view is None or not claim.view.figure.quantity.unit:
        return False
    units = {claim.view.figure.quantity.unit, one.candidate.view.figure.quantity.unit}
    if _LOOSE in units and units & _CASES:
        return False  # 受理点815个 does not gainsay 受理案件5.83万件
    if helps_others(claim, one.candidate.view.row):
        return False
    aimed = one.candidate.view.figure.kind is FigureKind.TARGET
    if not aimed and _AHEAD.search(claim.sentence):
        return False  # what was done does not gainsay what is planned
    if claim.ahead and not _is_planned(one):
        return False
    if one.candidate.view.figure.parent is not None and claim.view.figure.parent is None:
        return False  # a part of what the draft may speak of
    turned = like.opposed and one.agreement is Agreement.SAME
    turned = turned and (one.beside or len(digits_of(claim)) >= _LONG)
    return min(like.there, 1.0 if turned else like.back) >= _least(claim, one)


def _least(claim: Claim, one: Compared) -> float:
    """The likeness, each way, from which a number that differs contradicts."""
    if not (one.same_unit or one.unit_slipped):
        return _OTHER_UNIT
    if one.beside and is_scale_slip(claim, one):
        return _STRICT_FOR_SCALE
    slip = one.likeness.opposed or one.unit_slipped or is_misprint_of(claim, one)
    slip = slip or is_misdirected(claim, one) or is_its_rate(claim, one)
    slip = slip or is_neighbours_number(claim, one)
    return _STRICT_FOR_MISPRINT if slip or _is_named_alike(claim, one) else _STRICT


def _is_named_alike(claim: Claim, one: Compared) -> bool:
    """The same name to the letter, among words that are the report's, too."""
    own = claim.view.own if claim.view is not None else ""
    same = own == one.candidate.view.own and len(own) >= _NAME
    return same and one.likeness.there >= _AROUND_NAME


def _is_planned(one: Compared) -> bool:
    """Whether a figure stands among a report's own plans."""
    reading, position = one.candidate.reading, one.candidate.view.figure.sentence
    return reading.report.sentences[position].section in reading.plans


def is_apart(claim: Claim, one: Compared) -> bool:
    """The number agrees, but of another act, part, level or unit."""
    if one.agrees and not one.same_matter and one.score >= _needed(claim) - _FOR_APART:
        return True
    return is_its_number(one)


def is_of_fellow(one: Compared, inside: Sequence[Compared]) -> bool:
    """The very number, of another in the sentence that has what the draft names.

    受理14件(其中化解8件), and 化解14件 in the draft.
    """
    if one.agreement is not Agreement.SAME or not one.same_unit or one.likeness.opposed:
        return False
    return any(
        other.likeness.there >= _SAID
        and other.likeness.back >= _STRICT
        and not other.agrees
        and other.same_unit
        and other.same_matter
        and not other.likeness.lost
        and sentence_of(other) == sentence_of(one)
        for other in inside
    )


def is_its_number(one: Compared) -> bool:
    """The very number, with the draft's words around it, though the report names more."""
    return one.agreement is Agreement.SAME and one.same_unit and one.likeness.there >= _AROUND


def _is_change(claim: Claim, one: Compared) -> bool:
    """Whether one tells by how much something changed and the other how much it is."""
    kinds = {one.candidate.view.figure.kind}
    kinds |= {claim.view.figure.kind} if claim.view is not None else set()
    return len(kinds) > 1 and FigureKind.CHANGE in kinds


def is_elsewhere(claim: Claim, one: Compared) -> bool:
    """The number agrees with that of another place or year."""
    if one.inside or not one.agrees or one.likeness.acts_apart or _is_change(claim, one):
        return False
    if is_its_number(one) and len(digits_of(claim)) >= _LONG:
        return True
    return one.score >= max(_ELSEWHERE, _needed(claim) + 0.05)
