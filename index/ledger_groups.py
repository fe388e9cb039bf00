"""Groups of the ledger's names (指标分组), worked out when a library is finished.

They follow from the names and the rules alone, so a build that copies most reports and one that
reads them all anew come to the same groups. Only pairs worth comparing are held in memory.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from index.database import stable_id
from index.groups import Signature, measure_of, sign, written
from index.groups_near import Swap, close_enough, join, swappable, swaps_among
from index.groups_rules import GroupRules, bundled_rules
from index.passages import vector_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

__all__ = ["SCHEMA", "Grouping", "group_names"]

SCHEMA = (
    # Vectors of names that were compared, so that the next build need not make them again.
    "CREATE TABLE name_vector (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID",
)
_WORK = (
    "CREATE TABLE signature (id INTEGER PRIMARY KEY, measure TEXT NOT NULL, words TEXT NOT NULL)",
    "CREATE TABLE signed (name INTEGER PRIMARY KEY, signature INTEGER NOT NULL)",
    """CREATE TABLE swap (bucket INTEGER, signature INTEGER, word TEXT,
        PRIMARY KEY (bucket, signature, word)) WITHOUT ROWID""",
)
_FIGURES = """SELECT f.name, t.unit, t.kind, f.parent IS NOT NULL, f.behind,
    n.indicator, n.subject, n.heading
    FROM figure f JOIN indicator_name n ON n.id = f.name JOIN figure_traits t ON t.id = f.traits
    ORDER BY f.name"""
_ALIKE = """SELECT w.bucket, w.word, s.words, s.measure FROM swap w
    JOIN signature s ON s.id = w.signature
    WHERE w.bucket IN (SELECT bucket FROM swap GROUP BY bucket HAVING COUNT(*) > 1)
    ORDER BY w.bucket"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What groups are made by, besides the names."""

    rules: GroupRules = field(default_factory=GroupRules)
    """The user's, which are added to the bundled ones."""
    model: str | None = None
    """Identity of the embedding model; None to go without."""
    embeddings: Embeddings | None = None
    """None where only vectors of the older library are to be used."""


def group_names(connection: sqlite3.Connection, grouping: Grouping, *, older: bool) -> None:
    """Give every name of a library its group; `older` if a library is attached by this name."""
    for statement in _WORK:
        connection.execute(statement)
    rules = bundled_rules().plus(grouping.rules)
    leaving = rules.leaving()
    connection.executemany("INSERT INTO signed VALUES (?, ?)", _signed(connection, leaving))
    connection.execute(
        """UPDATE indicator_name SET group_id =
            (SELECT signature FROM signed WHERE name = indicator_name.id)"""
    )
    merged = join(_near_pairs(connection, grouping, older=older)) if grouping.model else []
    for members in _with_rows(merged, _rows(connection, rules)):
        connection.executemany(
            "UPDATE indicator_name SET group_id = ? WHERE group_id = ?",
            [(min(members), member) for member in sorted(members)],
        )
    for table in ("swap", "signed", "signature"):
        connection.execute(f"DROP TABLE {table}")


