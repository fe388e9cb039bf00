"""Writing the ledger (台账): every figure of a report beside its passages, in the same file.

SQLite, and not an analytical database: it is in the standard library, the ledger shares file and
transaction with the reports it was read from, and a ranking reads one stretch of one table,
because `figure` is kept in the order of names.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from corpus.fold import fold
from index.database import stable_id
from index.ledger_groups import SCHEMA, group_names
from index.ledger_marks import marks_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from corpus.model import Figure, Report
    from index.ledger_groups import Grouping

__all__ = ["LedgerDraft", "bigrams", "plain"]

_SCHEMA = (
    "CREATE TABLE ledger_report (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    """CREATE TABLE indicator_name (
        id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, subject TEXT NOT NULL,
        heading TEXT NOT NULL, group_id INTEGER NOT NULL, figures INTEGER NOT NULL
    )""",
    "CREATE INDEX name_group ON indicator_name (group_id)",
    "CREATE TABLE figure_path (id INTEGER PRIMARY KEY, path TEXT NOT NULL)",
    """CREATE TABLE figure_sentence (
        report INTEGER NOT NULL, number INTEGER NOT NULL, path INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
        PRIMARY KEY (report, number)
    ) WITHOUT ROWID""",
    # Few of these are distinct: a ranking reads a number instead of four texts.
    """CREATE TABLE figure_traits (
        id INTEGER PRIMARY KEY, unit TEXT NOT NULL, hedge TEXT NOT NULL, kind TEXT NOT NULL,
        base TEXT NOT NULL
    )""",
    """CREATE TABLE figure (
        name INTEGER NOT NULL, report INTEGER NOT NULL, number INTEGER NOT NULL, period INTEGER,
        value TEXT NOT NULL, magnitude REAL NOT NULL, traits INTEGER NOT NULL, elsewhere TEXT,
        parent INTEGER,
        start INTEGER NOT NULL, end INTEGER NOT NULL, as_written TEXT NOT NULL,
        sentence INTEGER NOT NULL, marks TEXT NOT NULL, behind TEXT NOT NULL,
        PRIMARY KEY (name, report, number)
    ) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX figure_at ON figure (report, number)",
    # Pairs of characters, spelt in ASCII, so that no tokenizer has a say in Chinese words.
    """CREATE VIRTUAL TABLE name_pairs
        USING fts5(pairs, content='', detail=none, columnsize=0)""",
)
_COPY = (
    "INSERT INTO main.ledger_report SELECT * FROM older.ledger_report WHERE key = ?",
    "INSERT INTO main.figure_sentence SELECT * FROM older.figure_sentence WHERE report = ?",
    """INSERT OR IGNORE INTO main.figure_path SELECT * FROM older.figure_path
        WHERE id IN (SELECT path FROM older.figure_sentence WHERE report = ?)""",
    """INSERT OR IGNORE INTO main.figure_traits SELECT * FROM older.figure_traits
        WHERE id IN (SELECT traits FROM older.figure WHERE report = ?)""",
    "INSERT INTO main.figure SELECT * FROM older.figure WHERE report = ?",
    """INSERT OR IGNORE INTO main.indicator_name SELECT * FROM older.indicator_name
        WHERE id IN (SELECT name FROM older.figure WHERE report = ?)""",
)
_NUMERAL = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]{1,4}(?:章|节|条|部分)[、,:]?|[①-⑳]"
    r"|\([一二三四五六七八九十百\d]{1,4}\)[、.]?|[一二三四五六七八九十百\d]{1,4}(?:[、.)]|[是要](?!求)))"
)


