"""`fazhi figures`: the ledger, filtered, on the screen or as a file (台账)."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from assistant.render import cite
from assistant.tables.export import write_csv, write_xlsx
from assistant.tables.export_rows import rows_of_entries
from assistant.tables.indicator_choice import matching_groups
from assistant.tables.ledger_filter import all_entries, parse_places
from assistant.tables.ledger_json import entry_json, group_json
from assistant.tables.table import citation_of, marks_in_words, place_of
from assistant.tables.table_text import even_columns
from index.snapshot import open_library
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from index.ledger import Ledger
    from index.ledger_model import Entry, Group

__all__ = ["Wanted", "list_figures", "list_groups"]

_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for on the command line (所选)."""

    indicator: str = ""
    places: str = ""
    """One or several, as typed."""
    years: tuple[int, ...] = ()
    """All, where none is given."""

    def places_of(self, ledger: Ledger) -> tuple[str, ...]:
        """The library's places that are meant; none where all are. Raises `PlaceUnknown`."""
        return parse_places(self.places, ledger.places())


def list_figures(
    folder: Path, wanted: Wanted, *, as_data: bool, csv: Path | None, xlsx: Path | None
) -> None:
    """Print the figures that meet every condition, or write them to files."""
    with closing(open_library(folder)) as library:
        ledger = library.ledger
        searches: list[dict[str, Any]] = [
            {"text": wanted.indicator, "place": place, "year": year}
            for place in wanted.places_of(ledger) or ("",)
            for year in wanted.years or (None,)
        ]

        def found() -> Iterator[Entry]:
            return chain.from_iterable(all_entries(ledger, search) for search in searches)

        if csv:
            print(say("cli", "exported", count=write_csv(csv, rows_of_entries(found())), file=csv))
        if xlsx:
            count = write_xlsx(xlsx, rows_of_entries(found()))
            print(say("cli", "exported", count=count, file=xlsx))
        if as_data:
            _print_json(entry_json(entry) for entry in found())
        elif not csv and not xlsx:
            total = sum(ledger.search(**search, limit=1)[1] for search in searches)
            _print_entries(list(islice(found(), _SHOWN)), total)


def list_groups(folder: Path, *, indicator: str, as_data: bool) -> None:
    """Print which names are merged into one indicator."""
    with closing(open_library(folder)) as library:
        ledger = library.ledger
        found = matching_groups(ledger, indicator) if indicator else ledger.groups()
    if as_data:
        _print_json(group_json(group) for group in found)
        return
    if not found:
        print(say("cli", "figures_none"))
    for group in found:
        print(_group_line(group))


def _print_json(values: Iterable[dict[str, object]]) -> None:
    """A JSON list, written as it comes."""
    before = "["
    for value in values:
        print(before, json.dumps(value, ensure_ascii=False), end="")
        before = ",\n"
    print("[]" if before == "[" else " ]")


def _print_entries(entries: list[Entry], total: int) -> None:
    if not entries:
        print(say("cli", "figures_none"))
        return
    heads = [say("figures", name) for name in ("place", "period", "indicator", "value", "cited")]
    lines = even_columns([heads, *map(_columns, entries)])
    print(lines[0])
    for line, entry in zip(lines[1:], entries, strict=True):
        print(line)
        print(say("cli", "figure_quote", quote="".join(entry.quote.split("\n"))))
    if total > len(entries):
        print(say("cli", "figures_more", total=total, shown=len(entries)))
    else:
        print(say("cli", "figures_total", total=total))


def _columns(entry: Entry) -> list[str]:
    marks = "".join(say("figures", "mark", mark=mark) for mark in marks_in_words(entry))
    year = say("figures", "year", year=entry.period) if entry.period else ""
    value = "".join(entry.as_written.split()) + marks
    return [place_of(entry), year, entry.indicator, value, cite(citation_of(entry))]


def _group_line(group: Group) -> str:
    line = say("cli", "group_row", name=group.name, figures=group.figures, reports=group.reports)
    if len(group.members) > 1:
        line += "\n" + say("cli", "group_members", names="、".join(group.members))
    return line
