"""A table as a chart (图): lines over years, bars over places, as SVG that needs no script.

Drawn by pygal, in our own process and without a font: the browser sets the Chinese labels in the
fonts it has, nothing is fetched, and the picture goes into an answer as well as into a tab.
Colours and letters are dressed by page.css, so that dark mode holds for charts too.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from lxml import etree

from assistant.tables.table import caption, written
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.tables.table import Cell, Table

__all__ = ["chart_of", "charts_of"]

_LEAST = 3
"""Points that make a chart worth its place."""
_LINES, _BARS = 8, 20
_WIDTH, _LINE_HEIGHT, _BAR_HEIGHT = 720, 300, 30
_NAME_SIZE, _NAME_LONGEST = 13, 14
_DOUBTFUL = frozenset(("impossible", "damaged"))
_STEPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """A cell that can be drawn (点)."""

    place: str
    year: int
    value: float
    words: str


def chart_of(table: Table) -> str:
    """The chart that suits a table, as HTML; empty where it has fewer than three points."""
    return next(iter(charts_of(table)), "")


def charts_of(table: Table) -> tuple[str, ...]:
    """Lines where a place has several years, then bars of the last year that has several places."""
    points = [point for cell in table.cells if (point := _point(cell, table)) is not None]
    return tuple(chart for chart in (_lines(table, points), _bars(table, points)) if chart)


def _point(cell: Cell, table: Table) -> _Point | None:
    """A cell that states one value in the table's unit, and one that can be meant."""
    if cell.missing or cell.conflicting or cell.entries[0].unit != table.unit:
        return None
    if any(_DOUBTFUL.intersection(entry.marks) for entry in cell.entries):
        return None
    value = float(cell.entries[0].value)
    if not math.isfinite(value):
        return None
    words = say(
        "figures", "point", place=cell.place, year=cell.year, value=written(cell.entries[0])
    )
    return _Point(place=cell.place, year=cell.year, value=value, words=words)


def _lines(table: Table, points: Sequence[_Point]) -> str:
    by_place: dict[str, dict[int, _Point]] = {}
    for point in points:
        by_place.setdefault(point.place, {})[point.year] = point
    several = sorted(
        (place for place, years in by_place.items() if len(years) > 1),
        key=lambda place: -len(by_place[place]),
    )
    places = several[:_LINES]
    drawn = [point for place in places for point in by_place[place].values()]
    if len(drawn) < _LEAST:
        return ""
    years = range(min(p.year for p in drawn), max(p.year for p in drawn) + 1)
    chart = _pygal("Line", drawn, height=_LINE_HEIGHT, dots_size=4, margin_right=30)
    chart.x_labels = [say("figures", "year", year=year) for year in years]
    for place in places:
        chart.add(place, [_value(by_place[place].get(year)) for year in years])
    notes = _left_out(table.cells, points)
    if len(several) > len(places):
        notes.append(say("figures", "first_places", drawn=len(places), count=len(several)))
    return _figure(chart, title=caption(table), legend=places, notes=notes)


def _bars(table: Table, points: Sequence[_Point]) -> str:
    years = [year for year in table.years if sum(p.year == year for p in points) >= _LEAST]
    if not years:
        return ""
    found = sorted((p for p in points if p.year == years[-1]), key=lambda p: -p.value)
    drawn = found[:_BARS]
    names = [_shortened(point.place) for point in drawn]
    # pygal reckons with Latin letters, which are about half as wide.
    margin = max(map(len, names)) * _NAME_SIZE // 2 + 22
    height = _BAR_HEIGHT * len(drawn) + 40
    chart = _pygal("HorizontalBar", drawn, height=height, margin_left=margin, print_values=True,
                   print_values_position="top", margin_right=64, spacing=0)  # fmt: skip
    chart.x_labels = names[::-1]
    chart.add("", [_value(point) for point in reversed(drawn)])
    notes = _left_out([cell for cell in table.cells if cell.year == years[-1]], found)
    if len(found) > len(drawn):
        notes.append(say("figures", "highest_places", drawn=len(drawn), count=len(found)))
    title = say("figures", "bars_title", caption=caption(table), year=years[-1])
    return _figure(chart, title=title, legend=(), notes=notes)


def _left_out(cells: Iterable[Cell], points: Sequence[_Point]) -> list[str]:
    """That some of the cells are not among the points, if so."""
    count = sum(not cell.missing for cell in cells) - len(points)
    return [say("figures", "not_drawn", count=count)] if count else []


@cache
def _library() -> Any:  # noqa: ANN401 - untyped
    """Pygal, without the importer for its plug-ins that it leaves in the interpreter."""
    import pygal

    sys.meta_path[:] = [found for found in sys.meta_path if type(found).__module__ != "pygal"]
    return pygal


def _pygal(kind: str, points: Sequence[_Point], **options: object) -> Any:  # noqa: ANN401 - untyped
    values = [point.value for point in points]
    ticks = _ticks(min(0.0, *values), max(0.0, *values))
    chart = getattr(_library(), kind)(
        width=_WIDTH, js=[], show_legend=False, margin=10, range=(ticks[0], ticks[-1]),
        allow_interruptions=True, formatter=_short_number, value_formatter=_short_number, **options,
    )  # fmt: skip
    chart.y_labels = ticks
    return chart


def _value(point: _Point | None) -> dict[str, object] | None:
    return None if point is None else {"value": point.value, "label": point.words}


def _figure(chart: Any, *, title: str, legend: Sequence[str], notes: Iterable[str]) -> str:  # noqa: ANN401
    swatches = "".join(
        f'<li><i class="swatch color-{number}"></i>{escape(name)}</li>'
        for number, name in enumerate(legend)
    )
    named = f'<ul class="legend">{swatches}</ul>' if swatches else ""
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f'<figure class="chart"><figcaption>{escape(title)}</figcaption>'
        f'{named}<div class="drawing">{_svg(chart, title)}</div>{below}</figure>'
    )


def _svg(chart: Any, title: str) -> str:  # noqa: ANN401
    """The drawing alone, without its script, style and comments; each point says what it is."""
    root = chart.render_tree()
    for node in root.xpath("//comment() | //*[local-name()='script' or local-name()='style']"):
        node.getparent().remove(node)
    for label in root.xpath("//*[local-name()='desc' and @class='label']"):
        held = label.getparent()
        etree.SubElement(held, "title").text = label.text
    for node in root.xpath("//*[local-name()='desc'] | /*/*[local-name()='title']"):
        node.getparent().remove(node)
    del root.attrib["id"]
    root.set("role", "img")
    root.set("aria-label", title)
    return str(etree.tostring(root, encoding="unicode"))


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers from below the lowest to above the highest value."""
    rough = (high - low) / _STEPS or 1.0
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [number * step for number in range(first, last + 1)]


def _short_number(value: float | None) -> str:
    if value is None:
        return ""
    for size, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{value / size:.10g}{word}"
    return f"{value:.10g}"


def _shortened(name: str) -> str:
    return name if len(name) <= _NAME_LONGEST else f"{name[: _NAME_LONGEST - 1]}…"
