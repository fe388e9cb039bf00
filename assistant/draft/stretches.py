"""Stretches of reports that speak of what a claim without a number does (对应语段)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, find_atoms, is_bare_rank
from assistant.draft.model import AtomKind
from assistant.draft.turns import days_meant
from assistant.draft.words import listed
from assistant.question.lexicon import Term, coverage, plain, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.model import Claim
    from assistant.draft.sentence_shelf import Line

__all__ = ["Match", "denied", "held", "match", "replaced"]
__all__ += ["stretch_terms", "tells", "weighed"]

_REST = 0.35
"""What a word of the rest of the sentence weighs beside one of the claim's own stretch."""
_BESIDE = 0.3
_MISSING = 0.35
_NOUN = 2
_ONE_A_SENTENCE = frozenset((AtomKind.RANK, AtomKind.STREAK, AtomKind.PRIZE, AtomKind.TALLY))
_SOLE = 0.72
"""What the sentence as a whole is worth, if it says but one thing of the claim's kind."""
_SETTING = 8
"""Characters of the stretch before (在…考评中) that alone tell what a rank is of."""
_SAME_AHEAD, _SAME_BEHIND = 4, 2
"""Characters behind a level that tell what it is of: in its sentence, in its stretch."""
_LITERAL, _SHORTEST = 0.92, 4
"""What a stretch in the very same words is worth, and from how many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A stretch of a report that speaks of what a claim does (对应语段)."""

    line: Line
    score: float
    worded: float
    """The score without what it is worth to stand where the sentence's numbers stand."""
    lost: bool
    """A notion or a quoted name is missing."""
    atoms: tuple[Atom, ...]
    """What it says of the claim's kind."""

    def says(self, wanted: str) -> bool:
        """Whether it says what is wanted; 第一 alone is first in whatever is spoken of."""
        return any(self._is(atom, wanted) for atom in self.atoms)

    def _is(self, atom: Atom, wanted: str) -> bool:
        if atom.value == wanted:
            return True
        if atom.kind is AtomKind.DATE:
            return _same_day(atom.value, wanted, self.line.year)
        if atom.kind is not AtomKind.RANK:
            return False
        if is_bare_rank(wanted):
            return atom.value.endswith(wanted)
        bare = is_bare_rank(atom.value) and wanted.endswith(atom.value)
        return bare and wanted.removesuffix(atom.value) in self.line.folded


def _same_day(one: str, other: str, year: int | None) -> bool:
    """3月26日 in a report of 2021, and 2021年3月26日."""
    short, long = sorted((one, other), key=len)
    return "年" not in short and long == f"{year}年{short}"


def stretch_terms(words: str, places: frozenset[str]) -> list[tuple[Term, float]]:
    """The words of a stretch with their weights, without places and words for coming in a rank."""
    known = frozenset((*listed("standing"), *listed("adverbs")))
    for place in sorted(places, key=len, reverse=True):
        words = words.replace(place, " ")
    return [(term, term.weight) for term in _terms(_said(words)) if term.text not in known]


def match(
    claim: Claim,
    line: Line,
    beside: frozenset[tuple[str, int]] = frozenset(),
    places: frozenset[str] = frozenset(),
) -> Match | None:
    """The stretch of a sentence nearest to a claim among those that say something of its kind."""
    terms = weighed(claim, places)
    own, setting = _bare(_stretch_of(claim)[0], places), _bare(_stretch_before(claim), places)
    whole, lost = held(terms, line.text)
    best: Match | None = None
    for stretch, around, atoms in line.stretches(claim.kind):
        near, _ = held(terms, plain(stretch))
        wide, _ = held(terms, plain(around))
        score = 0.45 * near + 0.25 * wide + 0.3 * whole
        score = max(score, 0.93 * wide if wide == whole else score)
        score = max(score, _LITERAL * _alike(own, _bare(stretch, places)))
        if claim.kind in _ONE_A_SENTENCE and len(line.atoms(claim.kind)) == 1:
            score = max(score, _SOLE * whole)
            same = len(setting) >= _SETTING and setting in _bare(line.folded, places)
            score = max(score, _SOLE if same and not lost else score)
        bonus = _BESIDE * (line.key in beside)
        if best is None or score + bonus > best.score:
            best = Match(
                line=line,
                score=score + bonus,
                worded=score,
                lost=lost,
                atoms=_meant(claim, line, atoms),
            )
    return best


