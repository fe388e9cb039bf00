"""Units in classes: what may answer 多少件, what never does, and what adds up."""

from __future__ import annotations

import pytest

from assistant.question.units import (
    MISFIT,
    alike,
    measure_asked,
    unit_class,
    unit_class_asked,
    unit_fit,
)


@pytest.mark.parametrize(
    ("unit", "name"),
    [("件", "case"), ("起", "case"), ("人次", "person"), ("元", "money"), ("%", "percent"),
     ("份", "paper"), ("家", "thing"), ("亩", "area"), ("不是量词", None)],
)  # fmt: skip
def test_classes(unit: str, name: str | None) -> None:
    assert unit_class(unit) == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("受理多少件", "case"),
        ("培训几万人次", "person"),
        ("多少个工作日办完", "duration"),
        ("提高几个百分点", "percent"),
        ("花了多少钱", "money"),
        ("出庭应诉率", "percent"),
        ("受理多少", None),
    ],
)
def test_what_a_question_wants(question: str, name: str | None) -> None:
    assert unit_class_asked(question) == name


def test_the_measure_word() -> None:
    assert measure_asked("培训多少人次") == "人次"
    assert measure_asked("花了几万元") == "元"
    assert measure_asked("受理多少") == ""


def test_the_class_asked_for_answers_best() -> None:
    fits = [unit_fit("case", unit) for unit in ("起", "份", "个")]
    assert fits == [0.08, 0.0, MISFIT]


@pytest.mark.parametrize(
    ("wanted", "unit"),
    [("case", "元"), ("case", "%"), ("money", "件"), ("percent", "人"), ("person", "件"),
     ("thing", "元")],
)  # fmt: skip
def test_what_never_answers(wanted: str, unit: str) -> None:
    assert unit_fit(wanted, unit) is None


def test_an_open_question_takes_every_unit() -> None:
    assert unit_fit(None, "元") == 0.0


def test_heads_are_not_visits() -> None:
    assert unit_fit("person", "人", "人次") == MISFIT
    assert unit_fit("person", "人次", "人次") == 0.08
    assert unit_fit("person", "名", "人") == 0.08


def test_what_adds_up() -> None:
    assert alike("件", "起")
    assert alike("家", "家")
    assert not alike("家", "份")
    assert not alike("所", "个")
    assert not alike("元", "件")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("追回多少工资", "money"),
        ("减免国有房屋租金多少", "money"),
        ("拖欠工资案件多少件", "case"),
        ("投资率是多少", "percent"),
    ],
)
def test_a_noun_of_money_beside_the_question_word(question: str, wanted: str) -> None:
    assert unit_class_asked(question) == wanted


def test_persons_are_no_organs_and_no_households() -> None:
    assert unit_fit("thing", "名", "家") is None
    assert unit_fit("person", "万人次", "户") is None
    assert unit_fit("person", "户", "户") == 0.08
    assert unit_fit("thing", "户", "家") == 0.0
    assert unit_fit("time", "户次") == 0.08
