"""What a model is given for a question (取材): what the rules cite first, then what lies near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.evidence.gather import scope_of
from assistant.model import Answer
from assistant.question.asks import ask_of
from assistant.wording.statements import cite_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.asker import Asker
    from assistant.model import Citation, Reply

__all__ = ["material_of"]

_NEAR = 3
"""Sentences given besides those of the rules."""


def material_of(asker: Asker, question: str, reply: Reply) -> tuple[Citation, ...]:
    """The citations to write from, best first; `question` stands alone."""
    return tuple(dict.fromkeys((*_cited(reply), *_near(asker, question))))


def _cited(reply: Reply) -> tuple[Citation, ...]:
    if isinstance(reply, Answer):
        return reply.citations
    return tuple(citation for statement in reply.nearest for citation in statement.citations)


def _near(asker: Asker, question: str) -> Iterator[Citation]:
    """The sentences that share most words with the question."""
    query = asker.parse(question)
    terms = ask_of(query.core).terms
    if not terms:
        return
    scope = scope_of(query, asker.evidence.cards)
    for hit in asker.evidence.sentences(terms, scope)[:_NEAR]:
        if hit.fit.score > 0:
            yield cite_sentence(hit.reading, hit.view.position)
