"""Questions with known answers (题目), and the reports' truth laid out for asking them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from tests.invented.data import Indicator, indicators, table
from tests.invented.numbers import plain

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tests.invented.places import Place
    from tests.invented.truth import Flaw, Invented, Known

__all__ = ["Amount", "Asker", "Question", "Shelf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number that an answer must or must not hold, in any writing (数值)."""

    value: Decimal
    unit: str
    hedge: str = ""

    def __str__(self) -> str:
        before = self.hedge if self.hedge in {"近", "约", "超"} else ""
        inner = "余" if self.hedge == "余" else ""
        after = "以上" if self.hedge == "以上" else ""
        return f"{before}{plain(self.value)}{inner}{self.unit}{after}"

    def as_json(self) -> dict[str, str]:
        return {"value": plain(self.value), "unit": self.unit, "hedge": self.hedge}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with what a right answer holds (题目)."""

    id: str
    kind: str
    q: str
    places: tuple[str, ...]
    years: tuple[int, ...]
    keys: tuple[str, ...]
    must: tuple[str | Amount, ...] = ()
    must_not: tuple[str | Amount, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    """Of each row, one wording at least."""
    order: tuple[str | Amount, ...] = ()
    """Must come in this order where they first stand."""
    winner: str = ""
    """The place that must be said to be ahead."""
    refuse: str | None = None
    """Why no answer can be given: place_absent, year_absent, indicator_absent, units."""
    evidence: tuple[Known, ...] = ()
    """The numbers used, each of which must be cited."""
    elsewhere: tuple[Known, ...] = ()
    """The same numbers in a second report of the same place and year, which may be cited, too."""

    @property
    def cites(self) -> int:
        """Sentences that must be cited at least."""
        return len({(known.report, known.sentence) for known in self.evidence})

    @property
    def files(self) -> tuple[str, ...]:
        """Stems of the files that hold the evidence."""
        return tuple(dict.fromkeys(known.report for known in self.evidence))

    def as_json(self) -> dict[str, Any]:
        """The question as a line of `questions.jsonl`."""
        return {
            "id": self.id,
            "kind": self.kind,
            "q": self.q,
            "places": self.places,
            "years": self.years,
            "keys": self.keys,
            "must": _told(self.must),
            "must_not": _told(self.must_not),
            "any_of": self.any_of,
            "order": _told(self.order),
            "winner": self.winner,
            "cites": self.cites,
            "refuse": self.refuse,
            "files": self.files,
            "evidence": [
                {"file": one.report, "sentence": one.sentence, "as_written": one.as_written}
                for one in self.evidence
            ],
        }


def _told(wanted: Sequence[str | Amount]) -> list[Any]:
    return [one if isinstance(one, str) else one.as_json() for one in wanted]


class Shelf:
    """The truth of many reports by indicator, place and year."""

    def __init__(self, reports: Iterable[Invented], *, first: int, newest: int) -> None:
        self.first = first
        self.newest = newest
        self.places: dict[str, Place] = {}
        self.cells: dict[str, dict[tuple[str, int], list[Known]]] = defaultdict(dict)
        self.flaws: list[Flaw] = []
        self.reported: set[tuple[str, int]] = set()
        """Places and years that there are reports on."""
        self.others: dict[tuple[str, str], list[Known]] = defaultdict(list)
        """Targets, last year's numbers and changes, by place and indicator."""
        self._wrong: set[tuple[str, int, str]] = set()
        for report in reports:
            self._add(report)
        self.bases = Counter(place.base for place in self.places.values())

    def _add(self, report: Invented) -> None:
        self.places[report.place.name] = report.place
        self.reported.add((report.place.name, report.year))
        self.flaws += report.flaws
        self._wrong |= {(flaw.place, flaw.year, flaw.key) for flaw in report.flaws}
        for known in report.truth:
            if known.kind in {"level", "share"} and known.period == report.year:
                cell = self.cells[known.key].setdefault((known.place, known.year), [])
                cell.append(known)
            else:
                self.others[known.place, known.key].append(known)

    def told(self, place: str, year: int, key: str) -> Known | None:
        """What one place says for one year, if it says it rightly and in one way only."""
        cell = self.cells[key].get((place, year))
        if cell is None or (place, year, key) in self._wrong:
            return None
        return cell[0] if len({(one.value, one.hedge) for one in cell}) == 1 else None

    def exact(self, place: str, year: int, key: str) -> Known | None:
        """The same without hedge."""
        known = self.told(place, year, key)
        return known if known and not known.hedge else None

    def twins(self, known: Known) -> list[Known]:
        """What says the same number of the same place and year elsewhere."""
        cell = self.cells[known.key].get((known.place, known.period), ())
        return [
            one
            for one in cell
            if one is not known and one.kind == known.kind and one.value == known.value
        ]

    def silent(self, place: str, year: int, key: str) -> bool:
        """Whether no report says anything of it for that year, not even as a target."""
        others = self.others.get((place, key), ())
        spoken = any(one.period == year or one.kind == "change" for one in others)
        return (place, year) not in self.cells[key] and not spoken

    def left_out(self, place: str, year: int, key: str) -> bool:
        """Whether there is a report for the year that does not speak of it."""
        return (place, year) in self.reported and self.silent(place, year, key)

    def gaps(self) -> list[tuple[str, int]]:
        """Years that a place has no report on, though others have."""
        years = range(self.first, self.newest + 1)
        every = ((name, year) for name in self.places for year in years)
        return [one for one in every if one not in self.reported]

    def rows(self, key: str, year: int, places: Sequence[str]) -> list[Known] | None:
        """What each place says; None if one says it wrongly or in two ways."""
        present = [name for name in places if (name, year) in self.cells[key]]
        rows = [self.told(name, year, key) for name in present]
        return None if None in rows else [row for row in rows if row]

    def of_level(self, *levels: str) -> list[str]:
        """Names of the places of some levels."""
        return [place.name for place in self.places.values() if place.level in levels]


