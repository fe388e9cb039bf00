"""The verdict on what is said without a number (荣誉、名称、文号等的核对结论)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, canonical, find_atoms
from assistant.draft.model import AtomKind, Finding, Verdict
from assistant.draft.sentence_shelf import SentenceShelf
from assistant.draft.wording import of_scope, shown_place
from assistant.question.lexicon import Term, coverage, plain, terms_of
from assistant.wording.statements import cite_sentence
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.model import Claim, Scope
    from assistant.draft.sentence_shelf import Line
    from assistant.evidence.gather import Evidence

__all__ = ["SentenceJudge"]

_SUPPORTS, _CONTRADICTS, _FACT = 0.42, 0.66, 0.78
_ELSEWHERE, _SURELY = 0.68, 0.85
_REST = 0.35
"""What a word of the rest of the sentence weighs beside one of the claim's own stretch."""
_NEARLY = 0.86
_SHORT_TITLE = 6
_BESIDE = 0.3
_MISSING = 0.35
_FOUND = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A stretch of a report that speaks of what a claim does (对应语段)."""

    line: Line
    score: float
    lost: bool
    """A notion or a quoted name is missing."""
    atoms: tuple[Atom, ...]
    """What it says of the claim's kind."""


class SentenceJudge:
    """Holds claims without numbers against the sentences of a library."""

    def __init__(self, evidence: Evidence) -> None:
        self._shelf = SentenceShelf(evidence)

    def judge(
        self, claim: Claim, scope: Scope, beside: frozenset[tuple[str, int]] = frozenset()
    ) -> Finding | None:
        """The verdict; None if the library says nothing of it.

        `beside` are the sentences in which the figures of the same sentence were found.
        """
        if claim.kind in (AtomKind.TITLE, AtomKind.DOCUMENT_NUMBER):
            return self._by_name(claim, scope)
        if claim.kind is AtomKind.FACT:
            return self._as_fact(claim, scope)
        return self._by_context(claim, scope, beside)

    def _by_name(self, claim: Claim, scope: Scope) -> Finding | None:
        """A title or a document number stands in the reports, or one that is nearly it."""
        wanted = canonical(claim.kind, claim.text)
        inside = [*self._shelf.named(claim.kind, scope, claim.text)]
        everywhere = [*self._shelf.named(claim.kind, None, claim.text)]
        for atom, line in inside or ():
            if _is_name(wanted, atom.value):
                return _supported(claim, line)
        for atom, line in everywhere:
            if _is_name(wanted, atom.value):
                return _supported(claim, line)
        slips = {
            atom.value: (atom, line)
            for atom, line in inside
            if _is_slip(claim.kind, wanted, atom.value)
        }
        if len(slips) != 1:
            return None
        atom, line = next(iter(slips.values()))
        return _contradicted(claim, line, atom)

    def _by_context(
        self, claim: Claim, scope: Scope, beside: frozenset[tuple[str, int]]
    ) -> Finding | None:
        """A level, batch, rank, streak or date in the stretch that speaks of the same."""
        wanted = canonical(claim.kind, claim.text)
        lines = dict.fromkeys((*self._shelf.at(beside), *self._shelf.near(claim)))
        matches = [m for line in lines if (m := _match(claim, line, beside))]
        matches.sort(key=lambda match: -match.score)
        inside = [m for m in matches if scope.holds(m.line.place, m.line.year)]
        best = inside[0] if inside else None
        if best is not None:
            same = next(
                (
                    m
                    for m in inside
                    if _says(m, wanted) and m.score >= max(_SUPPORTS, best.score - 0.15)
                ),
                None,
            )
            if same is not None:
                return _supported(claim, same.line)
            others = {atom.value for atom in best.atoms}
            said = any(atom.value == wanted for atom in best.line.atoms(claim.kind))
            if said and best.score < _SURELY:
                return None  # the sentence says it, perhaps of this
            if best.score >= _CONTRADICTS and not best.lost and len(others) == 1:
                return _contradicted(claim, best.line, best.atoms[0])
        far = next(
            (
                m
                for m in matches
                if m not in inside and m.score >= _ELSEWHERE and not m.lost and _says(m, wanted)
            ),
            None,
        )
        return _elsewhere(claim, far.line) if far is not None else None

    def _as_fact(self, claim: Claim, scope: Scope) -> Finding | None:
        """A sentence of the reports that says it in much the same words."""
        terms = _weighed(claim)
        best: tuple[float, Line] | None = None
        for line in self._shelf.near(claim):
            if not scope.holds(line.place, line.year):
                continue
            score, lost = _held(terms, line.text)
            if not lost and (best is None or score > best[0]):
                best = (score, line)
        if best is None or best[0] < _FACT:
            return None
        return _supported(claim, best[1])


def _says(match: _Match, wanted: str) -> bool:
    return any(atom.value == wanted for atom in match.atoms)


