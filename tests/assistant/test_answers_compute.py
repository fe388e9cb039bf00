"""Sums, differences and shares: the arithmetic shown, its limits said."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Operation, Reason, Refusal
from tests.assistant.shelves import QINGLAN, YUNXI_2021, YUNXI_2022, MemoryShelf

LIBRARY = Asker(MemoryShelf(YUNXI_2022, YUNXI_2021, QINGLAN))
ALONE = Asker(MemoryShelf(YUNXI_2022))


def computed(asker: Asker, question: str) -> Answer:
    reply = asker.ask(question)
    assert isinstance(reply, Answer)
    assert len(reply.statements) == 1
    return reply


@pytest.mark.parametrize(
    ("question", "operation", "shown"),
    [
        ("行政复议受理和行政诉讼办理加起来多少件?", Operation.SUM, "37件 + 26件 = 63件"),
        ("减免税费和发放补贴加起来多少钱", Operation.SUM, "3.5亿元 + 8000万元 = 43000万元"),
        ("行政复议受理的比办结的多多少件", Operation.DIFFERENCE, "37件 − 34件 = 3件"),
        ("行政复议办结的比受理的少多少件", Operation.DIFFERENCE, "37件 − 34件 = 3件"),
        ("受理的行政复议案件还有多少没办结", Operation.DIFFERENCE, "37件 − 34件 = 3件"),
        ("维持的占办结的百分之几", Operation.SHARE, "19件 ÷ 34件 = 55.9%"),
        ("受理的行政复议案件中撤销的占多少", Operation.SHARE, "4件 ÷ 37件 = 10.8%"),
    ],
)
def test_the_arithmetic_is_shown(question: str, operation: Operation, shown: str) -> None:
    (statement,) = computed(ALONE, question).statements
    assert statement.working
    assert statement.working.operation is operation
    numbers, result = shown.split(" = ")
    assert statement.text.endswith(f" = {result}。")
    places = [statement.text.index(number) for number in numbers.split(" ") if number[0].isdigit()]
    assert places == sorted(places)
    assert statement.working.result == result


def test_operands_in_two_sentences_are_both_cited() -> None:
    answer = computed(ALONE, "行政复议受理和行政诉讼办理加起来多少件?")
    assert [citation.section[-1] for citation in answer.citations] == [
        "一是畅通复议渠道",
        "二是扎实应诉",
    ]


def test_operands_of_two_years() -> None:
    reply = LIBRARY.ask("云溪县2022年行政复议受理比2021年多多少件")
    assert isinstance(reply, Answer)
    assert any("增加8件" in statement.text for statement in reply.statements)
    assert {citation.year for citation in reply.citations} == {2021, 2022}


def test_an_operand_that_is_about_makes_the_result_so() -> None:
    more = YUNXI_2022.replace("帮助修改合同文本97份", "走访个体户20家")
    answer = computed(Asker(MemoryShelf(more)), "走访企业和走访个体户加起来多少家")
    assert answer.notes == ("参与计算的数中有约数,结果也是约数。",)
    assert computed(ALONE, "维持的占办结的百分之几").notes == ()


def test_different_units_are_not_added() -> None:
    reply = ALONE.ask("走访企业和修改合同加起来多少")
    assert isinstance(reply, Refusal)
    assert "单位不同(家、份)" in reply.text


def test_an_operand_that_is_missing() -> None:
    reply = ALONE.ask("行政复议受理和仲裁裁决加起来多少件")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.INDICATOR_ABSENT
    assert "仲裁" in reply.text


OTHERS = (
    "云溪县人民政府关于2022年度法治政府建设情况的报告\n一、工作\n"
    "全县有人民调解员1070名,其中专职调解员243名。督察反馈问题184个,截至12月底完成整改171个。"
    "办理行政处罚案件146件,比上年减少12件。\n"
)


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("人民调解员当中,不是专职的有多少名", "827名"),
        ("督察反馈的问题里,截至12月底还剩多少个没整改完", "13个"),
    ],
)
def test_what_is_left_over(question: str, result: str) -> None:
    assert result in computed(Asker(MemoryShelf(OTHERS)), question).statements[0].text


def test_less_than_last_year_is_a_change_and_no_arithmetic() -> None:
    reply = Asker(MemoryShelf(OTHERS)).ask("办理行政处罚案件比上年减少多少")
    assert isinstance(reply, Answer)
    assert "12件" in reply.statements[0].text
