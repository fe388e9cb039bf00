"""Who holds an office (任职者): quoted with the name, refused where no sentence gives one."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.evidence.people import holders_named
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf

REPORT = """云溪县2022年法治政府建设情况报告
云溪县县长 秦砚舟
一、主要工作
成立以副县长温如岚为组长的法治督察领导小组。县长高度重视,带头学法。
县委书记主持召开专题会议4次。
"""
ASKER = Asker(MemoryShelf(REPORT))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("云溪县县长是谁?", "秦砚舟"),
        ("谁是云溪县县长", "秦砚舟"),
        ("云溪县法治督察领导小组组长叫什么名字", "温如岚"),
        ("云溪县的报告是谁作的", "秦砚舟"),
    ],
)
def test_the_sentence_with_the_name_is_quoted(question: str, name: str) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Answer)
    assert name in answer_text(reply)


@pytest.mark.parametrize("question", ["云溪县县委书记是谁", "云溪县司法局局长叫什么"])
def test_an_office_without_a_name_is_refused(question: str) -> None:
    assert isinstance(ASKER.ask(question), Refusal)


@pytest.mark.parametrize(
    ("text", "office", "names"),
    [
        ("区长桑予安全年批阅报告47件", "区长", True),
        ("自治区代理主席 嘎玛泽登", "主席", True),
        ("市长张某同志作报告", "市长", True),
        ("组长由副县长何某某担任", "组长", True),
        ("副区长李某某分管", "区长", False),
        ("县长办公会", "县长", False),
        ("县委书记、县长任双组长", "组长", False),
        ("组长单位每季度通报", "组长", False),
        ("代表团成员", "代表", False),
    ],
)
def test_what_follows_an_office_is_a_name_only_if_it_reads_like_one(
    text: str, office: str, names: bool
) -> None:
    assert bool(holders_named(text, office)) is names
