"""Lists: the headings of a section, or its sentences, or what a sentence announces."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer
from tests.assistant.shelves import LINCHUAN, QINGLAN, YUNXI_2022, MemoryShelf


def items(question: str, *reports: str) -> list[str]:
    reply = Asker(MemoryShelf(*reports)).ask(question)
    assert isinstance(reply, Answer)
    return [statement.text for statement in reply.statements]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("存在哪些不足", ["法治思维不强", "执法力量薄弱", "案卷质量不高"]),
        ("报告提到了哪些问题", ["法治思维不强", "执法力量薄弱", "案卷质量不高"]),
        (
            "2023年有哪些工作打算",
            ["推动行政机关负责人出庭应诉率达到95%以上", "培训乡镇执法人员300人次"],
        ),
        ("一年来有哪些工作成效", ["规范行政执法", "化解矛盾纠纷", "优化营商环境"]),
    ],
)
def test_headings_as_items(question: str, expected: list[str]) -> None:
    assert items(question, YUNXI_2022) == expected


def test_the_list_of_the_place_asked_for() -> None:
    assert items("青岚市存在哪些问题", YUNXI_2022, QINGLAN) == ["工作不平衡", "宣传不深入"]


def test_sentences_where_there_are_no_headings() -> None:
    (text,) = items("存在哪些问题", LINCHUAN)
    assert "队伍老化;经费不足。" in text


def test_each_item_cites_itself_and_the_heading_above() -> None:
    reply = Asker(MemoryShelf(YUNXI_2022)).ask("存在哪些不足")
    assert isinstance(reply, Answer)
    assert next([citation.section for citation in one.citations] for one in reply.statements) == [
        ("二、存在的不足", "(一)法治思维不强"),
        ("二、存在的不足",),
    ]


def test_what_a_sentence_announces() -> None:
    report = """云溪县2022年法治政府建设情况报告
一、组织领导
推行执法公示,重点抓好以下三个方面:
(一)亮身份。制发证件。
(二)晒过程。全程记录。
(三)公结果。按时上网。
二、其他
无。
"""
    assert items("执法公示重点抓好哪三个方面", report) == ["亮身份", "晒过程", "公结果"]


MIXED = (
    "云溪县人民政府关于2022年度法治政府建设情况的报告\n一、主要工作\n审查文件5件。\n"
    "二、存在的不足与2023年工作安排\n不足主要有:一是人手不足,专业性不强;二是案件增幅较大,案多人少;"
    "三是数据不通。2023年,将重点抓好两项工作:推进执法规范化;修订审查办法。\n"
)


def test_next_year_s_plan_in_a_section_of_shortcomings() -> None:
    (text,) = items("2023年打算重点抓哪两项工作", MIXED)
    assert "推进执法规范化;修订审查办法" in text


def test_a_short_item_stands_whole() -> None:
    assert items("存在哪些不足", MIXED) == [
        "人手不足,专业性不强",
        "案件增幅较大,案多人少",
        "数据不通",
    ]


def test_a_row_that_a_sentence_calls_what_is_asked_for() -> None:
    report = YUNXI_2022.replace(
        "走访企业180余家,", "重点打造流动法庭、板凳议事、码头说法等特色品牌,走访企业180余家,"
    )
    (text,) = items("2022年重点打造哪几个特色品牌", report)
    assert text == "云溪县2022年:“重点打造流动法庭、板凳议事、码头说法等特色品牌”"
    assert len(items("存在哪些不足", report)) > 1
