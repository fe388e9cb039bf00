"""A token of a known shape as a sentence tells it (原文所载): 考核排第几, 某方案的文号是多少."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assistant.evidence.choose_sentence import sentence_answers
from assistant.model import Answer, Reply
from assistant.question.asks import ask_of
from assistant.wording import refusals
from assistant.wording.excerpt import excerpt
from assistant.wording.statements import sentence_statement

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query


class _Shape(NamedTuple):
    asked: re.Pattern[str]
    told: re.Pattern[str]


_RANK = _Shape(
    re.compile(
        r"(?:排(?:名|位|在|到)?|[位名]?列|[位名]次|居|拿了?|得了?|获得?了?)*(?:是|为|了|到)?"
        r"第几(?:名|位|(?=$|[?,]))"
    ),
    re.compile(
        r"第[\d一二三四五六七八九十]{1,3}(?:名|位|(?=[,。;、)”]|$))|(?:排名?|位?[列居]|名列|获得?|位次)(?:在|到|为|了)?[^,。;]{0,8}"
        r"(?:第[\d一二三四五六七八九十]{1,3}|首位|榜首|前列|前[\d一二三四五六七八九十]{1,2})"
    ),
)
_NUMBER = _Shape(
    re.compile("的?(?:发文字号|文件编?号|发文号|文号)(?:是|为)?(?:多少|什么|几号|啥)?"),
    re.compile(
        r"[〔\[(]\s?(?:19|20)\d\d\s?[〕\])]\s?(?:第\s?)?\d{1,5}\s?号|第?\d{1,4}号令|令第\d{1,4}号"
    ),
)
_SHAPES = (_RANK, _NUMBER)
_LOOKS = 4


class ToldToken:
    """A rank, or the number of a document that a report mentions: its sentence, or nothing."""

    def accepts(self, query: Query) -> bool:
        """A question word for such a token."""
        return _shape_of(query) is not None

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The sentence that holds the token; a refusal where those that fit hold none."""
        shape = _shape_of(query)
        ask = ask_of(shape.asked.sub(" ", query.core)) if shape else None
        if shape is None or ask is None or not ask.terms:
            return None
        near = evidence.meaning(ask.text, scope)
        ranked = evidence.sentences(ask.terms, scope, near)[:_LOOKS]
        for hit in ranked:
            sentence = hit.reading.report.sentences[hit.view.position].span
            if shape.told.search(hit.reading.folded, sentence.start, sentence.end) is None:
                continue
            if sentence_answers(hit.fit, hit.near):
                span = excerpt(hit, ask.terms, told=shape.told)
                position = hit.view.position
                return Answer(statements=(sentence_statement(hit.reading, position, span),))
        return refusals.indicator_absent(ask, ranked[:1])


def _shape_of(query: Query) -> _Shape | None:
    return next((shape for shape in _SHAPES if shape.asked.search(query.core)), None)
