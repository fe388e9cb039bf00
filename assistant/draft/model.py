"""What passes between a draft and its verdicts (核稿): claims, scopes, findings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.draft.doers import Office
    from assistant.evidence.reading import FigureView
    from assistant.model import Citation
    from corpus.model import Span

__all__ = ["AtomKind", "Claim", "Finding", "Scope", "Verdict"]


class Verdict(StrEnum):
    """What the reports make of a claim (核对结论)."""

    SUPPORTED = "supported"
    APPROXIMATE = "approximate"
    CONTRADICTED = "contradicted"
    DIFFERENT_SCOPE = "different_scope"
    NOT_FOUND = "not_found"
    NOT_CHECKABLE = "not_checkable"


class AtomKind(StrEnum):
    """What a claim says (主张类型)."""

    FIGURE = "figure"
    LEVEL = "level"
    BATCH = "batch"
    RANK = "rank"
    STREAK = "streak"
    TALLY = "tally"
    DOCUMENT_NUMBER = "document_number"
    TITLE = "title"
    DATE = "date"
    NAME = "name"
    PRIZE = "prize"
    FIRST = "first"
    LISTING = "listing"
    SLOT = "slot"
    HONOURED = "honoured"
    PERSON = "person"
    STATEMENT = "statement"
    VALUE = "value"
    FACT = "fact"
    SLOGAN = "slogan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The place and the year that a claim speaks of (口径), as far as the draft says."""

    places: frozenset[str] | None = None
    """Places of the library that may be meant; None where the draft names none."""
    years: frozenset[int] | None = None
    stranger: str = ""
    """A place named that no report is about."""
    part: str = ""
    """A part of the place spoken of (某区 of a 市) that the words before the claim name."""
    offices: frozenset[Office] = frozenset()
    """The office whose draft it is, by its title."""
    said: str = ""
    """Place and year as they are shown to a person."""
    place_assumed: bool = False
    """The draft names none: the library's reports that agree with it most do."""
    year_assumed: bool = False
    either_place: bool = False
    """A new section may go on with the place named last, or with that of the title."""
    place_inherited: bool = False
    year_inherited: bool = False

    def holds(self, place: str | None, year: int | None) -> bool:
        """Whether something of this place and year is what the claim speaks of."""
        if self.stranger:
            return False
        if self.places is not None and place not in self.places:
            return False
        return self.years is None or year in self.years


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something in a draft that can be held against the reports (主张)."""

    span: Span
    """Where its words stand in the draft."""
    text: str
    kind: AtomKind
    sentence: str
    """The sentence it stands in, folded."""
    sentence_at: int
    """Where that sentence begins."""
    context: str
    """The sentence, folded, with a NUL where the claim's own words stand, if they are not all."""
    scope: Scope
    view: FigureView | None = None
    """The figure laid out for matching; only for figures."""
    reaching: bool = False
    """The words beside the number say that it was passed (跃上…台阶)."""
    ahead: bool = False
    """It stands among a draft's plans."""

    def moved(self, by: int) -> Claim:
        """The same claim where the draft begins `by` characters earlier."""
        span = type(self.span)(self.span.start + by, self.span.end + by)
        return replace(self, span=span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim with its verdict, and the sentences that bear it out (核对结果)."""

    claim: Claim
    verdict: Verdict
    reason: str
    correction: str | None = None
    citations: tuple[Citation, ...] = ()

    def moved(self, by: int) -> Finding:
        """The same finding where the draft begins `by` characters earlier."""
        return replace(self, claim=self.claim.moved(by))
