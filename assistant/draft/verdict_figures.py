"""The verdict on a number (数字的核对结论): strict where it would accuse, patient elsewhere.

A number is contradicted only by a figure of the same name, place, year, kind and unit. If the
names agree less, a number that agrees is still of another scope, and one that does not is not
found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft.comparison import Compared, key_of, sentence_of, within
from assistant.draft.misprints import is_misprint
from assistant.draft.model import Finding, Verdict
from assistant.draft.rounding import Agreement
from assistant.draft.wording import absent, finding
from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.draft.model import Claim
    from corpus.model import Span

__all__ = ["Judged", "judge_figures"]

_BY_DIGITS = {1: 0.5, 2: 0.42, 3: 0.34}
_MANY_DIGITS = 0.27
"""Likeness from which a number that agrees is the one meant; long ones seldom agree by chance."""
_FOR_ROUNDED = 0.06
_SAID, _FOR_SAID = 0.85, 0.08
"""Share of the draft's words from which a number of the same unit needs less."""
_NAMED, _AROUND, _WHOLLY, _MORE, _LONG = 0.5, 0.6, 0.85, 0.1, 3
_OTHER_UNIT = 0.75
"""Likeness, each way, from which a number of another unit (份, 件) contradicts."""
_STRICT, _STRICT_FOR_MISPRINT = 0.62, 0.45
"""Likeness, each way, from which a number that differs contradicts."""
_LEAD = 0.18
"""How much better another figure must fit before it outweighs one that agrees."""
_CLOSE = 0.04
_BY_SLIP = 0.1
"""What it is worth, among figures that contradict, to look like what was meant."""
_ELSEWHERE = 0.45
"""Likeness from which a number of another place or year is what the draft took."""
_FOR_APART = 0.1
"""How much less a number needs to be called one of another scope: that accuses nobody."""
_AHEAD = re.compile("目标|预期|计划|力争|打算|确保|控制在|继续|今后|下一步|不低于|不少于")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A figure of the draft with its verdict, and the figure that gave it (判定)."""

    finding: Finding
    by: Compared | None = None

    @property
    def key(self) -> tuple[str, int] | None:
        """The sentence that gave it."""
        return sentence_of(self.by) if self.by is not None else None


def judge_figures(
    claims: Sequence[Claim], compared: Sequence[Sequence[Compared]]
) -> dict[int, Judged]:
    """The verdicts on the figures among the claims, each by its position.

    A figure that stands in a report beside the one before is the likelier one.
    """
    found = _judged_in_turn(claims, compared)
    for position, one in found.items():
        claim = claims[position]
        if one.finding.verdict is Verdict.CONTRADICTED and (
            taken := _taken(position, claims, found)
        ):
            pairs = [pair for pair in compared[position] if key_of(pair) not in taken]
            around = _keys_around(claim, claims, found)
            found[position] = judge_figure(claim, _placed(pairs, claim, around))
    for position in [at for at, one in found.items() if one.key is None]:
        claim = claims[position]
        around = _keys_around(claim, claims, found)
        if around:  # what stands behind it tells where it belongs, too
            found[position] = judge_figure(claim, _placed(compared[position], claim, around))
    return found


def _taken(
    position: int, claims: Sequence[Claim], found: dict[int, Judged]
) -> frozenset[tuple[str, Span]]:
    """Figures of the reports that other numbers of the same sentence are: they gainsay no other."""
    return frozenset(
        key_of(one.by)
        for at, one in found.items()
        if at != position
        and one.by is not None
        and one.finding.verdict in (Verdict.SUPPORTED, Verdict.APPROXIMATE)
        and claims[at].sentence_at == claims[position].sentence_at
    )


def _judged_in_turn(
    claims: Sequence[Claim], compared: Sequence[Sequence[Compared]]
) -> dict[int, Judged]:
    found: dict[int, Judged] = {}
    beside: frozenset[tuple[str, int]] = frozenset()
    for position, (claim, pairs) in enumerate(zip(claims, compared, strict=True)):
        if claim.view is not None:
            found[position] = judge_figure(claim, _placed(pairs, claim, beside))
            key = found[position].key
            beside = frozenset((key,)) if key else beside
    return found


def _keys_around(
    claim: Claim, claims: Sequence[Claim], found: dict[int, Judged]
) -> frozenset[tuple[str, int]]:
    """The sentences of the reports in which the others of a sentence of the draft were found."""
    return frozenset(
        one.key
        for at, one in found.items()
        if one.key is not None and claims[at].sentence_at == claim.sentence_at
    )


def _placed(
    pairs: Sequence[Compared], claim: Claim, beside: frozenset[tuple[str, int]]
) -> list[Compared]:
    held = [
        replace(one, inside=within(claim, one.candidate), beside=sentence_of(one) in beside)
        for one in pairs
    ]
    return sorted(held, key=lambda one: -one.score)


def judge_figure(claim: Claim, compared: Sequence[Compared]) -> Judged:
    """The verdict on a figure of the draft."""
    verdict, by = _decide(claim, compared)
    if by is None:
        return Judged(finding=absent(claim))
    return Judged(finding=finding(claim, verdict, by), by=by)


def _decide(claim: Claim, compared: Sequence[Compared]) -> tuple[Verdict, Compared | None]:
    inside = [one for one in compared if one.inside]
    borne = next((one for one in inside if _bears_out(claim, one)), None)
    rival = _rival(claim, inside)
    if borne is not None and (rival is None or rival.score <= borne.score + _LEAD):
        return _agreeing(borne), borne
    if rival is not None:
        own = next((one for one in inside if _in_its_sentence(one, rival)), None)
        if own is not None:
            return _agreeing(own), own
        named = next((one for one in inside if _is_named_too(one, rival)), None) or next(
            (one for one in compared if one.old_level and _is_its_number(one)), None
        )
        if named is None:
            return Verdict.CONTRADICTED, rival
        return (_agreeing(named) if named.same_matter else Verdict.DIFFERENT_SCOPE), named
    apart = next((one for one in inside if _apart(claim, one)), None)
    elsewhere = next((one for one in compared if _elsewhere(claim, one)), None)
    by = apart or elsewhere
    return (Verdict.DIFFERENT_SCOPE if by else Verdict.NOT_FOUND), by


def _agreeing(one: Compared) -> Verdict:
    return Verdict.SUPPORTED if one.agreement is Agreement.SAME else Verdict.APPROXIMATE


def _in_its_sentence(one: Compared, rival: Compared) -> bool:
    """Whether the sentence that seems to contradict holds the very number, named much the same."""
    return (
        one.agrees
        and one.same_matter
        and not one.likeness.lost
        and one.same_unit
        and sentence_of(one) == sentence_of(rival)
        and one.likeness.there >= (_SAID if rival.same_unit else _NAMED)
        and (not rival.same_unit or one.score >= rival.score - _LEAD)
    )


def _is_named_too(one: Compared, rival: Compared) -> bool:
    """The very number, which has more of the draft's words around it than what contradicts it."""
    like = one.likeness
    if one.agreement is not Agreement.SAME or not one.same_unit or one.part_apart:
        return False
    if like.levels_apart or like.rates_apart or like.limited or like.lost:
        return False
    wholly = like.back >= _WHOLLY and like.there >= _NAMED
    return wholly or like.there >= max(_SAID, rival.likeness.there + _MORE)


