"""Changes recomputed within their sentence."""

from __future__ import annotations

import pytest

from tests.assistant.audit.invented_reports import audit_of, kinds_of


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年受理行政复议案件52件,上年为37件,同比增长45.5%。",
        "热线接收工单20731件,比2021年的18446件多2385件。",
        "出庭应诉率98%,较2021年的88.5%提高11.5个百分点。",
        "行政复议纠错率为11.8%,较2021年的16.2%下降5.4个百分点。",
        "办理行政许可由上年的400件增加到500件,增长20%。",
        "网上可办率由90%提高到95%,提高9个百分点。",
        "网上可办率由90.0%提高到95.0%,提高4.0个百分点。",
        "受理案件120件,比上年增加20件,增长16.7%。",
        "受理案件80件,比上年减少20件,下降25%。",
        "办理公证由上年的500件减少到400件,同比下降25%。",
    ],
)
def test_a_change_that_does_not_recompute_is_found(sentence: str) -> None:
    assert kinds_of(sentence) == ["change"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年受理行政复议案件52件,上年为37件,同比增长40.5%。",
        "受理行政复议案件52件,上年为37件,同比增长41%。",
        "受理行政复议案件52件,上年为37件,同比增长40.54%。",
        "受理行政复议案件52件,上年为37件,同比增长近四成。",
        "热线接收工单20731件,比2021年的18446件多2285件。",
        "热线接收工单2万余件,比2021年的18446件多2285件。",
        "出庭应诉率100%,较2021年的88.5%提高11.5个百分点。",
        "网上可办率由90%提高到95%,提高4个百分点。",  # 90.4% to 94.6%
        # Points that are called percent, or truly percent.
        "网上可办率由40%降至38%,下降2%。",
        "网上可办率由40%降至38%,下降5%。",
        "受理案件120件,比上年增加20件,增长20%。",
        "受理案件120件,比上年增加近20件,增长20%。",
        "产值由3.5亿元增加到4.2亿元,增长20%。",
        "产值由3.5亿元增加到4.2亿元,增长21%。",  # both are rounded
        # A change on another year than the number beside it.
        "办理行政许可由2020年的400件增加到500件,同比增长5%。",
        "办理行政许可由原来的400件增加到500件,同比增长5%。",
        "办理行政许可由2019年的400件增加到500件,年均增长8%。",
        "办理公证由去年的500件减少到400件,同比下降25%。",  # 去年 may be the year reported on
        # Of another unit, or of another thing.
        "事项由74项调整为62项,平均时限压减68.5%。",
        "受理案件120件,办结100件,同比增长50%。",
        "受理案件120件,办结100件,比上年增加50件。",
    ],
)
def test_a_change_that_may_be_right_is_left_alone(sentence: str) -> None:
    assert kinds_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("进驻事项由104项增加到76项。", ["direction"]),
        ("败诉率由9.3%降至12.5%。", ["direction"]),
        ("进驻事项由76项增加到104项。", []),
        ("进驻事项由100余项增加到76项。", []),
        ("排名由第12位上升到第3位。", []),
        ("办理时限由10天提高到3天。", []),
        ("保障标准由3000元提高到0.5万元。", []),
    ],
)
def test_a_rise_to_less_is_found(sentence: str, kinds: list[str]) -> None:
    assert kinds_of(sentence) == kinds


def test_the_arithmetic_is_shown() -> None:
    (finding,) = audit_of("受理行政复议案件52件,上年为37件,同比增长45.5%。").findings
    assert "(52-37)÷37,即增长40.54%" in finding.text
    (finding,) = audit_of("受理案件120件,比上年增加20件,增长16.7%。").findings
    assert "上年应为100件" in finding.text
    assert [term.written for term in finding.terms] == ["16.7%", "20件", "120件"]
    (finding,) = audit_of("出庭应诉率98%,较2021年的88.5%提高11.5个百分点。").findings
    assert "98-88.5,即增长9.5个百分点" in finding.text
