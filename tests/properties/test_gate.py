"""The gate over made-up reports: what is written passes, what is altered does not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.asker import Asker
from assistant.evidence.fit import Fit
from assistant.evidence.gather import FigureHit
from assistant.evidence.reading import lay_out
from assistant.grounding import grounded, numbers_of
from assistant.model import Answer, Statement
from assistant.wording.statements import figure_statement
from corpus.read import read_report
from tests.assistant.shelves import MemoryShelf

NAMES = ("受理行政复议案件", "办结行政复议案件", "办理行政诉讼案件", "评查执法案卷", "走访企业",
         "培训执法人员", "调解矛盾纠纷", "发放宣传资料", "聘请法律顾问", "减免税费")  # fmt: skip
UNITS = ("件", "份", "家", "人次", "场", "名", "条", "万元", "亿元", "%", "个百分点")
FIT = Fit(score=1.0, covered=1.0, missing=())
ARITHMETIC = re.compile("加起来|多多少|占")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    name: str
    amount: str

    @property
    def text(self) -> str:
        return f"{self.name}{self.amount}"


WHOLE = st.integers(min_value=1, max_value=99_999).map(str)
DECIMAL = st.decimals(min_value=1, max_value=999, places=1).map(str)
AMOUNTS = st.builds(
    lambda before, number, after, unit: f"{before}{number}{after}{unit}",
    st.sampled_from(("", "", "", "近", "约", "超过")),
    WHOLE | DECIMAL,
    st.sampled_from(("", "", "", "余")),
    st.sampled_from(UNITS),
)
LINES = st.builds(
    lambda name, amount: Line(name=name, amount=amount), st.sampled_from(NAMES), AMOUNTS
)
REPORTS = st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=1, max_size=4)


def written(sentences: list[list[Line]]) -> str:
    body = "\n".join(
        f"({numeral})规范工作。" + ",".join(line.text for line in lines) + "。"
        for numeral, lines in zip("一二三四", sentences, strict=False)
    )
    return f"云溪县2022年法治政府建设情况报告\n一、主要工作\n{body}\n二、存在的不足\n人手紧。\n"


def stated(sentences: list[list[Line]]) -> list[Statement]:
    """Each figure of the report as an answer states it."""
    reading = lay_out(read_report(written(sentences), file="云溪.txt"))
    return [
        figure_statement(FigureHit(fit=FIT, view=view, reading=reading, near=0.0))
        for view in reading.figures
    ]


@settings(deadline=None)
@given(REPORTS)
def test_what_a_report_says_passes(sentences: list[list[Line]]) -> None:
    statements = stated(sentences)
    assert statements
    assert all(map(grounded, statements))


@settings(deadline=None)
@given(REPORTS, st.data())
def test_any_other_digit_does_not_pass(sentences: list[list[Line]], data: st.DataObject) -> None:
    statement = data.draw(st.sampled_from(stated(sentences)))
    value = statement.text.rindex(":") + 1
    digits = [at for at, sign in enumerate(statement.text) if at >= value and sign.isdecimal()]
    at = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from("0123456789"))
    altered = statement.text[:at] + digit + statement.text[at + 1 :]
    # The digit may make the number of a neighbour, or the same number again.
    known = {number for citation in statement.citations for number in numbers_of(citation.quote)}
    assume(not numbers_of(altered) <= known)
    assert not grounded(replace(statement, text=altered))


@settings(deadline=None)
@given(REPORTS, st.integers(min_value=2000, max_value=2049))
def test_any_other_year_does_not_pass(sentences: list[list[Line]], year: int) -> None:
    statement = stated(sentences)[0]
    assert statement.text.startswith("云溪县2022年")
    altered = statement.text.replace("2022年", f"{year}年", 1)
    assert grounded(replace(statement, text=altered)) is (year == 2022)


QUESTIONS = st.one_of(
    st.builds("{}多少".format, st.sampled_from(NAMES)),
    st.builds("{}多少,{}多少?".format, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.builds("{}和{}加起来多少".format, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.builds("{}比{}多多少".format, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.builds("{}占{}的百分之几".format, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.builds("{}是不是超过{}".format, st.sampled_from(NAMES), AMOUNTS),
    st.builds("有没有{}".format, st.sampled_from(NAMES)),
    st.sampled_from(("存在哪些不足", "有哪些主要工作", "报告是哪一年的")),
)


@pytest.mark.parametrize("near", [0.0, 0.95])
@settings(deadline=None)
@given(REPORTS, QUESTIONS)
def test_numbers_in_an_answer_are_cited_or_computed(
    near: float, sentences: list[list[Line]], question: str
) -> None:
    text = written(sentences)
    reply = Asker(MemoryShelf(text, near=near)).ask(question)
    statements = reply.statements if isinstance(reply, Answer) else reply.nearest
    for statement in statements:
        known = {number for cited in statement.citations for number in numbers_of(cited.quote)}
        if statement.working:
            assert ARITHMETIC.search(question)
            known |= numbers_of(statement.working.result)
        assert numbers_of(statement.text) <= known
        for citation in statement.citations:
            assert citation.span.of(text) == citation.quote
