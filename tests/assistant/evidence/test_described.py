"""What a question describes, what is left out, and what a number is not of."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Refusal
from tests.assistant.shelves import MemoryShelf

REPORT = """霁川市人民政府关于2023年度法治政府建设情况的报告

一、主要做法

(一)夯实基层。全市有司法所17个,有15个达到规范化标准。理清行政权力事项441项,其中行政许可28项、其他权力11项。

(二)规范执法。组织执法资格考试3次,2400人参考,2136人通过。查处涉烟违法案件1386起,其中案值5万元以上案件74起,涉案金额3275万元。办理行政应诉案件7件,均未败诉。

(三)清理文件。对2012年以来制发的行政规范性文件进行全面清理,共清理73件,保留41件。

(四)审查把关。全年对重大决策、镇村合同全流程审查1090件,覆盖率100%,其中镇村合同1077件。
"""


ASKER = Asker(MemoryShelf(REPORT))


def _told(question: str) -> str:
    reply = ASKER.ask(question)
    return reply.text if isinstance(reply, Refusal) else "".join(s.text for s in reply.statements)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霁川市达到规范化标准的司法所有几个?", "15个"),
        ("霁川市行政权力事项有多少项?", "441项"),
        ("霁川市执法资格考试的通过率是百分之几?", "89.0%"),
        ("霁川市涉案金额多大?", "3275万元"),
        ("霁川市2023年清理了多少件行政规范性文件?", "73件"),
        ("霁川市行政许可占全部权力事项的百分之几?", "6.3%"),
    ],
)
def test_the_number_described_is_told(question: str, said: str) -> None:
    assert said in _told(question)


def test_whether_a_case_was_lost_is_answered_by_a_no() -> None:
    told = _told("霁川市打行政官司输过吗?")
    assert told.startswith("没有")
    assert "均未败诉" in told


def test_a_part_is_no_share_of_itself() -> None:
    told = _told("霁川市全流程审查里镇村合同占百分之多少?")
    assert "98.8%" in told
    assert "= 100" not in told


def test_a_coverage_is_not_the_share_of_a_part() -> None:
    assert "100%" not in _told("霁川市镇村合同占全流程审查的百分之几?")


def test_cases_taken_are_no_cases_settled() -> None:
    report = "霁川市2023年法治政府建设情况报告\n\n一、化解纠纷\n\n办理人民调解案件32092件。\n"
    reply = Asker(MemoryShelf(report)).ask("霁川市2023年人民调解成功件数是多少?")
    assert isinstance(reply, Refusal)


def test_a_number_of_the_matter_goes_before_a_part_of_another() -> None:
    report = (
        "霁川市2023年法治政府建设情况报告\n\n一、法律服务\n\n"
        "聘请政府法律顾问5204名,其中律师3917名。全市律师达到1.43万名。\n"
    )
    reply = Asker(MemoryShelf(report)).ask("霁川市有多少名律师?")
    assert not isinstance(reply, Refusal)
    assert "1.43万名" in reply.statements[0].text


def test_what_was_fined_is_money() -> None:
    report = (
        "霁川市水利局2024年法治政府建设情况报告\n\n一、执法\n\n"
        "修订行政处罚裁量基准54项。立案查处水事违法案件86起,罚款483.5万元。\n\n霁川市水利局\n2025年1月3日\n"
    )
    reply = Asker(MemoryShelf(report)).ask("霁川市水利局2024年一共罚了多少款?")
    assert not isinstance(reply, Refusal)
    assert "483.5万元" in reply.statements[0].text


RATES = Asker(
    MemoryShelf(
        "霁川市2023年法治政府建设情况报告\n\n一、主要工作\n\n"
        "(一)立法。起草条例中征集意见527条,采纳189条。\n\n"
        "(二)化解。排查矛盾纠纷467起,调处成功455起。\n\n"
        "(三)督察。法治督察发现问题46个,整改完成42个。\n"
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霁川市起草条例征集到的意见,采纳比例是多少?", "35.9%"),
        ("霁川市没调处成功的矛盾纠纷还有几起?", "12起"),
        ("霁川市法治督察发现的问题,整改完成率是百分之几?", "91.3%"),
    ],
)
def test_rates_and_rests_are_reckoned(question: str, said: str) -> None:
    reply = RATES.ask(question)
    assert not isinstance(reply, Refusal)
    assert said in "".join(statement.text for statement in reply.statements)