class _More(TypedDict, total=False):
    """What `Asker.ask` hands on to the question."""

    places: tuple[str, ...]
    years: tuple[int, ...]
    keys: tuple[str, ...]
    must: tuple[str | Amount, ...]
    must_not: tuple[str | Amount, ...]
    any_of: tuple[tuple[str, ...], ...]
    order: tuple[str | Amount, ...]
    winner: str
    refuse: str | None


class Asker:
    """Words questions; what it draws follows from its chance."""

    def __init__(self, shelf: Shelf, chance: random.Random) -> None:
        self.shelf = shelf
        self.chance = chance
        self.years = range(shelf.first, shelf.newest + 1)
        self.names = list(shelf.places)
        self.gaps = shelf.gaps()
        self._numbers: Counter[str] = Counter()

    def words(self, template: str, **variables: object) -> str:
        """One of the phrasings of a kind, filled in."""
        return self.phrase(self.chance.choice(table("questions")[template]), **variables)

    @staticmethod
    def phrase(pattern: str, **variables: object) -> str:
        return pattern.format(**variables)

    def call(self, name: str) -> str:
        """A place by one of its names."""
        place = self.shelf.places[name]
        dice = self.chance.random()
        if place.level == "county" and dice < 0.15:
            return place.full
        alone = self.shelf.bases[place.base] == 1 and place.level in {"city", "county"}
        return place.base if alone and dice > 0.85 else name

    def calls(self, names: Sequence[str]) -> str:
        """Several places in a row."""
        called = [self.call(name) for name in names]
        return "、".join(called[:-1]) + "和" + called[-1]

    def when(self, year: int) -> str:
        return f"{year}年度" if self.chance.random() < 0.15 else f"{year}年"

    def key(self, *, share: bool | None = False, stock: bool | None = None) -> Indicator:
        """Any indicator; `share` and `stock` narrow it where they are not None."""
        options = [
            one
            for one in indicators().values()
            if (share is None or one.is_share == share) and (stock is None or one.stock == stock)
        ]
        return self.chance.choice(options)

    def ask(self, kind: str, q: str, evidence: Sequence[Known], **more: Unpack[_More]) -> Question:
        """Make a question; what it is about follows from its evidence unless said otherwise."""
        self._numbers[kind] += 1
        about: _More = {
            "places": tuple(dict.fromkeys(one.place for one in evidence)),
            "years": tuple(dict.fromkeys(one.year for one in evidence)),
            "keys": tuple(dict.fromkeys(one.key for one in evidence)),
        }
        number = f"{kind}-{self._numbers[kind]:03d}"
        about.update(more)
        return Question(
            id=number,
            kind=kind,
            q=q,
            evidence=tuple(evidence),
            elsewhere=tuple(twin for one in evidence for twin in self.shelf.twins(one)),
            **about,
        )


def amount(known: Known) -> Amount:
    """The number of a truth as an answer must give it."""
    return Amount(value=known.value, unit=known.unit, hedge=known.hedge)
