"""Sentences to figures: what each number counts, for which year, and what kind it is (指标抽取)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from corpus.bearings import Elsewhere, base_of
from corpus.clauses import split_clauses
from corpus.model import Figure, FigureKind, Section, Sentence, Span
from corpus.naming import Place, continues_row, is_old_level, names_of, strip_scope
from corpus.periods import Periods
from corpus.quantities import find_quantities
from corpus.words import words_of

if TYPE_CHECKING:
    from decimal import Decimal

    from corpus.clauses import Clause

__all__ = ["extract_figures", "strip_scope"]

_NUMERAL = re.compile(r"\(?[\d一二三四五六七八九十百]{1,4}\)?[、.．是要]?|[①-⑳]")
_POINTS = frozenset(("个百分点", "百分点"))
_SHARES = frozenset(("%", "‰"))
_AIMED = re.compile(r"力争|预期目标|目标(?:是|为|值|:)|确保|计划(?:$|[^的书])|到20[2-9]\d年$")
_AGES = frozenset(("岁", "周岁"))
"""80岁以上老人 is one name: what follows is named with it."""
_REACH = 60
"""Figures that a topic or a whole may lie back."""
_LONGEST = 160
"""Characters on either side of a number that can name it."""
_TOPIC = 4
"""Characters of the shortest indicator that can be the topic of figures behind it."""


def extract_figures(
    folded: str,
    sections: tuple[Section, ...],
    sentences: tuple[Sentence, ...],
    year: int | None,
    *,
    own_place: str | None,
    body: Span,
) -> tuple[Figure, ...]:
    """Read every figure of a report's body in reading order."""
    reader = _Reader(folded, sections, year, Elsewhere(folded, own_place))
    for position, sentence in enumerate(sentences):
        if body.covers(sentence.span):
            reader.read(position, sentence)
    return tuple(reader.figures)


class _Reader:
    """Gathers the figures of a report, sentence by sentence."""

    def __init__(
        self,
        folded: str,
        sections: tuple[Section, ...],
        year: int | None,
        elsewhere: Elsewhere,
    ) -> None:
        self.figures: list[Figure] = []
        self._elsewhere = elsewhere
        self._folded = folded
        self._year = year
        self._periods = Periods(folded, sections, year)
        self._headings = {section.heading.start for section in sections}
        self._sentence_before = 0
        """Position of the first figure of the sentence before."""

    def read(self, number: int, sentence: Sentence) -> None:
        """Append the figures of one sentence."""
        places = _places(self._folded, sentence.span, self._words_begin(sentence))
        names = names_of(places)
        first = len(self.figures)
        for position, (place, name) in enumerate(zip(places, names, strict=True)):
            period = self._period(places, position, sentence)
            kind = _kind(place, plan=self._is_target(sentence, place, period))
            earlier = self.figures[max(first, len(self.figures) - _REACH) :]
            if (
                earlier
                and continues_row(place)
                and earlier[-1].quantity.unit == place.quantity.unit
            ):
                kind = earlier[-1].kind  # 分别下降8.1%和11.4%
            parent = self._parent(first, places, position)
            figure = Figure(
                indicator=name,
                subject=_subject(earlier, name, kind, place)
                if parent is None
                else self.figures[parent].indicator,
                quantity=place.quantity,
                kind=kind,
                base=base_of(self._folded, sentence.span.start, place)
                if kind is FigureKind.CHANGE
                else "",
                period=period,
                place=self._elsewhere.named(sentence.span.start, place),
                sentence=number,
                clause=place.clause.span,
                parent=parent,
            )
            self.figures.append(figure)
        if places:
            self._sentence_before = first

    def _words_begin(self, sentence: Sentence) -> int:
        """Where the sentence's own words begin: behind (三) or 1. if it opens a section."""
        start = sentence.span.start
        found = _NUMERAL.match(self._folded, start) if start in self._headings else None
        return found.end() if found else start

    def _period(self, places: list[Place], position: int, sentence: Sentence) -> int | None:
        """The year of a figure; None for an old level (由40%降至38%) of an unnamed year."""
        period = self._periods.at(sentence, places[position].quantity.span.start)
        if not is_old_level(places, position):
            return period
        following = self._periods.at(sentence, places[position + 1].quantity.span.start)
        return period if period != following else None

    def _is_target(self, sentence: Sentence, place: Place, period: int | None) -> bool:
        if self._periods.is_plan(sentence, place.quantity.span.start):
            return period is None or self._year is None or period > self._year
        later = self._year is not None and period is not None and period > self._year
        return later or _AIMED.search(place.before) is not None

    def _parent(self, first: int, places: list[Place], position: int) -> int | None:
        """The whole of a part: the figure before a bracket or before 其中.

        Parts go on behind 其中 until a semicolon, as long as they do not exceed the whole.
        """
        place = places[position]
        if place.clause.depth > 0:
            return self._whole(first, place)
        if "其中" in place.before:
            return self._whole(self._sentence_before if position == 0 else first, place)
        if position == 0 or places[position - 1].clause.depth > 0:
            return None
        parent = self.figures[-1].parent
        if (
            parent is None
            or len(self.figures) - parent > _REACH
            or ";" in self._between(places, position)
        ):
            return None
        parts = [figure for figure in self.figures[parent + 1 :] if figure.parent == parent]
        fits = _sum(parts) + place.quantity.value <= self.figures[parent].quantity.value
        same = self.figures[parent].quantity.unit == place.quantity.unit
        return parent if fits and same else None

    def _between(self, places: list[Place], position: int) -> str:
        before, here = places[position - 1].quantity.span, places[position].quantity.span
        return self._folded[before.end : here.start]

    def _whole(self, first: int, place: Place) -> int | None:
        reach = max(first, len(self.figures) - _REACH)
        for position in range(len(self.figures) - 1, reach - 1, -1):
            other = self.figures[position]
            if (
                other.parent is None
                and other.quantity.unit == place.quantity.unit
                and other.quantity.value >= place.quantity.value
            ):
                return position
        return None


