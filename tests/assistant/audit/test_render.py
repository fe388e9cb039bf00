"""Findings as text and JSON."""

from __future__ import annotations

import json
from string import Formatter

from assistant.audit import FindingKind, Severity, audit_reports
from assistant.audit.render import severity_words, to_json, to_text
from prompts import table
from tests.assistant.audit.invented_reports import audit_of, report_of


def test_findings_stand_under_their_report_with_their_sentences() -> None:
    result = audit_reports(
        [
            report_of("受理行政复议案件37件。", year=2021),
            report_of("受理行政复议案件52件,同比增长45.5%。负责人出庭应诉率达120%。"),
        ]
    )
    assert to_text(result).split("\n") == [
        (
            "《云溪县人民政府关于2022年度法治政府建设情况的报告》"
            "云溪县 · 2022 年度 · 云溪县2022年法治政府建设报告.txt"
        ),
        "  1. [矛盾] “负责人出庭应诉率”写作120%,超过了100%。",
        "     一、 “负责人出庭应诉率达120%。”",
        (
            "  2. [矛盾] “受理行政复议案件——同比增长”写作45.5%,但本年“受理行政复议案件”52件,"
            "上年报告“受理行政复议案件”37件,(52-37)÷37,即增长40.54%。"
        ),
        "     一、 “受理行政复议案件52件,同比增长45.5%。”",
        "     《云溪县人民政府关于2021年度法治政府建设情况的报告》一、 “受理行政复议案件37件。”",
        "",
        (
            "核查了2份报告、4个数据,其中复算:其中数0组,比率0个,句内增减0个,与上年报告核对1处,"
            "重复出现的指标0处,有上限的率1个,发现2处不一致。"
        ),
        "只核查写法上能确定的数据;没有列出的不等于已经核实。",
    ]


def test_no_finding_says_what_was_checked() -> None:
    text = to_text(audit_of("排查矛盾纠纷625件,成功化解594件,化解率95%。"))
    assert text.startswith("核查了1份报告、3个数据,其中复算:其中数0组,比率1个,")
    assert "未发现不一致" in text


def test_json_holds_every_number_with_its_place() -> None:
    report = report_of("排查矛盾纠纷625件,成功化解594件,化解率98%。")
    data = json.loads(json.dumps(to_json(audit_reports([report])), ensure_ascii=False))
    (finding,) = data["findings"]
    assert (finding["kind"], finding["severity"]) == ("share", "contradiction")
    assert finding["report_id"] == report.id
    assert [number["written"] for number in finding["numbers"]] == ["98%", "594件", "625件"]
    for number in finding["numbers"]:
        assert report.text[number["start"] : number["end"]] == number["written"]
        cited = number["citation"]
        assert report.text[cited["start"] : cited["end"]] == cited["quote"]
        assert cited["section"] == ["一、主要工作"]
    assert data["checked"]["shares"] == 1


def test_every_kind_and_severity_has_its_words() -> None:
    texts = table("audit")
    assert [kind for kind in FindingKind if kind.value not in texts] == []
    assert [severity_words(severity) for severity in Severity] == ["矛盾", "存疑"]
    for text in texts.values():
        if isinstance(text, str):
            list(Formatter().parse(text))
