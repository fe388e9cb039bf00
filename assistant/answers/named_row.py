"""A row that a sentence closes with the kind asked for (并列加总称): 推进甲、乙、丙等特色工作."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.model import Answer
from assistant.question.asks import ask_of
from assistant.question.lexicon import coverage, is_generic
from assistant.wording.statements import sentence_statement
from corpus.model import Span

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query

__all__ = ["named_row"]

_KIND = re.compile(
    r"(?:哪些|哪几?[两三四五六七八九十]?[项个种类条件处]|什么|啥)(?P<kind>[\u4e00-\u9fff]{4,8})$"
)
_LOOKS = 4
_HELD, _SAYS_MUCH = 0.8, 0.5


def named_row(query: Query, scope: Scope, evidence: Evidence) -> Answer | None:
    """The clause that gives the row and calls it as the question does; None if none does.

    The kind must be told apart by a word of its own (特色工作, and not 工作), and the clause must
    have every other word of the question.
    """
    found = _KIND.search(query.core)
    ask = ask_of(query.core) if found else None
    if found is None or ask is None:
        return None
    terms = [term for term in ask.terms if term.weight >= _SAYS_MUCH]
    if not any(term.text in found["kind"] and not is_generic(term.text) for term in terms):
        return None
    row = re.compile(
        rf"[^,;。:]*、[^,;。:]*?等[\d一二三四五六七八九十两]*[项个种类条件处]?{found['kind']}"
    )
    near = evidence.meaning(ask.text, scope)
    for hit in evidence.sentences(ask.terms, scope, near)[:_LOOKS]:
        sentence = hit.reading.report.sentences[hit.view.position].span
        clause = row.search(hit.reading.folded, sentence.start, sentence.end)
        if clause and all(coverage(term, clause[0]) >= _HELD for term in terms):
            said = sentence_statement(hit.reading, hit.view.position, Span(*clause.span()))
            return Answer(statements=(said,))
    return None
