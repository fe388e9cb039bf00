"""Which of a sentence's days is meant (日期所指): of which document, and of which step.

《甲条例》和《乙条例》分别自7月1日和10月1日起施行, and 5月30日通过、7月1日起施行.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, find_atoms
from assistant.draft.model import AtomKind
from assistant.draft.words import rows

if TYPE_CHECKING:
    from assistant.draft.model import Claim
    from assistant.draft.sentence_shelf import Line

__all__ = ["days_meant", "same_turn", "told_days"]

_IN_TURN = "分别"
_REACH, _SEVERAL = 8, 2


def days_meant(claim: Claim, line: Line, atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Of the days in a stretch those of what the claim's day is of; all, where nothing tells."""
    return told_days(claim, line) or atoms


def told_days(claim: Claim, line: Line) -> tuple[Atom, ...]:
    """The days of a sentence that surely are of what the claim's day is of."""
    days = line.atoms(claim.kind)
    if claim.kind is not AtomKind.DATE or len(days) < _SEVERAL:
        return ()
    paired = _of_document(claim, line, days)
    if paired is not None:
        return (paired,)
    step = _step(claim.context.partition("\0")[2])
    return tuple(one for one in days if step and _step(line.folded[one.span.end :]) == step)


def _of_document(claim: Claim, line: Line, days: list[Atom]) -> Atom | None:
    """The day told 分别 of the one document that the draft's sentence names."""
    said = [one.value for one in find_atoms(claim.sentence) if one.kind is AtomKind.TITLE]
    titles = line.atoms(AtomKind.TITLE)
    at = line.folded.find(_IN_TURN, titles[-1].span.end) if titles else -1
    told = [day for day in days if day.span.start > at]
    values = [title.value for title in titles]
    if at < 0 or len(told) != len(titles) or len(said) != 1 or values.count(said[0]) != 1:
        return None
    return told[values.index(said[0])]


def _step(behind: str) -> str:
    """What happened on a day, by the first word of its kind behind it."""
    near = re.split("[,;。]", behind.lstrip(",、 "))[0][: 2 * _REACH]
    found = [
        (near.find(word), family[0]) for family in rows("steps") for word in family if word in near
    ]
    return min(found)[1] if found else ""


def same_turn(claim: Claim, line: Line) -> tuple[Line, Atom] | None:
    """What a sentence says of a claim's kind, of the same document in the same turn (起施行)."""
    mine, theirs = (
        {a.value for a in find_atoms(text) if a.kind is AtomKind.TITLE}
        for text in (claim.sentence, line.folded)
    )
    atoms = line.atoms(claim.kind)
    if len(atoms) != 1 or len(mine) != 1 or mine != theirs:
        return None
    said = _turn(claim.context.partition("\0")[2])
    return (line, atoms[0]) if said == _turn(line.folded[atoms[0].span.end :]) else None


def _turn(behind: str) -> str:
    return re.split("[,;。]", behind)[0].strip()[:3]
