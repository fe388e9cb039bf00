"""The gate of a written sentence (逐句把关): it leaves only with a stretch of a report behind it.

The spans that the model names are tried first; where they do not hold the sentence, the others
are searched, since small models name the wrong number beside the right words. What no span
proves is dropped and never mended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.grounding import Number, grounded, numbers_of
from assistant.model import Citation, Dropped, Statement
from assistant.question.lexicon import plain
from assistant.writing.claims import CHECKS
from assistant.writing.support import pairs_of, support_of
from corpus.fold import fold
from corpus.orders import reads_like_an_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model import Working
    from assistant.writing.sentences import WrittenSentence
    from assistant.writing.spans import EvidenceSpan

__all__ = ["Gate"]

_LOOKED_AT = 4
"""Spans searched for a sentence whose own do not hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Sentences against one list of spans (把关)."""

    spans: tuple[EvidenceSpan, ...]
    asked: str = ""
    """The question or topic, whose words may name what a number is of."""
    computed: tuple[Statement, ...] = ()
    """Statements of the rules whose shown arithmetic a sentence may repeat."""

    def check(self, sentence: WrittenSentence) -> Statement | Dropped:
        """The sentence as a statement with its citations, or why it is dropped."""
        if not sentence.finished:
            return Dropped(text=sentence.text, why="unfinished")
        if reads_like_an_order(sentence.text):
            return Dropped(text=sentence.text, why="order")
        why = "uncited"
        for citations, working in self._candidates(sentence):
            fault = self._fault(sentence.text, citations, working)
            if fault is None:
                return Statement(text=sentence.text, citations=citations, working=working)
            if why == "uncited":
                why = fault
        return Dropped(text=sentence.text, why=why)

    def _candidates(
        self, sentence: WrittenSentence
    ) -> Iterator[tuple[tuple[Citation, ...], Working | None]]:
        """What may prove a sentence, the named spans before the others, few before many."""
        by_number = {span.number: span.citation for span in self.spans}
        named = tuple(by_number[number] for number in sentence.ids if number in by_number)
        yield from (((citation,), None) for citation in named)
        if len(named) > 1:
            yield named, None
        said = numbers_of(sentence.text)
        for statement in self.computed:
            if statement.working and numbers_of(statement.working.result) & said:
                yield statement.citations, statement.working
        near = self._nearest(sentence.text)
        yield from (((citation,), None) for citation in near if citation not in named)
        if len(near) > 1:
            yield near[:2], None

    def _nearest(self, text: str) -> tuple[Citation, ...]:
        """The spans that share most with a sentence."""
        own = pairs_of(plain(fold(text)))
        ranked = sorted(
            self.spans,
            key=lambda span: (-len(own & pairs_of(plain(fold(span.citation.quote)))), span.number),
        )
        return tuple(span.citation for span in ranked[:_LOOKED_AT])

    def _fault(
        self, text: str, citations: Sequence[Citation], working: Working | None
    ) -> str | None:
        """The first reason not to say it; None if the citations prove it."""
        support = support_of(tuple(citations), self.asked)
        said = fold(text)
        allowed: frozenset[Number] = frozenset()
        if working is not None:
            allowed = frozenset(numbers_of(working.result))
        for check in CHECKS:
            if fault := check(said, support, allowed):
                return fault
        proved = grounded(Statement(text=text, citations=tuple(citations), working=working))
        return None if proved else "number"