def _bears_out(claim: Claim, one: Compared) -> bool:
    if not one.agrees or not one.same_matter:
        return False
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
    return said and like.there >= _SAID and not like.unknown and len(_digits(claim)) > 1


def _needed(claim: Claim) -> float:
    """The likeness that a number that agrees needs."""
    return _BY_DIGITS.get(len(_digits(claim)), _MANY_DIGITS)


def _digits(claim: Claim) -> tuple[int, ...]:
    if claim.view is None:
        return ()
    return claim.view.figure.quantity.value.normalize().as_tuple().digits


def _rival(claim: Claim, inside: Sequence[Compared]) -> Compared | None:
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


def is_misprint_of(claim: Claim, one: Compared) -> bool:
    """Whether the claim's number looks like a slip of the figure's."""
    if claim.view is None:
        return False
    return is_misprint(claim.view.figure.quantity, one.candidate.view.figure.quantity)


def _contradicts(claim: Claim, one: Compared) -> bool:
    like = one.likeness
    if one.agrees or not one.same_matter or like.lost or one.kind_apart:
        return False
    if claim.view is None or not claim.view.figure.quantity.unit:
        return False
    aimed = one.candidate.view.figure.kind is FigureKind.TARGET
    if not aimed and _AHEAD.search(claim.sentence):
        return False  # what was done does not gainsay what is planned
    if one.candidate.view.figure.parent is not None and claim.view.figure.parent is None:
        return False  # a part of what the draft may speak of
    slip = like.opposed or one.unit_slipped or is_misprint_of(claim, one)
    least = _STRICT_FOR_MISPRINT if slip else _STRICT
    if not (one.same_unit or one.unit_slipped):
        least = _OTHER_UNIT
    return min(like.there, like.back) >= least


def _apart(claim: Claim, one: Compared) -> bool:
    """The number agrees, but of another act, part, level or unit."""
    if one.agrees and not one.same_matter and one.score >= _needed(claim) - _FOR_APART:
        return True
    return _is_its_number(one)


def _is_its_number(one: Compared) -> bool:
    """The very number, with the draft's words around it, though the report names more."""
    return one.agreement is Agreement.SAME and one.same_unit and one.likeness.there >= _AROUND


def _elsewhere(claim: Claim, one: Compared) -> bool:
    """The number agrees with that of another place or year."""
    if one.inside or not one.agrees or one.likeness.acts_apart:
        return False
    if _is_its_number(one) and len(_digits(claim)) >= _LONG:
        return True
    return one.score >= max(_ELSEWHERE, _needed(claim) + 0.05)
