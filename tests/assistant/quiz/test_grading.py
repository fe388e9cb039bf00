"""Answers graded by value, unit, hedge and points."""

from __future__ import annotations

import pytest

from assistant.quiz.grading import Given, Verdict, grade
from assistant.quiz.item_json import item_from_json, item_to_json
from assistant.quiz.model import Kind
from corpus.model import Hedge
from tests.assistant.quiz.made import choice, item, number_item, points_item

_RIGHT, _PARTLY, _WRONG = Verdict.RIGHT, Verdict.PARTLY, Verdict.WRONG


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("35000", _RIGHT), ("3.5万", _RIGHT), ("3.5万份", _RIGHT),
        ("三万五千份", _RIGHT), ("35,000", _RIGHT),
        ("３５０００份", _RIGHT), ("答案是35000份。", _RIGHT),
        ("3万5千份", _RIGHT), ("35000本", _RIGHT),
        ("3500", _WRONG), ("3.5", _WRONG), ("35000元", _WRONG), ("35000%", _WRONG), ("", _WRONG),
        ("不知道", _WRONG), ("大概有很多份", _WRONG), ("3.5亿份", _WRONG), ("35001份", _WRONG),
    ],
)  # fmt: skip
def test_a_number_is_right_in_any_writing(given: str, verdict: Verdict) -> None:
    asked = number_item("35000", "份", "3.5万份")
    assert grade(asked, Given(text=given)).verdict is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("5%", _RIGHT), ("百分之五", _RIGHT),
        ("5％", _RIGHT), ("5.0%", _RIGHT), ("0.05", _PARTLY),
        ("5", _PARTLY), ("5个百分点", _WRONG),
        ("50%", _WRONG), ("5‰", _WRONG), ("百分之五十", _WRONG),
    ],
)  # fmt: skip
def test_a_share_wants_its_sign_where_the_question_lacks_it(given: str, verdict: Verdict) -> None:
    asked = number_item("5", "%", "5%", unit_told=False)
    assert grade(asked, Given(text=given)).verdict is verdict


def test_a_blank_before_its_sign_takes_the_bare_number() -> None:
    asked = number_item("99.2", "%", "99.2%")
    assert grade(asked, Given(text="99.2")).verdict is _RIGHT
    assert grade(asked, Given(text="99.2%")).verdict is _RIGHT
    assert grade(asked, Given(text="99")).verdict is _WRONG


def test_money_without_its_unit_is_half_an_answer_and_another_scale_is_none() -> None:
    asked = number_item("9020000", "元", "902万余元", hedge=Hedge.MORE, unit_told=False)
    assert grade(asked, Given(text="902万元")).verdict is _RIGHT
    assert grade(asked, Given(text="902万余元")).remark == ""
    assert grade(asked, Given(text="902万元")).remark == "原文写作“902万余元”。"
    assert grade(asked, Given(text="902元")).verdict is _WRONG
    told = grade(asked, Given(text="9020000"))
    assert (told.verdict, told.remark) == (_PARTLY, "数对了,要写明单位“元”。")
    assert grade(asked, Given(text="902万美元")).verdict is _WRONG


@pytest.mark.parametrize(
    ("given", "lenient", "strict"),
    [
        ("30余次", _RIGHT, _RIGHT), ("30多次", _RIGHT, _RIGHT), ("30次", _RIGHT, _PARTLY),
        ("近30次", _PARTLY, _PARTLY), ("三十余次", _RIGHT, _RIGHT), ("31次", _WRONG, _WRONG),
    ],
)  # fmt: skip
def test_a_hedge_is_forgiven_or_not_as_it_is_set(
    given: str, lenient: Verdict, strict: Verdict
) -> None:
    asked = number_item("30", "次", "30余次", hedge=Hedge.MORE)
    assert grade(asked, Given(text=given)).verdict is lenient
    assert grade(asked, Given(text=given), strict_hedge=True).verdict is strict


def test_a_hedge_that_the_report_does_not_have_is_noted() -> None:
    asked = number_item("30", "次", "30次")
    assert grade(asked, Given(text="约30次")).verdict is _PARTLY
    assert grade(asked, Given(text="30")).verdict is _RIGHT


def test_points_that_are_not_named_are_told() -> None:
    asked = points_item("法治思维不强", "执法力量薄弱", "案卷质量不高")
    whole = grade(asked, Given(text="法治思维不够强;基层执法力量比较薄弱;执法案卷的质量不高"))
    assert whole.verdict is _RIGHT
    part = grade(asked, Given(text="主要是执法力量薄弱"))
    assert (part.verdict, part.missing) == (_PARTLY, ("法治思维不强", "案卷质量不高"))
    none = grade(asked, Given(text="经费不足"))
    assert (none.verdict, len(none.missing)) == (_WRONG, 3)
    assert grade(asked, Given(text="")).verdict is _WRONG


def test_choices_orders_and_pairs() -> None:
    assert grade(choice(), Given(places=(1,))).verdict is _RIGHT
    assert grade(choice(), Given(places=(0,))).verdict is _WRONG
    assert grade(choice(), Given()).verdict is _WRONG
    pairs = item(
        kind=Kind.MATCH, options=("甲", "乙", "丙"), matches=("1", "2", "3"), right=(2, 0, 1)
    )
    assert grade(pairs, Given(places=(2, 0, 1))).verdict is _RIGHT
    half = grade(pairs, Given(places=(2, 1, 0)))
    assert (half.verdict, half.remark) == (_PARTLY, "对了 1 对,共 3 对。")
    order = item(kind=Kind.ORDER, options=("甲", "乙", "丙"), right=(2, 0, 1))
    assert grade(order, Given(places=(2, 0, 1))).verdict is _RIGHT
    assert grade(order, Given(places=(2, 1, 0))).verdict is _WRONG
    assert grade(order, Given(places=(2, 0))).verdict is _WRONG


def test_a_question_comes_back_from_json_as_it_was() -> None:
    asked = number_item("9020000", "元", "902万余元", hedge=Hedge.MORE, unit_told=False)
    for one in (asked, choice(), points_item("一点", "两点")):
        assert item_from_json(item_to_json(one)) == one
