"""Texts made from chosen evidence (成稿): a summary, a term explained, a paragraph for a speech.

Each is an `Answer`: every sentence is cited. With a model its sentences go through the gate one
by one; without one, or where nothing of it holds, the report's own sentences are given.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.gather import Scope
from assistant.model import Answer, Reason, Refusal, Statement, Written
from assistant.question.asks import ask_of
from assistant.wording.statements import cite_sentence, title_of
from assistant.writing.extract import (
    as_written,
    defining,
    key_sentences,
    positions_under,
    units_of,
)
from assistant.writing.gate import Gate
from assistant.writing.reply import gated
from assistant.writing.spans import budget_of, evidence_text, number_spans
from corpus.fold import fold
from corpus.orders import reads_like_an_order
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.asker import Asker
    from assistant.evidence.reading import Reading
    from assistant.model import Citation, Reply
    from assistant.writing.chat import Chat

__all__ = ["Composer"]

_UNITS, _OF_SECTION, _OF_REPORT = 16, 4, 8
"""Sections gone through; sentences of a section's summary; of a report's."""
_EXPLAINING = 3


class Composer:
    """Makes texts over one library; `chat` is None where no model is set."""

    def __init__(self, asker: Asker, chat: Chat | None = None) -> None:
        self._asker = asker
        self._chat = chat

    def summary(self, report_id: str, section: int | None = None) -> Answer:
        """What a section or a whole report says: each part for itself, then all together.

        Raises `KeyError` for an unknown report and `IndexError` for an unknown section.
        """
        reading = self._asker.evidence.reading(report_id)
        units = units_of(reading, section)[:_UNITS]
        most = max(1, min(_OF_SECTION, _OF_REPORT // len(units)))
        parts = [
            self._part(reading, unit, most) for unit in units if key_sentences(reading, unit, 1)
        ]
        if not parts:
            parts = [Answer(statements=(as_written(reading, 0),))]
        statements = tuple(dict.fromkeys(s for part in parts for s in part.statements))
        whole = Answer(statements=statements, written=_together(parts))
        if self._chat is None or len(parts) <= 1:
            return whole
        # Reduce: what was kept of the parts is the evidence for the whole.
        name = title_of(reading) if section is None else reading.report.headings(section)[-1]
        cited = tuple(dict.fromkeys(c for s in statements for c in s.citations))
        told = {"heading": name, "sentences": str(_OF_REPORT)}
        return self._worded("section", told, cited, whole)

    def _part(self, reading: Reading, section: int | None, most: int) -> Answer:
        """The summary of one section (分段概括)."""
        chosen = key_sentences(reading, section, most)
        plain = Answer(statements=tuple(as_written(reading, at) for at in chosen))
        if self._chat is None:
            return plain
        cited = [cite_sentence(reading, at) for at in positions_under(reading, section)]
        headings = reading.report.headings(section) or (title_of(reading),)
        told = {"heading": headings[-1], "sentences": str(most)}
        return self._worded("section", told, cited, plain)

    def term(self, term: str) -> Reply:
        """What the reports mean by a word, in their own words; a refusal if none has it."""
        evidence = self._asker.evidence
        terms = ask_of(fold(term)).terms
        hits = evidence.sentences(terms, Scope(cards=tuple(evidence.cards))) if terms else []
        cited = [cite_sentence(hit.reading, hit.view.position) for hit in hits]
        cited = [one for one in cited if not reads_like_an_order(one.quote)]
        found = defining(cited, term)[:_EXPLAINING]
        if not found:
            text = say("writing", "term_absent", term=term)
            return Refusal(reason=Reason.INDICATOR_ABSENT, text=text)
        plain = Answer(statements=tuple(_quoted(citation) for citation in found))
        return self._worded("term", {"term": term}, found, plain, asked=term)

    def speech(self, questions: Sequence[str], topic: str = "") -> Reply:
        """A paragraph from what the rules answer to some questions, with its sources.

        A question without an answer is named in a note; if none has one, that is the refusal.
        """
        replies = [(question, self._asker.ask(question)) for question in questions]
        answers = [reply for _, reply in replies if isinstance(reply, Answer)]
        left = [question for question, reply in replies if isinstance(reply, Refusal)]
        if not answers:
            return replies[0][1]
        statements = tuple(dict.fromkeys(s for a in answers for s in a.statements))
        notes = tuple(say("writing", "speech_left", question=question) for question in left)
        plain = Answer(statements=statements, notes=notes)
        cited = plain.citations
        place = "、".join(dict.fromkeys(c.place for c in cited if c.place))
        told = {"topic": topic or "、".join(questions), "place": place}
        return self._worded("speech", told, cited, plain, asked=topic + "".join(questions))

    def _worded(
        self,
        task: str,
        told: dict[str, str],
        cited: Sequence[Citation],
        plain: Answer,
        asked: str = "",
    ) -> Answer:
        """What a model makes of the evidence, sentence by sentence; else what is there anyway."""
        if self._chat is None:
            return plain
        spans = number_spans(cited, budget=budget_of(self._chat.context))
        if not spans:
            return plain
        gate = Gate(spans=spans, asked=asked, computed=plain.statements)
        evidence = {"evidence": evidence_text(spans)}
        *_, result = gated(self._chat, task, told | evidence, gate)
        dropped = tuple(result.dropped)
        if result.ended or not result.kept:
            notice = say("writing", f"fell_{result.ended or 'unproved'}")
            written = Written(model=self._chat.name, dropped=dropped, notice=notice)
            return replace(plain, written=written)
        kept: tuple[Statement, ...] = tuple(result.kept)
        written = Written(model=self._chat.name, sentences=len(kept), dropped=dropped)
        return replace(plain, statements=kept, written=written)


def _quoted(citation: Citation) -> Statement:
    text = say("answers", "quote", scope="", quote="".join(citation.quote.split()))
    return Statement(text=text, citations=(citation,))


def _together(parts: Sequence[Answer]) -> Written | None:
    """A model's part in several answers as one."""
    found = [part.written for part in parts if part.written]
    if not found:
        return None
    every = all(part.written and part.written.sentences == len(part.statements) for part in parts)
    sentences = sum(one.sentences for one in found) if every else 0
    dropped = tuple(dropped for one in found for dropped in one.dropped)
    return Written(model=found[0].model, sentences=sentences, dropped=dropped)