class LedgerDraft:
    """The ledger's part of a library that is being written; shares its connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in (*_SCHEMA, *SCHEMA):
            connection.execute(statement)

    def put(self, report: Report) -> None:
        """Take in every figure of a report."""
        key = stable_id(report.id)
        names = [_name_of(report, figure) for figure in report.figures]
        for query, rows in (
            ("INSERT INTO ledger_report VALUES (?, ?)", [(key, report.id)]),
            (
                "INSERT OR IGNORE INTO indicator_name VALUES (?, ?, ?, ?, 0, 0)",
                ((stable_id(*name), *name) for name in sorted(set(names))),
            ),
            (
                "INSERT OR IGNORE INTO figure_traits VALUES (?, ?, ?, ?, ?)",
                (
                    (stable_id(*traits), *traits)
                    for traits in sorted(set(map(_traits_of, report.figures)))
                ),
            ),
            (
                "INSERT INTO figure VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    _figure_row(report, key, number, stable_id(*name))
                    for number, name in enumerate(names)
                ),
            ),
        ):
            self._connection.executemany(query, rows)
        self._put_sentences(report, key)

    def _put_sentences(self, report: Report, key: int) -> None:
        for number in sorted({figure.sentence for figure in report.figures}):
            sentence = report.sentences[number]
            path = json.dumps(report.headings(sentence.section), ensure_ascii=False)
            self._connection.execute(
                "INSERT OR IGNORE INTO figure_path VALUES (?, ?)", (stable_id(path), path)
            )
            span = sentence.span
            self._connection.execute(
                "INSERT INTO figure_sentence VALUES (?, ?, ?, ?, ?, ?)",
                (key, number, stable_id(path), span.start, span.end, report.quote(span)),
            )

    def copy(self, report_ids: Iterable[str]) -> None:
        """Take over reports of the older library, attached as `older`."""
        keys = [(stable_id(report_id),) for report_id in report_ids]
        for statement in _COPY:
            self._connection.executemany(statement, keys)

    def finish(self, grouping: Grouping, *, older: bool) -> None:
        """Count and group the names, and make them findable.

        `older` if the older library is still attached.
        """
        self._connection.execute(
            """UPDATE indicator_name SET figures =
                (SELECT COUNT(*) FROM figure WHERE name = indicator_name.id)"""
        )
        group_names(self._connection, grouping, older=older)
        self._connection.executemany(
            "INSERT INTO name_pairs (rowid, pairs) VALUES (?, ?)",
            (
                (id_, " ".join(bigrams(*map(plain, texts))))
                for id_, *texts in self._each(
                    "SELECT id, indicator, subject, heading FROM indicator_name WHERE id > ?"
                )
            ),
        )

    def _each(self, query: str) -> Iterator[tuple]:  # type: ignore[type-arg]
        """The rows of a query on names in the order of their ids, a page at a time.

        No row is open while its table is written.
        """
        last = -1
        while page := self._connection.execute(
            f"{query} ORDER BY id LIMIT 4096", (last,)
        ).fetchall():
            yield from page
            last = page[-1][0]


def bigrams(*texts: str) -> list[str]:
    """The pairs of characters in plain texts, each once; the last of each stands alone, too.

    A word of one character is found as the beginning of a pair.
    """
    found: dict[str, None] = {}
    for text in texts:
        letters = [f"{ord(letter):05x}" for letter in text]
        found.update(
            dict.fromkeys(a + b for a, b in zip(letters, [*letters[1:], ""], strict=False))
        )
    return list(found)


def plain(text: str) -> str:
    """A text as names are searched: folded, without spaces, in small letters."""
    return "".join(fold(text).split()).casefold()


def _name_of(report: Report, figure: Figure) -> tuple[str, str, str]:
    headings = report.headings(report.sentences[figure.sentence].section)
    heading = "".join(fold(headings[-1]).split()) if headings else ""
    return figure.indicator, figure.subject, _NUMERAL.sub("", heading)


def _traits_of(figure: Figure) -> tuple[str, str, str, str]:
    quantity = figure.quantity
    return quantity.unit, quantity.hedge.value, figure.kind.value, figure.base


def _figure_row(report: Report, key: int, number: int, name: int) -> tuple[object, ...]:
    figure = report.figures[number]
    quantity = figure.quantity
    as_written = report.quote(quantity.span)
    return (
        *(name, key, number, figure.period),
        *(str(quantity.value), float(quantity.value), stable_id(*_traits_of(figure))),
        *(figure.place, figure.parent),
        *(quantity.span.start, quantity.span.end, as_written, figure.sentence),
        " ".join(marks_of(figure, report.text)),
        _behind(report, number),
    )


def _behind(report: Report, number: int) -> str:
    """The subject of the figure that set a figure's own subject (新收…22件,审结20件,维持12件)."""
    figure = report.figures[number]
    if figure.subject:
        for earlier in reversed(report.figures[:number]):
            if earlier.sentence < figure.sentence - 1:
                break
            if earlier.indicator == figure.subject:
                return earlier.subject
    return ""
