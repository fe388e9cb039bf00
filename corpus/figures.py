"""Sentences to figures: what each number counts, for which year, and what kind it is (指标抽取)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from corpus.clauses import Clause, split_clauses
from corpus.model import Figure, FigureKind, Quantity, Section, Sentence, Span
from corpus.periods import Periods
from corpus.quantities import find_quantities
from corpus.words import words_of

_NOT_NAMING = re.compile(r"^[的得了着和与及将把]+|[的得了着和与及以将把]+$")


@dataclass(frozen=True, slots=True)
class _Place:
    """A quantity with the stretch of text before and after it that can name it."""

    quantity: Quantity
    clause: Clause
    before: str
    after: str
    opens: int
    """Offset where `before` begins."""


def extract_figures(
    folded: str,
    sections: tuple[Section, ...],
    sentences: tuple[Sentence, ...],
    year: int | None,
) -> tuple[Figure, ...]:
    """Every figure of a report in reading order."""
    periods = Periods(folded, sections, year)
    headings = {section.heading.start: section.heading for section in sections}
    figures: list[Figure] = []
    for position, sentence in enumerate(sentences):
        numeral_end = _behind_numeral(folded, sentence, headings)
        places = _places(folded, sentence.span, numeral_end)
        _append(figures, places, position, sentence, periods)
    return tuple(figures)


def _behind_numeral(folded: str, sentence: Sentence, headings: dict[int, Span]) -> int:
    """Where the sentence's own words begin: behind (三) or 1. if it opens a section."""
    if sentence.span.start not in headings:
        return sentence.span.start
    found = re.match(r"[((]?[\d一二三四五六七八九十百]{1,4}[))]?[、.．是要]?", sentence.span.of(folded))
    return sentence.span.start + (found.end() if found else 0)


def _append(
    figures: list[Figure],
    places: list[_Place],
    position: int,
    sentence: Sentence,
    periods: Periods,
) -> None:
    first = len(figures)
    for place in places:
        indicator = _indicator(place)
        figures.append(
            Figure(
                indicator=indicator,
                subject=_subject(figures[first:], indicator),
                quantity=place.quantity,
                kind=_kind(place, periods.is_plan(sentence, place.quantity.span.start)),
                period=periods.at(sentence, place.quantity.span.start),
                sentence=position,
                clause=place.clause.span,
                parent=_parent(figures, first, place),
            )
        )


def _places(folded: str, sentence: Span, start: int) -> list[_Place]:
    clauses = split_clauses(folded, Span(start, sentence.end))
    quantities = list(find_quantities(folded, start, sentence.end))
    starts = [clause.span.start for clause in clauses]
    places = []
    previous_end = start
    for number, quantity in enumerate(quantities):
        at = bisect_right(starts, quantity.span.start) - 1
        if at < 0:
            continue
        clause = clauses[at]
        opens = max(_row_start(clauses, at, previous_end), previous_end)
        following = quantities[number + 1].span.start if number + 1 < len(quantities) else sentence.end
        closes = min(max(clause.span.end, quantity.span.end), following)
        places.append(
            _Place(
                quantity=quantity,
                clause=clause,
                before=folded[opens : quantity.span.start].strip(" ,、;:"),
                after=folded[quantity.span.end : closes].strip(),
                opens=opens,
            )
        )
        previous_end = quantity.span.end
    return places


def _row_start(clauses: tuple[Clause, ...], at: int, previous_end: int) -> int:
    """Start of the row of 、-joined nouns that the clause ends, if no number stands among them."""
    while at > 0 and clauses[at].mark == "、" and clauses[at - 1].span.start >= previous_end:
        at -= 1
    return clauses[at].span.start


def _indicator(place: _Place) -> str:
    """The words that name what is counted: those before the number, or its verb and noun after."""
    before = strip_scope(place.before)
    if not place.after or not re.match(r"[“《\u4e00-\u9fff]", place.after):
        return before
    if before and place.quantity.unit in ("%", "个百分点", "百分点") and len(before) >= 3:
        return before
    after = _NOT_NAMING.sub("", place.after)
    return (before + after) if before else after


@cache
def _scope_pattern() -> re.Pattern[str]:
    scope = "|".join(re.escape(word) for word in words_of("scope_words"))
    return re.compile(rf"^(?:(?:20\d\d年(?:度|以来)?|\d{{1,2}}[—-]\d{{1,2}}月|{scope}|,|:)\s?)+")


@cache
def _tail_pattern() -> re.Pattern[str]:
    tail = "|".join(re.escape(word) for word in words_of("tail_words"))
    return re.compile(rf"(?:(?<![行作])为|{tail}|\s)+$")


def strip_scope(words: str) -> str:
    """Without the scope words in front (全年共…) and the joints behind (…达, …为)."""
    bare = _scope_pattern().sub("", words.strip())
    bare = _tail_pattern().sub("", bare)
    return _NOT_NAMING.sub("", bare).strip() or words.strip()


def _subject(earlier: list[Figure], indicator: str) -> str:
    """The topic of the nearest figure before in the sentence that names one itself."""
    for figure in reversed(earlier):
        if len(figure.indicator) >= 4 and figure.kind is FigureKind.LEVEL and figure.indicator != indicator:
            return figure.indicator
    return ""


@cache
def _change_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in words_of("change_words"))
    return re.compile(rf"(?:{words})(?:了|约|近|超|超过|分别|均)*\s?$")


def _kind(place: _Place, plan: bool) -> FigureKind:  # noqa: FBT001
    if plan or re.search(r"目标|力争|计划|预期|到20[2-9]\d年", place.before):
        return FigureKind.TARGET
    unit = place.quantity.unit
    if unit in ("百分点", "个百分点") or _change_pattern().search(place.before):
        return FigureKind.CHANGE
    return FigureKind.SHARE if unit in ("%", "‰") else FigureKind.LEVEL


def _parent(figures: list[Figure], first: int, place: _Place) -> int | None:
    """The whole of a part: the figure before a bracket or before 其中."""
    in_brackets = place.clause.depth > 0
    if not in_brackets and "其中" not in place.before:
        return None
    for position in range(len(figures) - 1, first - 1, -1):
        other = figures[position]
        if other.parent is None and other.quantity.unit == place.quantity.unit:
            return position
    return None
