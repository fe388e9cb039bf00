"""Sentences to figures: what each number counts, for which year, and what kind it is (指标抽取)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bearings import Elsewhere, base_of
from corpus.kinds import is_growth, kind_of, kind_of_cell
from corpus.model import Figure, FigureKind, Section, Sentence, Span
from corpus.naming import TOTAL, Place, continues_row, is_old_level, names_of
from corpus.parts import Parts
from corpus.periods import Periods
from corpus.scope import strip_scope
from corpus.stretches import places_of, row_of, with_announced_unit, with_shared_hedge
from corpus.tables import cells_of
from corpus.topics import (
    any_before,
    carried_topic,
    clause_topic,
    grown_before,
    led_topic,
    row_head,
    tells_matter,
    topic_of,
    whole_topic,
)

if TYPE_CHECKING:
    from corpus.tables import Cell

__all__ = ["extract_figures", "strip_scope"]

_NUMERAL = re.compile(r"\(?[\d一二三四五六七八九十百]{1,4}\)?[、.．是要]?|[①-⑳]")
_AIMED = re.compile(
    r"力争|预期目标|增长目标$|目标(?:是|为|值|:)|(?<!为)确保(?!了).*(?:率|度|达到|不低于|控制在)$"
    r"|(?:^|[,、;])(?:计划|拟)(?=$|[于在到再用将新实开完建投培组举])"
)
_RESPECTIVELY = re.compile(r"^(?:同比|环比|[比较]\D{0,8}|20\d\d年|均)*分别")
_RATES_APART = re.compile(r"^[^、]{1,12}率(?:均)?分别[为是达至到]*$")
_COMPANION = re.compile(r"(?:^|[,;:、是])(?:与|对照)[\u4e00-\u9fff]{0,4}$")
"""与3个街道签订权责清单: those a plan deals with are there already."""
_OPENS = re.compile(
    "(?:局|委|院|会|所|处|队|中心|机关|部门)(?:共|已|累计|新)?"
    "(?:立案|受理|收案|收到|受案|办理|查处|查办)(?:[\u4e00-\u9fff]{0,4}(?:案件?|纠纷|争议))?$"
)
"""区仲裁委员会立案 begins a matter of its own, 法院审结 does not."""
_REACH = 60
"""Figures that a topic may lie back."""


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
        """Append the figures of one sentence, or of one row of a table."""
        cells = cells_of(self._folded, sentence)
        if cells:
            self.figures += [self._in_table(number, sentence, cell) for cell in cells]
            return
        places = places_of(self._folded, sentence.span, self._words_begin(sentence))
        places = [with_announced_unit(self._folded, sentence.span, place) for place in places]
        places = [with_shared_hedge(row_of(places, n), place) for n, place in enumerate(places)]
        names = names_of(places)
        first = len(self.figures)
        goes_on = self._last == (number - 1, sentence.section)
        self._before = self.figures[self._sentence_before : first] if goes_on else []
        for position, (place, name) in enumerate(zip(places, names, strict=True)):
            period = self._period(places, position, sentence)
            earlier = self.figures[max(first, len(self.figures) - _REACH) :]
            kind = self._goes_on(place, name, earlier) or kind_of(
                place, name, row_of(places, position), plan=self._is_target(sentence, place, period)
            )
            parent = self._parent(places, position, kind, period)
            figure = Figure(
                indicator=name,
                subject=whole_topic(self.figures[parent], self.figures[-_REACH:])
                if parent is not None
                else _respective(places, position, earlier, kind)
                or self._subject(
                    sentence, _before_row(places, position, earlier), name, kind, place
                ),
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

    def _in_table(self, number: int, sentence: Sentence, cell: Cell) -> Figure:
        target = self._periods.is_plan(sentence, cell.quantity.span.start)
        return Figure(
            indicator=cell.name,
            subject=cell.caption,
            quantity=cell.quantity,
            kind=FigureKind.TARGET
            if target and cell.year is None
            else kind_of_cell(cell.quantity.unit, moved=cell.moved),
            period=cell.year or self._periods.at(sentence, cell.quantity.span.start),
            sentence=number,
            clause=sentence.span,
        )

    @staticmethod
    def _goes_on(place: Place, name: str, earlier: list[Figure]) -> FigureKind | None:
        """The kind of the figure before in a row of one unit (分别下降8.1%和11.4%)."""
        row = bool(earlier) and continues_row(place) and not is_growth(name)
        alike = row and earlier[-1].quantity.unit == place.quantity.unit
        return earlier[-1].kind if alike else None

    def _parent(
        self, places: list[Place], position: int, kind: FigureKind, period: int | None
    ) -> int | None:
        if kind is FigureKind.CHANGE:
            return None
        return self._parts.whole_of(places, position, period=period, before=self._sentence_before)

    def _subject(
        self, sentence: Sentence, earlier: list[Figure], name: str, kind: FigureKind, place: Place
    ) -> str:
        """The topic that the sentence set before: by a clause, or by an earlier figure.

        Behind a semicolon, an organ that takes up cases goes before the matter of another one,
        and parts of something before it are no topics.
        """
        at = self._folded.rfind(";", sentence.span.start, place.quantity.span.start)
        if at >= 0:
            behind = [figure for figure in earlier if figure.quantity.span.start > at]
            if behind and _OPENS.search(behind[0].indicator):
                earlier = behind
            elif not behind or not tells_matter(name):
                wholes = [f for f in earlier if f.parent is None or f.quantity.span.start > at]
                earlier = _not_paid(wholes, at, place) or wholes or earlier
        if kind is not FigureKind.CHANGE:
            earlier = _without_row_of_parts(earlier)
        topic = topic_of(earlier, name, kind, place.quantity)
        if kind is not FigureKind.CHANGE and (name == TOTAL or tells_matter(name)):
            led = Span(sentence.span.start, place.clause.span.start)
            topic = led_topic(self._folded, led, name) or topic
        opening = Span(self._words_begin(sentence), place.clause.span.start)
        if kind is not FigureKind.CHANGE and opening.start > sentence.span.start:
            head = row_head(self._folded, opening, name)
            if head:
                return head
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
            if _COMPANION.search(place.before):
                return False
            return period is None or self._year is None or period > self._year
        later = self._year is not None and period is not None and period > self._year
        return later or _AIMED.search(place.before) is not None


def _before_row(places: list[Place], position: int, earlier: list[Figure]) -> list[Figure]:
    """What stands before a row behind 分别, whose members are no topics of one another."""
    row = row_of(places, position)
    inside = row.index(places[position])
    apart = inside and "分别" in row[0].before and "、" in row[0].before
    return earlier[:-inside] if apart else earlier


def _not_paid(earlier: list[Figure], at: int, place: Place) -> list[Figure]:
    """The figures without sums of money before a semicolon: 罚款3万元;不予处罚案件5件."""
    if place.quantity.unit == _MONEY:
        return earlier
    return [f for f in earlier if f.quantity.unit != _MONEY or f.quantity.span.start > at]


_MONEY = "元"


def _without_row_of_parts(earlier: list[Figure]) -> list[Figure]:
    """What stands behind several parts speaks of their whole: 其中甲6件、乙4件,办结率98%."""
    parts = [f for f in earlier if f.parent is not None and f.parent == earlier[-1].parent]
    return [f for f in earlier if f not in parts] if len(parts) > 1 else earlier


def _respective(places: list[Place], position: int, earlier: list[Figure], kind: FigureKind) -> str:
    """What a change or a rate in a row behind 分别 speaks of: 甲12吨、乙5吨,分别增长4%、2%.

    Rates are of as many things counted alike: 建议5件、提案3件,满意率分别为98%和99%.
    """
    row = row_of(places, position)
    said = row[0].before
    if kind is FigureKind.SHARE:
        levels = [figure for figure in earlier if figure.kind is FigureKind.LEVEL]
        fits = len({figure.quantity.unit for figure in levels[-len(row) :]}) == 1
        measured = levels if fits and len(row) > 1 and _RATES_APART.search(said) else []
    else:
        measured = [figure for figure in earlier if figure.kind is not FigureKind.CHANGE]
        if kind is not FigureKind.CHANGE or not _RESPECTIVELY.search(said):
            return ""
    if len(row) == 1 or len(measured) < len(row):
        return ""
    of = measured[row.index(places[position]) - len(row)]
    return whole_topic(of, earlier)
