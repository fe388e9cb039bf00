"""The table under an answer (答复的对比表): a row a reporter, a column a year, 未载 in the gaps.

It is made once, when the answer is given, so that it stays what it was whatever becomes of the
library; and it is bounded, for a library may hold ten thousand places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.tables.table import Cell, Table, citation_of, commonest
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from assistant.model import Answer, Citation, Compared
    from corpus.model import Span
    from index.ledger import Ledger
    from index.ledger_model import Entry

__all__ = ["ROWS", "AnswerTable", "answer_table", "numbering", "proofs", "with_table"]

ROWS = 30
"""Reporters that have a row."""
_FEWEST = 2
"""Figures that make a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """What an answer compares, as far as it is shown (答复的对比表)."""

    table: Table
    count: int
    """Reporters compared, those without a row included."""

    @property
    def left_out(self) -> str:
        """That some reporters have no row, in words; empty if all have."""
        rows = len(self.table.places)
        left = self.count - rows
        if not left:
            return ""
        return say("figures", "first_rows", count=self.count, rows=rows, left=left)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sentence of every number shown, once."""
        return tuple(dict.fromkeys(map(citation_of, self.table.entries)))

    def first(self, rows: int) -> Table:
        """The table's first rows."""
        whole = self.table
        kept = whole.places[:rows]
        return Table(
            indicator=whole.indicator,
            unit=whole.unit,
            years=whole.years,
            places=kept,
            cells=whole.cells[: len(kept) * len(whole.years)],
        )


def answer_table(answer: Answer, ledger: Ledger) -> AnswerTable | None:
    """The table of an answer that sets two figures or more side by side; None for any other.

    None, too, where the library has lost one of the figures since: a table with a hole in it
    would say 未载 of what a report does say.
    """
    grid = answer.grid
    told = {(one.who, one.year) for one in grid}
    # A target and what was reached are told of one place and year: they share no cell.
    if len(answer.compared) < _FEWEST or len(told) < len(grid):
        return None
    reporters = _reporters(grid)
    rows = reporters[:ROWS]
    try:
        found = _entries(grid, rows, ledger)
    except KeyError:
        return None
    years = tuple(sorted({one.year for one in grid}))
    entries = [entry for cell in found.values() for entry in cell]
    table = Table(
        indicator=_caption(answer, entries),
        unit=commonest(entry.unit for entry in entries),
        years=years,
        places=rows,
        cells=tuple(
            Cell(place=who, year=year, entries=found.get((who, year), ()))
            for who in rows
            for year in years
        ),
    )
    return AnswerTable(table=table, count=len(reporters))


def proofs(answer: Answer, ledger: Ledger) -> tuple[Citation, ...]:
    """The sentence of every number of an answer, of those that were only compared too.

    Who is first of a hundred rests on a hundred numbers, though the answer tells one.
    """
    entries = []
    for key in answer.compared:
        try:
            entries.append(ledger.entry(*key))
        except KeyError:  # its report was removed since
            continue
    return _joined(answer.citations, map(citation_of, entries))


def with_table(citations: Sequence[Citation], shown: AnswerTable | None) -> tuple[Citation, ...]:
    """The citations of the statements, then those of numbers that stand in the table alone."""
    return _joined(citations, shown.citations if shown else ())


def numbering(citations: Sequence[Citation]) -> Callable[[Entry], int]:
    """Which of the citations, from 0, is the sentence of an entry."""
    places = {(one.report_id, one.span): number for number, one in enumerate(citations)}
    return lambda entry: places[entry.report_id, entry.sentence]


def _joined(first: Sequence[Citation], then: Iterable[Citation]) -> tuple[Citation, ...]:
    """Every sentence once, wherever it is cited from."""
    found: dict[tuple[str, Span], Citation] = {}
    for one in (*first, *then):
        found.setdefault((one.report_id, one.span), one)
    return tuple(found.values())


def _reporters(grid: Sequence[Compared]) -> tuple[str, ...]:
    """Everyone compared, in order; of more than have rows, those with a figure first."""
    reporters = tuple(dict.fromkeys(one.who for one in grid))
    if len(reporters) <= ROWS:
        return reporters
    told = {one.who for one in grid if one.figures}
    return tuple(sorted(reporters, key=lambda who: who not in told))


def _caption(answer: Answer, entries: Sequence[Entry]) -> str:
    """The indicator as the reports name it; where they name it differently, as the asker does."""
    names = {entry.indicator for entry in entries}
    return (
        names.pop() if len(names) == 1 else answer.what or commonest(e.indicator for e in entries)
    )


def _entries(
    grid: Sequence[Compared], rows: Collection[str], ledger: Ledger
) -> dict[tuple[str, int], tuple[Entry, ...]]:
    return {
        (one.who, one.year): tuple(ledger.entry(*key) for key in one.figures)
        for one in grid
        if one.who in rows
    }