def _sum(figures: list[Figure]) -> Decimal | int:
    return sum(figure.quantity.value for figure in figures)


def _places(folded: str, sentence: Span, start: int) -> list[Place]:
    """The quantities of a sentence with the words around each."""
    clauses = split_clauses(folded, Span(start, sentence.end))
    starts = [clause.span.start for clause in clauses]
    quantities = list(find_quantities(folded, start, sentence.end)) if clauses else []
    followers = [quantity.span.start for quantity in quantities[1:]]
    places: list[Place] = []
    previous: int | None = None  # end of the last number that is not part of a name itself
    for quantity, following in zip(quantities, [*followers, sentence.end], strict=False):
        at = max(0, bisect_right(starts, quantity.span.start) - 1)
        row = _row_start(clauses, at, previous or start)
        if not folded[row : quantity.span.start].strip():
            row = _behind_bracket(clauses, at, previous or start)
        opens = max(row, previous or start)
        closes = min(max(clauses[at].span.end, quantity.span.end), following)
        in_row = previous is not None and (row <= previous or clauses[at].mark == "、")
        places.append(
            Place(
                quantity=quantity,
                clause=clauses[at],
                before=folded[opens : quantity.span.start][-_LONGEST:].strip(" ,、;:\n"),
                after=folded[quantity.span.end : closes][:_LONGEST].strip(),
                gap=folded[previous : quantity.span.start] if in_row else None,
            )
        )
        if quantity.unit not in _AGES or closes == quantity.span.end:
            previous = quantity.span.end
    return places


def _row_start(clauses: tuple[Clause, ...], at: int, previous_end: int) -> int:
    """Start of the row of 、-joined nouns that the clause ends, if no number stands among them."""
    while at > 0 and clauses[at].mark == "、" and clauses[at - 1].span.start >= previous_end:
        at -= 1
    return clauses[at].span.start


def _behind_bracket(clauses: tuple[Clause, ...], at: int, previous_end: int) -> int:
    """Start of the words before a bracket that ends where the number begins: 站(点)30个."""
    outer = at - 1
    while outer >= 0 and clauses[outer].depth > clauses[at].depth:
        outer -= 1
    inside = clauses[at].mark == ")" and outer >= 0 and clauses[outer].span.start >= previous_end
    return clauses[outer if inside else at].span.start


def _subject(earlier: list[Figure], indicator: str, kind: FigureKind, place: Place) -> str:
    """The topic of the nearest figure before in the sentence that names one itself.

    A change speaks of what was measured in the same unit: 98件,比上年增加7件.
    """
    topics = [
        f for f in reversed(earlier) if len(f.indicator) >= _TOPIC or f.indicator[-1:] == "率"
    ]
    topics = [f for f in topics if f.indicator != indicator and f.kind is not FigureKind.CHANGE]
    if kind is FigureKind.CHANGE:
        unit = place.quantity.unit
        unit = "%" if unit in _POINTS else unit
        alike = [f for f in topics if f.quantity.unit == unit]
        if alike or unit == "%":
            return next((f.indicator for f in alike or topics), "")
    named = next((f.indicator for f in topics if f.kind is not FigureKind.SHARE), "")
    if named or len(indicator) >= _TOPIC:
        return named
    # 地区生产总值增长5.8%,总量达到…: a short name goes on about what was said to grow.
    grown = [f.indicator for f in reversed(earlier) if f.kind is FigureKind.CHANGE]
    return _change_pattern().sub("", grown[0]) if grown else ""


@cache
def _change_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in words_of("change_words"))
    return re.compile(rf"(?:{words})(?:了|约|近|超|超过|分别|均)*\s?$")


def _kind(place: Place, *, plan: bool) -> FigureKind:
    if plan or re.search(r"(?:要求|规定)的?$", place.before):
        return FigureKind.TARGET
    unit = place.quantity.unit
    if unit in _POINTS or _change_pattern().search(place.before):
        return FigureKind.CHANGE
    return FigureKind.SHARE if unit in _SHARES else FigureKind.LEVEL
