"""Questions of the training worded by a language model (题目润色), or left as the rules made them.

What is asked, what is right and where it stands is the rules'; a wording that does not pass the
gate is dropped without a word, since the rules' own is at hand.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.grounding import numbers_of
from assistant.model import Statement
from assistant.quiz.making import printed
from assistant.quiz.model import Difficulty
from assistant.writing.gate import Gate
from assistant.writing.reply import chain_of, gated
from assistant.writing.spans import budget_of, evidence_text, number_spans
from assistant.writing.stem_gate import framed, stem_fault
from assistant.writing.streaming import ReplyFailed, pieces
from corpus.fold import fold

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem
    from assistant.writing.chat import Chat

__all__ = ["Reworder"]

_LONGEST = 400
"""Characters after which a reply is no question any more."""
_FAILURES, _REST = 2, 60.0
"""After so many failures in a row the model is left alone for so many seconds."""
_TOLD = (Difficulty.DIRECT, Difficulty.PARAPHRASE)
"""Questions whose explanation states a fact; of the others it is a working or a list."""


class Reworder:
    """Words questions; it never raises for what a model or its server does."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._failures = 0
        self._rests_until = 0.0

    def reworded(self, item: QuizItem) -> QuizItem:
        """The question with what passed of a model's wording; its id and its key stay."""
        worded = self.explained(self.asked(item))
        return item if worded == item else replace(worded, worded_by=self._chat.name)

    def asked(self, item: QuizItem) -> QuizItem:
        """The question with its stem reworded, if that asks the same."""
        frame = framed(item)
        said = _line(self._said("quiz_stem", {"stem": frame.core}))
        if not said or stem_fault(item, said) is not None:
            return item
        stem = frame.with_core(said)
        return replace(item, stem=printed(stem) if item.stem == printed(item.stem) else stem)

    def explained(self, item: QuizItem) -> QuizItem:
        """The question with a fuller explanation, each sentence of it proved by the sources."""
        if item.number is None or item.difficulty not in _TOLD or self._resting():
            return item
        spans = number_spans(item.citations, budget=budget_of(self._chat.context))
        if not spans:
            return item
        known = Statement(text=item.explanation, citations=item.citations)
        gate = Gate(spans=spans, asked=item.explanation, computed=(known,))
        told = {
            "stem": fold(item.stem),
            "answer": fold(item.answer),
            "evidence": evidence_text(spans),
        }
        *_, reply = gated(self._chat, "quiz_why", told, gate)
        self._counted(failed=reply.ended in ("slow", "failed"))
        text = "".join(statement.text for statement in reply.kept)
        if reply.ended or reply.dropped or not _explains(item, text):
            return item
        return replace(item, explanation=text)

    def _said(self, task: str, told: dict[str, str]) -> str:
        """A short reply; empty where there is none."""
        if self._resting():
            return ""
        said = ""
        try:
            chain = chain_of(self._chat, task)
            with closing(pieces(chain, told, timeout=self._chat.timeout)) as stream:
                for piece in stream:
                    said += piece
                    if len(said) > _LONGEST:
                        return ""
        except ReplyFailed:
            self._counted(failed=True)
            return ""
        self._counted(failed=False)
        return said

    def _resting(self) -> bool:
        return time.monotonic() < self._rests_until

    def _counted(self, *, failed: bool) -> None:
        self._failures = self._failures + 1 if failed else 0
        if self._failures >= _FAILURES:
            self._failures, self._rests_until = 0, time.monotonic() + _REST


def _line(said: str) -> str:
    """The only line of a reply; empty if there are several or none."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else ""


def _explains(item: QuizItem, text: str) -> bool:
    """Whether an explanation names place and year and the whole answer."""
    said = fold(text)
    known = numbers_of(item.explanation)
    return item.place in said and f"{item.year}年" in said and known <= numbers_of(text)
