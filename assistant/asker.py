"""A question and its history in, an answer or a refusal out (问答)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.answers import QUESTION_TYPES
from assistant.evidence.entities import is_department
from assistant.evidence.gather import Evidence, Scope, Shelf, scope_of
from assistant.grounding import keep_grounded, through_gate
from assistant.model import Answer, Reason, Refusal, Reply, Statement, Turn
from assistant.question.asks import asks_of
from assistant.question.followup import Resolved, resolve
from assistant.question.forms import clean, forms_of
from assistant.question.lexicon import plain
from assistant.question.places import Gazetteer
from assistant.question.query import Query
from assistant.question.towns import town_in
from assistant.question.years import (
    edition_of,
    relative_years,
    without_years,
    years_of,
    years_since,
)
from assistant.wording import refusals
from assistant.wording.statements import sentence_statement
from corpus.errors import QuestionEmpty, QuestionTooLong
from corpus.fold import fold
from corpus.places import short_form
from corpus.words import words_of
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.evidence.reading import Reading
    from assistant.question.places import NamedPlaces
    from assistant.question.years import Relative

LONGEST_QUESTION = 2000
_LEADING_ORGAN = re.compile(
    r"^(?:(?:(?![被由经受向给对里中了是])[\u4e00-\u9fff]){2,8}(?:(?<![终结布全大格])局|厅)(?!长)"
    rf"|(?:{'|'.join(words_of('commissions'))})(?:委员会|委(?![托办任员])))"
)
_YEARS_AHEAD = re.compile(r"^\s*(?:20\d\d年度?(?:和|与|、|及))+20\d\d年度?(?=[\u4e00-\u9fff])")
"""2022年和2023年 before a row of matters are the years of each."""
_EMPTY_BRACKET = re.compile(r"\(\s*\)")
_HISTORY = 6
"""Turns looked back on."""


class Asker:
    """Answers over one library; the same question always gets the same answer."""

    def __init__(self, shelf: Shelf, today: Callable[[], date] = date.today) -> None:
        self._evidence = Evidence(shelf)
        self._today = today
        """The asker's date, for 去年 and 今年."""
        cards = self._evidence.cards
        # A question is read for its answer, and again for what is told beside it.
        self._parsed = lru_cache(maxsize=_HISTORY)(self._read)
        organs = [card.organ for card in cards if card.organ]
        self._gazetteer = Gazetteer(
            [card.place for card in cards if card.place],
            [organ for organ in organs if is_department(organ)],
        )

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Reply:
        """Answer or refuse.

        Raises `QuestionEmpty` and `QuestionTooLong`.
        """
        if not question.strip():
            raise QuestionEmpty
        if len(question) > LONGEST_QUESTION:
            raise QuestionTooLong(length=len(question), limit=LONGEST_QUESTION)
        resolved = self.standalone(question, history)
        if resolved.item is not None:
            reply = self._item(resolved)
        else:
            reply = self._beside_before(resolved) or self._reply(resolved.question)
        return self._gated(reply, resolved)

    @property
    def evidence(self) -> Evidence:
        """The library as it is searched."""
        return self._evidence

    def standalone(self, question: str, history: Sequence[Turn] = ()) -> Resolved:
        """A question with what it leaves out taken from the turns before."""
        return resolve(question, list(history)[-_HISTORY:], self._places_of)

    def parse(self, question: str) -> Query:
        """What a question asks for, as far as words go."""
        return self._parsed(question, self._today())

    def _read(self, question: str, _today: date) -> Query:
        said = self._gazetteer.without_upper(clean(question), self._speaks)
        said = self._gazetteer.with_whole(said)
        places = self._gazetteer.find(said)
        rest, years = places.rest, self._years(places.rest)
        years = years_since(places.rest, self._known_years(places)) or years
        relative = None if years else self._relative(places)
        if relative:
            rest, years = rest.replace(relative.words, " "), relative.years
        core = _EMPTY_BRACKET.sub("", without_years(rest)).strip(" ,的")
        core = self._dated_within(core, places)
        return Query(
            question=rest,
            core=core,
            said=said,
            years=years,
            relative=relative.words if relative else "",
            edition=self._edition(rest),
            places=places.known,
            organs=places.organs,
            strangers=places.strangers or town_in(core),
            asks=asks_of(_YEARS_AHEAD.sub("", rest) if years and not relative else core),
            flags=forms_of(core),
        )

    def _speaks(self, place: str, words: str) -> bool:
        """Whether a report on a place has some words."""
        cards = (card for card in self._evidence.cards if card.place == place)
        return any(words in self._evidence.reading(card.id).folded for card in cards)

    def _relative(self, places: NamedPlaces) -> Relative | None:
        """The years that 去年 or 近三年 mean, for the reports of the places named."""
        return relative_years(places.rest, self._known_years(places), self._today())

    def _known_years(self, places: NamedPlaces) -> set[int]:
        """The years that the reports of the places and departments named are about."""
        nobody = not places.known and not places.organs
        return {
            card.year
            for card in self._evidence.cards
            if card.year
            and (nobody or card.place in places.known or (card.organ or "") in places.organs)
        }

    def _dated_within(self, core: str, places: NamedPlaces) -> str:
        """A question without the year of its date, where that is the only year reported on.

        A report writes 6月20日 for 2023年6月20日.
        """
        known = self._known_years(places)
        return core.replace(f"{min(known)}年", "") if len(known) == 1 else core

    def _edition(self, question: str) -> int | None:
        """The year of the report meant (2021年报告中提出的2022年打算)."""
        edition = edition_of(question)
        if edition is None:
            return None
        return edition if any(card.year == edition for card in self._evidence.cards) else None

    def _years(self, question: str) -> tuple[int, ...]:
        """The years of the data asked for; the year in a report's title is not one."""
        edition, years = edition_of(question), years_of(question)
        if edition is None or edition not in years:
            return years
        if any(f"{edition}年" in (card.title or "") for card in self._evidence.cards):
            return tuple(year for year in years if year != edition)
        return years

    def _places_of(self, question: str) -> tuple[tuple[str, ...], str]:
        """The places and departments named, known or not, and the question without them."""
        found = self._gazetteer.find(self._gazetteer.without_upper(question, self._speaks))
        rest = found.rest
        for stranger in found.strangers:
            rest = rest.replace(stranger, "")
        return (*found.organs, *found.known, *found.strangers), rest.strip()

    def _reply(self, question: str) -> Reply:
        query = self.parse(question)
        scope = scope_of(query, self._evidence.cards)
        if (
            query.strangers
            and not query.places
            and not query.organs
            and not self._mentioned(query, scope)
        ):
            return refusals.place_absent(query, self._evidence.cards)
        if organ := self._other_organ(query, scope):
            return refusals.place_absent(query, self._evidence.cards, organ)
        for kind in QUESTION_TYPES:
            if kind.accepts(query) and (reply := kind.answer(query, scope, self._evidence)):
                return self._about_place(reply, query)
        return refusals.too_vague()

    def _other_organ(self, query: Query, scope: Scope) -> str:
        """A department that has no report, where the library has only another department's."""
        named = _LEADING_ORGAN.match(query.core)
        if query.organs or named is None or not scope.cards:
            return ""
        return named[0] if all(is_department(card.organ) for card in scope.cards) else ""

    def _mentioned(self, query: Query, scope: Scope) -> bool:
        """Whether a report speaks of the stranger, so that it may be part of the matter."""
        names = [fold(name) for name in query.strangers]
        return any(
            all(_named_in(name, self._evidence.reading(card.id).folded) for name in names)
            for card in scope.cards
        )

    def _about_place(self, reply: Reply, query: Query) -> Reply:
        """A place that is no report's must stand in the evidence itself."""
        if isinstance(reply, Refusal) or not query.strangers:
            return reply
        quotes = plain(fold("".join(c.quote + "".join(c.section) for c in reply.citations)))
        if all(_named_in(name, quotes) for name in query.strangers):
            return reply
        return refusals.place_absent(query, self._evidence.cards)

    def _beside_before(self, resolved: Resolved) -> Answer | None:
        """What stands in the sentence that answered the question before; None if nothing does.

        审计了多少个项目; 提了多少条建议和意见 goes on about the audits.
        """
        if not resolved.together:
            return None
        if len(self.parse(resolved.question).asks) > 1:
            return None
        before = self._reply(resolved.before)
        both = self._reply(resolved.together)
        if isinstance(before, Refusal) or isinstance(both, Refusal):
            return None
        cited = {citation for one in before.statements for citation in one.citations}
        told = tuple(
            one
            for one in both.statements
            if one not in before.statements and cited.issuperset(one.citations)
        )
        return Answer(statements=told) if len(told) == 1 else None

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
        return replace(passed, carried=carried, notes=(*passed.notes, *self._dated(resolved)))

    def _dated(self, resolved: Resolved) -> tuple[str, ...]:
        """Which years 去年 or 近三年 were taken to be."""
        query = self.parse(resolved.question)
        if not query.relative:
            return ()
        years = "、".join(f"{year}年" for year in query.years)
        return (say("answers", "relative", words=query.relative, years=years),)


def _named_in(name: str, quotes: str) -> bool:
    """Whether a place stands in quotes; of several streets (甲、乙街道) the level stands once."""
    bare = plain(short_form(name))
    return plain(name) in quotes or (name.endswith("街道") and len(bare) > 1 and bare in quotes)


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
