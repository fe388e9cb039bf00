"""Yes or no, with the evidence (是非)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.choose import choose_figure
from assistant.evidence.choose_sentence import choose_sentence, sentence_answers
from assistant.model import Answer, Reply, Statement
from assistant.question.asks import ask_of
from assistant.question.forms import form
from assistant.wording import refusals
from assistant.wording.excerpt import excerpt
from assistant.wording.statements import cite_sentence, figure_statement, scope_words
from corpus.model import Hedge, Quantity
from corpus.quantities import find_quantities
from prompts import say

if TYPE_CHECKING:
    from decimal import Decimal

    from assistant.evidence.gather import Evidence, FigureHit, Scope, SentenceHit
    from assistant.question.asks import Ask
    from assistant.question.query import Query

_NEGATION = re.compile(
    r"暂缓|搁置|尚不|不具备|(?<![有论])无(?![论需偿障])|没有|尚未|未曾|未能|暂无|不存在|未发生|无一|未"
)
_CLAIMS = re.compile(
    r"(?:达到|达|超过|过了|超出|突破|高于|低于|不到|多于|少于|大于|小于|不少于|不低于|不超过|至少|是不是|是否|有没有|有无|是|有|到|够|为|共)"
    r"(?:了|有|过|约|近|这么)*\s*$"
)
"""What stands before a number that the question wants checked."""
_ALL = re.compile(r"全部|全都|都(?!达)|均")
_AT_LEAST = re.compile(r"达到|以上|不低于|不少于|至少|够")
_MORE = re.compile(r"超过|过了|高于|多于|大于|突破|超出")
_LESS = re.compile(r"低于|不到|少于|不足|小于|没到|以下|以内|不超过")


class YesNo:
    """有没有建立政府法律顾问团, 应诉率有没有达到90%."""

    def accepts(self, query: Query) -> bool:
        """A form of doubt, and no question for a number beside it."""
        return query.has("yesno") and not query.has("quantity")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Compare a number that the question names, else find the sentence that says so."""
        named = [q for q in find_quantities(query.core) if _is_claim(query.core, q)]
        if (
            named
            and not _ALL.search(query.core)
            and (reply := self._compared(query, named[0], scope, evidence))
        ):
            return reply
        ask = ask_of(form("yesno").sub(" ", query.core))
        hit, nearest = choose_sentence(ask, scope, evidence, doubted=True)
        if hit and _WHOLLY.search(query.core):
            hit = _of_all(hit, ask, scope, evidence)
        if hit is None:
            return refusals.indicator_absent(ask, [nearest] if nearest else [])
        return Answer(statements=(_said(hit, query),))

    def _compared(
        self, query: Query, claimed: Quantity, scope: Scope, evidence: Evidence
    ) -> Reply | None:
        without = query.core[: claimed.span.start] + " " + query.core[claimed.span.end :]
        ask = ask_of(
            _AT_LEAST.sub(" ", _MORE.sub(" ", _LESS.sub(" ", form("yesno").sub(" ", without))))
        )
        for hit in choose_figure(ask, scope, evidence).hits:
            found = hit.view.figure.quantity
            if found.hedge.is_open or claimed.hedge.is_open:
                continue  # 数十件 neither confirms nor denies a number
            if found.unit == claimed.unit or not claimed.unit:
                return Answer(statements=(_verdict(hit, query.core, claimed),))
        return None


_WHOLLY = re.compile("全覆盖|全部|全都|个个|人人|家家|百分之百|100%")
_TELLS_ALL = re.compile("全覆盖|全部|百分之百|100%")
_LOOKS, _LESS_SAID = 6, 0.1


def _of_all(hit: SentenceHit, ask: Ask, scope: Scope, evidence: Evidence) -> SentenceHit:
    """The best sentence that says of how many (覆盖率100%), where it is asked whether of all."""
    ranked = evidence.sentences(ask.terms, scope, evidence.meaning(ask.text, scope))
    told = (one for one in (hit, *ranked[:_LOOKS]) if _TELLS_ALL.search(one.view.text))
    as_well = (one for one in told if one.fit.covered >= hit.fit.covered - _LESS_SAID)
    return next((one for one in as_well if sentence_answers(one.fit, one.near)), hit)


def _is_claim(question: str, quantity: Quantity) -> bool:
    """Whether what stands before the digits says that the number is to be checked."""
    digits = re.search(r"[\d一二三四五六七八九十百两]", question[quantity.span.start :])
    return bool(digits and _CLAIMS.search(question[: quantity.span.start + digits.start()]))


def _verdict(hit: FigureHit, question: str, claimed: Quantity) -> Statement:
    found = figure_statement(hit)
    key = "yes" if _holds(question, hit.view.figure.quantity, claimed.value) else "no"
    return Statement(
        text=say("answers", key, scope="", evidence=found.text), citations=found.citations
    )


def _holds(question: str, found: Quantity, claimed: Decimal) -> bool:
    """Whether the number found is as the question says; 余 and 超 mean a little more."""
    if _LESS.search(question):
        return found.value < claimed or (found.value == claimed and "不超过" in question)
    more_than_written = found.hedge in (Hedge.MORE, Hedge.OVER)
    if _MORE.search(question):
        return found.value > claimed or (found.value == claimed and more_than_written)
    if _AT_LEAST.search(question):
        return found.value >= claimed
    return found.value == claimed


def _said(hit: SentenceHit, query: Query) -> Statement:
    span = excerpt(hit)
    quote = re.sub(r"\s", "", hit.reading.report.quote(span))
    asked_for_absence = _NEGATION.search(form("yesno").sub("", query.core)) is not None
    denied = _NEGATION.search(quote) is not None and not asked_for_absence
    return Statement(
        text=say(
            "answers",
            "have_not" if denied else "have",
            scope=scope_words(hit.reading, hit.reading.report.metadata.year) + ",",
            quote=quote,
        ),
        citations=(cite_sentence(hit.reading, hit.view.position),),
    )
