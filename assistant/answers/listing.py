"""Lists (列举): 存在哪些不足, 有哪几项计划, 采取了哪些措施."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.named_row import named_row
from assistant.evidence.choose_sentence import choose_sentence
from assistant.model import Answer, Reply, Statement
from assistant.question.asks import Ask, ask_of, tells
from assistant.question.forms import form
from assistant.question.lexicon import Term, coverage, plain
from assistant.wording.statements import cite_sentence, item_statement, sentence_statement
from corpus.fold import fold
from corpus.model import Span

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope, SentenceHit
    from assistant.evidence.reading import Reading
    from assistant.question.query import Query

_COUNTED = re.compile(r"方面|条|项|点|内容|工作|事项|要求|几个|报告")
_LEAD_IN = re.compile(
    r":$|以下|如下|[两二三四五六七八九十\d]+个?(?:方面|项工作|项任务|大行动|件事|着力)[^,]{0,6}[。:]?$"
    r"|[两二三四五六七八九十]+[点条][^,]{0,6}[。:]?$"
)
_FITS = 0.7
_A_DATE = 15
"""Characters of the longest date line; what is planned takes more."""
_FEWEST = 2
_MOST = 8
_LIGHT = 0.3
"""What an ordinary verb weighs (采取, 提了)."""
_WHOLE_REPORT = frozenset(("法治", "政府", "建设", "法治政府", "依法行政"))
_ABOVE = 0.85
"""What a word is worth that stands in a heading further up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    score: float
    reading: Reading
    section: int
    children: tuple[int, ...]


