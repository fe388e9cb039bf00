"""Facts of the report itself (报告要素): 文号, 印发日期, 发文机关, 谁写给谁."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.model import Answer, Citation, Reason, Refusal, Reply, Statement
from assistant.question.lexicon import table, terms_of
from assistant.wording import refusals
from assistant.wording.statements import cite
from corpus.lines import trim
from corpus.model import Fact, Span
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.evidence.reading import Reading
    from assistant.question.query import Query

_REPORT_WORDS = re.compile(
    r"报告|文件|索引号|发布机构|材料|这份|该文|全文|落款|签发|文号|字号|主送|标题|抬头|成文|印发日期|印发时间|发文"
)
_MOST_REPORTS = 3


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in table("question")["facts"].items()}


class ReportFact:
    """文号是什么, 什么时候印发, 谁写给谁."""

    def accepts(self, query: Query) -> bool:
        """A pattern of `question.toml`'s facts, and nothing else that the body would answer."""
        return bool(_asked(query)) and _REPORT_WORDS.search(query.core) is not None

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The facts asked for, from every report in question."""
        cards = [card for card in scope.cards if _year_fits(card.year, card.title, query.years)]
        if not cards:
            return refusals.year_absent(query, scope)
        readings = [evidence.reading(card.id) for card in cards[:_MOST_REPORTS]]
        statements = [
            statement
            for reading in readings
            for name in _asked(query)
            if (statement := _statement(reading, name))
        ]
        if statements:
            return Answer(statements=tuple(statements))
        if _asked(query) == ["speaker"]:
            return None  # the body may say who spoke
        return Refusal(
            reason=Reason.INDICATOR_ABSENT, text=say("answers", "refuse_fact", what=query.core)
        )


def _asked(query: Query) -> list[str]:
    found = [name for name, pattern in _patterns().items() if pattern.search(query.core)]
    if "谁写给谁" in query.core:
        found = ["from_to"]
    return found if _about_report(query) else []


def _about_report(query: Query) -> bool:
    """Whether the question is about the report and not about a document it mentions."""
    if "《" in query.core:
        return False
    said = re.sub("|".join(pattern.pattern for pattern in _patterns().values()), " ", query.core)
    said = re.sub(
        r"法治政府(?:建设)?|法治建设|法治(?=报告)|依法行政|政府工作|工作|年度|情况|总结|年报",
        " ",
        said,
    )
    ignored = {
        "一年",
        "一天",
        "日期",
        "印发",
        "签发",
        "发文",
        "签发人",
        "发布",
        "报告",
        "文件",
        "落款",
        "成文",
        "政府",
        "机关",
        "写",
        "写给",
        "政府工作报告",
    }
    return not [term for term in terms_of(said) if term.text not in ignored and term.weight >= 1]


def _year_fits(year: int | None, title: str | None, wanted: tuple[int, ...]) -> bool:
    return not wanted or year in wanted or any(f"{w}年" in (title or "") for w in wanted)


def _statement(reading: Reading, name: str) -> Statement | None:
    about = reading.report.metadata
    if name == "from_to":
        organ = about.organ or about.title
        if not organ or not about.addressee:
            return None
        text = say("answers", "fact_from_to", organ=organ.value, addressee=about.addressee.value)
        return Statement(
            text=text, citations=(_line(reading, organ.span), _line(reading, about.addressee.span))
        )
    if name in _HEADER:
        fact = _header_field(reading, name)
    else:
        fact = about.title if name == "year" else getattr(about, name)
    if not isinstance(fact, Fact) or (name == "year" and about.year is None):
        return None
    value = str(about.year) if name == "year" else fact.value
    return Statement(
        text=say("answers", f"fact_{name}", value=value), citations=(_line(reading, fact.span),)
    )


_HEADER = {
    "index_number": re.compile(r"索\s*引\s*号\s*[::]\s*(?P<value>[\w\-/()〔〕]{4,40})"),
    "signer": re.compile(r"签\s*发\s*人?\s*[::]\s*(?P<value>[\u4e00-\u9fff·]{2,12})"),
    "publisher": re.compile(
        r"发[布文]\s*(?:机构|单位|机关)\s*[::]\s*(?P<value>[\u4e00-\u9fff]{3,30})"
    ),
    "session": re.compile(
        r"(?P<value>第[\d一二三四五六七八九十]+届(?:人民代表大会|人大)\s*(?:常务委员会|常委会)?"
        r"\s*第[\d一二三四五六七八九十]+次(?:全体)?会议)"
        r"(?!精神|部署|要求|决议|决定|确定|通过|提出|以来|关于|批准)"
    ),
}
"""Fields of the table that a government page puts above a report, and what stands below a title."""
_HEAD = 800
"""So many characters from its beginning a report's header may lie."""


def _header_field(reading: Reading, name: str) -> Fact | None:
    found = _HEADER[name].search(reading.folded, 0, _HEAD)
    if found is None:
        return None
    span = Span(*found.span("value"))
    return Fact(value="".join(reading.report.quote(span).split()), span=span)


def _line(reading: Reading, span: Span) -> Citation:
    """A citation of the whole lines that a fact stands in."""
    text = reading.report.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return cite(reading, trim(text, start, len(text) if end < 0 else end), None)
