"""Why something is so (原因): only where the report itself says why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.choose_sentence import sentence_answers
from assistant.model import Answer, Reason, Refusal, Reply
from assistant.question.asks import ask_of
from assistant.question.forms import form
from assistant.wording.refusals import subject_of
from assistant.wording.statements import sentence_statement
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query

_SAYS_WHY = re.compile(
    r"原因|由于|因为|因此|得益于|源于|缘于|归因|导致|致使|受[^,。;]{2,20}影响|在于"
    r"|(?<![原基])因(?![素地时势人材])|为了"
)
_SHORTCOMINGS = re.compile(r"不足|问题|短板|薄弱|差距|困难")
_LOOKS = 5


class Cause:
    """下降是什么原因, 为什么被评为…: a number that fell does not say why it fell."""

    def accepts(self, query: Query) -> bool:
        """A question for the reason of something."""
        return query.has("cause")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The sentence that gives the reason; a refusal where none does.

        Shortcomings (为什么说还有差距) are left to the other types, which quote them.
        """
        if _SHORTCOMINGS.search(query.core):
            return None
        ask = ask_of(form("cause").sub(" ", query.core))
        ranked = evidence.sentences(ask.terms, scope, evidence.meaning(ask.text, scope))
        for hit in ranked[:_LOOKS]:
            if _SAYS_WHY.search(hit.view.text) and sentence_answers(hit.fit, hit.near):
                statement = sentence_statement(hit.reading, hit.view.position)
                return Answer(statements=(statement,))
        nearest = tuple(sentence_statement(hit.reading, hit.view.position) for hit in ranked[:1])
        return Refusal(
            reason=Reason.INDICATOR_ABSENT,
            text=say("answers", "refuse_cause", what=subject_of(ask)),
            nearest=nearest,
        )
