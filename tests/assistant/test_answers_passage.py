"""What, who, which: the sentence that says so."""

from __future__ import annotations

from assistant.asker import Asker
from assistant.model import Answer, Reason, Refusal
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

ALONE = Asker(MemoryShelf(YUNXI_2022))


def test_a_quoted_name_finds_its_sentence() -> None:
    reply = ALONE.ask("什么是“三张清单”")
    assert isinstance(reply, Answer)
    assert reply.statements[0].text == ("云溪县2022年:“聘请法律顾问8名,建立“三张清单”制度。”")


def test_a_quoted_name_that_stands_nowhere() -> None:
    reply = ALONE.ask("什么是“四张清单”")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.INDICATOR_ABSENT


def test_which_and_where_are_answered_by_the_sentence() -> None:
    reply = ALONE.ask("哪里人手紧、装备少")
    assert isinstance(reply, Answer)
    assert "“乡镇人手紧、装备少。”" in reply.statements[0].text


def test_an_office_is_not_answered_without_a_name() -> None:
    report = YUNXI_2022.replace("减免税费", "县长主持召开会议。减免税费")
    reply = Asker(MemoryShelf(report, near=0.95)).ask("县长是谁")
    assert isinstance(reply, Refusal)


def test_a_question_that_is_none_for_the_reports() -> None:
    reply = ALONE.ask("红烧肉怎么烧才好吃")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.OFF_TOPIC


def test_an_honour_that_was_won() -> None:
    report = YUNXI_2022.replace("减免税费", "云溪县获评全省法治示范县。减免税费")
    reply = Asker(MemoryShelf(report)).ask("2022年云溪县获评了什么称号")
    assert isinstance(reply, Answer)
    assert "全省法治示范县" in reply.statements[0].text