def _signed(
    connection: sqlite3.Connection, leaving: frozenset[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    """Every name with the id of its signature, which is kept on the way."""
    for name, rows in groupby(connection.execute(_FIGURES), key=lambda row: row[0]):
        signature = _signature(list(rows), leaving)
        id_ = stable_id(signature.text)
        connection.execute(
            "INSERT OR IGNORE INTO signature VALUES (?, ?, ?)",
            (id_, signature.measure, " ".join(signature.words)),
        )
        yield name, id_


def _signature(
    rows: list[tuple[int, str, str, int, str, str, str, str]], leaving: frozenset[tuple[str, ...]]
) -> Signature:
    indicator, subject, heading = rows[0][5:]
    behind = min(Counter(row[4] for row in rows).items(), key=lambda one: (-one[1], one[0]))[0]
    words = sign(indicator, subject, heading, behind=behind, part=any(row[3] for row in rows))
    own = written(indicator)
    if own in leaving:
        words = (*words, "≠" + "+".join(own))
    levels = [row[1] for row in rows if row[2] != "change"] or [row[1] for row in rows]
    counts = Counter(map(measure_of, levels))
    return Signature(words, min(counts, key=lambda measure: (-counts[measure], measure)))


def _near_pairs(
    connection: sqlite3.Connection, grouping: Grouping, *, older: bool
) -> list[tuple[float, int, int]]:
    connection.executemany("INSERT OR IGNORE INTO swap VALUES (?, ?, ?)", _buckets(connection))
    swaps = list(_swaps(connection))
    texts = {text for one, other, *words in swaps for text in _texts(one, other, *words)}
    vectors = _vectors(connection, grouping, sorted(texts), older=older)
    found = []
    for swap in swaps:
        cosine = close_enough(swap, vectors)
        if cosine is not None:
            found.append((cosine, stable_id(swap[0].text), stable_id(swap[1].text)))
    return found


def _buckets(connection: sqlite3.Connection) -> Iterator[tuple[int, int, str]]:
    """Each signature under what is left of it without one of its words."""
    for id_, measure, said in connection.execute("SELECT id, measure, words FROM signature"):
        words = said.split()
        for word in words if len(words) > 1 else ():
            if swappable(word):
                rest = " ".join(other for other in words if other != word)
                yield stable_id(measure, rest), id_, word


def _swaps(connection: sqlite3.Connection) -> Iterator[Swap]:
    for _, rows in groupby(connection.execute(_ALIKE), key=lambda row: row[0]):
        yield from swaps_among(
            (word, Signature(tuple(words.split()), measure)) for _, word, words, measure in rows
        )


def _texts(one: Signature, other: Signature, *words: str) -> tuple[str, ...]:
    return (" ".join(one.words), " ".join(other.words), *words)


def _vectors(
    connection: sqlite3.Connection, grouping: Grouping, texts: list[str], *, older: bool
) -> dict[str, NDArray[np.float32]]:
    """The vectors of texts, from the older library where it has them.

    All go through half precision, so that a vector kept and one just made are compared alike.
    """
    keys = {text: vector_key(grouping.model or "", text) for text in texts}
    if older:
        connection.executemany(
            "INSERT OR IGNORE INTO main.name_vector SELECT * FROM older.name_vector WHERE key = ?",
            ((key,) for key in keys.values()),
        )
    held = dict(connection.execute("SELECT key, vector FROM name_vector"))
    missing = [text for text in texts if keys[text] not in held]
    if missing and grouping.embeddings is not None:
        made = np.asarray(grouping.embeddings.embed_documents(missing), dtype=np.float16)
        rows = [(keys[text], row.tobytes()) for text, row in zip(missing, made, strict=True)]
        connection.executemany("INSERT INTO name_vector VALUES (?, ?)", rows)
        held.update(rows)
    return {
        text: np.frombuffer(held[key], dtype=np.float16).astype(np.float32)
        for text, key in keys.items()
        if key in held
    }


def _rows(connection: sqlite3.Connection, rules: GroupRules) -> Iterator[set[int]]:
    """The signatures that rules put together, for each thing measured."""
    measures = [row[0] for row in connection.execute("SELECT DISTINCT measure FROM signature")]
    for row in rules.merged():
        for measure in sorted(measures):
            ids = {stable_id(Signature(words, measure).text) for words in row}
            if len(ids) > 1:
                yield ids


def _with_rows(merged: Iterable[set[int]], rows: Iterable[set[int]]) -> list[set[int]]:
    """Sets joined wherever a row has members of several."""
    sets = list(merged)
    for row in rows:
        touched = [one for one in sets if not one.isdisjoint(row)]
        sets = [one for one in sets if one.isdisjoint(row)]
        sets.append(row.union(*touched))
    return sets
