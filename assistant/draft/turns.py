"""Which of a sentence's days is meant (日期所指): of which document, and of which step.

《甲条例》和《乙条例》分别自7月1日和10月1日起施行, and 5月30日通过、7月1日起施行.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, canonical, find_atoms
from assistant.draft.model import AtomKind
from assistant.draft.words import rows

if TYPE_CHECKING:
    from assistant.draft.model import Claim
    from assistant.draft.sentence_shelf import Line
    from corpus.model import Span

__all__ = ["days_meant", "of_before", "same_turn", "told_as_before", "told_days"]

_IN_TURN = "分别"
_YEAR = re.compile(r"(20\d\d)\s?年")
_YEAR_BEFORE = re.compile("[(]?(?:上年|去年|上一年|前一年)")
_CHANGED = re.compile("[由从][^,;。]{0,8}$")
_TO = re.compile("[\u4e00-\u9fff]{0,3}[到至为]")
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


def of_before(claim: Claim, line: Line) -> bool:
    """Whether a sentence has what a claim says of another time only (上年为第8名, 由第8名升至)."""
    before, _, behind = claim.context.partition("\0")
    if _CHANGED.search(before) and _TO.match(behind):
        return False  # the draft says so itself
    wanted = canonical(claim.kind, claim.text)
    same = [atom for atom in line.atoms(claim.kind) if atom.value.endswith(wanted)]
    return bool(same) and all(_is_of_before(claim, line.folded, atom.span) for atom in same)


def told_as_before(claim: Claim, line: Line) -> bool:
    """Whether a draft and a report both tell a rank as the one before a rise."""
    before, _, behind = claim.context.partition("\0")
    if not _CHANGED.search(before) or not _TO.match(behind) or line.year is None:
        return False
    wanted, scope = canonical(claim.kind, claim.text), claim.scope
    same = [atom for atom in line.atoms(claim.kind) if atom.value == wanted]
    risen = any(_is_of_before(claim, line.folded, atom.span) for atom in same)
    return risen and any(scope.holds(line.place, year) for year in (line.year - 1, line.year))


def _is_of_before(claim: Claim, folded: str, at: Span) -> bool:
    before = re.split("[,;。(]", folded[: at.start])[-1]
    if _CHANGED.search(before) and _TO.match(folded[at.end :]):
        return True
    years = {int(year) for year in _YEAR.findall(before)}
    apart = bool(years) and claim.scope.years is not None and not years & claim.scope.years
    return apart or _YEAR_BEFORE.match(before) is not None


def _turn(behind: str) -> str:
    return re.split("[,;。]", behind)[0].strip()[:3]
