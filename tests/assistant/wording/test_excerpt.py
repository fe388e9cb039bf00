"""Excerpts of long sentences: whole clauses, no row and no bracket cut."""

from __future__ import annotations

from assistant.evidence.fit import Fit
from assistant.evidence.gather import SentenceHit
from assistant.evidence.reading import lay_out
from assistant.question.asks import ask_of
from assistant.wording.excerpt import excerpt
from corpus.read import read_report

LONG = (
    "县政府严格执行重大事项请示报告制度,定期听取各部门工作汇报并研究解决突出困难,"
    "聘请法律顾问(含律师、专家学者、高校教师)参与合同审查、项目谈判、纠纷调处,"
    "配齐配强基层法制审核力量并组织集中轮训,督促各单位按照时限要求逐项整改到位,确保取得实效。"
)
SHORT = "聘请法律顾问8名,建立公开制度。"


def quoted(sentence: str, question: str) -> str:
    report = read_report(
        f"云溪县2022年法治政府建设情况报告\n一、主要工作\n{sentence}\n", file="x.txt"
    )
    reading = lay_out(report)
    (view,) = [
        view
        for view in reading.sentences
        if report.quote(report.sentences[view.position].span) == sentence
    ]
    fit = Fit(score=1.0, covered=1.0, missing=())
    hit = SentenceHit(fit=fit, view=view, reading=reading, near=0.0)
    return report.quote(excerpt(hit, ask_of(question).terms if question else ()))


def test_a_short_sentence_is_quoted_whole() -> None:
    assert quoted(SHORT, "公开制度") == SHORT


def test_a_long_sentence_from_the_first_clause_that_counts_to_the_last() -> None:
    words = quoted(LONG, "法制审核力量")
    assert words.startswith("配齐配强基层法制审核力量并组织集中轮训")
    assert "听取" not in words
    assert "整改" not in words


def test_no_bracket_and_no_row_is_cut() -> None:
    words = quoted(LONG, "项目谈判")
    assert "合同审查、项目谈判、纠纷调处" in words
    assert words.count("(") == words.count(")")


def test_without_words_or_with_strange_ones_the_whole_sentence() -> None:
    assert quoted(LONG, "") == LONG
    assert quoted(LONG, "红烧肉") == LONG
