"""A question and its history in, an answer or a refusal out (问答)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import refusals
from assistant.answers import QUESTION_TYPES
from assistant.evidence import Evidence, Scope, Shelf, scope_of
from assistant.followup import Resolved, resolve
from assistant.grounding import keep_grounded, through_gate
from assistant.lexicon import plain
from assistant.model import Answer, Reason, Refusal, Reply, Statement, Turn
from assistant.places import find_places
from assistant.query import (
    Query,
    asks_of,
    clean,
    edition_of,
    forms_of,
    without_years,
    years_of,
)
from assistant.statements import sentence_statement
from corpus.errors import QuestionEmpty, QuestionTooLong
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.reading import Reading

LONGEST_QUESTION = 2000
_DEPARTMENT = re.compile(r"(?:局|厅|办公室|中心|管委会|法院|检察院)$")
_LEADING_ORGAN = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:局|厅)(?!长)")
_HISTORY = 6
"""Turns looked back on."""


class Asker:
    """Answers over one library; the same question always gets the same answer."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._evidence = Evidence(shelf)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Reply:
        """Answer or refuse.

        Raises `QuestionEmpty` and `QuestionTooLong`.
        """
        if not question.strip():
            raise QuestionEmpty
        if len(question) > LONGEST_QUESTION:
            raise QuestionTooLong(length=len(question), limit=LONGEST_QUESTION)
        resolved = resolve(question, list(history)[-_HISTORY:], self._places_of)
        reply = (
            self._item(resolved) if resolved.item is not None else self._reply(resolved.question)
        )
        return self._gated(reply, resolved)

    def parse(self, question: str) -> Query:
        """What a question asks for, as far as words go."""
        said = clean(question)
        places = find_places(said, self._places(), self._departments())
        core = without_years(places.rest).strip(" ,的")
        dated = places.rest if self._years(places.rest) else core
        return Query(
            question=places.rest,
            core=core,
            years=self._years(places.rest),
            edition=self._edition(places.rest),
            places=places.known,
            organs=places.organs,
            strangers=places.strangers,
            asks=asks_of(dated),
            flags=forms_of(core),
        )

    def _edition(self, question: str) -> int | None:
        """The year of the report meant (2021年报告中提出的2022年打算)."""
        edition = edition_of(question)
        known = {card.year for card in self._shelf.cards}
        return edition if edition in known else None

    def _years(self, question: str) -> tuple[int, ...]:
        """The years of the data asked for; the year in a report's title is not one."""
        edition = edition_of(question)
        titled = {card.year for card in self._shelf.cards if f"{edition}年" in (card.title or "")}
        years = years_of(question)
        if edition is not None and titled:
            return tuple(year for year in years if year != edition)
        return years

    def _departments(self) -> list[str]:
        """Organs that are no government: their reports are asked for by name."""
        organs = [card.organ for card in self._shelf.cards if card.organ]
        return [organ for organ in organs if _DEPARTMENT.search(organ)]

    def _places(self) -> list[str]:
        return [card.place for card in self._shelf.cards if card.place]

    def _places_of(self, question: str) -> tuple[tuple[str, ...], str]:
        """The places named, known or not, and the question without them."""
        found = find_places(question, self._places())
        rest = found.rest
        for stranger in found.strangers:
            rest = rest.replace(stranger, "")
        return (*found.known, *found.strangers), rest.strip()

    def _reply(self, question: str) -> Reply:
        query = self.parse(question)
        scope = scope_of(query, self._shelf.cards)
        if (
            query.strangers
            and not query.places
            and not query.organs
            and not self._mentioned(query, scope)
        ):
            return refusals.place_absent(query, self._shelf.cards)
        if self._of_other_organ(query, scope):
            return refusals.place_absent(query, self._shelf.cards)
        for kind in QUESTION_TYPES:
            if kind.accepts(query) and (reply := kind.answer(query, scope, self._evidence)):
                return self._about_place(reply, query)
        return refusals.too_vague()

    def _of_other_organ(self, query: Query, scope: Scope) -> bool:
        """A department that has no report, where the library has only another department's."""
        named = _LEADING_ORGAN.match(query.core)
        departments = [
            card for card in scope.cards if card.organ and _DEPARTMENT.search(card.organ)
        ]
        return bool(
            named and not query.organs and departments and len(departments) == len(scope.cards)
        )

    def _mentioned(self, query: Query, scope: Scope) -> bool:
        """Whether a report speaks of the stranger, so that it may be part of the matter."""
        names = [fold(name) for name in query.strangers]
        return any(
            all(name in self._evidence.reading(card.id).folded for name in names)
            for card in scope.cards
        )

    def _about_place(self, reply: Reply, query: Query) -> Reply:
        """A place that is no report's must stand in the evidence itself."""
        if isinstance(reply, Refusal) or not query.strangers:
            return reply
        quotes = plain(fold("".join(c.quote + "".join(c.section) for c in reply.citations)))
        if all(plain(name) in quotes for name in query.strangers):
            return reply
        return refusals.place_absent(query, self._shelf.cards)

    def _item(self, resolved: Resolved) -> Reply:
        """What a report says under one item of the list asked for before."""
        before = self._reply(resolved.question)
        if isinstance(before, Refusal):
            return before
        position = resolved.item or 0
        if not -len(before.statements) <= position < len(before.statements):
            return refusals.too_vague()
        return Answer(statements=self._section_of(before.statements[position]))

    def _section_of(self, item: Statement) -> tuple[Statement, ...]:
        """The sentences of the section that an item's citation opens."""
        citation = item.citations[0]
        reading = self._evidence.reading(citation.report_id)
        positions = _sentences_under(reading, citation.span.start)
        return tuple(sentence_statement(reading, position) for position in positions) or (item,)

    def _gated(self, reply: Reply, resolved: Resolved) -> Reply:
        carried = say("answers", "carried", what=resolved.carried) if resolved.carried else ""
        if isinstance(reply, Refusal):
            return replace(reply, nearest=keep_grounded(reply.nearest), carried=carried)
        passed = through_gate(reply)
        if passed is None:
            return Refusal(
                reason=Reason.INDICATOR_ABSENT,
                text=say("answers", "refuse_indicator", what=resolved.question[:40]),
                carried=carried,
            )
        return replace(passed, carried=carried)


def _sentences_under(reading: Reading, start: int) -> list[int]:
    """Positions of the sentences of the section that begins at an offset."""
    for section in reading.report.sections:
        if section.heading.start == start:
            return [
                position
                for position, sentence in enumerate(reading.report.sentences)
                if section.span.covers(sentence.span)
                and not re.fullmatch(r"\s*", reading.report.quote(sentence.span))
            ]
    return []
