"""One indicator over places and years (对比表): a table whose every number has its source.

A cell without entries is 未载, never zero; a cell whose entries differ keeps all of them, for
nobody but the reader can say which report is right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.model import Citation
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from corpus.model import FigureKind
    from index.ledger_model import Entry

__all__ = [
    "Cell",
    "Table",
    "caption",
    "citation_of",
    "commonest",
    "marks_in_words",
    "place_of",
    "table_of",
    "tables_of",
    "written",
]

_WHOLES = ("全国", "全省", "全区", "全市", "全县")
"""Words for a whole that mean another place in every report but 全国."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the reports say of one place and year (单元格)."""

    place: str
    year: int
    entries: tuple[Entry, ...] = ()

    @property
    def values(self) -> tuple[tuple[Decimal, str], ...]:
        """The distinct values with their units, in the order of the entries."""
        return tuple(dict.fromkeys((entry.value, entry.unit) for entry in self.entries))

    @property
    def missing(self) -> bool:
        """Whether no report states it (未载)."""
        return not self.entries

    @property
    def conflicting(self) -> bool:
        """Whether reports, or passages of one, state different values (不一致)."""
        return len(self.values) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One indicator, place by place and year by year (对比表)."""

    indicator: str
    unit: str
    """The unit of most entries; an entry in another one shows its own."""
    years: tuple[int, ...]
    places: tuple[str, ...]
    cells: tuple[Cell, ...]
    """One a place and year, 未载 ones too; place by place."""
    loose: tuple[Entry, ...] = ()
    """Entries of which the reports do not say the place or the year; they stand in no cell."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the cells, in reading order of the table."""
        return tuple(entry for cell in self.cells for entry in cell.entries)

    def rows(self) -> Iterator[tuple[str, tuple[Cell, ...]]]:
        """Each place with its cells, in the order of the years."""
        width = len(self.years)
        for number, place in enumerate(self.places):
            yield place, self.cells[number * width : (number + 1) * width]

    def cell(self, place: str, year: int) -> Cell:
        """The cell of a place and year; `ValueError` if the table has no such row or column."""
        return self.cells[self.places.index(place) * len(self.years) + self.years.index(year)]


def place_of(entry: Entry) -> str:
    """The place that a figure speaks of; empty where neither it nor its report names one.

    全市 in the reports of two districts need not be one city, so it stays with its report.
    """
    if entry.elsewhere is None:
        return entry.place or ""
    if entry.elsewhere in _WHOLES and entry.elsewhere != "全国" and entry.place:
        return say("figures", "whole_in_report", whole=entry.elsewhere, place=entry.place)
    return entry.elsewhere


def table_of(
    entries: Iterable[Entry],
    *,
    indicator: str = "",
    places: Sequence[str] = (),
    years: Sequence[int] = (),
) -> Table:
    """The table of entries; rows as they first appear, or the places and years wanted.

    A place or year that is wanted has its row or column though no entry speaks of it.
    """
    given = tuple(entries)
    found: dict[tuple[str, int], list[Entry]] = {}
    loose = []
    for entry in given:
        place = place_of(entry)
        if not place or entry.period is None:
            loose.append(entry)
        elif (not places or place in places) and (not years or entry.period in years):
            found.setdefault((place, entry.period), []).append(entry)
    rows = tuple(dict.fromkeys(places or (place for place, _ in found)))
    columns = tuple(sorted(set(years or (year for _, year in found))))
    cells = tuple(
        Cell(place=place, year=year, entries=tuple(found.get((place, year), ())))
        for place in rows
        for year in columns
    )
    return Table(
        indicator=indicator or commonest(entry.indicator for entry in given),
        unit=commonest(entry.unit for entry in given),
        years=columns,
        places=rows,
        cells=cells,
        loose=tuple(loose),
    )


def tables_of(
    entries: Iterable[Entry],
    *,
    indicator: str = "",
    places: Sequence[str] = (),
    years: Sequence[int] = (),
) -> tuple[Table, ...]:
    """One table for what may stand side by side: same kind, base and unit; the fullest first.

    A number of cases, its growth in percent and next year's target are not rows of one table.
    """
    given = tuple(entries)
    name = indicator or commonest(entry.indicator for entry in given)
    apart: dict[tuple[FigureKind, str, str], list[Entry]] = {}
    for entry in given:
        apart.setdefault((entry.kind, entry.base, entry.unit), []).append(entry)
    return tuple(
        table_of(alike, indicator=_with_kind(name, kind, base), places=places, years=years)
        for (kind, base, _), alike in sorted(apart.items(), key=lambda item: -len(item[1]))
    )


def citation_of(entry: Entry) -> Citation:
    """Where an entry is proved: its sentence."""
    return Citation(
        report_id=entry.report_id,
        report="".join((entry.title or "").split("\n")) or entry.file,
        document_number=entry.document_number,
        place=entry.place,
        year=entry.year,
        section=entry.path,
        quote=entry.quote,
        span=entry.sentence,
        file=entry.file,
    )


def written(entry: Entry, *, unit: str | None = None) -> str:
    """The quantity as it stands, without a unit that the table's head already names."""
    text = "".join(entry.as_written.split())
    if unit and entry.unit == unit and text.endswith(unit) and text != unit:
        return text.removesuffix(unit)
    return text


def marks_in_words(entry: Entry) -> tuple[str, ...]:
    """What is doubtful about an entry (存疑), in words."""
    words = table("figures")["marks"]
    known = words if isinstance(words, dict) else {}
    return tuple(str(known.get(mark, known["other"])) for mark in entry.marks)


def caption(shown: Table) -> str:
    """The indicator with its unit."""
    if not shown.unit:
        return shown.indicator
    return say("figures", "caption", indicator=shown.indicator, unit=shown.unit)


def _with_kind(name: str, kind: FigureKind, base: str) -> str:
    kinds = table("figures")["kinds"]
    words = base or (str(kinds[kind.value]) if isinstance(kinds, dict) else "")
    return say("figures", "with_kind", indicator=name, kind=words) if words else name


def commonest(texts: Iterable[str]) -> str:
    """The most frequent text, the first met of several."""
    counted = Counter(texts).most_common(1)
    return counted[0][0] if counted else ""
