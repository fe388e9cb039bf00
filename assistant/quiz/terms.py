"""The field's terms in a report (术语), explained in the report's own words.

In falling order of worth: the entry of a 名词解释 appendix; a definition in the text (“三张清单”,
即…; “三张清单”(…); …等“三张清单”); the sentence in which the term is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from assistant.quiz.making import cite_span
from assistant.quiz.words import listed
from corpus.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.model import Citation
    from assistant.quiz.asking import Voice

__all__ = ["Source", "Term", "best_terms", "terms_of"]

_QUOTED = re.compile(r"“([^“”,。;:\n]{3,12})”")
_ENTRY = re.compile(
    r"^[ \t]*(?:[((]?\d{1,3}[))]?[.、. ]?|[一二三四五六七八九十]+、|\[\d+\])?[ \t]*"
    r"[“\"《]?(?P<term>[^“”\"《》::。\n]{2,24}?)[”\"》]?[ \t]*(?:[::]|——|(?=是指|指的是))"
    r"(?P<told>[^\n]{6,})$",
    re.MULTILINE,
)
_BRACKET = re.compile(r"”?\(([^()]{6,120})\)")
_SHORTEST, _LONGEST = 6, 160
_ROW = re.compile(r"(?:^|[,;:。])([^,;:。]*、[^,;:。]*?)等?(?:[一二两三四五六七八九十]个?)?“?$")


class Source(IntEnum):
    """How well a report explains a term (释义来源); the smaller, the better."""

    APPENDIX = 0
    DEFINED = 1
    USED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with what a report says of it (术语卡片)."""

    word: str
    told: str
    """The explanation, in the report's words; for a term only used, the sentence."""
    source: Source
    place: str
    year: int
    citation: Citation


def terms_of(voice: Voice) -> tuple[Term, ...]:
    """The terms of one report, each once, in the order in which it explains or uses them."""
    found: dict[str, Term] = {}
    for term in (*_from_appendix(voice), *_from_text(voice)):
        held = found.get(term.word)
        if held is None or term.source < held.source:
            found[term.word] = term
    return tuple(term for term in found.values() if not _part_of_another(term, found))


def best_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each term once over many reports, with its best explanation."""
    found: dict[str, Term] = {}
    for term in terms:
        held = found.get(term.word)
        if held is None or term.source < held.source:
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
        told = _told(voice.report.text[entry.start("told") : entry.end("told")])
        if len(told) < _SHORTEST or word in listed("passages", "skipped"):
            continue
        span = Span(entry.start("term"), entry.end())
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
            told = _definition(folded, word, at)
            if not told and word not in _listed_words():
                continue
            source = Source.DEFINED if told else Source.USED
            said = told or _told(folded)
            if len(said) > _LONGEST or len(said) < len(word) + _SHORTEST:
                continue
            terms.append(_term(voice, word, said, source, sentence.span))
    return terms


@cache
def _listed_words() -> frozenset[str]:
    return frozenset(listed("terms", "words"))


@cache
def _known() -> re.Pattern[str]:
    words = sorted(_listed_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _words_in(folded: str) -> list[tuple[str, int]]:
    found = {(one.group(), one.start()) for one in _known().finditer(folded)}
    for one in _QUOTED.finditer(folded):
        if any(sign in one[1] for sign in listed("terms", "signs")):
            found.add((one[1], one.start(1)))
    return sorted(found, key=lambda pair: pair[1])


def _definition(folded: str, word: str, at: int) -> str:
    """What a sentence says a term is; empty where it only uses it."""
    end = at + len(word)
    after = folded[end:]
    quoted = folded[max(0, at - 1) : at] == "“" and after.startswith("”")
    if bracket := _BRACKET.match(after):
        inside = bracket[1]
        return _told(inside) if "、" in inside or inside.startswith(("即", "指", "是指")) else ""
    lead = re.match(r"”?,?(?:即|是指|指的是|,指)(?P<told>[^。;]{6,})", after)
    if lead:
        return _told(lead["told"])
    row = _ROW.search(folded[: at - 1 if quoted else at])
    if quoted and row and _counts(word, row[1]):
        return _told(row[1])
    return ""


def _counts(word: str, row: str) -> bool:
    """“三张清单” after three things in a row."""
    numerals = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
    if "“" in row or "”" in row:
        return False
    return numerals.get(word[0]) == row.count("、") + 1


def _told(text: str) -> str:
    return re.sub(r"\s", "", text).strip("。;,:")


def _term(voice: Voice, word: str, told: str, source: Source, span: Span) -> Term:
    start = Span(span.start, span.start)
    holding = (one.section for one in voice.report.sentences if one.span.covers(start))
    section = next(holding, None)
    return Term(
        word=word,
        told=told,
        source=source,
        place=voice.place,
        year=voice.year,
        citation=cite_span(voice, span, section),
    )
