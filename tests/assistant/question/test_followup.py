"""Follow-ups made whole from the questions before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.question.followup import Resolved, resolve
from assistant.question.places import Gazetteer

if TYPE_CHECKING:
    from assistant.model import Turn

BEFORE = "云溪县2022年行政复议受理多少件?"


def places_of(question: str) -> tuple[tuple[str, ...], str]:
    found = Gazetteer(["云溪县", "青岚市"]).find(question)
    return (*found.known, *found.strangers), found.rest


def resolved(question: str, *before: str) -> Resolved:
    history: list[Turn] = [(asked, "") for asked in before]
    return resolve(question, history, places_of)


def test_the_first_question_stands_alone() -> None:
    assert resolved("那信访的呢?") == Resolved(question="信访的")


@pytest.mark.parametrize(
    ("question", "whole", "carried"),
    [
        ("那信访的呢?", "云溪县2022年信访多少", "云溪县、2022年、多少件"),
        ("2021年呢?", "云溪县2021年行政复议受理多少件", "云溪县、行政复议受理多少件"),
        ("青岚市呢", "青岚市2022年行政复议受理多少件", "2022年、行政复议受理多少件"),
        ("那青岚呢?", "青岚市2022年行政复议受理多少件", "2022年、行政复议受理多少件"),
        ("市级的呢", "云溪县2022年市级多少", "云溪县、2022年、多少件"),
        ("办结了多少件?", "云溪县2022年行政复议中,办结了多少件", "云溪县、2022年、行政复议"),
    ],
)
def test_what_is_left_out_is_taken_over(question: str, whole: str, carried: str) -> None:
    found = resolved(question, BEFORE)
    assert (found.question, found.carried, found.item) == (whole, carried, None)


@pytest.mark.parametrize(
    ("question", "item"),
    [("第三个具体说说", 2), ("第2项是什么", 1), ("最后一个具体说说", -1), ("第一条?", 0)],
)
def test_an_item_of_the_list_before(question: str, item: int) -> None:
    found = resolved(question, "云溪县存在哪些不足")
    assert (found.question, found.item) == ("云溪县存在哪些不足", item)
    assert found.carried == "云溪县存在哪些不足"


def test_a_whole_question_takes_over_nothing() -> None:
    found = resolved("青岚市2021年政府信息公开多少条?", BEFORE)
    assert found == Resolved(question="青岚市2021年政府信息公开多少条")


def test_a_question_with_a_year_of_its_own_keeps_the_place_only() -> None:
    found = resolved("2021年办理行政诉讼多少件?", BEFORE)
    assert found.question == "云溪县2021年办理行政诉讼多少件"
    assert found.carried == "云溪县"


def test_a_chain_is_followed_back() -> None:
    found = resolved("2021年呢?", BEFORE, "青岚市呢?")
    assert found.question == "青岚市2021年行政复议受理多少件"


def test_the_answer_given_before_is_not_read() -> None:
    history: list[Turn] = [(BEFORE, "青岚市2019年受理信访99件。")]
    assert resolve("办结了多少件?", history, places_of) == resolved("办结了多少件?", BEFORE)


def test_another_level_takes_the_place_of_the_one_before() -> None:
    found = resolved("省级的新增了多少?", "云溪县2022年新增国家级民主法治示范村几个")
    assert found.question == "云溪县2022年新增省级民主法治示范村几个"


@pytest.mark.parametrize("question", ["上一年是多少", "那上一年呢?", "前一年多少件"])
def test_the_year_before_is_counted_from_the_question_before(question: str) -> None:
    assert resolved(question, BEFORE).question == "云溪县2021年行政复议受理多少件"


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("那青岚市和云溪县加起来是多少件", "2022年行政复议受理,青岚市和云溪县加起来是多少件"),
        ("比青岚市多多少件", "云溪县2022年行政复议受理,比青岚市多多少件"),
        ("比上年多几件", "云溪县2022年行政复议受理,比上年多几件"),
        ("增长了百分之几", "云溪县2022年行政复议受理,比上年增长了百分之几"),
        ("哪个县最多", "2022年行政复议受理,哪个县最多"),
        ("哪一年最多", "云溪县行政复议受理,哪一年最多"),
        ("三个县里排第几", "云溪县2022年行政复议受理,三个县里排第几"),
        ("2021年和2022年加起来呢", "云溪县行政复议受理,2021年和2022年加起来"),
    ],
)
def test_another_reckoning_takes_matter_and_year_over(question: str, whole: str) -> None:
    assert resolved(question, BEFORE).question == whole


def test_a_reckoning_with_a_matter_of_its_own_stays_as_it_is() -> None:
    found = resolved("青岚市和云溪县信访加起来是多少件", BEFORE)
    assert found.question == "青岚市和云溪县信访加起来是多少件"


def test_a_kind_of_doing_takes_the_place_of_its_twin() -> None:
    before = "云溪县2022年乡镇的主动履行职责事项有多少项?"
    found = resolved("那配合履行的呢?", before)
    assert found.question == "云溪县2022年乡镇的配合履行职责事项有多少项"
    assert resolved("那协助的呢?", before).question.startswith("云溪县2022年乡镇的主动履行")
