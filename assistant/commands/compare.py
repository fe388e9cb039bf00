"""`fazhi compare`: one indicator over places and years, each number with its source (对比)."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from assistant.render import cite
from assistant.tables.export import write_csv, write_xlsx
from assistant.tables.export_rows import rows_of_tables
from assistant.tables.indicator_choice import matching_groups
from assistant.tables.ledger_json import group_json, table_json
from assistant.tables.table import citation_of, tables_of
from assistant.tables.table_text import to_text
from index.snapshot import open_library
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.commands.figures import Wanted
    from assistant.model import Citation
    from assistant.tables.table import Table
    from index.ledger import Ledger
    from index.ledger_model import Entry, Group

__all__ = ["compare"]

_OTHERS = 5
"""Indicators of a similar name that are told."""


def compare(
    folder: Path, wanted: Wanted, *, as_data: bool, csv: Path | None, xlsx: Path | None
) -> None:
    """Print the table of one indicator, or write it to files."""
    with closing(open_library(folder)) as library:
        ledger = library.ledger
        places = wanted.places_of(ledger)
        found = matching_groups(ledger, wanted.indicator)
        group = found[0] if found else None
        tables = _tables(ledger, group, places, wanted.years) if group else ()
    if csv:
        print(say("cli", "exported", count=write_csv(csv, rows_of_tables(tables)), file=csv))
    if xlsx:
        count = write_xlsx(xlsx, rows_of_tables(tables), tables=tables)
        print(say("cli", "exported", count=count, file=xlsx))
    if as_data:
        data = {
            "group": group_json(group) if group else None,
            "tables": [table_json(table) for table in tables],
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))
    elif not csv and not xlsx:
        _print(wanted.indicator, group, tables)
        _print_others(found[1:])


def _tables(
    ledger: Ledger, group: Group, places: Sequence[str], years: Sequence[int]
) -> tuple[Table, ...]:
    entries = ledger.entries(groups=[group.id], places=places or None, years=years or None)
    return tables_of(entries, indicator=group.name, places=places, years=years)


def _print_others(groups: Sequence[Group]) -> None:
    if not groups:
        return
    names = "、".join(group.name for group in groups[:_OTHERS])
    print(say("cli", "compare_others", names=names, count=len(groups)))


def _print(indicator: str, group: Group | None, tables: Sequence[Table]) -> None:
    if group is None:
        print(say("cli", "compare_none", indicator=indicator))
        return
    if not tables:
        print(say("cli", "compare_gap", indicator=group.name))
    if len(group.members) > 1:
        print(say("cli", "group_members", names="、".join(group.members)))
    sources: dict[Citation, int] = {}

    def ref(entry: Entry) -> str:
        number = sources.setdefault(citation_of(entry), len(sources) + 1)
        return f"[{number}]"

    for table in tables:
        print(to_text(table, ref=ref))
        print()
    for citation, number in sources.items():
        quote = "".join(citation.quote.split("\n"))
        print(say("cli", "source_row", number=number, cited=cite(citation), quote=quote))
