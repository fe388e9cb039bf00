"""What comes close to a report and is not it; and what needs no checking, or stands nowhere."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.slogans import strikes_attitude
from tests.assistant.shelves import MemoryShelf

SUTING = """溯亭县2023年法治政府建设情况报告
一、主要工作
(一)督察。在全市营商环境评价中,我县列全市9个县区第3位。督察发现问题58个,年内整改到位49个,向7个单位制发督办函。
(二)服务。减免公证费362万元,惠及1108人。召开联席调度会4次。举办调解员培训班6期。
(三)执法。全年办理行政处罚案件815件,其中普通程序506件,案件数比上年下降17.3%。
清理文件38件,废止11件,修改9件。
(四)普法。县律师协会建成法律服务站72个,其中园区法律服务站15个。新增县级普法示范户30户、累计265户。橘洲镇双桥村入选省级民主法治示范村。云墩司法所被省司法厅表彰为“枫桥式司法所”。新增“市级法治文化公园”4个,总数21个。曾樾被评为“全县十佳调解员”。
(五)应诉。行政诉讼案件23件,均未败诉。行政复议案件64件,撤销5件。
二、2024年打算
开展调解员轮训2轮。
溯亭县人民政府
2024年1月9日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(SUTING))


def told(checker: Checker, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.text, one.verdict.value, one.correction) for one in checker.check(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2023年,溯亭县云墩司法所被司法部表彰为“枫桥式司法所”。",
            ("司法部", "contradicted", "省司法厅"),
        ),
        (
            "溯亭县莲塘镇双桥村2023年入选省级民主法治示范村。",
            ("莲塘镇双桥村", "contradicted", "橘洲镇双桥村"),
        ),
        (
            "在2023年全市营商环境评价中,溯亭县排名全市第2位。",
            ("全市第2位", "contradicted", "全市9个县区第3位"),
        ),
        (
            "2023年,在全市营商环境评价中,溯亭县在全市9个县区中列第2位。",
            ("第2位", "contradicted", "第3位"),
        ),
        ("2023年,溯亭县曾樾被评为“全市十佳调解员”。", ("全市", "contradicted", "全县")),
        (
            "2023年,溯亭县惠及群众1108人,省下公证开销362亿元。",
            ("362亿元", "contradicted", "362万元"),
        ),
        ("2023年,溯亭县召开联席调度会9次。", ("9次", "contradicted", "4次")),
        (
            "2023年,溯亭县行政处罚案件数比上年上升17.3%。",
            ("上升17.3%", "contradicted", "下降17.3%"),
        ),
        ("2023年,溯亭县发现问题58个,年内改了49个。", ("49个", "supported", None)),
        ("2023年,溯亭县向7个单位发出督办函。", ("7个", "supported", None)),
        ("2023年,溯亭县行政诉讼案件23件,无一败诉。", ("无一败诉", "supported", None)),
        ("2023年,溯亭县行政复议案件64件,零撤销。", ("零撤销", "contradicted", "撤销5件")),
        ("2023年,溯亭县新增市级法治文化公园21个。", ("21个", "different_scope", None)),
        ("2023年,溯亭县新增县级普法示范户265户。", ("265户", "different_scope", None)),
        ("2023年,溯亭县新增县级普法示范户30户。", ("30户", "supported", None)),
        ("2023年,溯亭县建成园区法律服务站72个。", ("72个", "different_scope", None)),
        ("2023年,溯亭县清理文件38件,废了11件,改了9件。", ("9件", "supported", None)),
        ("2023年,溯亭县开展调解员轮训2轮。", ("2轮", "different_scope", None)),
    ],
)
def test_what_is_not_quite_so_gets_its_verdict(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


def test_a_wrong_word_is_told_by_itself_and_not_as_a_sentence_unheard_of(checker: Checker) -> None:
    found = told(checker, "2023年,溯亭县云墩司法所被县司法局表彰为“枫桥式司法所”。")
    assert ("县司法局", "contradicted", "省司法厅") in found
    assert "not_found" not in {verdict for _, verdict, _ in found}


@pytest.mark.parametrize(
    "text",
    [
        "2023年,溯亭县我县橘洲镇双桥村入选省级民主法治示范村。",
        "2023年,溯亭县行政处罚案件815件,无一撤销。",
        "2023年,溯亭县云墩司法所被省司法厅表彰为“枫桥式司法所”。",
    ],
)
def test_what_may_be_so_is_not_gainsaid(checker: Checker, text: str) -> None:
    assert "contradicted" not in {verdict for _, verdict, _ in told(checker, text)}


@pytest.mark.parametrize(
    "words",
    [
        "把“溯亭经验”擦得更亮",
        "用脚步丈量乡情",
        "为乡村振兴保驾护航",
        "一桩一桩抓到底",
        "处处见担当",
        "法治氛围日益浓厚",
        "护企业就是护饭碗",
        "规矩就要常讲常新",
        "绝不让守法者吃亏",
        "清水绿岸容不得丝毫污损",
        "守住了安全底线",
        "牵着千家万户",
    ],
)
def test_a_stretch_beside_facts_may_only_strike_an_attitude(checker: Checker, words: str) -> None:
    found = told(checker, f"2023年,溯亭县召开联席调度会4次,{words}。")
    assert found == [("4次", "supported", None), (words, "not_checkable", None)]


def test_what_was_seized_is_no_honour(checker: Checker) -> None:
    assert told(checker, "2023年,溯亭县召开联席调度会4次,查获“黑摩的”一批。") == [
        ("4次", "supported", None)
    ]


def test_the_day_of_the_draft_itself_is_no_claim(checker: Checker) -> None:
    text = "2023年,溯亭县召开联席调度会4次。\n溯亭县人民政府\n二〇二四年三月十日"
    assert told(checker, text) == [("4次", "supported", None)]


@pytest.mark.parametrize(
    "words",
    [
        "安排专人上门服务",
        "案件全部网上公示",
        "为企业提供法律意见",
        "每月轮值一次",
        "回访率稳步提高",
    ],
)
def test_what_tells_of_something_done_is_no_attitude(words: str) -> None:
    assert not strikes_attitude(words)


def test_what_is_told_in_words_that_no_report_has_is_not_found(checker: Checker) -> None:
    words = "夜市摊点推行错时经营、潮汐泊车"
    found = told(checker, f"2023年,溯亭县召开联席调度会4次,{words}。")
    assert found == [("4次", "supported", None), (words, "not_found", None)]