def _match(
    claim: Claim, line: Line, beside: frozenset[tuple[str, int]] = frozenset()
) -> _Match | None:
    """The stretch of a sentence nearest to a claim among those that say something of its kind."""
    terms = _weighed(claim)
    whole, lost = _held(terms, line.text)
    best: _Match | None = None
    for stretch, around, atoms in line.stretches(claim.kind):
        near, _ = _held(terms, plain(stretch))
        wide, _ = _held(terms, plain(around))
        score = 0.45 * near + 0.25 * wide + 0.3 * whole
        score = max(score, 0.93 * wide if wide == whole else score)
        score += _BESIDE * (line.key in beside)
        if best is None or score > best.score:
            best = _Match(line=line, score=score, lost=lost, atoms=atoms)
    return best


@lru_cache(maxsize=1 << 12)
def _terms(text: str) -> tuple[Term, ...]:
    return tuple(t for t in terms_of(text) if not re.fullmatch(r"[\d.%]+", t.text))


def _weighed(claim: Claim) -> list[tuple[Term, float]]:
    """The words around a claim: those of its own stretch, and the rest for less."""
    before, _, behind = claim.context.partition("\0")
    cut = max(before.rfind(mark) for mark in ",;:。")
    ends = [at for mark in ",;。" if (at := behind.find(mark)) >= 0]
    stop = min(ends, default=len(behind))
    own = before[cut + 1 :] + " " + behind[:stop]
    rest = before[: cut + 1] + " " + behind[stop:]
    own_terms = [(t, t.weight) for t in _terms(_said(own))]
    thin = sum(w for t, w in own_terms if not t.verb) < 1.6
    share = 0.8 if thin else _REST
    known = {t.text for t, _ in own_terms}
    return own_terms + [(t, t.weight * share) for t in _terms(_said(rest)) if t.text not in known]


_NOISE = re.compile(
    r"\d[\d.,]*\s?[万亿]?[余多]?[\u4e00-\u9fff]?元?|20\d\d年度?|截至|年底|[我本全][省市县区]|第[一二三四五六七八九十\d]+批?"
)


def _said(words: str) -> str:
    """Words without what other claims say, and without place and year."""
    for atom in reversed(find_atoms(words)):
        if atom.kind not in (AtomKind.NAME, AtomKind.TITLE):
            words = words[: atom.span.start] + " " + words[atom.span.end :]
    return _NOISE.sub(" ", words)


def _held(terms: Iterable[tuple[Term, float]], text: str) -> tuple[float, bool]:
    weight = found = 0.0
    lost = False
    for term, worth in terms:
        here = coverage(term, text, rates=True)
        weight += worth
        found += worth * here
        lost = lost or (term.topic and here < _MISSING and worth >= term.weight)
    return (found / weight if weight else 0.0), lost


def _is_name(wanted: str, known: str) -> bool:
    """The same name, or a short form of a long one."""
    if wanted == known:
        return True
    bare, other = wanted.strip("《》"), known.strip("《》")
    return len(bare) >= _SHORT_TITLE and (
        bare in other or (len(other) >= _SHORT_TITLE and other in bare)
    )


def _is_slip(kind: AtomKind, wanted: str, known: str) -> bool:
    """Whether names are the same but for a number, or a character or two."""
    if kind is AtomKind.DOCUMENT_NUMBER:
        mine, theirs = (re.match(r"^\D+", name) for name in (wanted, known))
        return (
            bool(mine and theirs and mine[0].endswith(theirs[0][-3:]))
            and len(known) > 0
            and _one_off(wanted, known)
        )
    number = r"[\d一二三四五六七八九十]+"
    if re.sub(number, "", wanted) == re.sub(number, "", known):
        return True
    return (
        min(len(wanted), len(known)) > 10
        and SequenceMatcher(None, wanted, known).ratio() >= _NEARLY
    )


def _one_off(wanted: str, known: str) -> bool:
    """Year or number differ, not both."""
    mine, theirs = re.findall(r"\d+", wanted), re.findall(r"\d+", known)
    return (
        len(mine) == len(theirs) == 2
        and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1
    )


def _supported(claim: Claim, line: Line) -> Finding:
    where = shown_place(line.place, line.year)
    return Finding(
        claim=claim,
        verdict=Verdict.SUPPORTED,
        reason=say("draft", "supported_words", where=where),
        citations=(cite_sentence(line.reading, line.position),),
    )


def _contradicted(claim: Claim, line: Line, atom: Atom) -> Finding:
    where = shown_place(line.place, line.year)
    true = line.words(atom)
    return Finding(
        claim=claim,
        verdict=Verdict.CONTRADICTED,
        reason=say("draft", "contradicted", where=where, written=true, said=claim.text),
        correction=true,
        citations=(cite_sentence(line.reading, line.position),),
    )


def _elsewhere(claim: Claim, line: Line) -> Finding:
    where = shown_place(line.place, line.year)
    return Finding(
        claim=claim,
        verdict=Verdict.DIFFERENT_SCOPE,
        reason=say(
            "draft", "other_place", where=where, written=claim.text, scope=of_scope(claim.scope)
        ),
        citations=(cite_sentence(line.reading, line.position),),
    )
