"""Numbers of a draft that stand in each other's place (错位): right by themselves, wrong here.

由93人增至168人 turned round, the numbers of two parts exchanged, 分别 told in another order, and
a whole said to be finished of which the report finished less.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.draft.comparison import Compared, sentence_of
from assistant.draft.name_words import words_of_name
from assistant.draft.rounding import Agreement
from assistant.draft.words import act_words_in, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.draft.model import Claim

__all__ = ["exchanged", "out_of_order", "same_part", "taken_by", "turned_round"]

_NAMED = 0.62
_GENERIC = 0.5
"""Weight of words that say nothing of their own (案件)."""
_IN_TURN = "分别"
_ALL = re.compile("全部|全都|全数|悉数|一[项件个起]不落|无一遗漏|都已|均已")


def same_part(mine: str, theirs: str) -> bool:
    """Whether two parts bear one name, be it with 案件 or without."""
    short, long = sorted((mine, theirs), key=len)
    at = long.find(short)
    if not short or at < 0:
        return False
    left = long[:at] + " " + long[at + len(short) :]
    for word in listed("counted"):
        left = left.replace(word, " ")
    rest = words_of_name(left)
    return sum(term.weight for term in rest) < _GENERIC


def taken_by(claim: Claim, borne: Compared, inside: Sequence[Compared]) -> Compared | None:
    """The figure whose number the claim should bear, though another of its sentence bears it."""
    fellows = [
        one
        for one in inside
        if sentence_of(one) == sentence_of(borne) and one.same_unit and not one.agrees
    ]
    return next(
        (one for one in fellows if _exchanged(claim, borne, one) or _unfinished(claim, borne, one)),
        None,
    )


def _exchanged(claim: Claim, borne: Compared, other: Compared) -> bool:
    """The draft names one part to the word and has the number of its neighbour."""
    if claim.view is None or claim.view.figure.parent is None:
        return False
    own, parent = claim.view.own, other.candidate.view.figure.parent
    if parent is None or borne.candidate.view.figure.parent != parent or other.kind_apart:
        return False
    theirs = borne.candidate.view.own
    return same_part(own, other.candidate.view.own) and not same_part(own, theirs)


def _unfinished(claim: Claim, borne: Compared, other: Compared) -> bool:
    """27项任务全部完成, where the report gave out 27 and finished 26."""
    if claim.view is None or not _ALL.search(_stretch(claim)):
        return False
    mine, theirs = borne.candidate.view, other.candidate.view
    if (
        _ALL.search(mine.own + mine.after)
        or other.candidate.view.figure.kind is not mine.figure.kind
    ):
        return False
    done = [word for word in listed("finished") if word in _stretch(claim)]
    return (
        theirs.figure.quantity.value < mine.figure.quantity.value
        and any(word in theirs.own and word not in mine.own for word in done)
        and not act_words_in(theirs.own) - act_words_in(claim.view.row) - {*done}
    )


def _stretch(claim: Claim) -> str:
    before, _, behind = claim.context.partition("\0")
    return re.split("[,;:。]", before)[-1] + re.split("[,;。]", behind)[0]


def turned_round(
    claims: Sequence[Claim], compared: Sequence[Sequence[Compared]]
) -> dict[int, Compared]:
    """Changes told the wrong way round (由168人减至93人), each end with what it should be."""
    found: dict[int, Compared] = {}
    for at, (first, second) in enumerate(pairwise(claims)):
        if first.view is None or second.view is None or not _from_to(first, second):
            continue
        ends = [
            (old, new)
            for old in compared[at + 1]
            for new in compared[at]
            if old.candidate.view.superseded and _is_next(old, new)
        ]
        ends = [pair for pair in ends if all(map(_is_it, pair))]
        if len({_values(*pair) for pair in ends}) == 1:
            found[at], found[at + 1] = ends[0]
    return found


def _from_to(first: Claim, second: Claim) -> bool:
    """由6个拆成11个: the one became the other."""
    if first.sentence_at != second.sentence_at:
        return False
    words, at = first.sentence, first.sentence_at
    between = words[first.span.end - at : second.span.start - at]
    return _FROM.search(words[: first.span.start - at]) is not None and (
        _TO.fullmatch(between) is not None
    )


_FROM = re.compile("[由从][^,;。]{0,12}$")
_TO = re.compile(r"\s*[\u4e00-\u9fff]{0,4}[到至为成]了?\s*")


def _is_it(one: Compared) -> bool:
    like = one.likeness
    apart = like.lost or like.levels_apart or like.rates_apart or like.limited
    named = min(like.there, like.back) >= _NAMED
    return one.inside and one.agreement is Agreement.SAME and one.same_unit and named and not apart


def _is_next(old: Compared, new: Compared) -> bool:
    """Whether the one took the place of the other in the report."""
    if sentence_of(old) != sentence_of(new) or new.candidate.view.superseded:
        return False
    apart = (
        new.candidate.view.figure.quantity.span.start - old.candidate.view.figure.quantity.span.end
    )
    return 0 <= apart <= _NEAR and old.candidate.view.own == new.candidate.view.own


_NEAR = 8


def _values(old: Compared, new: Compared) -> tuple[object, object]:
    one, other = (each.candidate.view.figure.quantity.value for each in (old, new))
    return one, other


def out_of_order(claims: Sequence[Claim], found: Mapping[int, Compared]) -> dict[int, Compared]:
    """Numbers told 分别 in another order than the report's, of what stands in the same order."""
    wrong: dict[int, Compared] = {}
    for run in _runs(claims, found):
        bys = [found[at] for at in run]
        ordered = sorted(bys, key=_start)
        named = _before(run, claims, found)
        if bys == ordered or len(named) != len(run):
            continue
        together = {sentence_of(one) for one in (*bys, *named)}
        if len(together) == 1 and named == sorted(named, key=_start):
            wrong |= {
                at: replace(true, agreement=Agreement.OTHER)
                for at, said, true in zip(run, bys, ordered, strict=True)
                if said is not true
            }
    return wrong


