"""The library of a snapshot (报告库): reports, their passages and their figures in one SQLite file.

It is written once, in one go, by a build that throws it away if anything fails; afterwards it is
only read, as an immutable file, by any number of threads.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from dataclasses import astuple, dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from corpus.model import Report, Span
from index.database import ReadOnlyDatabase, read_only_uri
from index.ledger import Ledger
from index.ledger_draft import LedgerDraft
from index.ledger_groups import Grouping
from index.passages import Passage, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Library", "LibraryDraft", "ReportCard", "Source"]

_SCHEMA = (
    # The columns of `report` and `source` are the fields of ReportCard and Source, in order.
    """CREATE TABLE report (
        id TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT,
        document_number TEXT, place TEXT, year INTEGER, organ TEXT, issued TEXT,
        characters INTEGER NOT NULL, sections INTEGER NOT NULL, sentences INTEGER NOT NULL,
        figures INTEGER NOT NULL, passages INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE parsed (report_id TEXT PRIMARY KEY, report BLOB NOT NULL)",
    """CREATE TABLE passage (
        report_id TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, section INTEGER,
        sentence INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (report_id, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE source (
        path TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL, report_id TEXT NOT NULL
    ) WITHOUT ROWID""",
)
_COPY = (
    "INSERT INTO main.report SELECT * FROM older.report WHERE id = ?",
    "INSERT INTO main.parsed SELECT * FROM older.parsed WHERE report_id = ?",
    "INSERT INTO main.passage SELECT * FROM older.passage WHERE report_id = ?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """What a list of reports shows of one (报告卡片), without its text."""

    id: str
    file: str
    sha256: str
    """Of the bytes of the file it was read from."""
    title: str | None
    document_number: str | None
    place: str | None
    year: int | None
    organ: str | None
    issued: str | None
    """成文日期 as written."""
    characters: int
    sections: int
    sentences: int
    figures: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was taken in, and the report it holds; several files may hold one report."""

    path: str
    """Absolute, as it was when the file was read."""
    file: str
    sha256: str
    report_id: str


@cache
def _reports() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


def _card_of(report: Report, sha256: str, passages: int) -> ReportCard:
    about = report.metadata
    facts = (about.title, about.document_number, about.place, about.organ, about.issued)
    title, document_number, place, organ, issued = (fact.value if fact else None for fact in facts)
    return ReportCard(
        id=report.id,
        file=report.file,
        sha256=sha256,
        title=title,
        document_number=document_number,
        place=place,
        year=about.year,
        organ=organ,
        issued=issued,
        characters=len(report.text),
        sections=len(report.sections),
        sentences=len(report.sentences),
        figures=len(report.figures),
        passages=passages,
    )


class Library:
    """A finished library, for reading; safe to use from several threads.

    Rows number the passages of all reports through, in the order of `cards`.
    """

    def __init__(self, path: Path) -> None:
        self._database = ReadOnlyDatabase(path)
        self._all = self._database.all
        self.path = path
        names = [column.name for column in fields(ReportCard)]
        found = self._all("SELECT * FROM report ORDER BY file, id")
        self.cards = tuple(ReportCard(**dict(zip(names, row, strict=True))) for row in found)
        self._first_rows = [0]
        for card in self.cards:
            self._first_rows.append(self._first_rows[-1] + card.passages)
        self.ledger = Ledger(self._database, self.cards)
        """Every figure of the reports."""

    def __len__(self) -> int:
        """The number of passages."""
        return self._first_rows[-1]

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def report(self, report_id: str) -> Report:
        """One report, parsed as it was when it was taken in; `KeyError` if it is not here."""
        found = self._all("SELECT report FROM parsed WHERE report_id = ?", report_id)
        if not found:
            raise KeyError(report_id)
        return _reports().validate_json(found[0][0])

    def rows(self, report_id: str) -> range:
        """The rows of one report's passages; empty if it is not here."""
        for place, card in enumerate(self.cards):
            if card.id == report_id:
                return range(self._first_rows[place], self._first_rows[place + 1])
        return range(0)

    def passage(self, row: int) -> Passage:
        """The passage of a row."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        place = bisect_right(self._first_rows, row) - 1
        found = self._all(
            "SELECT * FROM passage WHERE report_id = ? AND position = ?",
            self.cards[place].id,
            row - self._first_rows[place],
        )
        return _passage_of(found[0])

    def passages(self, report_id: str) -> list[Passage]:
        """The passages of one report in reading order."""
        query = "SELECT * FROM passage WHERE report_id = ? ORDER BY position"
        return [_passage_of(found) for found in self._all(query, report_id)]

    def texts(self) -> Iterator[str]:
        """The text of every row, in order."""
        for card in self.cards:
            query = "SELECT text FROM passage WHERE report_id = ? ORDER BY position"
            yield from (text for (text,) in self._all(query, card.id))

    def sources(self) -> dict[str, Source]:
        """Every file taken in, by its path."""
        return {
            path: Source(path=path, file=file, sha256=sha256, report_id=report_id)
            for path, file, sha256, report_id in self._all("SELECT * FROM source ORDER BY path")
        }


class LibraryDraft:
    """A library being written; worthless until `finish`."""

    def __init__(self, path: Path, older: Library | None = None) -> None:
        # No journal and no syncing: a draft that breaks is deleted, a finished one is synced once.
        uri = path.resolve().as_uri()
        self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        for setting in ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY"):
            self._connection.execute(f"PRAGMA {setting}")
        self._has_older = older is not None
        if older is not None:
            self._connection.execute("ATTACH DATABASE ? AS older", (read_only_uri(older.path),))
        self._connection.execute("BEGIN")
        for statement in _SCHEMA:
            self._connection.execute(statement)
        self._ledger = LedgerDraft(self._connection)
        self.ids: set[str] = set()

    def put(self, report: Report, sha256: str) -> None:
        """Take in a report with its passages; `sha256` is that of its file."""
        passages = passages_of(report)
        card = astuple(_card_of(report, sha256, len(passages)))
        self._connection.execute(
            "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", card
        )
        self._connection.execute(
            "INSERT INTO parsed VALUES (?, ?)", (report.id, _reports().dump_json(report))
        )
        self._connection.executemany(
            "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (_passage_row(position, one) for position, one in enumerate(passages)),
        )
        self._ledger.put(report)
        self.ids.add(report.id)

    def copy(self, report_ids: Iterable[str]) -> None:
        """Take over reports of the older library as they are."""
        wanted = [(report_id,) for report_id in report_ids]
        for statement in _COPY:
            self._connection.executemany(statement, wanted)
        self._ledger.copy(report_id for (report_id,) in wanted)
        self.ids.update(report_id for (report_id,) in wanted)

    def rename(self, report_id: str, file: str) -> None:
        """Say that a report came from another file."""
        query = "SELECT report FROM parsed WHERE report_id = ?"
        (parsed,) = self._connection.execute(query, (report_id,)).fetchone()
        report = replace(_reports().validate_json(parsed), file=file)
        self._connection.execute(
            "UPDATE parsed SET report = ? WHERE report_id = ?",
            (_reports().dump_json(report), report_id),
        )
        self._connection.execute("UPDATE report SET file = ? WHERE id = ?", (file, report_id))

    def finish(self, sources: Iterable[Source], grouping: Grouping | None = None) -> None:
        """Group the indicators, write what came from where and close the file."""
        self._ledger.finish(grouping or Grouping(), older=self._has_older)
        self._connection.executemany(
            "INSERT INTO source VALUES (?, ?, ?, ?)",
            ((one.path, one.file, one.sha256, one.report_id) for one in sources),
        )
        self._connection.execute("COMMIT")
        self._connection.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        self._connection.close()


def _passage_row(position: int, one: Passage) -> tuple[object, ...]:
    span = one.span
    return (
        *(one.report_id, position, one.id, one.section, one.sentence),
        *(span.start, span.end, one.text),
    )


def _passage_of(row: tuple[str, int, str, int | None, int | None, int, int, str]) -> Passage:
    report_id, _, id_, section, sentence, start, end, text = row
    return Passage(
        id=id_,
        report_id=report_id,
        section=section,
        sentence=sentence,
        span=Span(start, end),
        text=text,
    )
