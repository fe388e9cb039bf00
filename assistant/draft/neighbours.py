"""A number that stands beside what a draft names (邻近事项的数): another doer's, matter's, whole's.

The report has the draft's very number, of something else, next to the one that is meant: the
draft has taken it for another, and has not made it up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.comparison import sentence_of
from assistant.draft.rounding import Agreement
from assistant.draft.words import act_words_in, acts_in, listed
from assistant.question.lexicon import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim
    from assistant.evidence.reading import FigureView

__all__ = ["neighbour_of", "of_the_whole"]

_CASES = frozenset(("件", "起", "宗", "例"))
_DONE = "成功"
_DIGITS, _LEAST = 2, 10
_NAMED, _FIT = 0.5, 0.2
"""Likeness from which a number of another matter is what the draft took."""
_SHARED_DEED, _SHARED = 6, 4
"""Characters of what two doers both do, and of what is done to the same."""
_PART = 2
_TITLE = 2
"""Characters of a doer's title that both may share (会议)."""
_DOER = re.compile("会议?|政府|机关|局|委|办|院|所|队|中心|部门|街道|[镇乡]")


def neighbour_of(claim: Claim, inside: Sequence[Compared], rival: Compared) -> Compared | None:
    """The figure that has the draft's very number, of something beside what it names."""
    return next((one for one in inside if _is_neighbour(claim, one, rival)), None)


def of_the_whole(claim: Claim, borne: Compared, inside: Sequence[Compared]) -> Compared | None:
    """The figure of what came of it, where the draft gives the number of all there was.

    调解纠纷900件,成功860件; 交办的积案40件化解35件: 成功调解 were 860, 化解 were 35.
    """
    said = claim.view.own if claim.view is not None else ""
    if borne.agreement is not Agreement.SAME:
        return None
    for one in inside:
        if one.agrees or not one.same_unit or sentence_of(one) != sentence_of(borne):
            continue
        mine, theirs = borne.candidate.view, one.candidate.view
        if theirs.figure.quantity.value > mine.figure.quantity.value or theirs.superseded:
            continue
        between = borne.candidate.reading.folded[
            mine.figure.quantity.span.end : theirs.figure.quantity.span.start
        ]
        part = _names_part(said, mine, theirs)
        if part or _succeeded(said, mine.own, between) or _came_of(said, borne, one, between):
            return one
    return None


def _names_part(said: str, whole: FigureView, part: FigureView) -> bool:
    """持证人员812人,其中社区169人: 社区持证人员 is the part, by both names to the letter."""
    if part.figure.parent is None or part.own in whole.own or len(part.own) < _PART:
        return False
    left = said.replace(whole.own, " ", 1).replace(part.own, " ", 1)
    both = whole.own in said and part.own in said.replace(whole.own, " ", 1)
    return both and not plain(left).strip("的中里有")


def _succeeded(said: str, whole: str, between: str) -> bool:
    done = _DONE in said and _DONE not in whole
    return (
        done
        and re.fullmatch(rf"[,、]?[^,;。\d]{{0,6}}{_DONE}[^,;。\d]{{0,4}}", between) is not None
    )


def _came_of(said: str, whole: Compared, part: Compared, between: str) -> bool:
    """The act that the draft names stands between the two numbers, and not before the first."""
    first, second = whole.candidate.view, part.candidate.view
    if first.figure.clause != second.figure.clause or not between or re.search("[,;、。]", between):
        return False
    clause, folded = first.figure.clause, whole.candidate.reading.folded
    before = folded[clause.start : first.figure.quantity.span.start]
    acts = acts_in(said) & acts_in(between)
    return (
        bool(acts) and not acts & acts_in(before) and between.endswith(tuple(act_words_in(between)))
    )


def _is_neighbour(claim: Claim, one: Compared, rival: Compared) -> bool:
    if claim.view is None or one.agreement is not Agreement.SAME or one.likeness.opposed:
        return False
    if claim.view.figure.quantity.unit == "%" or one.candidate.view.superseded:
        return False
    if not one.same_unit:
        return _is_act_beside(claim, one, rival)
    if sentence_of(one) != sentence_of(rival):
        return _is_other_matter(claim, one)
    return (
        _is_other_doer(one, rival)
        or _is_whole(one, rival)
        or _is_same_object(claim, one, rival)
        or _is_other_step(one, rival)
    )


def _is_act_beside(claim: Claim, one: Compared, rival: Compared) -> bool:
    """受理534件, where the draft has 调解成功534起: the act differs, and the unit by its word."""
    units = {one.candidate.view.figure.quantity.unit}
    units |= {claim.view.figure.quantity.unit} if claim.view is not None else set()
    apart = one.likeness.acts_apart and sentence_of(one) == sentence_of(rival)
    return units <= _CASES and not rival.same_unit and apart


def _is_other_doer(one: Compared, rival: Compared) -> bool:
    """甲会议、乙会议分别研究11项、26项: both do the same, by their names to the letter."""
    mine, theirs = one.candidate.view.own, rival.candidate.view.own
    shared = 0
    while shared < min(len(mine), len(theirs)) and mine[-1 - shared] == theirs[-1 - shared]:
        shared += 1
    if shared < _SHARED_DEED:
        return False
    fronts = [name[: len(name) - shared + _TITLE] for name in (mine, theirs)]
    return all(_DOER.search(front) for front in fronts)


def _is_whole(one: Compared, rival: Compared) -> bool:
    """罚没款合计1287万元,其中医疗案件罚没款921万元: the whole of which the draft names a part."""
    mine, theirs = one.candidate.view, rival.candidate.view
    first, last = mine.figure.quantity.span.end, theirs.figure.quantity.span.start
    if mine.own != theirs.own or mine.figure.parent is not None or first > last:
        return False
    larger = mine.figure.quantity.value > theirs.figure.quantity.value
    return larger and "其中" in one.candidate.reading.folded[first:last]


def _is_same_object(claim: Claim, one: Compared, rival: Compared) -> bool:
    """收到复议申请126件,受理109件: 受理复议申请 has the object of the one, the act of the other."""
    said = claim.view.own if claim.view is not None else ""
    mine, object_ = _bare(one.candidate.view.own), _bare(said)
    if len(object_) < _SHARED or mine != object_ or _bare(rival.candidate.view.own):
        return False
    return bool(acts_in(said)) and acts_in(said) == acts_in(one.candidate.view.own)


def _is_other_step(one: Compared, rival: Compared) -> bool:
    """发现隐患352处,整改347处: what was found and what was done with it, of the same matter."""
    mine, theirs = one.candidate.view, rival.candidate.view
    found = frozenset().union(*map(acts_in, listed("findings")))
    if not one.likeness.acts_apart or mine.figure.quantity.value < _LEAST:
        return False
    first, second = sorted((mine, theirs), key=lambda view: view.figure.quantity.span.start)
    if not acts_in(first.own) & found or acts_in(second.own) & found:
        return False
    return bool(second.subject) and second.subject in (first.own, first.subject)


def _bare(own: str) -> str:
    for word in act_words_in(own):
        own = own.replace(word, "")
    return plain(own)


def _is_other_matter(claim: Claim, one: Compared) -> bool:
    """A notion is only in the one name or the other, though much of what is said is the same."""
    like = one.likeness
    digits = claim.view.figure.quantity.value.normalize().as_tuple() if claim.view else None
    if digits is None or len(digits.digits) + max(0, int(digits.exponent)) < _DIGITS:
        return False
    known = like.there >= _NAMED and one.score >= _FIT
    return bool(like.lost) and known and not like.acts_apart
