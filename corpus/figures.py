"""Sentences to figures: what each number counts, for which year, and what kind it is (指标抽取)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.bearings import Elsewhere, base_of, is_compared
from corpus.clauses import split_clauses
from corpus.model import Figure, FigureKind, Section, Sentence, Span
from corpus.naming import Place, continues_row, is_old_level, names_of
from corpus.parts import Parts
from corpus.periods import Periods
from corpus.quantities import find_quantities
from corpus.scope import strip_scope
from corpus.topics import (
    any_before,
    carried_topic,
    change_pattern,
    clause_topic,
    grown_before,
    tells_matter,
    topic_of,
    whole_topic,
)

if TYPE_CHECKING:
    from corpus.clauses import Clause
    from corpus.model import Quantity

__all__ = ["extract_figures", "strip_scope"]

_NUMERAL = re.compile(r"\(?[\d一二三四五六七八九十百]{1,4}\)?[、.．是要]?|[①-⑳]")
_POINTS = frozenset(("个百分点", "百分点"))
_SHARES = frozenset(("%", "‰"))
_AIMED = re.compile(
    r"力争|预期目标|增长目标$|目标(?:是|为|值|:)|(?<!为)确保(?!了).*(?:率|度|达到|不低于|控制在)$"
    r"|(?:^|[,、;])(?:计划|拟)(?=$|[于在到再用将新实开完建投培组举])"
)
_RESPECTIVELY = re.compile(r"^(?:同比|环比|[比较]\D{0,8}|20\d\d年|均)*分别")
_REQUIRED = re.compile(r"(?:要求|规定|(?<![一指确制])[省市县区国]定)的$|[省市县区国]定$")
_REQUIRED_BEHIND = re.compile(r"的(?:年度|考核|预期|工作|硬性)*(?:目标|要求|标准|红线|底线)")
"""市定95%的目标."""
_MOVED = re.compile(
    r"^(?:平均|共|整体)?(?:压缩|压减|缩短|缩减|降低|减少|减轻|节约|节省|精简|提高|提升)"
    r"[^\d,;至到为]{2,12}(?<![率度比重例])(?:近|约|达|达到|超过)?$"
)
"""压减审批时限65%; 提高满意率98% is a level."""
_GROWTH_BEHIND = re.compile("的?(?:年均)?(?:增长|增速|增幅|降幅|涨幅)")
"""保持20%以上的增长."""
_AGES = frozenset(("岁", "周岁"))
"""80岁以上老人 is one name: what follows is named with it."""
_CUT_UNITS = frozenset(("", "个"))
_ROW_JOINT = re.compile(r"\s*[、,和与及]\s*")
_REACH = 60
"""Figures that a topic may lie back."""
_LONGEST = 160
"""Characters on either side of a number that can name it."""


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
        self._parts = Parts(folded, self.figures)
        self._periods = Periods(folded, sections, year)
        self._headings = {section.heading.start for section in sections}
        self._sentence_before = 0
        """Position of the first figure of the sentence before."""
        self._last: tuple[int, int | None] = (-1, None)
        """The last sentence with figures, and its section."""
        self._before: list[Figure] = []
        """The figures of the sentence just before this one, in the same section."""

    def read(self, number: int, sentence: Sentence) -> None:
        """Append the figures of one sentence."""
        places = _places(self._folded, sentence.span, self._words_begin(sentence))
        names = names_of(places)
        first = len(self.figures)
        goes_on = self._last == (number - 1, sentence.section)
        self._before = self.figures[self._sentence_before : first] if goes_on else []
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
            parent = self._parent(places, position, kind, period)
            figure = Figure(
                indicator=name,
                subject=whole_topic(self.figures[parent], self.figures[-_REACH:])
                if parent is not None
                else _respective(places, position, earlier, kind)
                or self._subject(sentence, earlier, name, kind, place),
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
            self._sentence_before, self._last = first, (number, sentence.section)

    def _parent(
        self, places: list[Place], position: int, kind: FigureKind, period: int | None
    ) -> int | None:
        if kind is FigureKind.CHANGE:
            return None
        return self._parts.whole_of(places, position, period=period, before=self._sentence_before)

    def _subject(
        self, sentence: Sentence, earlier: list[Figure], name: str, kind: FigureKind, place: Place
    ) -> str:
        """The topic that the sentence set before: by a clause, or by an earlier figure."""
        topic = topic_of(earlier, name, kind, place.quantity)
        if kind is FigureKind.CHANGE or tells_matter(name):
            topic = topic or any_before(earlier, name)
            return topic or carried_topic(self._before, name, kind, place.quantity)
        setter = next((f for f in reversed(earlier) if f.indicator == topic), None)
        start = setter.clause.end if setter and topic else sentence.span.start
        before = Span(min(start, place.clause.span.start), place.clause.span.start)
        topic = clause_topic(self._folded, before, sets=True) or topic
        topic = topic or grown_before(earlier, name)
        topic = topic or clause_topic(self._folded, before, sets=False)
        topic = topic or any_before(earlier, name)
        return topic or carried_topic(self._before, name, kind, place.quantity)

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


def _respective(places: list[Place], position: int, earlier: list[Figure], kind: FigureKind) -> str:
    """What a change in a row behind 分别 speaks of: 甲12吨、乙5吨,分别增长4%、2%."""
    first = position
    while first > 0 and continues_row(places[first]):
        first -= 1
    last = position + 1
    while last < len(places) and continues_row(places[last]):
        last += 1
    measured = [figure for figure in earlier if figure.kind is not FigureKind.CHANGE]
    if kind is not FigureKind.CHANGE or not _RESPECTIVELY.search(places[first].before):
        return ""
    if last - first == 1 or len(measured) < last - first:
        return ""
    return measured[position - last].indicator


def _places(folded: str, sentence: Span, start: int) -> list[Place]:
    """The quantities of a sentence with the words around each."""
    clauses = split_clauses(folded, Span(start, sentence.end))
    starts = [clause.span.start for clause in clauses]
    quantities = _with_shared_units(folded, start, sentence.end) if clauses else []
    followers = [quantity.span.start for quantity in quantities[1:]]
    places: list[Place] = []
    previous: int | None = None  # end of the last number that is not part of a name itself
    for quantity, following in zip(quantities, [*followers, sentence.end], strict=False):
        at = max(0, bisect_right(starts, quantity.span.start) - 1)
        row = _row_start(clauses, at, previous or start)
        if not folded[row : quantity.span.start].strip():
            row = _behind_bracket(clauses, at, previous or start)
        named_before = clauses[at].mark in {"(", ":"} and at > 0
        if named_before and not folded[row : quantity.span.start].strip():
            row = max(clauses[at - 1].span.start, previous or start)  # 规范性文件(33件)
        opens = max(row, previous or start)
        closes = min(max(clauses[at].span.end, quantity.span.end), following)
        in_row = previous is not None and (row <= previous or clauses[at].mark == "、")
        places.append(
            Place(
                quantity=quantity,
                clause=clauses[at],
                before=folded[opens : quantity.span.start][-_LONGEST:].strip(" ,、;:(\n"),
                after=folded[quantity.span.end : closes][:_LONGEST].strip(),
                lead=folded[
                    max(start, places[-1].quantity.span.end if places else 0) : quantity.span.start
                ],
                gap=folded[previous : quantity.span.start] if in_row else None,
            )
        )
        if quantity.unit not in _AGES or closes == quantity.span.end:
            previous = quantity.span.end
    return places


def _with_shared_units(folded: str, start: int, end: int) -> list[Quantity]:
    """The quantities, with the unit of the next in a row where theirs is cut: 3个和1个工作日."""
    quantities = list(find_quantities(folded, start, end))
    for position in range(len(quantities) - 2, -1, -1):
        one, following = quantities[position], quantities[position + 1]
        between = folded[one.span.end : following.span.start]
        cut = following.unit.startswith(one.unit) and one.unit in _CUT_UNITS
        if cut and one.unit != following.unit and _ROW_JOINT.fullmatch(between):
            quantities[position] = replace(one, unit=following.unit)
    return quantities


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


def _kind(place: Place, *, plan: bool) -> FigureKind:
    unit = place.quantity.unit
    required = unit not in _POINTS and (
        _REQUIRED.search(place.before) or _REQUIRED_BEHIND.match(place.after)
    )
    if plan or required:
        return FigureKind.TARGET
    if unit in _POINTS or change_pattern().search(place.before) or is_compared(place.before):
        return FigureKind.CHANGE
    if unit in _SHARES and (
        _GROWTH_BEHIND.match(place.after) or _MOVED.search(re.split("[,;]", place.before)[-1])
    ):
        return FigureKind.CHANGE
    return FigureKind.SHARE if unit in _SHARES else FigureKind.LEVEL
