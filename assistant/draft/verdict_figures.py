"""The verdict on a number (数字的核对结论): strict where it would accuse, patient elsewhere.

A number is contradicted only by a figure of the same name, place, year, kind and unit. If the
names agree less, a number that agrees is still of another scope, and one that does not is not
found.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft.company import in_company
from assistant.draft.comparison import Compared, key_of, sentence_of, within
from assistant.draft.crosswise import told_crosswise
from assistant.draft.grounds import (
    LEAD,
    agreeing,
    bears_out,
    in_its_sentence,
    is_apart,
    is_elsewhere,
    is_its_number,
    is_misplaced,
    is_named_too,
    is_of_fellow,
    is_told_elsewhere,
    rival_of,
)
from assistant.draft.model import Finding, Verdict
from assistant.draft.neighbours import neighbour_of, of_the_whole
from assistant.draft.swaps import exchanged, out_of_order, taken_by, turned_round
from assistant.draft.wording import absent, finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.draft.model import Claim
    from corpus.model import Span

__all__ = ["Judged", "judge_figures"]


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
        claim, taken = claims[position], _taken(position, claims, found)
        around = _keys_around(claim, claims, found)
        # What stands behind a number tells where it belongs, too.
        lost = one.key is None and bool(around)
        if lost or (_gainsays(one) and taken):
            pairs = [pair for pair in compared[position] if key_of(pair) not in taken]
            found[position] = judge_figure(claim, _placed(pairs, claim, around))
    borne = {at: one.by for at, one in found.items() if one.by is not None and _is_borne(one)}
    unfound = [at for at, one in found.items() if one.by is None]
    for at, true in in_company(claims, borne, unfound).items():
        found[at] = Judged(finding=finding(claims[at], agreeing(true), true), by=true)
    known = {at: one.by for at, one in found.items() if one.by is not None}
    swapped = exchanged(claims, known, compared) | told_crosswise(claims, known, compared)
    swapped |= out_of_order(claims, borne)
    for at, true in (swapped | turned_round(claims, compared)).items():
        found[at] = Judged(finding=finding(claims[at], Verdict.CONTRADICTED, true), by=true)
    return found


def _gainsays(one: Judged) -> bool:
    """Whether a number is judged by a figure that has another one."""
    instead = one.by is not None and one.by.instead is not None
    return instead or one.finding.verdict is Verdict.CONTRADICTED


def _is_borne(one: Judged) -> bool:
    return one.finding.verdict in (Verdict.SUPPORTED, Verdict.APPROXIMATE)


def _taken(
    position: int, claims: Sequence[Claim], found: dict[int, Judged]
) -> frozenset[tuple[str, Span]]:
    """Figures of the reports that other numbers of the same sentence are: they gainsay no other.

    One that gainsays a number of its own unit gainsays none of another unit.
    """
    mine = found[position].by
    return frozenset(
        key_of(one.by)
        for at, one in found.items()
        if at != position
        and one.by is not None
        and claims[at].sentence_at == claims[position].sentence_at
        and (
            one.finding.verdict in (Verdict.SUPPORTED, Verdict.APPROXIMATE)
            or (one.by.same_unit and mine is not None and not mine.same_unit)
        )
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
    borne = next((one for one in inside if bears_out(claim, one)), None)
    rival = rival_of(claim, inside)
    base = borne or next((one for one in inside if is_its_number(one)), None)
    taken = taken_by(claim, base, inside) if base is not None else None
    if taken is not None:
        return Verdict.CONTRADICTED, taken
    if borne is not None and (rival is None or rival.score <= borne.score + LEAD):
        part = of_the_whole(claim, borne, inside)
        if part is not None:
            return Verdict.DIFFERENT_SCOPE, replace(borne, instead=part)
        return agreeing(borne), borne
    if rival is not None:
        return _beside(claim, rival, inside, compared)
    misplaced = next((one for one in inside if is_misplaced(claim, one, inside)), None)
    if misplaced is not None:
        return Verdict.CONTRADICTED, misplaced
    apart = next((one for one in inside if is_apart(claim, one)), None)
    elsewhere = next((one for one in compared if is_elsewhere(claim, one)), None)
    fellow = next((one for one in inside if is_of_fellow(one, inside)), None)
    by = apart or fellow or elsewhere
    return (Verdict.DIFFERENT_SCOPE if by else Verdict.NOT_FOUND), by


def _beside(
    claim: Claim, rival: Compared, inside: Sequence[Compared], compared: Sequence[Compared]
) -> tuple[Verdict, Compared]:
    """The verdict where a figure contradicts, unless the draft's very number stands beside it."""
    own = next((one for one in inside if in_its_sentence(one, rival)), None)
    if own is not None:
        return agreeing(own), own
    named = next((one for one in inside if is_named_too(one, rival)), None) or next(
        (one for one in compared if one.old_level and is_its_number(one)), None
    )
    if named is None and not rival.same_unit:
        # Its very number stands beside, of a part or an act that the draft does not mean.
        named = next((one for one in inside if _is_beside(one, rival)), None)
    other = next((one for one in compared if is_told_elsewhere(claim, one, rival)), None)
    if named is None and other is not None:
        return Verdict.DIFFERENT_SCOPE, other
    if named is None and (other := neighbour_of(claim, inside, rival)) is not None:
        return Verdict.DIFFERENT_SCOPE, replace(other, instead=rival)
    if named is None:
        return Verdict.CONTRADICTED, rival
    return (agreeing(named) if named.same_matter else Verdict.DIFFERENT_SCOPE), named


def _is_beside(one: Compared, rival: Compared) -> bool:
    return is_its_number(one) and not one.same_matter and sentence_of(one) == sentence_of(rival)
