"""Two numbers for one indicator."""

from __future__ import annotations

from assistant.audit import audit_reports
from tests.assistant.audit.invented_reports import kinds_of, report_of


def test_two_numbers_of_one_report_conflict() -> None:
    assert kinds_of("受理行政复议案件52件。", "全年受理行政复议案件54件。") == ["conflict"]
    assert kinds_of("受理行政复议案件52件。", "全年受理行政复议案件50余件。") == []
    assert kinds_of("受理行政复议案件52件。", "市级受理行政复议案件54件。") == []
    assert kinds_of("受理行政复议案件52件。", "上半年受理行政复议案件24件。") == []
    assert kinds_of("受理行政复议案件52件。", "2021年受理行政复议案件54件。") == []


def test_names_that_say_little_may_stand_twice() -> None:
    assert kinds_of("开展培训5场。", "开展培训12场。") == []
    assert kinds_of("受理52件。", "受理54件。") == []
    assert kinds_of("城乡低保平均标准分别提高到778元、6818元。") == []


def test_two_reports_of_one_year_conflict() -> None:
    result = audit_reports(
        [
            report_of("受理行政复议案件52件。办理公证702件。"),
            report_of("受理54件行政复议案件。办理公证702件。", subject="行政复议工作"),
        ]
    )
    (finding,) = result.findings
    assert (finding.kind, finding.severity) == ("conflict", "doubt")
    assert {citation.file for citation in finding.citations} == {
        "云溪县2022年法治政府建设报告.txt",
        "云溪县2022年行政复议工作报告.txt",
    }


def test_reports_that_disagree_in_everything_are_not_of_one_body() -> None:
    result = audit_reports(
        [
            report_of("受理行政复议案件52件。办理公证702件。办理行政处罚案件900件。"),
            report_of(
                "受理行政复议案件5件。办理公证70件。办理行政处罚案件90件。", subject="专项工作"
            ),
        ]
    )
    assert result.findings == ()
    assert result.checked.repeats == 3
