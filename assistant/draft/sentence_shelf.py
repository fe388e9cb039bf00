"""The sentences of a library, found by their words, with what they say without numbers (语句)."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, find_atoms
from assistant.draft.whose import whose_sentence
from assistant.question.lexicon import cut, plain
from corpus.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.draft.model import AtomKind, Claim, Scope
    from assistant.evidence.gather import Evidence
    from assistant.evidence.reading import Reading

__all__ = ["Line", "SentenceShelf"]

_WHOLE = 48
_LITERAL = 6
_FOUND, _READ, _NEAREST = 60, 12, 14


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of a report and whom it speaks of (语句)."""

    reading: Reading
    position: int
    place: str | None
    year: int | None

    @property
    def key(self) -> tuple[str, int]:
        """Its report and position."""
        return self.reading.report.id, self.position

    @property
    def text(self) -> str:
        """Its words, with the heading above."""
        view = self.reading.sentences[self.position]
        return view.text + view.headings

    @property
    def folded(self) -> str:
        """Its words with their marks."""
        return self.reading.report.sentences[self.position].span.of(self.reading.folded)

    def whose(self, claim: Claim) -> str:
        """Whose it is, where a claim is laid at another's door."""
        return whose_sentence(
            claim, self.reading, self.reading.report.sentences[self.position].span
        )

    def words(self, atom: Atom) -> str:
        """An atom as the report writes it."""
        return atom.span.of(self.reading.report.quote(
            self.reading.report.sentences[self.position].span
        ))  # fmt: skip

    def atoms(self, kind: AtomKind) -> list[Atom]:
        """What it says of a kind."""
        return [atom for atom in _atoms(self.folded) if atom.kind is kind]

    def stretches(self, kind: AtomKind) -> Iterator[tuple[str, str, tuple[Atom, ...]]]:
        """The stretches between commas that say something of a kind, each with its neighbours."""
        folded = self.folded
        pieces = [Span(*m.span()) for m in re.finditer(r"[^,;。]+", folded)]
        atoms = [atom for atom in _atoms(folded) if atom.kind is kind]
        for number, piece in enumerate(pieces):
            held = tuple(atom for atom in atoms if piece.covers(atom.span))
            if held:
                around = (
                    pieces[max(0, number - 1)].start,
                    pieces[min(number + 1, len(pieces) - 1)].end,
                )
                yield piece.of(folded), folded[slice(*around)], held


@lru_cache(maxsize=1 << 13)
def _atoms(folded: str) -> tuple[Atom, ...]:
    return tuple(find_atoms(folded))


class SentenceShelf:
    """The sentences of a library by the pairs of characters in them; made once."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._cards = {card.id: card for card in evidence.cards}
        self._small = len(self._cards) <= _WHOLE
        self._lines: list[Line] = []
        self._holders: dict[str, list[int]] = {}
        self._last: dict[str, list[Line]] = {}
        self._names: dict[AtomKind, list[tuple[Atom, Line]]] = {}

    def near(self, claim: Claim) -> list[Line]:
        """The sentences that share most with the one that a claim stands in."""
        return self.near_words(claim.sentence)

    def near_words(self, words: str) -> list[Line]:
        """The sentences that share most with some words."""
        self._fill()
        if words not in self._last:
            self._last = {words: self._nearest(words)}  # a sentence's claims follow each other
        return self._last[words]

    def _nearest(self, words: str) -> list[Line]:
        if not self._small:
            return self._searched(words)
        scores: Counter[int] = Counter()
        for pair in _pairs(plain(words)):
            holders = self._holders.get(pair, ())
            rare = math.log((len(self._lines) + 1) / (len(holders) + 1))
            for number in holders:
                scores[number] += rare  # type: ignore[assignment]
        return [self._lines[number] for number, _ in scores.most_common(_NEAREST)]

    def at(self, keys: Iterable[tuple[str, int]]) -> list[Line]:
        """The sentences at some places, as report and position."""
        self._fill()
        known = {line.key: line for line in self._lines} if self._small else {}
        return [known[key] if key in known else self._of(key[0])[key[1]] for key in sorted(keys)]

    def holding(self, words: str, scope: Scope) -> list[Line]:
        """The sentences of a scope that hold some words to the letter, if they are not few."""
        self._fill()
        if len(words) < _LITERAL:
            return []
        lines = self._lines if self._small else self._searched(words)
        return [one for one in lines if words in one.folded and scope.holds(one.place, one.year)]

    def named(
        self, kind: AtomKind, scope: Scope | None, wanted: str
    ) -> Iterator[tuple[Atom, Line]]:
        """Every atom of a kind in the reports of a scope; of many reports, those like `wanted`."""
        self._fill()
        if not self._small:
            for line in self._searched(wanted):
                if scope is None or scope.holds(line.place, line.year):
                    yield from ((atom, line) for atom in _atoms(line.folded) if atom.kind is kind)
            return
        if kind not in self._names:
            self._names[kind] = [
                (atom, line)
                for line in self._lines
                for atom in _atoms(line.folded)
                if atom.kind is kind
            ]
        for atom, line in self._names[kind]:
            if scope is None or scope.holds(line.place, line.year):
                yield atom, line

    def _fill(self) -> None:
        if self._lines or not self._small:
            return
        for report_id in self._cards:
            self._lines += self._of(report_id)
        for number, line in enumerate(self._lines):
            for pair in _pairs(line.reading.sentences[line.position].text):
                self._holders.setdefault(pair, []).append(number)

    def _of(self, report_id: str) -> list[Line]:
        reading = self._evidence.reading(report_id)
        card = self._cards[report_id]
        return [
            Line(reading, position, card.place, self._year(reading, position, card.year))
            for position in range(len(reading.report.sentences))
        ]

    def _year(self, reading: Reading, position: int, year: int | None) -> int | None:
        section = reading.report.sentences[position].section
        return year + 1 if year is not None and section in reading.plans else year

    def _searched(self, words: str) -> list[Line]:
        asked = " ".join(cut(words))
        found = self._evidence.shelf.by_words(asked, _FOUND, frozenset(self._cards))
        lines: list[Line] = []
        opened: dict[str, list[Line]] = {}
        for report_id, position in found:
            if report_id not in opened:
                if len(opened) >= _READ:
                    continue
                opened[report_id] = self._of(report_id)
            lines.append(opened[report_id][position])
        return lines[:_NEAREST]


@lru_cache(maxsize=1 << 14)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