class Listing:
    """A section whose headings fit: its sub-headings are the items, or else its sentences."""

    def accepts(self, query: Query) -> bool:
        """A form that asks for several things."""
        return query.has("list")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The items of the best section; None if no heading fits."""
        terms = ask_of(form("list").sub(" ", query.core)).terms or ask_of(query.core).terms
        if not terms:
            return None
        if row := named_row(query, scope, evidence):
            return row
        found = [
            section
            for card in scope.cards
            for section in _sections(evidence.reading(card.id), terms, query)
        ]
        if not found:
            return led_in(ask_of(query.core), scope, evidence) or _planned(query, scope, evidence)
        best = max(found, key=lambda section: section.score)
        statements = _plan_in_words(best, query.years) or _items(best)
        return Answer(statements=statements) if statements else None


def _sections(reading: Reading, terms: tuple[Term, ...], query: Query) -> list[_Found]:
    found = []
    for section in reading.report.sections:
        if not _year_fits(reading, section.number, query.years):
            continue
        heading = plain(section.heading.of(reading.folded))
        title = reading.report.metadata.title
        above = plain(
            (fold(title.value) if title else "")
            + " ".join(
                step.heading.of(reading.folded) for step in reading.report.path(section.parent)
            )
        )
        score = _score(terms, heading, above)
        kin = [s for s in reading.report.sections if s.parent == section.number]
        named = tuple(
            s.number for s in kin if _score(terms, plain(s.heading.of(reading.folded)), "") >= _FITS
        )
        if score < _FITS and len(named) >= _FEWEST:
            found.append(
                _Found(score=_FITS, reading=reading, section=section.number, children=named)
            )
        if score >= _FITS:
            children = tuple(
                s.number for s in reading.report.sections if s.parent == section.number
            )
            found.append(
                _Found(
                    score=score - 0.001 * len(heading) - 0.01 * section.level
                    + 0.05 * bool(children),
                    reading=reading, section=section.number, children=children,
                )
            )  # fmt: skip
    return found


def _score(terms: tuple[Term, ...], heading: str, above: str) -> float:
    """Share of the words that the heading holds; those above it count less."""
    telling = [term for term in terms if not _COUNTED.fullmatch(term.text)] or list(terms)
    weights = [
        term.weight * (_LIGHT if term.verb and not term.concept and len(term.variants) == 1 else 1)
        for term in telling
    ]
    own = [coverage(term, heading) for term in telling]
    # 法治政府建设 is what the whole report is about: it tells no section from another.
    apart = [held for t, held in zip(telling, own, strict=True) if t.text not in _WHOLE_REPORT]
    if not any(apart or own):
        return 0.0
    far = [_ABOVE * coverage(term, above) for term in telling]
    found = sum(w * max(a, b) for w, a, b in zip(weights, own, far, strict=True))
    return found / sum(weights)


def _items(found: _Found) -> tuple[Statement, ...]:
    reading = found.reading
    if len(found.children) >= _FEWEST:
        return tuple(item_statement(reading, child) for child in found.children)
    section = reading.report.sections[found.section]
    positions = [
        position
        for position, sentence in enumerate(reading.report.sentences)
        if section.span.covers(sentence.span) and not section.heading.covers(sentence.span)
        and not Span(section.heading.start, section.heading.end + 1).covers(sentence.span)
    ]  # fmt: skip
    return tuple(sentence_statement(reading, position) for position in positions[:_MOST])


def _plan_in_words(found: _Found, years: tuple[int, ...]) -> tuple[Statement, ...]:
    """What is planned for next year, in a section whose items are of this one (不足与明年安排)."""
    reading = found.reading
    year = reading.report.metadata.year
    if year is None or year + 1 not in years:
        return ()
    span = Span(
        reading.report.sections[found.section].heading.end,
        reading.report.sections[found.section].span.end,
    )
    told = [
        position
        for position, sentence in enumerate(reading.report.sentences)
        if span.covers(sentence.span)
        and sentence.span.end - sentence.span.start > _A_DATE
        and f"{year + 1}年" in sentence.span.of(reading.folded)
    ]
    items = [reading.report.sections[child].heading.start for child in found.children]
    after = [
        start for start in items if told and start > reading.report.sentences[told[0]].span.start
    ]
    announced = (
        bool(told) and reading.report.quote(reading.report.sentences[told[-1]].span)[-1:] in ":："
    )
    if not told or after or (announced and items):
        return ()
    return tuple(sentence_statement(reading, position) for position in told)


def _planned(query: Query, scope: Scope, evidence: Evidence) -> Answer | None:
    """What a report plans for the year asked about, where no heading has the question's words."""
    terms = ask_of(query.core).terms
    if any(card.year in query.years for card in scope.cards) or any(map(tells, terms)):
        return None
    for card in scope.cards:
        reading = evidence.reading(card.id)
        year = reading.report.metadata.year
        first = min(reading.plans, default=None)
        if first is None or year is None or year + 1 not in query.years:
            continue
        children = tuple(s.number for s in reading.report.sections if s.parent == first)
        found = _Found(score=1.0, reading=reading, section=first, children=children)
        if statements := _items(found):
            return Answer(statements=statements)
    return None


def led_in(ask: Ask, scope: Scope, evidence: Evidence) -> Answer | None:
    """The sections that a sentence announces (重点做好以下九个方面工作。), as items."""
    hit, nearest = choose_sentence(ask, scope, evidence)
    hit = hit or nearest
    if hit is None or not _announces(hit):
        return None
    reading, sections = hit.reading, hit.reading.report.sections
    end = reading.report.sentences[hit.view.position].span.end
    first = next((s for s in sections if s.heading.start >= end), None)
    if first is None or reading.folded[end : first.heading.start].strip():
        return None
    items = [s.number for s in sections if s.number >= first.number and s.parent == first.parent]
    if len(items) < _FEWEST:
        return None
    lead = cite_sentence(reading, hit.view.position)
    return Answer(statements=tuple(item_statement(reading, item, lead) for item in items))


def _announces(hit: SentenceHit) -> bool:
    """Whether a sentence says that a list follows: 以下九个方面, 存在的问题:."""
    text = hit.reading.report.sentences[hit.view.position].span.of(hit.reading.folded)
    return _LEAD_IN.search(text) is not None


def _year_fits(reading: Reading, section: int, years: tuple[int, ...]) -> bool:
    """The report's year, or for a plan the year after."""
    year = reading.report.metadata.year
    if not years or year is None:
        return True
    return (year + 1 if section in reading.plans else year) in years or (
        section in reading.plans and year in years
    )