def _before(
    run: Sequence[int], claims: Sequence[Claim], found: Mapping[int, Compared]
) -> list[Compared]:
    """As many numbers as the run has that stand before it; 两项 in its own stretch is none."""
    first = claims[run[0]]
    apart = [
        at
        for at in range(run[0])
        if claims[at].view is not None
        and claims[at].sentence_at == first.sentence_at
        and not _same_clause(claims[at], first)
    ]
    return [found[at] for at in apart[-len(run) :] if at in found]


def _same_clause(one: Claim, other: Claim) -> bool:
    if one.view is None or other.view is None:
        return False
    return one.view.figure.clause == other.view.figure.clause


def _start(one: Compared) -> int:
    return one.candidate.view.figure.quantity.span.start


def _runs(claims: Sequence[Claim], found: Mapping[int, Compared]) -> list[list[int]]:
    """Positions of numbers in a row behind 分别, all of one unit, that the report has so, too."""
    runs: list[list[int]] = []
    for at, claim in enumerate(claims):
        by = found.get(at)
        if claim.view is None or by is None or by.agreement is not Agreement.SAME:
            continue
        if _IN_TURN not in claim.view.row or _IN_TURN not in by.candidate.view.row:
            continue
        last = runs[-1][-1] if runs else -1
        beside = 0 <= last == at - 1 and _same_clause(claims[last], claim)
        if beside and _units(claims[last], claim):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [run for run in runs if len(run) > 1]


def _units(one: Claim, other: Claim) -> bool:
    if one.view is None or other.view is None:
        return False
    return one.view.figure.quantity.unit == other.view.figure.quantity.unit


def exchanged(
    claims: Sequence[Claim], by: Mapping[int, Compared], compared: Sequence[Sequence[Compared]]
) -> dict[int, Compared]:
    """Numbers of which each is that of another name of its sentence (废止323件、保留58件).

    Told only where another number of the sentence is found, or exchanged, in the same one.
    """
    wrong: dict[int, Compared] = {}
    for at, taken in by.items():
        own = claims[at].view
        if own is None or not taken.inside or _is_its_name(claims[at], taken):
            continue
        true = [one for one in compared[at] if _is_named_so(own.own, one, taken)]
        if len({one.candidate.view.figure.quantity.value for one in true}) == 1:
            wrong[at] = true[0]
    return {at: one for at, one in wrong.items() if _has_company(at, claims, by, wrong)}


def _is_its_name(claim: Claim, taken: Compared) -> bool:
    """Whether a number bears its own name, be the first of it told before (新增…4个、省级22个)."""
    mine, theirs = claim.view.own if claim.view else "", taken.candidate.view.own
    if same_part(mine, theirs):
        return True
    return theirs.endswith(mine) and theirs.removesuffix(mine) in claim.sentence


def _is_named_so(own: str, one: Compared, taken: Compared) -> bool:
    alike = one.inside and one.same_unit and not one.kind_apart and not one.likeness.lost
    beside = sentence_of(one) == sentence_of(taken) and not one.agrees
    return alike and beside and taken.agrees and same_part(own, one.candidate.view.own)


def _has_company(
    at: int,
    claims: Sequence[Claim],
    by: Mapping[int, Compared],
    wrong: Mapping[int, Compared],
) -> bool:
    for other, one in by.items():
        view = claims[other].view
        if other == at or view is None or claims[other].sentence_at != claims[at].sentence_at:
            continue
        named = one.agrees and same_part(view.own, one.candidate.view.own)
        if sentence_of(one) == sentence_of(wrong[at]) and (named or other in wrong):
            return True
    return False
