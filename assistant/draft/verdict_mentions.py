"""The verdict on a mention (句中提及的核对结论): borne out, or another in the same place.

What the reports neither bear out nor gainsay is left unsaid: a list or a name need not be a claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.lists import judge_list
from assistant.draft.mentions import honoured_in, slots_in
from assistant.draft.model import AtomKind, Verdict
from assistant.draft.stretches import denied, held, weighed
from assistant.draft.told import Told
from assistant.question.lexicon import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.draft.model import Claim, Scope
    from assistant.draft.sentence_shelf import Line

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
    near = [one for one in near if one[0][0] >= _NEAR]
    for _, line in near:
        if _stands(claim, line, places):
            return Told(Verdict.SUPPORTED, line, claim.text, claim.text)
    if claim.kind is AtomKind.HONOURED:
        return _other_honoured(claim, near)
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
    short = len(said) < _SHORTEST and claim.kind is not AtomKind.PERSON
    return bool(said) and not short and said in plain(line.folded)


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


def _other_honoured(claim: Claim, near: Sequence[_Near]) -> Told | None:
    """Another of the same kind (某市…支队) that alone got the honour of the same name."""
    said = _words(claim)
    for (share, lost), line in near:
        if share < _SURELY or lost:
            return None
        found = [span.of(line.folded) for span in honoured_in(line.folded)]
        if len(found) != 1 or said[:2] in line.folded:
            continue
        true = found[0]
        if said[-_KIND:] == true[-_KIND:] and said not in true and true not in said:
            return Told(Verdict.CONTRADICTED, line, said, true)
    return None
