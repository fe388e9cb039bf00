"""A row of numbers taken as one (三类证件合计), and what is left of a whole without a part."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf

REPORT = """云溪县2022年法治政府建设情况报告
一、主要工作
(一)优化服务。容缺办理选址意见书60件、规划许可证30件、用地许可证10件。
(二)培育市场。新登记经营主体500户,其中企业120户。
(三)保障权益。为200名劳动者追回工资90万元,其中工程建设领域150人。
(四)化解纠纷。仲裁院受理案件300件,审结280件,审结案件涉及金额900万元,其中以调解方式结案210件。
"""
ASKER = Asker(MemoryShelf(REPORT))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("容缺办理的三类证件一共多少件?", "60件 + 规划许可证30件 + 用地许可证10件 = 100件"),
        ("容缺办理的三种证件里,规划许可证占百分之几?", "= 30.0%"),
        ("新登记的经营主体里,除了企业还有多少户?", "= 380户"),
        ("追回工资的劳动者中,不属于工程建设领域的有多少人?", "= 50"),
        ("审结的案子里,百分之几是调解结案的?", "= 75.0%"),
    ],
)
def test_the_reckoning_is_shown(question: str, shown: str) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Answer)
    assert shown in answer_text(reply)


@pytest.mark.parametrize(
    "question",
    [
        "容缺办理的四类证件一共多少件?",
        # Two of three are no row, neither the first two nor the last.
        "容缺办理的两类证件一共多少件?",
        "容缺办理规划许可证的两类证件一共多少件?",
        "追回工资的劳动者中,不属于采矿领域的有多少人?",
    ],
)
def test_a_row_of_another_length_and_a_part_that_is_not_there_are_refused(question: str) -> None:
    assert isinstance(ASKER.ask(question), Refusal)
