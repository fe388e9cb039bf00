"""A number of a draft held against those of the reports (数字比对): what agrees, what is apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft.likeness import Likeness, alike
from assistant.draft.rounding import Agreement, agreement
from assistant.draft.units import comparable, heads_apart, reckoned, unit_slipped
from assistant.draft.whose import whose_else
from corpus.model import FigureKind, Hedge
from corpus.places import short_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.candidates import Candidate
    from assistant.draft.model import Claim
    from corpus.model import Figure, Quantity, Span

__all__ = ["Compared", "compare", "key_of", "sentence_of", "within"]

_AIM = re.compile("目标|预期|计划|力争|打算|安排|要求达到|硬杠杠|定下|定了|立下")
_BESIDE = 0.12
"""What it is worth to stand in the sentence in which the claim before was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A claim held against one figure (比对)."""

    candidate: Candidate
    likeness: Likeness
    agreement: Agreement
    inside: bool
    """Of the place and year that the claim speaks of."""
    unit_apart: bool
    unit_slipped: bool
    """The same number with a unit that makes it another (斤 for 吨)."""
    same_unit: bool
    kind_apart: bool
    old_level: bool
    """The report's number is that before a change, the draft's is not, or the other way round."""
    part_apart: bool
    """The draft names a part of the place (某区 of a 市) that the report does not name here."""
    beside: bool
    whose: str = ""
    """Whose number it is, where the draft lays it at another's door."""
    instead: Compared | None = None
    """What the report has of the very thing that the draft names, where this is of another."""

    @property
    def score(self) -> float:
        """How well the names agree, and the places in the sentences."""
        return self.likeness.score + _BESIDE * self.beside - 0.15 * self.kind_apart

    @property
    def agrees(self) -> bool:
        """Whether the numbers go together."""
        return self.agreement is not Agreement.OTHER and not self.likeness.opposed

    @property
    def same_matter(self) -> bool:
        """Whether nothing says that they are of different acts, parts, levels or units."""
        one = self.likeness
        apart = one.acts_apart or one.rates_apart or one.levels_apart or self.unit_apart
        part = one.limited or self.part_apart or (one.among and not self.beside)
        return not (apart or part or self.old_level or self.whose)


def compare(claim: Claim, candidates: Iterable[Candidate], beside: object = None) -> list[Compared]:
    """Hold a claim against each figure that can be compared with it, best first."""
    if claim.view is None:
        return []
    said = claim.view.figure
    found = []
    for one in candidates:
        true = one.view.figure
        if not comparable(said, true):
            continue
        found.append(
            Compared(
                candidate=one,
                likeness=alike(claim.view, one.view),
                agreement=_agreement(claim, said.quantity, true.quantity),
                inside=within(claim, one),
                unit_apart=heads_apart(said.quantity.unit, true.quantity.unit),
                unit_slipped=unit_slipped(said.quantity, true.quantity),
                same_unit=said.quantity.unit == true.quantity.unit,
                kind_apart=said.kind is not true.kind and not _aimed(claim, true),
                old_level=_other_end(claim, one),
                part_apart=_part_apart(claim, one),
                beside=beside == (one.reading.report.id, true.sentence),
                whose=whose_else(
                    claim,
                    one.reading,
                    one.reading.report.sentences[true.sentence].span,
                    true.quantity.span.start,
                ),
            )
        )
    return sorted(found, key=lambda one: -one.score)


_BEFORE = re.compile(
    "(?:由|从|自|原来|原先|之前|此前|年初|上年|去年|前一年|过去|曾)"
    r"(?:[^,;。\d]|20\d\d年|\d{1,2}月){0,12}$"
)


def _other_end(claim: Claim, one: Candidate) -> bool:
    if one.view.superseded:
        return not _of_before(claim)
    return claim.view is not None and claim.view.superseded and one.ends_a_change


def _of_before(claim: Claim) -> bool:
    """Whether the draft speaks of a number as the one before a change."""
    before = claim.context.partition("\0")[0]
    return (claim.view is not None and claim.view.superseded) or _BEFORE.search(before) is not None


_OWN_LEVEL = "本级"


def _part_apart(claim: Claim, one: Candidate) -> bool:
    part = short_form(claim.scope.part)
    sentence = one.reading.report.sentences[one.view.figure.sentence].span
    named = one.view.own + one.view.row + sentence.of(one.reading.folded)
    if claim.view is not None and _OWN_LEVEL in claim.view.own and _OWN_LEVEL not in named:
        return True  # 省政府本级办结1137件 is not what 全省 办结
    return bool(part) and part not in named + (one.place or "")


_NOT_OVER = re.compile("(?:不[得能许准应可]?|未|没有?)$")
"""不得超过2次."""


def _agreement(claim: Claim, said: Quantity, true: Quantity) -> Agreement:
    """How the numbers go together, the draft's in the report's unit."""
    if unit_slipped(said, true):
        return Agreement.OTHER
    mine = reckoned(said, true.unit)
    if mine is not said:
        return Agreement.ROUNDED if mine.value == true.value else Agreement.OTHER
    if said.hedge in (Hedge.OVER, Hedge.MORE) and _NOT_OVER.search(
        claim.context.partition("\0")[0]
    ):
        said = replace(said, hedge=Hedge.AT_MOST)
    return agreement(said, claim.text, true, reaching=claim.reaching)


def within(claim: Claim, one: Candidate) -> bool:
    """Whether a figure is of the place and year that a claim speaks of.

    A report's number for a part of its place (江陵等7个县市) is, if the claim names the part.
    """
    part = one.view.figure.place
    place = one.home if part and part in claim.sentence else one.place
    year = one.year
    if year is None:  # an old level (由40%降至38%) is told in its report's year
        year = one.reading.report.metadata.year
        before = year - 1 if year is not None and one.view.superseded else year
        return claim.scope.holds(place, year) or claim.scope.holds(place, before)
    return claim.scope.holds(place, year)


def _aimed(claim: Claim, true: Figure) -> bool:
    """A draft that speaks of an aim need not word it as a report does (预期52万人)."""
    return true.kind is FigureKind.TARGET and _AIM.search(claim.sentence) is not None


def sentence_of(one: Compared) -> tuple[str, int]:
    """The report of a figure and the position of its sentence."""
    return one.candidate.reading.report.id, one.candidate.view.figure.sentence


def key_of(one: Compared) -> tuple[str, Span]:
    """The report of a figure and where its number stands."""
    return one.candidate.reading.report.id, one.candidate.view.figure.quantity.span
