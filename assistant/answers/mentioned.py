"""Which reports speak of a matter at all (谁提到了): by a number of it, or by a sentence quoted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, said_of, unstated_by
from assistant.evidence.fit import fit_sentence
from assistant.evidence.gather import SentenceHit
from assistant.model import Statement
from assistant.question.lexicon import coverage, is_generic, plain
from assistant.wording import refusals
from assistant.wording.excerpt import excerpt
from assistant.wording.statements import cite_sentence, sentence_statement, written
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.board import Board, Slot
    from assistant.evidence.gather import Evidence
    from assistant.evidence.reading import Reading, SentenceView
    from assistant.model import Reply
    from assistant.question.asks import Ask
    from assistant.question.lexicon import Term

__all__ = ["asks_for_words", "values_of", "who_speaks_of", "without_speaking"]

_SPEAKS = re.compile(
    r"(?:提|讲|说|谈|写)(?:(?:到|及|过|起|入)了?|了)|(?:没有?|未|没能)(?:提|讲|说|谈|写)(?:到|及|过)?(?!明|出)"
)
_MEASURED = re.compile(
    r"多少|[^这好第]几[^个家份]|(?<![法质])[率额](?!外)|[数量]|具体|准确|精确|公布|披露|[写载列]明"
)
_HELD, _LIGHT = 0.8, 0.3


def asks_for_words(core: str) -> bool:
    """Whether it is asked who speaks of a matter, and not who states a number of it."""
    return _SPEAKS.search(core) is not None and _MEASURED.search(core) is None


def without_speaking(core: str) -> str:
    """The question without the words for speaking of something (说到了学法用法示范户)."""
    return _SPEAKS.sub(" ", core)


def who_speaks_of(
    board: Board, what: str, evidence: Evidence, *, silent_first: bool
) -> Reply | None:
    """Who does, with a number or a quotation each, and who does not.

    A refusal if nobody does, and None where another wording of the matter might be found.
    """
    terms = _telling(board.ask)
    told = [slot for slot in board.slots if slot.hits and _by_its_name(slot, terms)]
    quoted = {
        slot.entity.name: hit
        for slot in board.slots
        if terms and slot not in told and (hit := _sentence_of(slot, terms, evidence))
    }
    if not told and not quoted:
        surely = terms and all(term.topic for term in terms)
        return refusals.indicator_absent(board.ask) if surely else None
    speaking = [slot for slot in board.slots if slot in told or slot.entity.name in quoted]
    rows = "、".join(
        say(
            "across",
            "rank_row",
            who=slot.entity.name,
            value=values_of(slot) if slot in told else "",
        )
        for slot in speaking
    )
    cited = [cite_sentence(hit.reading, hit.view.figure.sentence) for s in told for hit in s.hits]
    cited += [cite_sentence(hit.reading, hit.view.position) for hit in quoted.values()]
    text = say("across", "mentioned", what=what, rows=rows)
    made = [Statement(text=text, citations=tuple(dict.fromkeys(cited)))]
    made += [
        sentence_statement(hit.reading, hit.view.position, excerpt(hit, terms))
        for hit in quoted.values()
    ]
    silent = [slot for slot in board.slots if slot.reported and slot not in speaking]
    if silent:
        made.insert(0 if silent_first else len(made), unstated_by(silent, what, evidence))
    shown = tuple(slot for slot in board.slots if slot.entity.name not in quoted)
    return answer(replace(board, slots=shown), made)


def values_of(slot: Slot) -> str:
    """The number of a slot; those that differ joined by 或."""
    if slot.hit:
        return said_of(slot)
    return "或".join(written(hit.reading, hit.view.figure) for hit in slot.hits)


def _telling(ask: Ask) -> tuple[Term, ...]:
    """The words that a sentence must hold to speak of the matter."""
    return tuple(t for t in ask.terms if t.weight > _LIGHT and not is_generic(t.text))


def _by_its_name(slot: Slot, terms: tuple[Term, ...]) -> bool:
    """Whether the number's sentence holds every matter; “综合查一次” is a name, and no 1次."""
    matters = [term for term in terms if term.topic]
    return any(all(coverage(t, hit.view.spoken) for t in matters) for hit in slot.hits)


def _sentence_of(slot: Slot, terms: tuple[Term, ...], evidence: Evidence) -> SentenceHit | None:
    """The sentence of a slot's reports that holds all the words; headings last."""
    found = [
        (_is_heading(reading, view.position), -fit.score, hit)
        for card in slot.reports
        for reading in (evidence.reading(card.id),)
        for view in reading.sentences
        if view.position not in evidence.planted(reading) and _speaks_of(reading, view, terms)
        for fit in (fit_sentence(terms, view),)
        for hit in (SentenceHit(fit=fit, view=view, reading=reading, near=0.0),)
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def _speaks_of(reading: Reading, view: SentenceView, terms: tuple[Term, ...]) -> bool:
    """Whether a sentence holds all the words, those in titles of rules only where it quotes one."""
    span = reading.report.sentences[view.position].span
    said = plain(_TITLE.sub("", span.of(reading.folded)))
    return all(
        coverage(term, view.text if term.weight >= _NAMED else said) >= _HELD for term in terms
    )


_TITLE = re.compile("《[^《》]*》")
"""《法治政府建设与责任落实督察工作规定》 tells of no 督察."""
_NAMED = 3.0
"""The weight of a name that the question puts in quotation marks."""


def _is_heading(reading: Reading, position: int) -> bool:
    span = reading.report.sentences[position].span
    return any(section.heading.covers(span) for section in reading.report.sections)
