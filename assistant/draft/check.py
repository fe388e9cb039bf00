"""A draft in, findings out (核稿): read, hold against the library, judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft.bearings import Bearings
from assistant.draft.candidates import Candidates
from assistant.draft.claims import claims_of
from assistant.draft.comparison import compare
from assistant.draft.levels import counts_level, level_finding
from assistant.draft.mentions import MENTIONS, without_covered
from assistant.draft.model import AtomKind, Finding, Verdict
from assistant.draft.opinion import second_opinion
from assistant.draft.passages import read_stretch, stretches
from assistant.draft.slogans import intends, strikes_attitude
from assistant.draft.verdict_figures import Judged, judge_figures
from assistant.draft.verdict_words import SentenceJudge
from assistant.draft.whereabouts import Whereabouts
from assistant.draft.wording import absent, with_direction
from assistant.evidence.gather import Evidence
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim
    from assistant.draft.opinion import Opinion
    from assistant.evidence.gather import Shelf

__all__ = ["Checker"]

_READ_FOR_NAMES = 12


@dataclass(slots=True)
class _Tally:
    """Which place and year the draft's numbers agree with most, for what it leaves open."""

    counts: Counter[tuple[str | None, int | None]]

    def add(self, compared: Sequence[Compared]) -> None:
        """Count the reports with which a claim agrees."""
        agreeing = [one for one in compared if one.inside and one.agrees and one.same_matter]
        best = max((one.score for one in agreeing), default=0.0)
        near = {(o.candidate.place, o.candidate.year) for o in agreeing if o.score > best - 0.1}
        for key in near:
            self.counts[key] += 1

    def best(self, claim: Claim) -> tuple[str | None, int | None] | None:
        """The place and year most in agreement among those that a claim allows."""
        for (place, year), _ in self.counts.most_common():
            if claim.scope.holds(place, year):
                return place, year
        return None


class Checker:
    """Checks drafts against one library; made once for a library."""

    def __init__(self, shelf: Shelf, reader: Callable[[], Opinion] | None = None) -> None:
        """`reader` makes for each draft what else reads its claims without figures."""
        self._reader = reader
        evidence = Evidence(shelf)
        self._evidence = evidence
        self._where = Whereabouts(evidence.cards, self._mentions)
        self._candidates = Candidates(evidence)
        self._sentences = SentenceJudge(evidence)

    def _mentions(self, name: str, places: frozenset[str]) -> bool:
        """Whether the reports of some places name another."""
        ids = [card.id for card in self._evidence.cards if card.place in places]
        return any(name in self._evidence.reading(one).folded for one in ids[:_READ_FOR_NAMES])

    def check(self, text: str, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
        """The findings in the order of the draft."""
        found: list[Finding] = []
        for part in self.findings(text):
            found += part[1]
            if progress is not None:
                progress(part[0], len(text))
        return found

    def findings(self, text: str) -> Iterator[tuple[int, list[Finding]]]:
        """The findings stretch by stretch, with how many characters are done."""
        bearings = Bearings(where=self._where)
        tally = _Tally(counts=Counter())
        opinion = self._reader() if self._reader else None
        for stretch in stretches(text):
            ahead = len(stretch.lead)
            read = claims_of(read_stretch(stretch.lead + stretch.text, stretch.year), bearings)
            claims = [claim for claim in read if claim.span.start >= ahead]
            found = self._judge(claims, tally, opinion)
            yield (
                stretch.start + len(stretch.text),
                [one.moved(stretch.start - ahead) for one in found],
            )

    def _judge(self, claims: list[Claim], tally: _Tally, opinion: Opinion | None) -> list[Finding]:
        compared = [self._compared(claim) for claim in claims]
        for one in compared:
            tally.add(one)
        narrowed = [_narrowed(claim, tally) for claim in claims]
        numbers = judge_figures(narrowed, compared)
        findings = []
        for position, claim in enumerate(narrowed):
            judged = numbers.get(position)
            finding = (
                self._of_none(judged, narrowed, numbers)
                if judged
                else self._without_number(claim, narrowed, numbers)
            )
            if finding is not None and opinion is not None:
                finding = self._read_again(claim, finding, opinion)
            if finding is not None:
                own = replace(finding.claim, scope=claims[position].scope)
                findings.append(with_direction(replace(finding, claim=own)))
        return without_covered(findings)

    def _of_none(
        self, judged: Judged, claims: Sequence[Claim], numbers: Mapping[int, Judged]
    ) -> Finding:
        """A number's verdict; one that was not found may be of what a report says was none."""
        found, at = judged.finding, judged.finding.claim.sentence_at
        if found.verdict is not Verdict.NOT_FOUND:
            return found
        keys = (n.key for position, n in numbers.items() if claims[position].sentence_at == at)
        beside = frozenset(key for key in keys if key is not None)
        return self._sentences.of_none(found.claim, beside) or found

    def _without_number(
        self, claim: Claim, claims: Sequence[Claim], numbers: Mapping[int, Judged]
    ) -> Finding | None:
        """The verdict on a claim that counts nothing; None if it belongs to one that does."""
        if claim.kind is AtomKind.SLOGAN:
            return _uncheckable(claim)
        beside = [
            judged for at, judged in numbers.items() if claims[at].sentence_at == claim.sentence_at
        ]
        if claim.kind is AtomKind.LEVEL:
            owner = next((one for one in beside if counts_level(one.finding.claim, claim)), None)
            if owner is not None and (told := level_finding(claim, owner)) is not None:
                return told
        found = frozenset(one.key for one in beside if one.key is not None)
        told = self._sentences.judge(claim, claim.scope, found)
        if told is None and claim.kind is AtomKind.STATEMENT and strikes_attitude(claim.text):
            return _uncheckable(claim)
        return told or (None if claim.kind in MENTIONS else absent(claim))

    def _read_again(self, claim: Claim, finding: Finding, opinion: Opinion) -> Finding:
        """What a reader makes of a sentence without figures that the rules did not find."""
        unfound = claim.kind is AtomKind.FACT and finding.verdict is Verdict.NOT_FOUND
        if not unfound and (claim.kind is not AtomKind.SLOGAN or intends(claim.sentence)):
            return finding
        sentences = self._sentences.about(claim, claim.scope)
        return second_opinion(claim, sentences, opinion) or finding

    def _compared(self, claim: Claim) -> list[Compared]:
        if claim.kind is not AtomKind.FIGURE:
            return []
        return compare(claim, self._candidates.near(claim))


def _uncheckable(claim: Claim) -> Finding:
    return Finding(claim=claim, verdict=Verdict.NOT_CHECKABLE, reason=say("draft", "slogan"))


def _narrowed(claim: Claim, tally: _Tally) -> Claim:
    """A claim that leaves its place or year open, with those that the draft agrees with most."""
    scope = claim.scope
    sure = scope.places is not None and (len(scope.places) == 1 or scope.either_place)
    # 2021年和2022年: the sentence itself names both.
    dated = scope.years is not None and (len(scope.years) == 1 or not scope.year_inherited)
    dated = dated or claim.ahead  # plans may be those made in either year
    if scope.stranger or (sure and dated):
        return claim
    best = tally.best(claim)
    if best is None:
        return claim
    place, year = best
    places = frozenset((place,)) if place is not None and not sure else scope.places
    years = frozenset((year,)) if year is not None and not dated else scope.years
    narrowed = replace(
        scope,
        places=places,
        years=years,
        place_assumed=places != scope.places,
        year_assumed=years != scope.years,
    )
    return replace(claim, scope=narrowed)
