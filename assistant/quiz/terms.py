"""The field's terms in a report (术语), explained in the report's own words.

In falling order of worth: the entry of a 名词解释 appendix; a sentence that says what the term is;
one that says what is done with it. A term that is only named or counted has no card.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from assistant.quiz.making import cite_span, printed
from assistant.quiz.terms_explained import explanation, usage
from assistant.quiz.words import listed
from corpus.model import Span
from corpus.tokens import edges_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.model import Citation
    from assistant.quiz.voices import Voice

__all__ = ["Source", "Term", "best_terms", "terms_of"]

_QUOTED = re.compile(r"“([^“”,。;:\n]{3,12})”")
_ENTRY = re.compile(
    r"^[ \t]*(?:[((]?\d{1,3}[))]?[.、. ]?|[一二三四五六七八九十]+、|\[\d+\])?[ \t]*"
    r"(?P<entry>[“\"《]?(?P<term>[^“”\"《》::。\n]{2,24}?)[”\"》]?[ \t]*"
    r"(?:[::]|——|(?=是指|指的是))[ \t]*(?:是指|指的是|指)?(?P<told>[^\n]{6,}))$",
    re.MULTILINE,
)
_SHORTEST = 6
_FAIR = range(16, 80)
"""How long a good explanation is."""


class Source(IntEnum):
    """How well a report explains a term (释义来源); the smaller, the better.

    `DEFINED` says what it is, `USED` what is done with it.
    """

    APPENDIX = 0
    DEFINED = 1
    USED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with what a report says of it (术语卡片)."""

    word: str
    told: str
    """The explanation, in the report's words; of a term that is used, what is done with it."""
    source: Source
    place: str
    year: int
    citation: Citation

    @property
    def rank(self) -> tuple[int, int, int]:
        """The better, the smaller: how it is explained, whether at fair length, and clearly.

        Of two that are alike, the one with fewer other names in quotation marks.
        """
        return self.source, len(self.told) not in _FAIR, self.told.count("“")


def terms_of(voice: Voice) -> tuple[Term, ...]:
    """The terms of one report, each once, in the order in which it explains or uses them."""
    found: dict[str, Term] = {}
    for term in (*_from_appendix(voice), *_from_text(voice)):
        held = found.get(term.word)
        if held is None or term.rank < held.rank:
            found[term.word] = term
    return tuple(term for term in found.values() if not _part_of_another(term, found))


def best_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each term once over many reports, with its best explanation."""
    found: dict[str, Term] = {}
    for term in terms:
        held = found.get(term.word)
        if held is None or term.rank < held.rank:
            found[term.word] = term
    return tuple(sorted(found.values(), key=lambda term: (term.source, term.word)))


def _part_of_another(term: Term, found: dict[str, Term]) -> bool:
    """三项制度 in 行政执法三项制度, where the same sentence is all that is said of it."""
    return term.source is Source.USED and any(
        term.word != other.word and term.word in other.word and other.citation == term.citation
        for other in found.values()
    )


def _from_appendix(voice: Voice) -> list[Term]:
    start = _appendix_start(voice)
    if start is None:
        return []
    terms = []
    for entry in _ENTRY.finditer(voice.folded, start):
        word = entry["term"].strip()
        told = re.sub(r"\s", "", voice.report.text[slice(*entry.span("told"))]).strip("。；，：;,:")
        if len(told) < _SHORTEST or word in listed("passages", "skipped"):
            continue
        span = Span(*entry.span("entry"))
        terms.append(_term(voice, word, told, Source.APPENDIX, span))
    return terms


def _appendix_start(voice: Voice) -> int | None:
    """Where a list of explained terms begins: behind a short line that says so."""
    names = "|".join(map(re.escape, listed("terms", "appendix")))
    found = re.search(rf"^[^\n。]{{0,8}}(?:{names})[^\n。]{{0,6}}$", voice.folded, re.MULTILINE)
    return found.end() if found else None


def _from_text(voice: Voice) -> list[Term]:
    end = _appendix_start(voice) or len(voice.folded)
    terms = []
    headings = {section.heading.start for section in voice.report.sections}
    for sentence in voice.report.sentences:
        if sentence.span.start >= end:
            break
        if sentence.span.start in headings:
            continue
        folded = sentence.span.of(voice.folded)
        for word, at in _words_in(folded):
            if told := explanation(folded, word, at):
                terms.append(_term(voice, word, told, Source.DEFINED, sentence.span))
            elif word in _listed_words() and (told := usage(folded, word, at)):
                terms.append(_term(voice, word, told, Source.USED, sentence.span))
    return terms


@cache
def _listed_words() -> frozenset[str]:
    return frozenset(listed("terms", "words"))


@cache
def _known() -> re.Pattern[str]:
    words = sorted(_listed_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _words_in(folded: str) -> list[tuple[str, int]]:
    """The terms of a sentence as whole words, and where they stand."""
    found = {(one[1], one.start(1)) for one in _QUOTED.finditer(folded) if _looks_like_one(one[1])}
    quoted = {at for _, at in found}
    edges: frozenset[int] | None = None
    for one in _known().finditer(folded):
        if folded[max(0, one.start() - 1) : one.start()] == "“" and folded[one.end() :][:1] == "”":
            found.add((one.group(), one.start()))
        elif one.start() not in quoted and not _in_a_title(folded, one.start()):
            edges = edges_of(folded) if edges is None else edges
            if {one.start(), one.end()} <= edges:
                found.add((one.group(), one.start()))
    return sorted(found, key=lambda pair: pair[1])


def _looks_like_one(words: str) -> bool:
    return any(sign in words for sign in listed("terms", "signs"))


def _in_a_title(folded: str, at: int) -> bool:
    return folded.count("《", 0, at) > folded.count("》", 0, at)


def _term(voice: Voice, word: str, told: str, source: Source, span: Span) -> Term:
    start = Span(span.start, span.start)
    holding = (one.section for one in voice.report.sentences if one.span.covers(start))
    section = next(holding, None)
    return Term(
        word=word,
        told=printed(told),
        source=source,
        place=voice.place,
        year=voice.year,
        citation=cite_span(voice, _with_marks(voice.folded, span), section),
    )


def _with_marks(folded: str, span: Span) -> Span:
    """A span with the quotation mark that opens right before it."""
    opens = folded[max(0, span.start - 1) : span.start] == "“"
    return Span(span.start - 1, span.end) if opens else span
