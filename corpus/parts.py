"""Which whole a part belongs to (其中, 含): the figure before 其中 or before a bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.model import FigureKind
from corpus.topics import same_measure

if TYPE_CHECKING:
    from decimal import Decimal

    from corpus.model import Figure, Quantity
    from corpus.naming import Place

__all__ = ["Parts"]

_REACH = 60
"""Figures that a whole may lie back."""
_AMONG = re.compile(
    r"(?:^|[,;:、。(\s])(?:这?其中|包括|包含|内含|含(?![量金有]))"
    r"[,:、]?(?:[^,;。:\d]*,)?[^,;。:]*$"
)
_SORTED = re.compile(
    r"(?:^|[;。(\s])按[\u4e00-\u9fff]{1,8}?(?:划?分|区分|统计|来?看)[,:、][^,;。:、]*$"
)
"""按层级分,省级18件: what was counted before is told once more, by its sorts."""
_OF_THESE = re.compile(r"^[^,;。:、]{0,12}(?<![初高其])中(?:[,:]|的|有)[^,;。:]*$")
"""审结的300件案件中,维持201件: the number before the clause's end is the whole."""
_SHARES = frozenset("%‰")
_ENDS_ROW = re.compile("[;。]")


class Parts:
    """Finds wholes among the figures read so far; one for each report."""

    def __init__(self, folded: str, figures: list[Figure]) -> None:
        self._folded = folded
        self._figures = figures

    def whole_of(
        self, places: list[Place], position: int, *, period: int | None, before: int
    ) -> int | None:
        """The whole of the number at `position` of the sentence whose figures are being read.

        `before` is the first figure of the sentence before, which 其中 may speak of.
        """
        place = places[position]
        first = len(self._figures) - position
        if _AMONG.search(place.lead):
            reach = first if position else before
            summed = self._summed(places[position:], reach)
            return self._behind_whole(reach, place.quantity) if summed is None else summed
        if _SORTED.search(place.lead):
            summed = self._summed(places[position:], before)
            return self._behind_whole(before, place.quantity) if summed is None else summed
        if position and _OF_THESE.match(place.lead) and self._fits(-1, place.quantity):
            return len(self._figures) - 1
        parent = self._continued(places, position, first)
        if parent is None and place.clause.depth > 0:
            return self._bracketed(places, position, first, period)
        return parent

    def _summed(self, row: list[Place], first: int) -> int | None:
        """The figure that a row of parts makes up exactly (排查312起,化解305起,其中…)."""
        part, total, sums = row[0], row[0].quantity.value, []
        for place in row[1:]:
            ended = _ENDS_ROW.search(place.lead) or place.clause.depth != part.clause.depth
            if ended or not same_measure(place.quantity.unit, part.quantity.unit):
                break
            total += place.quantity.value
            sums.append(total)
        reach = max(first, len(self._figures) - _REACH)
        for number in range(len(self._figures) - 1, reach - 1, -1):
            figure = self._figures[number]
            whole = figure.parent is None and figure.kind is FigureKind.LEVEL
            alike = same_measure(figure.quantity.unit, part.quantity.unit)
            if whole and alike and figure.quantity.value in sums:
                return number
        return None

    def _behind_whole(self, first: int, part: Quantity) -> int | None:
        """The whole that 其中 follows at once, even one below its part; else the nearest that fits.

        Changes between do not part them: 办结128件,增长2%,其中维持90件.
        """
        reach = max(first, len(self._figures) - _REACH)
        others = False
        for number in range(len(self._figures) - 1, reach - 1, -1):
            figure = self._figures[number]
            if figure.kind is FigureKind.CHANGE:
                continue
            if figure.parent is None and same_measure(figure.quantity.unit, part.unit):
                fits = figure.quantity.value >= part.value
                between = self._folded[figure.quantity.span.end : part.span.start]
                near = not others and ";" not in between and not self._in_row(number, first)
                if fits or (near and part.unit not in _SHARES):
                    return number
            others = others or figure.kind is not FigureKind.SHARE
        return None

    def _in_row(self, number: int, first: int) -> bool:
        """Whether a figure is one of several that a part may be of: 建议37件、提案52件,其中…."""
        if number <= first:
            return False
        one, other = self._figures[number - 1].quantity, self._figures[number].quantity
        between = self._folded[one.span.end : other.span.start]
        joined = "、" in between and not re.search("[,;。]", between)
        return joined and same_measure(one.unit, other.unit)

    def _bracketed(
        self, places: list[Place], position: int, first: int, period: int | None
    ) -> int | None:
        """The figure before a bracket, if it can hold the part and is of the same year."""
        depth = places[position].clause.depth
        for earlier in range(position - 1, -1, -1):
            figure = self._figures[first + earlier]
            alike = same_measure(figure.quantity.unit, places[position].quantity.unit)
            if places[earlier].clause.depth < depth and figure.parent is None and alike:
                fits = self._fits(first + earlier, places[position].quantity)
                return first + earlier if fits and figure.period == period else None
        return None

    def _fits(self, number: int, part: Quantity) -> bool:
        figure = self._figures[number]
        return (
            figure.kind is not FigureKind.CHANGE
            and same_measure(figure.quantity.unit, part.unit)
            and figure.quantity.value >= part.value
        )

    def _continued(self, places: list[Place], position: int, first: int) -> int | None:
        """The whole of the part before: parts go on to a semicolon, and do not exceed the whole.

        Joined by 、 or in one bracket they are parts even then: the report contradicts itself.
        """
        place = places[position]
        before = position - 1
        while before >= 0 and self._passes(first + before, places[before], place):
            before -= 1
        parent = self._figures[first + before].parent if before >= 0 else None
        if parent is None or places[before].clause.depth != place.clause.depth:
            return None
        between = self._folded[places[before].quantity.span.end : place.quantity.span.start]
        whole = self._figures[parent].quantity
        if not same_measure(whole.unit, place.quantity.unit):
            return None
        if _ENDS_ROW.search(between):
            return parent if self._completes(places, position, first, parent) else None
        sum_of = self._sum(places, position, first, parent) + place.quantity.value
        row = ("、" in between and "," not in between) or place.clause.depth > 0
        return parent if row or sum_of <= whole.value else None

    def _passes(self, number: int, other: Place, place: Place) -> bool:
        """Whether a figure stands between two parts without ending their row."""
        deeper = other.clause.depth > place.clause.depth
        return deeper or self._figures[number].kind in {FigureKind.CHANGE, FigureKind.SHARE}

    def _sum(self, places: list[Place], position: int, first: int, parent: int) -> Decimal | int:
        """What the parts before come to, without those in brackets of their own."""
        return sum(
            self._figures[first + earlier].quantity.value
            for earlier in range(position)
            if self._figures[first + earlier].parent == parent
            and places[earlier].clause.depth == places[position].clause.depth
        )

    def _completes(self, places: list[Place], position: int, first: int, parent: int) -> bool:
        """Whether this part and those to come make up the whole: 其中民事8件;刑事6件."""
        whole, depth = self._figures[parent].quantity, places[position].clause.depth
        total = self._sum(places, position, first, parent)
        for place in places[position:]:
            if place.clause.depth == depth and same_measure(place.quantity.unit, whole.unit):
                total += place.quantity.value
            if total >= whole.value:
                break
        return total == whole.value
