"""Whole drafts against invented reports: what is said of each claim, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.draft.check import Checker
from assistant.draft.model import Finding
from tests.assistant.shelves import LINCHUAN, QINGLAN, YUNXI_2021, YUNXI_2022, MemoryShelf

if TYPE_CHECKING:
    from assistant.draft.model import Finding


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(YUNXI_2022, YUNXI_2021, QINGLAN, LINCHUAN))


def verdicts(checker: Checker, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.text, one.verdict.value, one.correction) for one in checker.check(text)]


def only(checker: Checker, text: str) -> Finding:
    (finding,) = checker.check(text)
    return finding


@pytest.mark.parametrize(
    ("text", "claim", "verdict", "correction"),
    [
        ("2022年,云溪县受理行政复议案件37件。", "37件", "supported", None),
        ("2022年,云溪县行政复议案件受理了73件。", "73件", "contradicted", "37件"),
        ("2022年,云溪县走访企业近200家。", "近200家", "approximate", None),
        ("2022年,云溪县减免税费3.5万元。", "3.5万元", "contradicted", "3.5亿元"),
        ("2020年,云溪县受理行政复议案件37件。", "37件", "different_scope", None),
        ("2022年,白鹿县受理行政复议案件37件。", "37件", "different_scope", None),
        ("2022年,云溪县行政复议案件审结37件。", "37件", "contradicted", "34件"),
        ("2022年,云溪县建成法治公园37个。", "37个", "not_found", None),
        ("2022年,青岚市受理行政复议案件512件。", "512件", "supported", None),
        ("2021年,云溪县受理行政复议案件37件。", "37件", "contradicted", "29件"),
        ("二○二二年,雲溪縣受理行政復議案件三十七件。", "三十七件", "supported", None),
    ],
)
def test_a_figure_gets_its_verdict(
    checker: Checker, text: str, claim: str, verdict: str, correction: str | None
) -> None:
    assert verdicts(checker, text) == [(claim, verdict, correction)]


CHUNLAN = """椿岚县2023年法治政府建设情况报告
一、主要工作
(一)执法监督。印发清单,把6个方面、45项任务分解到32个责任单位。清理文件96件,保留71件、修改8件、废止17件。发出督办函14份。涉企检查频次同比下降31.5%。收缴非法捕捞渔获物236.5吨。
(二)化解纠纷。新收行政复议申请83件,受理76件,行政机关败诉率由12.8%降至7.3%。向公安机关移送涉嫌犯罪案件22件,公安机关立案19件。县政府为被告的一审行政诉讼案件23件。
(三)普法宣传。办理法律援助案件467件(其中农民工讨薪案件215件)。累计创建民主法治村41个。竹坞司法所获评省级枫桥式司法所。粮食产量连续5年居全市第一。在全县运动会上获得3金2银1铜。
椿岚县人民政府
2024年1月26日
"""


@pytest.fixture(scope="module")
def chunlan() -> Checker:
    return Checker(MemoryShelf(CHUNLAN, YUNXI_2022))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Another number of the same sentence is what it is, and gainsays no other.
        (
            "把6个方面、45项任务压给32个单位",
            [("6个", "supported"), ("45项", "supported"), ("32个", "supported")],
        ),
        ("清理文件96件,留下71件", [("96件", "supported"), ("71件", "supported")]),
        # A unit reckoned over; one that makes it another number.
        ("收缴渔获物23.65万公斤", [("23.65万公斤", "approximate")]),
        ("收缴非法捕捞渔获物236.5公斤", [("236.5公斤", "contradicted")]),
        # One act told from both ends, another act, an act on one side only.
        ("32个单位收到督办函14份", [("32个", "supported"), ("14份", "supported")]),
        ("公安机关办理涉嫌犯罪案件22件", [("22件", "different_scope")]),
        # A part, the whole, the old level, a sum of years.
        ("农民工讨薪法律援助案件467件", [("467件", "different_scope")]),
        ("全县行政机关一审行政诉讼案件23件", [("23件", "different_scope")]),
        ("行政机关败诉率为12.8%", [("12.8%", "different_scope")]),
        ("行政机关败诉率由12.8%降到7.3%", [("12.8%", "supported"), ("7.3%", "supported")]),
        ("新创建民主法治村41个", [("41个", "different_scope")]),
        # The direction, with the word that says it.
        ("涉企检查频次同比上升31.5%", [("上升31.5%", "contradicted")]),
        ("涉企检查频次降了三成多", [("三成多", "approximate")]),
        # What is said without counting.
        (
            "竹坞司法所被评为市级枫桥式司法所",
            [("椿岚县竹坞司法所", "supported"), ("市级", "contradicted")],
        ),
        ("粮食产量连续4年位列全市第一", [("连续4年", "contradicted"), ("全市第一", "supported")]),
        ("在运动会上拿下4金2银1铜", [("4金2银1铜", "contradicted")]),
    ],
)
def test_what_is_meant_is_told_from_what_lies_near(
    chunlan: Checker, text: str, found: list[tuple[str, str]]
) -> None:
    told = [(one.claim.text, one.verdict.value) for one in chunlan.check(f"2023年,椿岚县{text}。")]
    assert told == found


def test_a_report_own_date_is_judged_by_what_it_bears(chunlan: Checker) -> None:
    finding = only(chunlan, "椿岚县2023年法治政府建设报告的落款日期是2024年2月26日。")
    assert (finding.verdict.value, finding.correction) == ("contradicted", "2024年1月26日")
    assert finding.citations[0].quote == "2024年1月26日"


@pytest.mark.parametrize("title", ["椿岚县2023年普法工作讲话", "椿岚县2023年普法小结"])
def test_a_heading_leaves_open_whether_its_year_is_that_of_the_work(
    chunlan: Checker, title: str
) -> None:
    finding = only(chunlan, f"{title}\n一年来,全县办理法律援助案件467件。")
    assert finding.verdict.value == "supported"


def test_a_part_of_the_place_is_not_the_whole(chunlan: Checker) -> None:
    finding = only(chunlan, "2023年,椿岚县竹坞镇办理法律援助案件31件。")
    assert finding.verdict.value == "not_found"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022年,云溪县办结34件,比上年的29件有所增加。", [2022, 2021]),
        ("2022年,云溪县由2021年的29件增加到37件,办结34件。", [2021, 2022, 2022]),
        ("云溪县2022年工作总结\n一年来,受理37件,比上年增长5件。", [2022, 2022]),
        ("在云溪县会议上的讲话(2023年2月)\n去年受理37件。今年再化解5件。", [2022, 2023]),
    ],
)
def test_each_number_has_its_own_year(checker: Checker, text: str, years: list[int]) -> None:
    found = [one.claim.scope.years for one in checker.check(text)]
    assert found == [frozenset((year,)) for year in years]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2022年,办理县人大代表建议37件。", ""),
        ("2022年,绿色工业园区受理37件。", ""),
        ("2022年,列席县政府会议37次。", ""),
        ("2022年,白鹿县受理37件。", "白鹿县"),
        ("2022年,四川受理37件。", "四川"),
    ],
)
def test_only_places_are_strangers(checker: Checker, text: str, place: str) -> None:
    assert only(checker, text).claim.scope.stranger == place


def test_the_span_is_that_of_the_text_given(checker: Checker) -> None:
    text = "各位代表:\n  2022年,云溪县受理行政复议案件 37 件,办结34件。"
    for finding in checker.check(text):
        span = finding.claim.span
        assert text[span.start : span.end] == finding.claim.text


def test_year_and_place_come_from_the_heading(checker: Checker) -> None:
    text = "在云溪县法治工作会议上的讲话(2023年2月)\n去年,我县受理行政复议案件29件。"
    assert verdicts(checker, text) == [("29件", "contradicted", "37件")]


def test_a_place_that_was_named_holds_for_the_next_sentence(checker: Checker) -> None:
    text = "2022年,青岚市推进政务公开。全年主动公开信息9120条。"
    assert verdicts(checker, text)[-1] == ("9120条", "supported", None)


def test_what_the_draft_leaves_open_is_said(checker: Checker) -> None:
    finding = only(checker, "全年清退不符合条件人员23人。")
    assert finding.verdict == "supported"
    assert "稿中没有写明地方和年份,按云溪县2022年核对" in finding.reason


def test_a_finding_cites_the_sentence(checker: Checker) -> None:
    (citation,) = only(checker, "2022年,云溪县败诉3件。").citations
    assert "败诉3件" in citation.quote
    assert citation.document_number == "云委〔2023〕9号"


@pytest.mark.parametrize(
    ("text", "claim", "verdict", "correction"),
    [
        ("云溪县的报告(云委〔2023〕9号)已经印发。", "云委〔2023〕9号", "supported", None),
        (
            "云溪县的报告(云委〔2023〕6号)已经印发。",
            "云委〔2023〕6号",
            "contradicted",
            "云委〔2023〕9号",
        ),
    ],
)
def test_a_document_number_gets_its_verdict(
    checker: Checker, text: str, claim: str, verdict: str, correction: str | None
) -> None:
    assert verdicts(checker, text) == [(claim, verdict, correction)]


HONOURS = """松渡县2022年法治政府建设情况报告
一、主要工作
(一)培育典型。白沙镇柳湾村荣获第九批“全国民主法治示范村”称号,县司法局被评为省级“枫桥式”先进单位。平安建设考核连续两年居全市第一。
(二)健全制度。印发《松渡县法治建设规划(2021-2025年)》。创建省级示范中心7个、市级示范中心4个。
"""


@pytest.mark.parametrize(
    ("text", "claim", "verdict", "correction"),
    [
        ("柳湾村荣获第八批全国民主法治示范村称号。", "第八批", "contradicted", "第九批"),
        ("柳湾村荣获第9批全国民主法治示范村称号。", "第9批", "supported", None),
        ("县司法局被评为国家级“枫桥式”先进单位。", "国家级", "contradicted", "省级"),
        ("松渡县平安建设考核连续三年居全市第一。", "连续三年", "contradicted", "连续两年"),
        ("松渡县平安建设考核居全市第一。", "全市第一", "supported", None),
        ("松渡县印发《松渡县法治建设规划(2022-2025年)》。",
         "《松渡县法治建设规划(2022-2025年)》", "contradicted",
         "《松渡县法治建设规划(2021-2025年)》"),
        ("松渡县印发《松渡县信访工作办法》。", "《松渡县信访工作办法》", "not_found", None),
        ("松渡县创建市级示范中心7个。", "7个", "contradicted", "4个"),
    ],
)  # fmt: skip
def test_honours_names_and_levels_get_their_verdict(
    text: str, claim: str, verdict: str, correction: str | None
) -> None:
    found = verdicts(Checker(MemoryShelf(HONOURS)), "2022年," + text)
    assert (claim, verdict, correction) in found


def test_a_slogan_needs_no_check(checker: Checker) -> None:
    finding = only(checker, "我们要坚持依法行政,不断开创法治建设新局面。")
    assert finding.verdict == "not_checkable"


def test_an_empty_draft_has_no_claims(checker: Checker) -> None:
    assert checker.check(" \n\n") == []


def test_a_long_draft_is_checked_in_stretches_that_know_each_other(checker: Checker) -> None:
    filler = "各级各部门提高认识。\n" * 900
    text = f"云溪县2022年工作总结\n{filler}我县受理行政复议案件37件。"
    steps: list[tuple[int, int]] = []
    findings = checker.check(text, lambda done, total: steps.append((done, total)))
    assert findings[-1].verdict == "supported"
    assert text[findings[-1].claim.span.start :].startswith("37件")
    assert len(steps) > 1
    assert steps[-1] == (len(text), len(text))
