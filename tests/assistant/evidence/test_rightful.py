"""The matter's own number goes before a norm, a neighbour under its heading, what it came to."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf


def _report(year: int, body: str, heading: str = "深化普法宣传") -> str:
    title = f"云溪县{year}年法治政府建设情况报告"
    return f"{title}\n一、主要工作\n(一){heading}。{body}\n"


def _text(question: str, *reports: str) -> str:
    reply = Asker(MemoryShelf(*reports)).ask(question)
    assert isinstance(reply, Answer), reply
    return answer_text(reply)


def test_what_each_has_to_have_is_not_how_many_there_are() -> None:
    text = _text(
        "云溪县的法律明白人2023年比2022年多出来多少名",
        _report(2022, "每村培养法律明白人不少于3名,全县共240名。"),
        _report(2023, "法律明白人达300名。"),
    )
    assert "增加60名" in text
    assert "不少于3名" not in text


@pytest.mark.parametrize("place", ["", "和2022年"])
def test_a_neighbour_under_the_heading_is_not_the_matter(place: str) -> None:
    text = _text(
        f"云溪县2023年{place}普法活动各多少场" if place else "云溪县2022年和2023年普法活动各多少场",
        _report(2022, "开展普法活动90场。"),
        _report(2023, "开展普法宣传110余场。组织模拟法庭活动8次。"),
    )
    assert "110余场" in text
    assert "8次" not in text


def test_people_are_counted_and_not_where_they_work() -> None:
    text = _text(
        "云溪县2022年和2023年聘请的法治副校长一共多少",
        _report(2022, "22所学校聘请法治副校长30名。"),
        _report(2023, "25所学校聘请法治副校长33名。"),
    )
    assert "30名 + 33名 = 63名" in text


def test_a_rate_moves_by_points_alone() -> None:
    text = _text(
        "云溪县负责人出庭应诉率2023年比2022年提高百分之几",
        _report(2022, "行政机关负责人出庭应诉率80%。", "做好应诉"),
        _report(2023, "行政机关负责人出庭应诉率90%。", "做好应诉"),
    )
    assert "增加10个百分点" in text
    assert "12.5%" not in text


def test_a_draft_put_forward_is_not_what_was_issued() -> None:
    text = _text(
        "云溪县2022年和2023年出台的地方性法规各几件",
        _report(2022, "提请审议地方性法规草案5件,出台地方性法规2件。", "完善制度"),
        _report(2023, "出台地方性法规3件。", "完善制度"),
    )
    assert "2件" in text
    assert "3件" in text
    assert "5件" not in text


def test_each_year_of_what_each_year_did() -> None:
    text = _text(
        "云溪县2022、2023年行政复议案件各受理了几件",
        _report(2022, "受理行政复议案件40件。", "化解争议"),
        _report(2023, "收到行政复议申请90件,受理75件。", "化解争议"),
    )
    assert "40件" in text
    assert "75件" in text
    assert "90件" not in text
