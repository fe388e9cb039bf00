"""Texts made from chosen evidence (成稿): a summary, a term explained, a paragraph for a speech.

Each is an `Answer`: every sentence is cited. With a model its sentences go through the gate one
by one; without one, or where nothing of it holds, the report's own sentences are given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    spoken,
    units_of,
)
from assistant.writing.gate import Gate
from assistant.writing.reply import GatedReply, gated
from assistant.writing.spans import budget_of, evidence_text, number_spans
from corpus.fold import fold
from corpus.orders import reads_like_an_order
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from assistant.asker import Asker
    from assistant.evidence.reading import Reading
    from assistant.model import Citation, Reply
    from assistant.writing.chat import Chat

__all__ = ["Composer", "Composing"]

_OF_SECTION, _OF_REPORT = 4, 8
"""Sentences of a section's summary; of a report's."""
_EXPLAINING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Composing:
    """A text on its way (成稿进展): how far it is, what passed so far, and at the end the reply."""

    done: int = 0
    parts: int = 1
    passed: tuple[Statement, ...] = ()
    reply: Reply | None = None


class Composer:
    """Makes texts over one library; `chat` is None where no model is set.

    Each text comes in two ways: whole, or on its way, where closing the iterator stops the model.
    """

    def __init__(self, asker: Asker, chat: Chat | None = None) -> None:
        self._asker = asker
        self._chat = chat

    def summary(self, report_id: str, section: int | None = None) -> Answer:
        """The whole of `summarising`."""
        reply = _whole(self.summarising(report_id, section))
        if not isinstance(reply, Answer):
            raise TypeError("a summary is no refusal")
        return reply

    def summarising(self, report_id: str, section: int | None = None) -> Generator[Composing]:
        """What a section or a whole report says: each part for itself, then all together.

        Raises `KeyError` for an unknown report and `IndexError` for an unknown section.
        """
        reading = self._asker.evidence.reading(report_id)
        units = [unit for unit in units_of(reading, section) if key_sentences(reading, unit, 1)]
        most = max(1, min(_OF_SECTION, _OF_REPORT // max(1, len(units))))
        steps = len(units) + 1
        parts: list[Answer] = []
        for unit in units:
            passed = tuple(s for part in parts if self._chat for s in part.statements)
            at = Composing(done=len(parts), parts=steps, passed=passed)
            parts.append((yield from self._part(reading, unit, most, at)))
        if not parts:
            parts = [Answer(statements=(as_written(reading, 0),))]
        statements = tuple(dict.fromkeys(s for part in parts for s in part.statements))
        whole = Answer(statements=statements, written=_together(parts))
        if self._chat is not None and len(parts) > 1:
            # Reduce: what was kept of the parts is the evidence for the whole.
            name = title_of(reading) if section is None else reading.report.headings(section)[-1]
            told = {"heading": name, "sentences": str(_OF_REPORT)}
            at = Composing(done=len(parts), parts=steps)
            worded = yield from self._worded("section", told, whole.citations, whole, at=at)
            depth = 0 if section is None else len(reading.report.headings(section))
            whole = _with_left_out(worded, parts, depth)
        yield Composing(done=steps, parts=steps, reply=whole)

    def _part(
        self, reading: Reading, section: int | None, most: int, at: Composing
    ) -> Generator[Composing, None, Answer]:
        """The summary of one section (分段概括)."""
        chosen = key_sentences(reading, section, most)
        plain = Answer(statements=tuple(as_written(reading, at) for at in chosen))
        if self._chat is None:
            return plain
        cited = [cite_sentence(reading, at) for at in positions_under(reading, section)]
        headings = reading.report.headings(section) or (title_of(reading),)
        told = {"heading": headings[-1], "sentences": str(most)}
        return (yield from self._worded("section", told, cited, plain, at=at))

    def term(self, term: str) -> Reply:
        """The whole of `explaining`."""
        return _whole(self.explaining(term))

    def explaining(self, term: str) -> Generator[Composing]:
        """What the reports mean by a word, in their own words; a refusal if none has it."""
        evidence = self._asker.evidence
        terms = ask_of(fold(term)).terms
        hits = evidence.sentences(terms, Scope(cards=tuple(evidence.cards))) if terms else []
        cited = [cite_sentence(hit.reading, hit.view.position) for hit in hits]
        cited = [one for one in cited if not reads_like_an_order(one.quote)]
        found = defining(cited, term)[:_EXPLAINING]
        if not found:
            text = say("writing", "term_absent", term=term)
            yield Composing(reply=Refusal(reason=Reason.INDICATOR_ABSENT, text=text))
            return
        plain = Answer(statements=tuple(_quoted(citation) for citation in found))
        answer = yield from self._worded("term", {"term": term}, found, plain, asked=term)
        yield Composing(done=1, reply=answer)

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
        asked = topic + "".join(questions)
        return _whole(self._spoken(plain, topic or "、".join(questions), asked))

    def drafting(self, picks: Sequence[Citation], topic: str = "") -> Generator[Composing]:
        """A paragraph for a speech from chosen sentences, with its sources.

        Without a model they are joined as they stand, each report's first one saying who and when.
        Raises `ValueError` where nothing was chosen.
        """
        if not picks:
            raise ValueError("nothing was chosen")
        plain = Answer(statements=spoken(picks))
        yield from self._spoken(plain, topic or say("writing", "no_topic"), topic)

    def _spoken(self, plain: Answer, topic: str, asked: str) -> Generator[Composing]:
        cited = plain.citations
        place = "、".join(dict.fromkeys(c.place for c in cited if c.place))
        told = {"topic": topic, "place": place}
        answer = yield from self._worded("speech", told, cited, plain, asked=asked)
        yield Composing(done=1, reply=answer)

    def _worded(
        self,
        task: str,
        told: dict[str, str],
        cited: Sequence[Citation],
        plain: Answer,
        asked: str = "",
        at: Composing | None = None,
    ) -> Generator[Composing, None, Answer]:
        """What a model makes of the evidence, sentence by sentence; else what is there anyway."""
        if self._chat is None:
            return plain
        spans = number_spans(cited, budget=budget_of(self._chat.context))
        if not spans:
            return plain
        gate = Gate(spans=spans, asked=asked, computed=plain.statements)
        evidence = {"evidence": evidence_text(spans)}
        result, begun = GatedReply(), at or Composing()
        for result in gated(self._chat, task, told | evidence, gate):
            yield replace(begun, passed=(*begun.passed, *result.kept))
        return _settled(plain, result, self._chat.name)


def _settled(plain: Answer, result: GatedReply, model: str) -> Answer:
    """The sentences that passed; what the rules have, where none did."""
    dropped = tuple(result.dropped)
    if result.ended or not result.kept:
        notice = say("writing", f"fell_{result.ended or 'unproved'}")
        return replace(plain, written=Written(model=model, dropped=dropped, notice=notice))
    kept: tuple[Statement, ...] = tuple(result.kept)
    written = Written(model=model, sentences=len(kept), dropped=dropped)
    return replace(plain, statements=kept, written=written)


def _whole(composing: Generator[Composing]) -> Reply:
    """What comes of a text in the end."""
    *_, last = composing
    if last.reply is None:
        raise RuntimeError("a text came to no end")
    return last.reply


def _quoted(citation: Citation) -> Statement:
    text = say("answers", "quote", scope="", quote="".join(citation.quote.split()))
    return Statement(text=text, citations=(citation,))


def _with_left_out(whole: Answer, parts: Sequence[Answer], depth: int) -> Answer:
    """A summary with the first sentence of each section that a model passed over.

    Shortcomings and plans come last in a report: a model that tires leaves out just these.
    """
    told = {citation.section[: depth + 1] for citation in whole.citations}
    statements, by_model = list(whole.statements), whole.written.sentences if whole.written else 0
    for part in parts:
        first = part.statements[0]
        sections = {citation.section[: depth + 1] for citation in first.citations}
        if sections <= told:
            continue
        told |= sections
        worded = part.written is not None and part.written.sentences > 0
        by_model += worded and by_model == len(statements)
        statements.append(first)
    written = replace(whole.written, sentences=by_model) if whole.written else None
    return replace(whole, statements=tuple(statements), written=written)


def _together(parts: Sequence[Answer]) -> Written | None:
    """A model's part in several answers as one."""
    found = [part.written for part in parts if part.written]
    if not found:
        return None
    every = all(part.written and part.written.sentences == len(part.statements) for part in parts)
    sentences = sum(one.sentences for one in found) if every else 0
    dropped = tuple(dropped for one in found for dropped in one.dropped)
    return Written(model=found[0].model, sentences=sentences, dropped=dropped)
