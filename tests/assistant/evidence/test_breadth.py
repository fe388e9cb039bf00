"""Numbers of different scope (统计范围) are not set against each other, however it is asked."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.grounding import grounded
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf


def _report(place: str, year: int, body: str) -> str:
    return f"{place}{year}年法治政府建设情况报告\n一、主要工作\n(一)规范执法。{body}\n"


SHELF = MemoryShelf(
    _report("朔榕市", 2021, "全市持证执法人员3120人。全市受理行政复议案件200件。"
            "其中市政府本级受理61件。"),
    _report("朔榕市", 2022, "全市持证执法人员3280人。全市受理行政复议案件240件。"
            "其中市政府本级受理72件。"),
    _report("朔榕市", 2023, "市本级持证执法人员940人。全市受理行政复议案件300件。"
            "其中市政府本级受理90件。"),
    _report("云溪县", 2022, "全县持证执法人员330人。全县罚没款480万元。"
            "下放乡镇执法事项64项。审查规范性文件15件。"),
    _report("云溪县", 2023, "全县持证执法人员350人。受理行政复议案件40件。"
            "市场监管部门罚没款120万元。收回下放乡镇执法事项9项。"
            "备案审查乡镇文件31件,审查规范性文件11件。"),
    _report("霖川区", 2023, "全区持证执法人员410人。受理行政复议案件50件。"),
)  # fmt: skip


def _said(question: str) -> str:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    assert all(grounded(statement) for statement in reply.statements)
    return "\n".join((*(s.text for s in reply.statements), *reply.notes))


@pytest.mark.parametrize(
    "question",
    [
        "朔榕市2023年全市持证执法人员比2022年少多少人",
        "朔榕市2023年的持证执法人员比上年下降百分之几",
        "朔榕市2021年到2023年平均每年有多少持证执法人员",
        "2023年朔榕市的持证执法人员是霖川区的几倍",
        "2023年云溪县的持证执法人员占全市的百分之几",
    ],
)
def test_what_is_of_another_scope_is_not_reckoned_with(question: str) -> None:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Refusal)
    assert "统计范围不同" in reply.text
    assert reply.nearest


def test_the_others_are_still_put_in_order() -> None:
    told = _said("2023年三个地方里持证执法人员最多的是哪里")
    assert "霖川区:410人" in told
    assert "统计范围与所问的不同,未参与比较:朔榕市2023年(市本级)" in told
    assert "940" not in told


def test_a_course_leaves_the_other_scope_out() -> None:
    told = _said("朔榕市近三年持证执法人员的变化趋势")
    assert "2021年3120人、2022年3280人" in told
    assert "940" not in told


def test_an_office_alone_is_not_the_county() -> None:
    reply = Asker(SHELF).ask("云溪县2023年罚没款比2022年少多少万元")
    assert isinstance(reply, Refusal)


def test_the_whole_is_not_its_own_level() -> None:
    reply = Asker(SHELF).ask("朔榕市市本级持证执法人员2023年比2022年少多少人")
    assert isinstance(reply, Refusal)


def test_its_own_level_is_compared_where_that_is_asked() -> None:
    assert "18件" in _said("朔榕市市政府本级受理的行政复议案件2023年比2022年多几件")


def test_what_was_taken_back_is_not_what_was_handed_down() -> None:
    reply = Asker(SHELF).ask("云溪县下放乡镇的执法事项2023年比2022年少几项")
    assert isinstance(reply, Refusal)


def test_what_is_only_filed_is_not_what_was_examined() -> None:
    assert "减少4件" in _said("云溪县审查的规范性文件2023年比2022年少几件")
