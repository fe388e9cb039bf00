"""A number and the rank it gave (得分与名次): 考核得了多少分,全省排第几."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.choose import choose_figure
from assistant.model import Answer, Reply
from assistant.question.asks import ask_of
from assistant.wording.statements import figure_statement, sentence_statement

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query

_ASKED = re.compile(r"^(?P<number>.*(?:多少|几分).*?)[,，、](?P<rank>.*第几(?:位|名)?.*)$")
_RANK = re.compile(r"第[\d一二三四五六七八九十]{1,3}(?:位|名)?|首位|榜首|前列")


class RankBeside:
    """A number, and behind a comma the rank."""

    def accepts(self, query: Query) -> bool:
        """A question word for a number, then 第几."""
        return query.has("ordinal") and _ASKED.search(query.core) is not None

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The number, and its sentence where that tells a rank, too; None where it does not."""
        asked = _ASKED.search(query.core)
        hits = choose_figure(ask_of(asked["number"]), scope, evidence).hits if asked else ()
        if len(hits) != 1:
            return None
        hit, position = hits[0], hits[0].view.figure.sentence
        if not _RANK.search(hit.reading.report.quote(hit.reading.report.sentences[position].span)):
            return None
        return Answer(statements=(figure_statement(hit), sentence_statement(hit.reading, position)))
