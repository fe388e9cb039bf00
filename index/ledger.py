"""Reading the ledger (指标台账): every figure of every report, found by name, place and year.

Places and years of reports come from the library's cards, so the tables hold figures alone.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from index.database import stable_id
from index.groups import sign
from index.ledger_draft import plain
from index.ledger_filter import Condition, among, on_page, pairs_query
from index.ledger_model import Cell, Entry, Group, IndicatorName
from index.ledger_rows import (
    CELL,
    ENTRY,
    NAME,
    TRAITS,
    cells_of,
    entry_of,
    name_of,
    traits_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from corpus.model import FigureKind
    from index.database import ReadOnlyDatabase
    from index.ledger_rows import Traits
    from index.library_db import ReportCard

__all__ = ["Cell", "Entry", "Group", "IndicatorName", "Ledger"]

_COUNTS_KEPT = 8
"""Searches whose counts are kept, each as many numbers as there are reports."""


class Ledger:
    """The ledger of a finished library; safe to use from several threads."""

    def __init__(self, database: ReadOnlyDatabase, cards: Sequence[ReportCard]) -> None:
        self._database = database
        # Entries are told in the order of their reports' places, files and ids.
        ordered = sorted(cards, key=lambda card: (card.place is None, card.place or ""))
        self._cards = {stable_id(card.id): card for card in ordered}
        self._about = {key: (card.id, card.place, card.year) for key, card in self._cards.items()}
        self._traits = traits_of(database.all(TRAITS))
        self._ranks = {key: rank for rank, key in enumerate(self._cards)}
        # Whoever turns pages, or takes all of them away, asks for the same counts each time.
        self._counts = lru_cache(maxsize=_COUNTS_KEPT)(self._counted)
        self.reports_of = cache(self._reports_of)

    def __len__(self) -> int:
        """The number of figures."""
        return int(self._database.all("SELECT COUNT(*) FROM figure")[0][0])

    def names_with(self, words: Iterable[str]) -> list[IndicatorName]:
        """The names in which one of the words stands, in the order of their ids."""
        wanted = [word for word in dict.fromkeys(map(plain, words)) if word]
        if not wanted:
            return []
        held = Condition(
            "id IN (SELECT rowid FROM name_pairs WHERE name_pairs MATCH ?)",
            (" OR ".join(f"({pairs_query(word)})" for word in wanted),),
        )
        found = self._all(held, NAME, "ORDER BY id")
        names = map(name_of, found)
        # The pairs of a word may stand apart in a name.
        said = re.compile("|".join(map(re.escape, wanted)))
        return [name for name in names if _holds(name, said)]

    def entries(
        self,
        *,
        names: Collection[int] | None = None,
        groups: Collection[int] | None = None,
        reports: Collection[str] | None = None,
        places: Collection[str] | None = None,
        years: Collection[int] | None = None,
        kinds: Collection[FigureKind] | None = None,
    ) -> list[Entry]:
        """The figures that meet every condition, by place, period, report and number.

        `places` are those of the reports, as their cards have them; `years` the figures' periods.
        """
        condition = self._condition(names, groups, reports, places, years, kinds)
        found = self._all(condition, ENTRY)
        found.sort(key=lambda row: self._order(row[0], row[2], row[1]))
        return [self._entry(row) for row in found]

    def cells(
        self,
        names: Collection[int] | None = None,
        *,
        groups: Collection[int] | None = None,
        reports: Collection[str] | None = None,
        places: Collection[str] | None = None,
        years: Collection[int] | None = None,
        kinds: Collection[FigureKind] | None = None,
    ) -> Iterator[Cell]:
        """The same figures as `entries` finds, light, in no order that means something."""
        condition = self._condition(names, groups, reports, places, years, kinds)
        query, values = condition.select(CELL)
        # Row by row: rows kept until all are read would double what the collector looks through.
        take = partial(cells_of, about=self._about, traits=self._traits)
        return iter(self._database.read(take, query, *values))

    def entry(self, report_id: str, number: int) -> Entry:
        """One figure; `KeyError` if it is not here."""
        here = Condition("f.report = ? AND f.number = ?", (stable_id(report_id), number))
        found = self._all(here, ENTRY)
        if not found:
            raise KeyError((report_id, number))
        return self._entry(found[0])

    def search(
        self,
        *,
        text: str = "",
        place: str = "",
        year: int | None = None,
        section: str = "",
        unit: str = "",
        report_id: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[list[Entry], int]:
        """One page of the figures as they stand in the reports, and how many there are in all.

        Every word of `text` stands in the name, or in the number as written; `section` in one of
        the headings. Reports go by place and file, figures by their order in the report.
        """
        keys = [
            key
            for key, card in self._cards.items()
            if (not place or card.place == place) and (not report_id or card.id == report_id)
        ]
        condition = self._searched(text, year, section, unit)
        if len(keys) < len(self._cards):
            condition = condition.plus(among("f.report", keys))
        counts = self._counts(condition, bool(section.strip()))
        shown, skipped = on_page([(key, counts.get(key, 0)) for key in keys], limit, offset)
        found = self._all(condition.plus(among("f.report", shown)), ENTRY)
        found.sort(key=lambda row: (self._ranks[row[0]], row[1]))
        entries = [self._entry(row) for row in found[skipped : skipped + limit]]
        return entries, sum(counts.values())

    def groups(self, text: str = "") -> list[Group]:
        """What is merged under one name, the most frequent first; only groups that hold a text."""
        wanted = plain(text)
        if not wanted:
            found = self._database.all("SELECT DISTINCT group_id FROM indicator_name")
            return self._groups([group for (group,) in found])
        return self._groups(
            {one.group for one in self.names_with([text]) if wanted in plain(one.indicator)}
        )

    def group_of(self, name: int) -> Group:
        """The group of a name; `KeyError` if there is no such name."""
        found = self._database.all("SELECT group_id FROM indicator_name WHERE id = ?", name)
        if not found:
            raise KeyError(name)
        return self._groups({found[0][0]})[0]

    def years(self) -> list[int]:
        """Every year that figures speak of."""
        query = "SELECT DISTINCT period FROM figure WHERE period IS NOT NULL ORDER BY period"
        return [year for (year,) in self._database.all(query)]

    def places(self) -> list[str]:
        """Every place that is reported on."""
        return sorted({card.place for card in self._cards.values() if card.place})

    def units(self) -> list[str]:
        """Every unit, the most frequent first."""
        counts: Counter[str] = Counter()
        query = "SELECT traits, COUNT(*) FROM figure GROUP BY traits"
        for traits, count in self._database.all(query):
            counts[self._traits[traits].unit] += count
        return sorted(filter(None, counts), key=lambda unit: (-counts[unit], unit))

    def _condition(
        self,
        names: Collection[int] | None,
        groups: Collection[int] | None,
        reports: Collection[str] | None,
        places: Collection[str] | None,
        years: Collection[int] | None,
        kinds: Collection[FigureKind] | None,
    ) -> Condition:
        condition = Condition()
        if groups is not None:
            held = self._all(among("group_id", groups), "SELECT id FROM indicator_name")
            grouped = [id_ for (id_,) in held]
            names = grouped if names is None else set(names) & set(grouped)
        if reports is not None or places is not None:
            keys = [
                key
                for key, card in self._cards.items()
                if (reports is None or card.id in reports)
                and (places is None or card.place in places)
            ]
            # Whatever is the rarer leads: a few reports, or a few names.
            lead = names is None or len(keys) < len(names)
            condition = condition.plus(among("f.report" if lead else "+f.report", keys))
            if names is not None:
                condition = condition.plus(among("+f.name" if lead else "f.name", names))
        elif names is not None:
            condition = condition.plus(among("f.name", names))
        if years is not None:
            condition = condition.plus(among("f.period", years))
        if kinds is not None:
            condition = condition.plus(self._with_traits(lambda traits: traits.kind in kinds))
        return condition

    def _searched(self, text: str, year: int | None, section: str, unit: str) -> Condition:
        condition = Condition()
        for word in text.split():
            held = among("f.name", [name.id for name in self.names_with([word])])
            if any(letter.isdigit() for letter in word):
                held = Condition(
                    f"({held.text} OR instr(f.as_written, ?) > 0)", (*held.values, word)
                )
            condition = condition.plus(held)
        if year is not None:
            condition = condition.plus(Condition("f.period = ?", (year,)))
        if unit:
            condition = condition.plus(self._with_traits(lambda traits: traits.unit == unit))
        if section.strip():
            paths = "SELECT id FROM figure_path WHERE instr(path, ?) > 0"
            condition = condition.plus(Condition(f"s.path IN ({paths})", (section.strip(),)))
        return condition

    def _groups(self, wanted: Collection[int]) -> list[Group]:
        held = among("n.group_id", wanted)
        found = self._all(
            held,
            "SELECT n.group_id, n.indicator, SUM(n.figures) FROM indicator_name n",
            "GROUP BY n.group_id, n.indicator ORDER BY 1, 3 DESC, 2",
        )
        reports = dict(
            self._all(
                held,
                """SELECT n.group_id, COUNT(DISTINCT f.report) FROM indicator_name n
                    JOIN figure f ON f.name = n.id""",
                "GROUP BY n.group_id",
            )
        )
        members: dict[int, list[tuple[str, int]]] = {}
        for group, indicator, figures in found:
            members.setdefault(group, []).append((indicator, figures))
        groups = [
            Group(
                id=group,
                name=max(names, key=lambda name: (len(sign(name[0])), name[1]))[0],
                members=tuple(name for name, _ in names),
                figures=sum(figures for _, figures in names),
                reports=reports.get(group, 0),
            )
            for group, names in members.items()
        ]
        return sorted(groups, key=lambda group: (-group.figures, group.name, group.id))

    def _all(self, condition: Condition, columns: str, ending: str = "") -> list[tuple[Any, ...]]:
        query, values = condition.select(columns, ending)
        return self._database.all(query, *values)

    def _counted(self, condition: Condition, by_sentence: bool) -> dict[int, int]:  # noqa: FBT001
        """How many figures of each report meet a condition; sentences are read where it needs."""
        columns = "SELECT f.report, COUNT(*) FROM figure f"
        if by_sentence:
            columns += " JOIN figure_sentence s ON s.report = f.report AND s.number = f.sentence"
        return dict(self._all(condition, columns, "GROUP BY f.report"))

    def _reports_of(self, year: int) -> frozenset[str]:
        """The reports that hold a figure of a year, whatever year they are about."""
        found = self._database.all("SELECT DISTINCT report FROM figure WHERE period = ?", year)
        return frozenset(self._cards[key].id for (key,) in found)

    def _with_traits(self, wanted: Callable[[Traits], bool]) -> Condition:
        return among("f.traits", [id_ for id_, traits in self._traits.items() if wanted(traits)])

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        return entry_of(row, self._cards[row[0]], self._traits[row[4]])

    def _order(self, report: int, period: int | None, number: int) -> tuple[object, ...]:
        place, rank = self._cards[report].place, self._ranks[report]
        return (place is None, place or "", period is None, period or 0, rank, number)


def _holds(name: IndicatorName, said: re.Pattern[str]) -> bool:
    """Whether a word stands in a name; most names need no folding to tell."""
    texts = (name.indicator, name.subject, name.heading)
    return any(map(said.search, texts)) or any(said.search(plain(text)) for text in texts)
