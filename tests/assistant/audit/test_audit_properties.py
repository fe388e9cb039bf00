"""Whatever the numbers: what is true and rightly rounded is never a finding."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.audit import audit_reports
from tests.assistant.audit.invented_reports import kinds_of, report_of

COUNTS = st.integers(min_value=2, max_value=200_000)
DIGITS = st.integers(min_value=0, max_value=2)
ROUNDED = st.sampled_from([ROUND_HALF_UP, ROUND_DOWN])
QUICK = settings(max_examples=60, deadline=None)


def percent(part: int | Decimal, whole: int | Decimal, digits: int, how: str) -> Decimal:
    return (Decimal(part) * 100 / whole).quantize(Decimal(1).scaleb(-digits), rounding=how)


@given(COUNTS, st.data(), DIGITS, ROUNDED)
@QUICK
def test_a_true_share_is_no_finding(whole: int, data: st.DataObject, digits: int, how: str) -> None:
    part = data.draw(st.integers(min_value=1, max_value=whole))
    share = percent(part, whole, digits, how)
    assume(share != 100 or part == whole)
    assert kinds_of(f"受理信访事项{whole}件,办结{part}件,办结率{share}%。") == []


@given(COUNTS, st.data(), st.integers(min_value=3, max_value=40))
@QUICK
def test_a_false_share_is_found(whole: int, data: st.DataObject, off: int) -> None:
    part = data.draw(st.integers(min_value=whole // 2 + 1, max_value=whole))
    share = percent(part, whole, 1, ROUND_HALF_UP) - off
    assert kinds_of(f"受理信访事项{whole}件,办结{part}件,办结率{share}%。") == ["share"]


@given(st.lists(COUNTS, min_size=2, max_size=4), st.integers(min_value=0, max_value=500))
@QUICK
def test_parts_within_their_whole_are_no_finding(parts: list[int], rest: int) -> None:
    names = ("维持", "撤销", "驳回", "责令履行")
    listed = "、".join(f"{name}{part}件" for name, part in zip(names, parts, strict=False))
    said = f"办结行政复议案件{sum(parts) + rest}件"
    assert kinds_of(f"{said},其中{listed}。") == []
    assert kinds_of(f"{said}({listed})。") == []
    assert kinds_of(f"办结行政复议案件{sum(parts) - 1}件,其中{listed}。") != []


@given(COUNTS, COUNTS, DIGITS, ROUNDED)
@QUICK
def test_a_true_change_is_no_finding(old: int, new: int, digits: int, how: str) -> None:
    assume(old != new)
    share = percent(abs(new - old), old, digits, how)
    words = ("增长", "增加") if new > old else ("下降", "减少")
    for said in (
        f"受理行政复议案件{new}件,上年为{old}件,同比{words[0]}{share}%。",
        f"受理行政复议案件由上年的{old}件{words[1]}到{new}件,同比{words[0]}{share}%。",
        f"受理行政复议案件{new}件,比上年{words[1]}{abs(new - old)}件,{words[0]}{share}%。",
        f"受理行政复议案件{new}件,比2021年的{old}件{words[1]}{abs(new - old)}件。",
    ):
        assert kinds_of(said) == []
    last = report_of(f"受理行政复议案件{old}件。", year=2021)
    now = report_of(f"受理行政复议案件{new}件,同比{words[0]}{share}%。")
    assert audit_reports([last, now]).findings == ()


@given(
    st.text(
        alphabet="受理办结行政复议案件其中率占同比由到增长(),、;。0123456789%件余近", max_size=60
    )
)
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_audited(text: str) -> None:
    kinds_of(text)
