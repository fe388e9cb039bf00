"""The verdict on a mention (句中提及的核对结论): borne out, or another in the same place.

What the reports neither bear out nor gainsay is left unsaid: a list or a name need not be a claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.honourers import slot_of_its_name
from assistant.draft.lists import judge_list
from assistant.draft.mentions import honoured_in, slots_in
from assistant.draft.model import AtomKind, Verdict
from assistant.draft.stretches import denied, held, stretch_terms, weighed
from assistant.draft.told import Told
from assistant.draft.words import listed
from assistant.question.lexicon import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.draft.model import Claim, Scope
    from assistant.draft.sentence_shelf import Line
    from assistant.question.lexicon import Term

__all__ = ["inside", "judge_mention"]

_NEAR, _SAME = 0.3, 0.62
"""Share of the words around a mention from which a sentence speaks of the same, and surely does."""
_SURELY = 0.8
_SHORTEST, _KIND = 3, 4
_OFFICE = re.compile("[局办委部厅院处会队所][室]?$|[省市县区州镇乡]$")


def judge_mention(
    claim: Claim, scope: Scope, lines: Iterable[Line], places: frozenset[str]
) -> Told | None:
    """The verdict on a mention; None where there is nothing to say."""
    around = weighed(claim, places)
    near = [(held(around, line.text), line) for line in lines if inside(scope, line)]
    near = [one for one in near if not denied(claim.sentence, one[1].text)]
    near.sort(key=lambda one: -one[0][0])
    if claim.kind is AtomKind.LISTING:
        return judge_list(_words(claim), near, alone=not around)
    if claim.kind is AtomKind.NAME:
        near = [one for one in near if not one[1].whose(claim)]
    near = [one for one in near if one[0][0] >= _NEAR]
    if claim.kind is AtomKind.HONOURED and (told := _only_proposed(claim, near, places)):
        return told
    for _, line in near:
        if _stands(claim, line, places):
            return Told(Verdict.SUPPORTED, line, claim.text, claim.text)
    if claim.kind is AtomKind.HONOURED:
        return _other_honoured(claim, near, places)
    return _in_slot(claim, near) if claim.kind is AtomKind.SLOT else None


_Near = tuple[tuple[float, bool], "Line"]


def inside(scope: Scope, line: Line) -> bool:
    """Whether a sentence is of the place and year that are spoken of."""
    return scope.holds(line.place, line.year)


def _words(claim: Claim) -> str:
    start = claim.span.start - claim.sentence_at
    return claim.sentence[start : start + claim.span.end - claim.span.start]


def _stands(claim: Claim, line: Line, places: frozenset[str]) -> bool:
    said = plain(_words(claim))
    for place in sorted(places, key=len, reverse=True):
        said = said.removeprefix(place)
    if claim.kind is AtomKind.NAME and "“" in claim.text:
        if _ENDED.search(claim.sentence) and not _ENDED.search(line.folded):
            return False
        return _words(claim) in line.folded or (
            len(said) >= _SHORTEST and said in plain(line.folded)
        )
    if claim.kind is AtomKind.SLOT and (own := _its_slot(claim, line)):
        return said in plain(own) or plain(own) in said
    short = len(said) < _SHORTEST and claim.kind is not AtomKind.PERSON
    return bool(said) and not short and said in plain(line.folded)


_ENDED = re.compile("取消|停[播办止刊]|撤销|撤掉|关闭|没有|不再|终止|废止")
"""取消了“某某说法”栏目 is not borne out by who opened it."""


def _frame(claim: Claim) -> int | None:
    """In which turn of phrase who a claim names stands."""
    start = claim.span.start - claim.sentence_at
    return next((s.frame for s in slots_in(claim.sentence) if s.span.start == start), None)


def _its_slot(claim: Claim, line: Line) -> str:
    """Who stands in the same turn of a report before the same quoted name."""
    frame = _frame(claim)
    behind = claim.sentence[claim.span.end - claim.sentence_at :]
    return slot_of_its_name(behind, line.folded, frame) if frame is not None else ""


def _in_slot(claim: Claim, near: Sequence[_Near]) -> Told | None:
    """Another doer in the same turn of phrase of the sentence that surely speaks of the same."""
    frame = _frame(claim)
    said = _words(claim)
    if not _OFFICE.search(said):
        return None
    for (share, lost), line in near:
        if share < _SAME or lost:
            return None
        own = _its_slot(claim, line)
        found = [s.span.of(line.folded) for s in slots_in(line.folded) if s.frame == frame]
        doers = [own] if own else found
        if len(doers) != 1:
            continue
        there = said in line.text and not own
        if there or doers[0] in said or said in doers[0] or not _OFFICE.search(doers[0]):
            return None
        return Told(Verdict.CONTRADICTED, line, said, doers[0])
    return None


def _other_honoured(claim: Claim, near: Sequence[_Near], places: frozenset[str]) -> Told | None:
    """Another of the same kind (某市…支队) that alone got the honour of the same name."""
    said = _words(claim)
    honour = _honour(claim, places)
    for _, line in near:
        share, lost = held(honour, line.text)
        if share < _SURELY or lost:
            continue
        found = [span.of(line.folded) for span in honoured_in(line.folded)]
        if (twin := _twin(said, found)) is not None:
            return Told(Verdict.CONTRADICTED, line, *twin)
        same = [one for one in found if _of_one_kind(said, one)]
        own = said[-_PLACE:] if _A_PLACE.fullmatch(said) else said[:2]
        if len(same) != 1 or own in line.folded:
            continue
        if said not in same[0] and same[0] not in said:
            return Told(Verdict.CONTRADICTED, line, said, same[0])
    return None


_STEP = re.compile("[\u4e00-\u9fff]{2,4}?[县区市镇乡村]|[\u4e00-\u9fff]{2,4}?(?:街道|社区)")


def _twin(said: str, found: Sequence[str]) -> tuple[str, str] | None:
    """The place of the same name in another one (甲镇三门村, 乙镇三门村), with the draft's."""
    for true in found:
        mine, theirs = _STEP.findall(said), _STEP.findall(true)
        if min(len(mine), len(theirs)) < _SHARE or mine[-1] != theirs[-1]:
            continue
        if not true.endswith(theirs[-2] + theirs[-1]) or not said.endswith(mine[-2] + mine[-1]):
            continue
        apart = not mine[-2].endswith(theirs[-2]) and not theirs[-2].endswith(mine[-2])
        if apart and mine[-2][-1] == theirs[-2][-1]:  # 我区甲镇 is 甲镇
            return mine[-2] + mine[-1], theirs[-2] + theirs[-1]
    return None


