"""Values that cannot be."""

from __future__ import annotations

import pytest

from tests.assistant.audit.invented_reports import audit_of, kinds_of


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("行政机关负责人出庭应诉率达120%。", ["rate_above_all"]),
        ("群众满意率超过100.5%。", ["rate_above_all"]),
        ("行政机关负责人出庭率百分之一百零五。", ["rate_above_all"]),
        ("涉企案件占比110%。", ["rate_above_all"]),
        ("受理信访事项-5件。", ["negative"]),
        ("受理信访事项负5件。", ["negative"]),
        ("行政机关负责人出庭应诉率达100%。", []),
        ("行政机关负责人出庭应诉率达100.0%。", []),
        # These may pass 100%.
        ("跨境电商进出口增长180%。", []),
        ("年度任务完成率120%。", []),
        ("银行拨备覆盖率210%。", []),
        ("工业贡献率105%。", []),
        ("满意率增长120%。", []),
        # A minus that joins.
        ("每批检查3-5件。", []),
        ("办理“A-5件”专项。", []),
    ],
)
def test_only_the_impossible_is_found(sentence: str, kinds: list[str]) -> None:
    assert kinds_of(sentence) == kinds


def test_one_number_is_enough_and_cited() -> None:
    (finding,) = audit_of("行政机关负责人出庭应诉率达120%。").findings
    assert finding.severity == "contradiction"
    assert [term.written for term in finding.terms] == ["120%"]
    assert finding.citations[0].quote == "行政机关负责人出庭应诉率达120%。"
    assert finding.citations[0].section == ("一、主要工作",)
