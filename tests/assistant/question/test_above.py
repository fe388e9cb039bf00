"""Upper places said before a name of the library's."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from assistant.question.places import Gazetteer
from tests.assistant.shelves import MemoryShelf

SAID = {"云溪县": "考察四川", "石桥镇": "中共云溪县委", "岳阳市": "", "望舒区": "遂宁"}


def bare(question: str) -> str:
    gazetteer = Gazetteer(SAID)
    return gazetteer.without_upper(question, lambda place, words: words in SAID[place])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("四川省云溪县受理多少件", "云溪县受理多少件"),
        ("四川遂宁市云溪县受理多少件", "云溪县受理多少件"),
        ("2022年四川云溪受理多少件", "2022年云溪受理多少件"),
        ("湖南省岳阳市受理多少件", "岳阳市受理多少件"),
        ("遂宁市望舒区受理多少件", "望舒区受理多少件"),
        ("四川省云溪县石桥镇受理多少件", "石桥镇受理多少件"),
        ("石桥镇和四川云溪县各受理多少件", "石桥镇和云溪县各受理多少件"),
    ],
)
def test_what_a_report_bears_out_is_dropped(question: str, expected: str) -> None:
    assert bare(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "湖北省岳阳市受理多少件",
        "湖南省云溪县受理多少件",
        "湖南遂宁市云溪县受理多少件",
        "柳州市望舒区受理多少件",
        "暮渡县石桥镇受理多少件",
        "四川省和云溪县受理多少件",
    ],
)
def test_another_upper_place_stays(question: str) -> None:
    assert bare(question) == question


def test_a_name_in_full_is_answered_and_that_of_a_namesake_is_not() -> None:
    report = "云溪县2022年法治政府建设情况报告\n深入贯彻考察四川重要讲话精神。受理信访41件。\n"
    asker = Asker(MemoryShelf(report))
    reply = asker.ask("四川省云溪县2022年受理信访多少件")
    assert isinstance(reply, Answer)
    assert "41件" in reply.statements[0].text
    assert isinstance(asker.ask("湖南省云溪县2022年受理信访多少件"), Refusal)
