"""What, who, which, when, how (查原文): the sentence that says so, quoted."""

from __future__ import annotations

from assistant import refusals
from assistant.choose import choose_sentence
from assistant.evidence import Evidence, Scope
from assistant.excerpt import excerpt
from assistant.model import Answer, Reply
from assistant.query import Query, ask_of
from assistant.statements import sentence_statement


class Passage:
    """哪个司法所被评为…, “三张清单”指什么: the last type, which takes every question."""

    def accepts(self, query: Query) -> bool:
        """Every question that came so far."""
        return bool(query.core)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Quote the sentence that answers."""
        ask = ask_of(query.core)
        if not ask.terms:
            return refusals.too_vague()
        hit, nearest = choose_sentence(ask, scope, evidence, several=query.has("list"))
        if hit is None:
            weak = nearest is None or nearest.fit.covered < _RELATED
            concept = any(term.concept for term in ask.terms)
            if weak and not concept:
                return refusals.off_topic()
            return refusals.indicator_absent(ask, [nearest] if nearest else [])
        span = excerpt(hit, ask.terms)
        return Answer(statements=(sentence_statement(hit.reading, hit.view.position, span),))


_RELATED = 0.25
"""Share of a question's words below which it is none for the reports."""
