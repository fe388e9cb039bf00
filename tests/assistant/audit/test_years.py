"""A report against last year's of the same place."""

from __future__ import annotations

import pytest

from assistant.audit import audit_reports
from tests.assistant.audit.invented_reports import report_of


def found(last: str, now: str) -> list[str]:
    result = audit_reports([report_of(now), report_of(last, year=2021)])
    return [finding.kind.value for finding in result.findings]


@pytest.mark.parametrize(
    ("last", "now"),
    [
        ("受理行政复议案件37件。", "受理行政复议案件52件,同比增长45.5%。"),
        ("新收行政复议案件37件。", "受理行政复议案件52件,同比增长45.5%。"),
        ("行政复议案件受理数为37件。", "受理52件行政复议案件,较上年增长45.5%。"),
        ("受理行政复议案件37件。", "受理行政复议案件52件,比上年增加25件。"),
        ("受理行政复议案件37件。", "受理行政复议案件52件(其中调解9件),同比增长45.5%。"),
        ("负责人出庭应诉率为88.5%。", "负责人出庭应诉率为95.0%,同比提高8个百分点。"),
        ("行政复议案件受理37件、审结30件。", "审结行政复议案件45件,较上年增长60%。"),
        ("分别办理代表建议、政协提案38件和56件。", "办理代表建议46件,同比增长30%。"),
    ],
)
def test_a_growth_that_last_year_does_not_bear_out_is_found(last: str, now: str) -> None:
    assert found(last, now) == ["year_on_year"]


@pytest.mark.parametrize(
    ("last", "now"),
    [
        ("受理行政复议案件37件。", "受理行政复议案件52件,同比增长40.5%。"),
        ("受理行政复议案件37件。", "受理行政复议案件52件,同比增长41%。"),
        ("受理行政复议案件近40件。", "受理行政复议案件52件,同比增长40.5%。"),
        ("受理行政复议案件37件。", "受理行政复议案件52件,比2020年增长45.5%。"),
        # Another indicator, or nobody knows which.
        ("办结行政复议案件37件。", "受理行政复议案件52件,同比增长45.5%。"),
        ("收到行政复议申请37件。", "受理行政复议案件52件,同比增长45.5%。"),
        ("市级受理行政复议案件37件。", "受理行政复议案件52件,同比增长45.5%。"),
        ("开展培训37场。", "开展培训52场,同比增长45.5%。"),
        ("受理案件600件,其中行政复议案件37件。", "行政复议案件52件,同比增长45.5%。"),
        # So far off that the names deceive.
        ("新收行政复议案件3件。", "受理行政复议案件52件,同比增长45.5%。"),
    ],
)
def test_what_last_year_may_bear_out_is_left_alone(last: str, now: str) -> None:
    assert found(last, now) == []


def test_a_report_that_contradicts_itself_bears_nothing_out() -> None:
    last = "受理行政复议案件37件。全年受理行政复议案件40件。"
    assert found(last, "受理行政复议案件52件,同比增长95.5%。") == ["conflict"]


def test_a_number_of_last_year_that_was_another_is_found() -> None:
    last = "办理公证702件。受理行政复议案件37件。"
    assert found(last, "受理行政复议案件52件(2021年为39件)。") == []  # the bracket names nothing
    assert found(last, "受理行政复议案件由上年的39件增加到52件。") == ["last_year"]
    assert found(last, "受理行政复议案件由上年的37件增加到52件。") == []
    assert found(last, "受理行政复议案件由上年的近40件增加到52件。") == []


def test_years_and_numbers_in_brackets_do_not_leak() -> None:
    last = "审查文件9件。办理政协提案75件。"
    assert found(last, "审查文件10件(2021年为9件),办理政协提案66件。") == []


def test_the_finding_cites_both_reports() -> None:
    result = audit_reports(
        [
            report_of("受理行政复议案件37件。", year=2021),
            report_of("受理行政复议案件52件,同比增长45.5%。"),
        ]
    )
    (finding,) = result.findings
    assert [citation.year for citation in finding.citations] == [2022, 2022, 2021]
    assert finding.report_id == finding.citations[0].report_id
    assert "(52-37)÷37,即增长40.54%" in finding.text
    assert finding.severity == "contradiction"


def test_one_report_of_last_year_that_fits_is_enough() -> None:
    result = audit_reports(
        [
            report_of("受理行政复议案件37件。", year=2021),
            report_of("受理行政复议案件39件。", year=2021, subject="行政复议工作"),
            report_of("受理行政复议案件52件,同比增长40.5%。"),
        ]
    )
    assert [finding.kind.value for finding in result.findings] == ["conflict"]


@pytest.mark.parametrize("place", ["青岚市", "松陂县"])
def test_other_places_are_not_compared(place: str) -> None:
    last = report_of("受理行政复议案件37件。", year=2021, place=place)
    now = report_of("受理行政复议案件52件,同比增长45.5%。")
    assert audit_reports([last, now]).findings == ()


def test_a_department_is_not_its_government() -> None:
    now = report_of("办理行政处罚案件52件,同比增长45.5%。", place="青岚市")
    text = now.text.replace("青岚市人民政府", "青岚市市场监督管理局")
    from corpus.read import read_report

    bureau = read_report(text.replace("2022", "2021").replace("52件", "37件"), file="局.txt")
    assert bureau.metadata.year == 2021
    assert audit_reports([bureau, now]).findings == ()


def test_short_and_full_names_are_one_place() -> None:
    last = report_of("受理行政复议案件37件。", year=2021, place="青岚市望舒区")
    now = report_of("受理行政复议案件52件,同比增长45.5%。", place="望舒区")
    assert len(audit_reports([last, now]).findings) == 1
    namesake = report_of("办理公证10件。", year=2021, place="霁川市望舒区")
    assert audit_reports([last, now, namesake]).findings == ()
