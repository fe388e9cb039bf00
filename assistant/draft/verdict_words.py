"""The verdict on what is said without a number (荣誉、名称、文号等的核对结论)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.draft.aliases import names_of
from assistant.draft.atoms import Atom, canonical, find_atoms, is_bare_rank
from assistant.draft.levels import award_level
from assistant.draft.mentions import MENTIONS, is_honour
from assistant.draft.model import AtomKind, Finding, Verdict
from assistant.draft.names import is_name, is_slip
from assistant.draft.nones import judge_none, none_of
from assistant.draft.report_facts import judge_own_facts
from assistant.draft.sentence_shelf import SentenceShelf
from assistant.draft.statements import beside as beside_statement
from assistant.draft.statements import judge_statement, planned, unheard
from assistant.draft.stretches import (
    Match,
    denied,
    held,
    match,
    replaced,
    tells,
    weighed,
)
from assistant.draft.turns import of_before, same_turn, told_as_before, told_days
from assistant.draft.values import other_session
from assistant.draft.verdict_mentions import judge_mention
from assistant.draft.wording import absent, of_scope, shown_place
from assistant.question.lexicon import plain
from assistant.wording.statements import cite_sentence
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from assistant.draft.model import Claim, Scope
    from assistant.draft.sentence_shelf import Line
    from assistant.draft.told import Told
    from assistant.evidence.gather import Evidence
    from assistant.model import Citation

__all__ = ["SentenceJudge"]

_SUPPORTS, _CONTRADICTS, _FACT = 0.42, 0.66, 0.78
_VERBATIM = 10
"""Characters of a stretch that says enough by itself."""
_DAY = re.compile(r"20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_ELSEWHERE, _SURELY = 0.68, 0.85


class SentenceJudge:
    """Holds claims without numbers against the sentences of a library."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._shelf = SentenceShelf(evidence)
        self._places = names_of(card.place for card in evidence.cards if card.place)

    def judge(
        self, claim: Claim, scope: Scope, beside: frozenset[tuple[str, int]] = frozenset()
    ) -> Finding | None:
        """The verdict; None if the library says nothing of it.

        `beside` are the sentences in which the figures of the same sentence were found.
        """
        own = judge_own_facts(claim, scope, self._evidence)
        if own is not None:
            return own
        if claim.kind in (AtomKind.TITLE, AtomKind.DOCUMENT_NUMBER):
            return self._by_name(claim, scope)
        if claim.kind in MENTIONS:
            told = judge_none(claim, self._shelf.at(beside)) or self._as_mention(claim, scope)
            if told is None and (is_honour(claim) or self._is_unheard(claim, scope)):
                return absent(claim)
            return _mentioned(claim, told) if told else None
        if claim.kind is AtomKind.FACT:
            return self._as_fact(claim, scope)
        return self._by_context(claim, scope, beside)

    def of_none(self, claim: Claim, beside: frozenset[tuple[str, int]]) -> Finding | None:
        """A number that was not found, of what the sentences of those beside it say was none."""
        told = none_of(claim, self._shelf.at(beside))
        return _mentioned(claim, told) if told else None

    def _is_unheard(self, claim: Claim, scope: Scope) -> bool:
        lines = [*self._shelf.near(claim), *self._shelf.near_words(fold(claim.text))]
        return unheard(claim, replace(scope, years=None), lines, self._places)

    def _as_mention(self, claim: Claim, scope: Scope) -> Told | None:
        lines = self._shelf.near(claim)
        if claim.kind not in (AtomKind.STATEMENT, AtomKind.VALUE):
            return judge_mention(claim, scope, lines, self._places)
        lines = [*dict.fromkeys((*self._shelf.near_words(fold(beside_statement(claim))), *lines))]
        return judge_statement(claim, scope, lines, self._places)

    def _by_name(self, claim: Claim, scope: Scope) -> Finding | None:
        """A title or a document number stands in the reports, or one that is nearly it."""
        wanted = canonical(claim.kind, claim.text)
        if claim.kind is AtomKind.DOCUMENT_NUMBER and (own := self._number_of(claim, scope)):
            line, atom = own
            same = is_name(wanted, atom.value)
            return _supported(claim, line) if same else _contradicted(claim, line, atom)
        inside = [*self._shelf.named(claim.kind, scope, claim.text)]
        everywhere = [*self._shelf.named(claim.kind, None, claim.text)]
        for atom, line in inside or ():
            if is_name(wanted, atom.value):
                return _supported(claim, line)
        for atom, line in everywhere:
            if is_name(wanted, atom.value):
                return _supported(claim, line)
        listed = self._shelf.holding(claim.text.strip("《》"), replace(scope, years=None))
        unmarked = next(iter(listed), None)
        if claim.kind is AtomKind.TITLE and unmarked is not None:
            return _supported(claim, unmarked)
        slips = {
            atom.value: (atom, line)
            for atom, line in inside
            if is_slip(claim.kind, wanted, atom.value)
        }
        if len(slips) != 1:
            return None
        atom, line = next(iter(slips.values()))
        return _contradicted(claim, line, atom)

    def _number_of(self, claim: Claim, scope: Scope) -> tuple[Line, Atom] | None:
        """The number that the reports give the one document that the draft's sentence names."""
        titles = {m.value for m in find_atoms(claim.sentence) if m.kind is AtomKind.TITLE}
        if len(titles) != 1:
            return None
        lines = self._shelf.holding(titles.pop().strip("《》"), replace(scope, years=None))
        found = [(line, line.atoms(claim.kind)) for line in lines]
        known = {atom.value: (line, atom) for line, atoms in found for atom in atoms}
        sole = all(len(atoms) <= 1 for _, atoms in found) and len(known) == 1
        return next(iter(known.values())) if sole else None

    def _by_context(
        self, claim: Claim, scope: Scope, beside: frozenset[tuple[str, int]]
    ) -> Finding | None:
        """A level, batch, rank, streak or date in the stretch that speaks of the same."""
        wanted = canonical(claim.kind, claim.text)
        lines = dict.fromkeys((*self._shelf.at(beside), *self._shelf.near(claim)))
        matches = [m for line in lines if (m := match(claim, line, beside, self._places))]
        matches.sort(key=lambda match: -match.score)
        inside = [
            m for m in matches if scope.holds(m.line.place, m.line.year) and not m.line.whose(claim)
        ]
        best = inside[0] if inside else None
        here = (line for line in lines if scope.holds(line.place, line.year))
        if claim.kind is AtomKind.LEVEL and (told := award_level(claim, here)):
            return _contradicted(claim, *told)
        if best is not None and claim.kind is AtomKind.RANK and of_before(claim, best.line):
            return _elsewhere(claim, best.line)
        if best is not None:
            same = next(
                (
                    m
                    for m in inside
                    if m.says(wanted) and m.score >= max(_SUPPORTS, best.score - 0.15)
                ),
                None,
            )
            verbatim = next((m for m in inside if _says_so(claim, m.line)), None)
            if same is not None or verbatim is not None:
                return _supported(claim, (same or verbatim or best).line)
            left = _not_said(claim, best)
            others = {atom.value for atom in left}
            said = any(atom.value == wanted for atom in best.line.atoms(claim.kind))
            said = said and not told_days(claim, best.line)  # that of another step is not said
            if said and best.worded < _SURELY:
                return None  # the sentence says it, perhaps of this
            turned = next((a for m in inside if (a := same_turn(claim, m.line))), None)
            if turned is not None and turned[1].value != wanted and not said:
                return _contradicted(claim, *turned)
            if claim.kind is AtomKind.DATE and (
                not tells(claim, self._places) or other_session(claim.sentence, best.line.folded)
            ):
                return None  # a day that stands alone says of nothing
            if best.score >= _CONTRADICTS and not best.lost and len(others) == 1:
                return _contradicted(claim, best.line, left[0])
        far = next(
            (
                m
                for m in matches
                if m not in inside and m.score >= _ELSEWHERE and not m.lost and m.says(wanted)
            ),
            None,
        )
        if far and (_is_own_day(claim, scope, far) or told_as_before(claim, far.line)):
            return _supported(claim, far.line)
        return _elsewhere(claim, far.line) if far is not None else None

    def about(self, claim: Claim, scope: Scope) -> list[Citation]:
        """The sentences inside a scope that come nearest to a claim, best first."""
        return [
            cite_sentence(line.reading, line.position)
            for line in self._shelf.near(claim)
            if scope.holds(line.place, line.year)
        ]

    def _as_fact(self, claim: Claim, scope: Scope) -> Finding | None:
        """A sentence of the reports that says it in much the same words."""
        terms = weighed(claim, self._places)
        best: tuple[float, Line] | None = None
        for line in self._shelf.near(claim):
            if not scope.holds(line.place, line.year) or planned(claim, line) or line.whose(claim):
                continue
            score, lost = held(terms, line.text)
            said = claim.sentence
            lost = lost or denied(said, line.text) or replaced(terms, said, line.text)
            if not lost and (best is None or score > best[0]):
                best = (score, line)
        if best is None or best[0] < _FACT:
            return None
        return _supported(claim, best[1])