def _meant(claim: Claim, line: Line, atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Of several levels in a stretch, those of what the claim's level is of (省级试点区).

    Of several days in a sentence, those of the same document or of the same step.
    """
    if claim.kind is AtomKind.DATE:
        return days_meant(claim, line, atoms)
    if claim.kind is not AtomKind.LEVEL:
        return atoms
    behind = plain(claim.context.partition("\0")[2])
    for among, length in ((line.atoms(claim.kind), _SAME_AHEAD), (atoms, _SAME_BEHIND)):
        of = behind[:length]
        same = [one for one in among if plain(line.folded[one.span.end :]).startswith(of)]
        if len(of) == length and len({one.value for one in same}) == 1:
            return tuple(same)
    return atoms


@lru_cache(maxsize=1 << 12)
def _terms(text: str) -> tuple[Term, ...]:
    return tuple(t for t in terms_of(text) if not re.fullmatch(r"[\d.%]+", t.text))


def _stretch_of(claim: Claim) -> tuple[str, str]:
    """The words of a claim's own stretch between commas, and the rest of its sentence."""
    before, _, behind = claim.context.partition("\0")
    cut = max(before.rfind(mark) for mark in ",;:。")
    ends = [at for mark in ",;。" if (at := behind.find(mark)) >= 0]
    stop = min(ends, default=len(behind))
    return before[cut + 1 :] + " " + behind[:stop], before[: cut + 1] + " " + behind[stop:]


def _stretch_before(claim: Claim) -> str:
    """The stretch before a claim's own: it may say where a rank was won (在…考评中)."""
    return ["", *re.split("[,;:。]", claim.context.partition("\0")[0])][-2]


def tells(claim: Claim, places: frozenset[str]) -> bool:
    """Whether anything stands around a claim but places and years."""
    return bool(_bare(claim.context.replace("\0", " "), places))


def _bare(stretch: str, places: frozenset[str]) -> str:
    """What a stretch is about: without what it claims, places, and words for coming in a rank."""
    words = plain(_said(stretch))
    for word in (*sorted(places, key=len, reverse=True), *listed("standing")):
        words = words.replace(word, "")
    return words


def _alike(one: str, other: str) -> float:
    """How alike two stretches are to the letter, by their pairs of characters."""
    if min(len(one), len(other)) < _SHORTEST:
        return 0.0
    mine, theirs = _pairs(one), _pairs(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


@lru_cache(maxsize=1 << 13)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def weighed(claim: Claim, places: frozenset[str] = frozenset()) -> list[tuple[Term, float]]:
    """The words around a claim: those of its own stretch, and the rest for less.

    Names of the library's places are left out: the scope tells of them.
    """
    own, rest = _stretch_of(claim)
    known_already = places | frozenset(listed("standing"))
    own_terms = [(t, t.weight) for t in _terms(_said(own)) if t.text not in known_already]
    thin = sum(w for t, w in own_terms if not t.verb) < 1.6
    share = 0.8 if thin else _REST
    known = {t.text for t, _ in own_terms}
    return own_terms + [
        (t, t.weight * share) for t in _terms(_said(rest)) if t.text not in known | known_already
    ]


_NOISE = re.compile(
    r"\d[\d.,]*\s?[万亿]?[余多]?[\u4e00-\u9fff]?元?|20\d\d年度?|截至|年底|[我本全][省市县区]|第[一二三四五六七八九十\d]+批?"
)


def _said(words: str) -> str:
    """Words without what other claims say, and without place and year."""
    for atom in reversed(find_atoms(words)):
        if atom.kind not in (AtomKind.NAME, AtomKind.TITLE):
            words = words[: atom.span.start] + " " + words[atom.span.end :]
    return _NOISE.sub(" ", words)


def held(terms: Iterable[tuple[Term, float]], text: str) -> tuple[float, bool]:
    """Share of the words that a text holds, and whether a notion of their own is missing."""
    weight = found = 0.0
    lost = False
    for term, worth in terms:
        here = coverage(term, text, rates=True)
        weight += worth
        found += worth * here
        lost = lost or (term.topic and here < _MISSING and worth >= term.weight)
    return (found / weight if weight else 0.0), lost


_DENIALS = re.compile(
    "没有|没能|未能|尚未|并未|从未|仍未|还未|不再|未曾|未建|未设"
    "|未(?:发生|出现|发现|引发|造成|有|能|达|完成|实现|开展|制定|落实)|零发生"
)


def denied(said: str, true: str) -> bool:
    """Whether a draft denies something and a report does not, or the other way round."""
    return bool(_DENIALS.search(said)) != bool(_DENIALS.search(true))


def replaced(terms: Iterable[tuple[Term, float]], said: str, true: str) -> bool:
    """Whether a noun of a draft stands where a report has another (电视栏目 for 广播栏目)."""
    bare = plain(said)
    for term, _ in terms:
        at = bare.find(term.text)
        if term.verb or at < 0 or len(term.text) < _NOUN or coverage(term, true) >= _MISSING:
            continue
        behind = bare[at + len(term.text) :][:_NOUN]
        place = true.find(behind) if len(behind) == _NOUN else -1
        if place >= _NOUN and true[place - _NOUN : place] not in bare:
            return True
    return False