_SHARE = 2
"""Steps of a place that tell it from another of its name."""
_PLACE = 3
_A_PLACE = re.compile("[\u4e00-\u9fff]{1,8}(?P<kind>[县区市镇乡村])")


def _of_one_kind(one: str, other: str) -> bool:
    """Two counties, or two bodies of one name in two places."""
    mine, theirs = _A_PLACE.fullmatch(one), _A_PLACE.fullmatch(other)
    if mine and theirs:
        return mine["kind"] == theirs["kind"]
    return one[-_KIND:] == other[-_KIND:] and one[:2] != other[:2]


def _honour(claim: Claim, places: frozenset[str]) -> list[tuple[Term, float]]:
    """The words of the honour: those behind who got it, in the same stretch."""
    behind = re.split("[,;。]", claim.sentence[claim.span.end - claim.sentence_at :])[0]
    for word in listed("honoured_by"):
        behind = behind.replace(word, " ")
    return stretch_terms(behind, places)


_PROPOSED = re.compile("推荐|参评|申报|争创|提名|推报|候选|拟命名|公示")


def _only_proposed(claim: Claim, near: Sequence[_Near], places: frozenset[str]) -> Told | None:
    """An honour that a report says somebody was proposed for (推荐参评), not given."""
    said = _words(claim)
    doer = plain(said)
    for place in sorted(places, key=len, reverse=True):
        doer = doer.removeprefix(place)
    if len(doer) < _SHORTEST or _PROPOSED.search(claim.sentence):
        return None
    honour = _honour(claim, places)
    for _, line in near:
        share, lost = held(honour, line.text)
        if share < _SURELY or lost:
            continue
        for piece in re.split("[,;:。]", line.folded):
            got = any(doer in span.of(piece) for span in honoured_in(piece))
            if doer in plain(piece) and _PROPOSED.search(piece) and not got:
                return Told(Verdict.CONTRADICTED, line, said, piece.strip())
    return None