def _says_so(claim: Claim, line: Line) -> bool:
    """Whether a report has the very words around a claim, from comma to comma."""
    before, _, behind = claim.context.partition("\0")
    words = re.split("[,;:。!?、]", before)[-1] + fold(claim.text)
    words += re.split("[,;:。!?、]", behind)[0]
    return len(plain(words)) >= _VERBATIM and plain(words) in plain(line.text)


def _is_own_day(claim: Claim, scope: Scope, told: Match) -> bool:
    """Whether a day with its year stands in a report of the place: it names a year itself."""
    dated = claim.kind is AtomKind.DATE and _DAY.search(fold(claim.text)) is not None
    return dated and replace(scope, years=None).holds(told.line.place, told.line.year)


def _supported(claim: Claim, line: Line) -> Finding:
    where = shown_place(line.place, line.year)
    return Finding(
        claim=claim,
        verdict=Verdict.SUPPORTED,
        reason=say("draft", "supported_words", where=where),
        citations=(cite_sentence(line.reading, line.position),),
    )


def _mentioned(claim: Claim, told: Told) -> Finding:
    """The finding on a mention; of a list, on the item that is another."""
    if told.verdict is Verdict.SUPPORTED:
        return _supported(claim, told.line)
    at = claim.sentence.find(told.said, claim.span.start - claim.sentence_at)
    start = claim.sentence_at + at
    span = type(claim.span)(start, start + len(told.said)) if at >= 0 else claim.span
    where = shown_place(told.line.place, told.line.year)
    return Finding(
        claim=replace(claim, span=span, text=told.said),
        verdict=told.verdict,
        reason=say("draft", "contradicted", where=where, written=told.true, said=told.said),
        correction=told.true,
        citations=(cite_sentence(told.line.reading, told.line.position),),
    )


