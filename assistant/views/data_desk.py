"""What the data tab does (数据台): text of the browser goes in, HTML or a file comes out."""

from __future__ import annotations

import secrets
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.tables.export import write_csv, write_xlsx
from assistant.tables.export_rows import rows_of_entries, rows_of_tables
from assistant.tables.indicator_choice import matching_groups
from assistant.tables.ledger_filter import (
    PAGE,
    Comparison,
    LedgerFilter,
    all_entries,
    parse_places,
    place_problem,
)
from assistant.tables.table import citation_of, tables_of
from assistant.views.compare import choices_view, compare_form, compared_view
from assistant.views.ledger import empty_view, filters_view, rows_view
from assistant.views.library import refused_view
from assistant.views.source import source_of
from assistant.views.tables import key_of_entry
from corpus.errors import FazhiError, IndexMissing, PlaceUnknown
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from pathlib import Path

    from assistant.model import Citation
    from assistant.service import Assistant
    from assistant.tables.table import Table
    from index.ledger import Ledger
    from index.ledger_model import Group

__all__ = ["DataDesk"]

_KEPT = 3600
"""Seconds that a file is kept for its reader to fetch."""
_OFFERED_FROM = 50_000
"""Figures up to which every indicator is offered before anything was typed."""


class DataDesk:
    """The ledger of an assistant, for any number of readers; files are written into a folder."""

    def __init__(self, assistant: Assistant, files: Path) -> None:
        self._assistant = assistant
        self._files = files

    def forms(self) -> tuple[str, str]:
        """The fields of both halves; empty while there are no figures."""
        ledger = self._ledger()
        if ledger is None:
            return "", ""
        return filters_view(ledger, self._assistant.cards()), compare_form(ledger)

    def rows(self, wanted: LedgerFilter, picked: Container[Citation] = ()) -> str:
        """One page of the ledger; rows whose sentence is picked say so."""
        ledger = self._ledger()
        if ledger is None:
            return self._nothing()
        try:
            conditions = wanted.conditions(ledger)
        except PlaceUnknown as error:
            return empty_view("place_strange", detail=place_problem(error))
        entries, total = ledger.search(**conditions, limit=PAGE, offset=wanted.page * PAGE)
        if not entries and total:  # the library shrank under the reader
            last = wanted.turned_to((total - 1) // PAGE)
            entries, total = ledger.search(**conditions, limit=PAGE, offset=last.page * PAGE)
            wanted = last
        return rows_view(entries, total, wanted, picked)

    def sentence(self, key: str) -> Citation:
        """The sentence of a figure; `KeyError` if there is no such figure."""
        ledger = self._ledger()
        if ledger is None:
            raise KeyError(key)
        return citation_of(ledger.entry(*key_of_entry(key)))

    def choices(self, wanted: Comparison) -> str:
        """The indicators to choose from."""
        ledger = self._ledger()
        if ledger is None:
            return ""
        found = self._groups(ledger, wanted.indicator)
        if not found and not wanted.indicator:
            return ""
        return choices_view(found, chosen=wanted.group)

    def compared(self, wanted: Comparison) -> str:
        """The tables and charts of the chosen indicator."""
        ledger = self._ledger()
        if ledger is None:
            return self._nothing()
        try:
            group, tables = self._tables(ledger, wanted)
        except PlaceUnknown as error:
            return empty_view("place_strange", detail=place_problem(error))
        return compared_view(group, tables)

    def source(self, key: str) -> str:
        """The section of a figure, its sentence marked; `KeyError` if there is no such figure."""
        return source_of(self._assistant, self.sentence(key), opened=key, back="back_to_data")

    def rows_file(self, wanted: LedgerFilter, ending: str) -> Path:
        """All rows of a filter as a file. Raises `FazhiError`."""
        ledger = self._assistant.ledger()
        entries = all_entries(ledger, wanted.conditions(ledger))
        path = self._fresh(say("figures", "rows_file"), ending)
        write = write_csv if ending == "csv" else write_xlsx
        write(path, rows_of_entries(entries))
        return path

    def compared_file(self, wanted: Comparison, ending: str) -> Path:
        """The tables of the chosen indicator as a file. Raises `FazhiError`."""
        _, tables = self._tables(self._assistant.ledger(), wanted)
        path = self._fresh(say("figures", "compare_file"), ending)
        if ending == "csv":
            write_csv(path, rows_of_tables(tables))
        else:
            write_xlsx(path, rows_of_tables(tables), tables=tables)
        return path

    def _ledger(self) -> Ledger | None:
        """The ledger, if there is an index that serves and any figure in it."""
        try:
            ledger = self._assistant.ledger()
        except FazhiError:
            return None
        return ledger if len(ledger) else None

    def _nothing(self) -> str:
        """Why there are no figures to show."""
        try:
            self._assistant.ledger()
        except IndexMissing:
            pass  # the first upload makes one
        except FazhiError as error:
            return refused_view(error)
        return empty_view("data_empty")

    def _groups(self, ledger: Ledger, text: str) -> list[Group]:
        if text.strip():
            return matching_groups(ledger, text)
        return ledger.groups() if len(ledger) <= _OFFERED_FROM else []

    def _tables(self, ledger: Ledger, wanted: Comparison) -> tuple[Group | None, Sequence[Table]]:
        places = parse_places(wanted.places, ledger.places())
        if wanted.group is None:
            return None, ()
        entries = ledger.entries(
            groups=[wanted.group], places=places or None, years=wanted.years or None
        )
        named = entries or ledger.entries(groups=[wanted.group])
        if not named:
            return None, ()
        group = ledger.group_of(named[0].name)
        tables = tables_of(entries, indicator=group.name, places=places, years=wanted.years)
        return group, tables

    def _fresh(self, name: str, ending: str) -> Path:
        """A new place for a file; those of an hour ago are cleared away."""
        self._files.mkdir(parents=True, exist_ok=True)
        for old in self._files.iterdir():
            with suppress(OSError):
                if old.stat().st_mtime < time.time() - _KEPT:
                    shutil.rmtree(old)
        folder = self._files / secrets.token_hex(8)
        folder.mkdir()
        return folder / f"{name}.{ending}"
