"""The bank of questions (题库): what the reports of a library can be asked, made when needed.

A report's questions depend on that report and on others of the same place, never on chance from
outside: the same library gives the same questions, and a seed only chooses among them.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Protocol

from assistant.quiz.across_items import across_items
from assistant.quiz.asking import askable
from assistant.quiz.compare_items import arithmetic_items, order_items
from assistant.quiz.figure_items import figure_items
from assistant.quiz.making import normal
from assistant.quiz.model import Kind, QuizItem
from assistant.quiz.passage_items import passage_items
from assistant.quiz.rivals import Rivals
from assistant.quiz.term_items import term_items
from assistant.quiz.terms import Term, best_terms, terms_of
from assistant.quiz.voices import voice_of
from corpus.errors import IndexProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.voices import Voice
    from corpus.model import Report
    from index.ledger import Ledger
    from index.snapshot import ReportCard

__all__ = ["Library", "QuestionBank", "Wanted"]

_REPORTS = 60
"""Reports that are read for one choice of questions; of a larger library, some by chance."""
_CHOICES = 4
"""Of how many such choices a larger library is asked by turns, and how many are kept."""


class Library(Protocol):
    """Whoever holds the reports (报告库)."""

    def cards(self) -> Sequence[ReportCard]:
        """Every report."""

    def report(self, report_id: str) -> Report:
        """One report; `KeyError` if it is not here."""

    def ledger(self) -> Ledger:
        """Every figure of every report; `IndexProblem` if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which questions to choose (选题条件)."""

    count: int = 10
    topics: tuple[str, ...] = ()
    """Words of topics or of headings; all where none is given."""
    kinds: tuple[Kind, ...] = ()
    seed: int = 0
    without: frozenset[str] = frozenset()
    """Ids of questions that are not wanted."""


@dataclass(frozen=True, slots=True)
class _Pool:
    """What one set of reports yields (题池)."""

    items: tuple[QuizItem, ...]
    terms: tuple[Term, ...]


class QuestionBank:
    """Questions over a library; what was made is kept until the library changes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[frozenset[str], _Pool] = {}
        self._lock = threading.Lock()

    def draw(self, wanted: Wanted) -> tuple[QuizItem, ...]:
        """Up to as many questions as are wanted, no two alike, each fact once while there are more.

        Raises `IndexProblem` where there is no index.
        """
        pool = self._pool(wanted.seed)
        random = Random(wanted.seed)  # noqa: S311 - repeatable, not secret
        fitting = [item for item in pool.items if _fits(item, wanted)]
        random.shuffle(fitting)
        return tuple(_varied(fitting, wanted.count))

    def topics(self) -> tuple[tuple[str, int], ...]:
        """Every topic and how many questions it has, the largest first."""
        counts: dict[str, int] = defaultdict(int)
        for item in self._pool(0).items:
            counts[item.topic] += 1
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def terms(self) -> tuple[Term, ...]:
        """Every term of the reports once, the best explained first."""
        return best_terms(self._pool(0).terms)

    def holds(self, item: QuizItem) -> bool:
        """Whether every report that a question rests on is in the library."""
        return item.reports <= {card.id for card in self._library.cards()}

    def _pool(self, seed: int) -> _Pool:
        ids = sorted(card.id for card in self._library.cards())
        if len(ids) > _REPORTS:
            ids = sorted(Random(seed % _CHOICES).sample(ids, _REPORTS))  # noqa: S311
        key = frozenset(ids)
        with self._lock:
            if key not in self._made:
                self._made[key] = self._make(ids)
            while len(self._made) > _CHOICES:
                del self._made[next(iter(self._made))]
            return self._made[key]

    def _make(self, ids: Sequence[str]) -> _Pool:
        voices = [voice for id_ in ids if (voice := voice_of(self._library.report(id_)))]
        by_place: dict[str, list[Voice]] = defaultdict(list)
        for voice in voices:
            by_place[voice.place].append(voice)
        rivals = {place: Rivals(alike) for place, alike in by_place.items()}
        items: list[QuizItem] = []
        clear: list[AskedFigure] = []
        terms: list[Term] = []
        for voice in voices:
            near = rivals[voice.place]
            asked = [one for one in askable(voice) if not near.of(one)]
            clear += asked
            found = terms_of(voice)
            terms += found
            items += _of_report(voice, asked, near, found)
        items += across_items(clear, self._groups(ids))
        return _Pool(items=tuple(_unlike(items)), terms=tuple(terms))

    def _groups(self, ids: Iterable[str]) -> dict[str, int]:
        try:
            entries = self._library.ledger().entries(reports=list(ids))
        except IndexProblem:
            return {}
        return {f"{one.report_id}#{one.number}": one.group for one in entries}


def _of_report(
    voice: Voice, asked: Sequence[AskedFigure], rivals: Rivals, terms: Sequence[Term]
) -> Iterator[QuizItem]:
    for one in asked:
        yield from figure_items(one, rivals)
    yield from order_items(asked)
    yield from arithmetic_items(asked)
    yield from passage_items(voice)
    yield from term_items(voice, terms)


def _unlike(items: Iterable[QuizItem]) -> Iterator[QuizItem]:
    """Each stem once, in whatever punctuation."""
    seen: set[str] = set()
    for item in items:
        stem = normal(item.stem)
        if stem not in seen:
            seen.add(stem)
            yield item


def _fits(item: QuizItem, wanted: Wanted) -> bool:
    if item.id in wanted.without or (wanted.kinds and item.kind not in wanted.kinds):
        return False
    said = (item.topic, *item.section)
    return not wanted.topics or any(topic in text for topic in wanted.topics for text in said)


def _varied(items: Sequence[QuizItem], count: int) -> list[QuizItem]:
    """The first so many, kinds by turns, a fact again only when all have been used."""
    chosen: list[QuizItem] = []
    rest = list(items)
    while rest and len(chosen) < count:
        taken = _by_turns(rest)
        chosen += taken
        ids = {item.id for item in taken}
        rest = [item for item in rest if item.id not in ids]
    return chosen[:count]


def _by_turns(items: Iterable[QuizItem]) -> list[QuizItem]:
    """As many as there are facts for, one of each kind after the other."""
    queues: dict[Kind, Iterator[QuizItem]] = {}
    for kind in Kind:
        queues[kind] = iter([item for item in items if item.kind is kind])
    used: set[str] = set()
    taken: list[QuizItem] = []
    while queues:
        for kind, queue in list(queues.items()):
            item = next((one for one in queue if used.isdisjoint(one.rests_on)), None)
            if item is None:
                del queues[kind]
                continue
            used.update(item.rests_on)
            taken.append(item)
    return taken