def _contradicted(claim: Claim, line: Line, atom: Atom) -> Finding:
    where = shown_place(line.place, line.year)
    true = line.words(atom)
    if claim.kind is AtomKind.RANK and is_bare_rank(claim.text):
        true = re.sub("^.+?(?=第|前|首位|榜首)", "", true)  # among whom stands in the draft
    return Finding(
        claim=claim,
        verdict=Verdict.CONTRADICTED,
        reason=say("draft", "contradicted", where=where, written=true, said=claim.text),
        correction=true,
        citations=(cite_sentence(line.reading, line.position),),
    )


def _elsewhere(claim: Claim, line: Line) -> Finding:
    where, who = shown_place(line.place, line.year), line.whose(claim)
    scope = of_scope(claim.scope)
    return Finding(
        claim=claim,
        verdict=Verdict.DIFFERENT_SCOPE,
        reason=(
            say("draft", "other_doer", where=where, written=claim.text, who=who)
            if who and claim.scope.holds(line.place, line.year)
            else say("draft", "other_place", where=where, written=claim.text, scope=scope)
        ),
        citations=(cite_sentence(line.reading, line.position),),
    )


def _not_said(claim: Claim, best: Match) -> list[Atom]:
    """What the report says here of the claim's kind; of dates, one the draft does not have, too."""
    if claim.kind is not AtomKind.DATE:
        return [*best.atoms]
    said = {atom.value for atom in find_atoms(claim.sentence) if atom.kind is claim.kind}
    left = [atom for atom in best.atoms if atom.value not in said]
    return left or [atom for atom in best.line.atoms(claim.kind) if atom.value not in said]
