"""One figure or several, in colloquial words, too."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

ALONE = Asker(MemoryShelf(YUNXI_2022))


def numbers(question: str, asker: Asker = ALONE) -> list[str]:
    reply = asker.ask(question)
    assert isinstance(reply, Answer)
    return [statement.text.rsplit(":", 1)[1].rstrip("。") for statement in reply.statements]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("全年受理了多少件行政复议案件?", "37件"),
        ("复议收了几件案子", "37件"),
        ("民告官的案件有多少件", "26件"),
        ("行政机关负责人出庭应诉率是多少", "88.5%"),
        ("出庭应诉率多高", "88.5%"),
        ("走访企业多少家", "180余家"),
        ("新领执法证的有多少人", "168人"),
        ("罚没金额多少", "2.5万元"),
        ("减免税费多少钱", "3.5亿元"),
        ("败诉几件", "3件"),
        ("信访局登记来信来访多少件次", "402件次"),
        ("2023年打算培训乡镇执法人员多少人次", "300人次"),
    ],
)
def test_a_figure_with_unit_and_hedge_as_written(question: str, number: str) -> None:
    assert numbers(question) == [number]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("行政复议受理多少件,办结多少件?", ["37件", "34件"]),
        ("行政复议受理多少件,其中维持多少、撤销多少?", ["37件", "19件", "4件"]),
        ("维持和撤销的行政复议案件各有多少件", ["19件", "4件"]),
        ("新领执法证多少人,清退多少人?", ["168人", "23人"]),
    ],
)
def test_several_in_one_question(question: str, expected: list[str]) -> None:
    assert numbers(question) == expected


def test_a_part_that_is_missing_is_said() -> None:
    reply = ALONE.ask("行政复议受理多少件,仲裁裁决多少件?")
    assert isinstance(reply, Answer)
    assert [statement.text.rsplit(":", 1)[1] for statement in reply.statements] == ["37件。"]
    (note,) = reply.notes
    assert "仲裁" in note


def test_the_citation_is_the_whole_sentence_under_its_headings() -> None:
    reply = ALONE.ask("行政诉讼案件办理了多少件")
    assert isinstance(reply, Answer)
    (citation,) = reply.citations
    assert citation.quote == ("办理一审行政诉讼案件26件,行政机关负责人出庭应诉率为88.5%,败诉3件。")
    assert citation.section == ("一、主要工作及成效", "(二)化解矛盾纠纷", "二是扎实应诉")
    assert citation.span.of(YUNXI_2022) == citation.quote
    assert (citation.document_number, citation.place, citation.year) == (
        "云委〔2023〕9号",
        "云溪县",
        2022,
    )


@pytest.mark.parametrize(
    "question", ["信访花了多少钱", "行政复议受理花了多少钱", "走访企业花了几天"]
)
def test_a_number_of_another_kind_does_not_answer(question: str) -> None:
    assert isinstance(ALONE.ask(question), Refusal)


def test_a_zero_in_words_is_quoted() -> None:
    none = YUNXI_2022.replace("减免税费3.5亿元,", "全年没有收到行政赔偿申请。减免税费3.5亿元,")
    reply = Asker(MemoryShelf(none)).ask("收到行政赔偿申请多少件")
    assert isinstance(reply, Answer)
    assert "“全年没有收到行政赔偿申请。”" in reply.statements[0].text


NARROW = """澄渡市2023年法治政府建设情况报告
一、主要工作
(一)复议应诉。收到行政复议申请29件,受理25件。厅本级立案64件。另有停产整治17件。
(二)优化服务。平均审批用时由32个工作日缩短至19个工作日。办理司法建议31件,回复率100%;办理检察建议57件,回复率98.2%。
(三)平台举报。接到群众举报1.92万件,其中噪声类占44.7%。核发许可证2413张。建成调解超市11个。
"""
CHENGDU = Asker(MemoryShelf(NARROW))


def test_both_ends_of_a_change_are_told_whichever_is_found() -> None:
    assert numbers("澄渡市审批用时由多少天缩短到多少天", CHENGDU) == ["32个工作日", "19个工作日"]


def test_a_bare_rate_belongs_to_what_was_asked_before() -> None:
    reply = CHENGDU.ask("回复率呢?", [("澄渡市办理检察建议多少件?", "57件")])
    assert isinstance(reply, Answer)
    assert "98.2%" in reply.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "澄渡市给钢铁行业核发了多少张许可证",
        "澄渡市接到的举报里,水污染类的占比是多少",
        "澄渡市立案的64件里,停产整治的有几件",
        "澄渡市11个调解超市一共化解了多少起纠纷",
    ],
)
def test_the_whole_does_not_answer_for_a_part(question: str) -> None:
    assert isinstance(CHENGDU.ask(question), Refusal)


def test_the_new_level_holds_unless_the_old_one_is_asked_for() -> None:
    assert numbers("澄渡市平均审批用时是多少", CHENGDU) == ["19个工作日"]


def test_what_lies_between_two_levels_of_one_sentence_is_reckoned() -> None:
    reply = CHENGDU.ask("澄渡市平均审批用时下降了百分之几")
    assert isinstance(reply, Answer)
    assert reply.statements[-1].text == "平均审批用时由32个工作日到19个工作日,下降40.6%。"
    assert "(原):32个工作日" in reply.statements[0].text


def test_an_announced_unit_is_told_with_its_number() -> None:
    row = "各地审结复议案件情况（单位：件）：甲溪区 312，乙溪区 274。"
    text = f"澄渡市2023年法治政府建设情况报告\n一、复议\n{row}\n"
    assert numbers("澄渡市甲溪区审结复议案件多少件", Asker(MemoryShelf(text))) == ["312件"]


def test_a_doing_in_a_row_whose_noun_is_said_with_the_last() -> None:
    report = YUNXI_2022.replace(
        "走访企业180余家,",
        "共取消14项(其中3项为子项),新增18项、下移2项行政权力事项。走访企业180余家,",
    )
    asker = Asker(MemoryShelf(report, near=0.9))
    assert numbers("2022年取消了多少项行政权力事项", asker) == ["14项"]
