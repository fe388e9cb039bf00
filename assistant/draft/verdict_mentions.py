"""The verdict on a mention (句中提及的核对结论): borne out, or another in the same place.

What the reports neither bear out nor gainsay is left unsaid: a list or a name need not be a claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from assistant.draft.mentions import items_of, lists_in, slots_in
from assistant.draft.model import AtomKind, Verdict
from assistant.draft.stretches import denied, held, weighed
from assistant.question.lexicon import plain, variants_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.draft.model import Claim, Scope
    from assistant.draft.sentence_shelf import Line

__all__ = ["Told", "judge_mention"]

_NEAR, _SAME = 0.3, 0.62
"""Share of the words around a mention from which a sentence speaks of the same, and surely does."""
_SHORTEST, _SHARED, _WHOLLY = 3, 0.5, 2
_OFFICE = re.compile("[局办委部厅院处会队所][室]?$|[省市县区州镇乡]$")


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict on a mention and what it rests on."""

    verdict: Verdict
    line: Line
    said: str
    """The draft's words that it is of."""
    true: str
    """The report's."""


def judge_mention(
    claim: Claim, scope: Scope, lines: Iterable[Line], places: frozenset[str]
) -> Told | None:
    """The verdict on a mention; None where there is nothing to say."""
    around = weighed(claim, places)
    near = [(held(around, line.text), line) for line in lines if _inside(scope, line)]
    near = [one for one in near if one[0][0] >= _NEAR and not denied(claim.sentence, one[1].text)]
    near.sort(key=lambda one: -one[0][0])
    if claim.kind is AtomKind.LISTING:
        return _as_list(claim, near)
    for _, line in near:
        if _stands(claim, line, places):
            return Told(Verdict.SUPPORTED, line, claim.text, claim.text)
    return _in_slot(claim, near) if claim.kind is AtomKind.SLOT else None


_Near = tuple[tuple[float, bool], "Line"]


def _inside(scope: Scope, line: Line) -> bool:
    return scope.holds(line.place, line.year)


def _words(claim: Claim) -> str:
    start = claim.span.start - claim.sentence_at
    return claim.sentence[start : start + claim.span.end - claim.span.start]


def _stands(claim: Claim, line: Line, places: frozenset[str]) -> bool:
    said = plain(_words(claim))
    for place in sorted(places, key=len, reverse=True):
        said = said.removeprefix(place)
    short = len(said) < _SHORTEST and claim.kind is not AtomKind.PERSON
    return bool(said) and not short and said in plain(line.folded)


def _as_list(claim: Claim, near: Sequence[_Near]) -> Told | None:
    """A list that a report has, or has with another item in one place."""
    mine = items_of(_words(claim))
    for (share, lost), line in near:
        for span in lists_in(line.folded):
            theirs = items_of(span.of(line.folded))
            if len(theirs) != len(mine):
                continue
            like = [_alike(*pair) for pair in zip(mine, theirs, strict=True)]
            if like[0] < _WHOLLY and mine[0][-_SHORTEST:] == theirs[0][-_SHORTEST:]:
                like[0] = _WHOLLY  # the first holds the words before the list, too
            if all(one >= _WHOLLY for one in like):
                return Told(Verdict.SUPPORTED, line, claim.text, span.of(line.folded))
            odd = [at for at, one in enumerate(like) if one == 0]
            if len(odd) == 1 and share >= _SAME and not lost:
                told = _other_item(mine[odd[0]], theirs[odd[0]], line)
                if told is not None:
                    return told
    return None


def _alike(mine: str, theirs: str) -> int:
    """2 for the same item, be it shortened; 1 for one that may be it; 0 for another."""
    short, long = sorted((mine, theirs), key=len)
    if short in long or _in_order(short, long):
        return _WHOLLY
    found = SequenceMatcher(None, mine, theirs).find_longest_match()
    return int(found.size >= max(_SHORTEST, _SHARED * len(short)))


def _in_order(short: str, long: str) -> bool:
    """住建 in 住房城乡建设."""
    rest = iter(long)
    return all(character in rest for character in short)


def _other_item(one: str, other: str, line: Line) -> Told | None:
    """One item in the place of another, if the sentence does not have it, nor one like it."""
    said, true = _unlike(one, other)
    if not said or not true or said in plain(line.text) or true in one:
        return None
    if true in variants_of(said) or said in variants_of(true):
        return None
    return Told(Verdict.CONTRADICTED, line, said, true)


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Two items without the words that both end with (…部门), if those are many."""
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    return (one[:-shared], other[:-shared]) if shared >= _SHORTEST else (one, other)


def _in_slot(claim: Claim, near: Sequence[_Near]) -> Told | None:
    """Another doer in the same turn of phrase of the sentence that surely speaks of the same."""
    start = claim.span.start - claim.sentence_at
    frame = next((s.frame for s in slots_in(claim.sentence) if s.span.start == start), None)
    said = _words(claim)
    if not _OFFICE.search(said):
        return None
    for (share, lost), line in near:
        if share < _SAME or lost:
            return None
        doers = [s.span.of(line.folded) for s in slots_in(line.folded) if s.frame == frame]
        if len(doers) != 1:
            continue
        if said in line.text or doers[0] in said or not _OFFICE.search(doers[0]):
            return None
        return Told(Verdict.CONTRADICTED, line, said, doers[0])
    return None
