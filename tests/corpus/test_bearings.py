"""What a change is measured against, and figures of another place (基期与地域)."""

import pytest

from corpus.bearings import is_compared
from corpus.model import Figure
from corpus.read import read_report


def _figures(sentence: str) -> list[Figure]:
    text = f"云溪市2023年法治政府建设情况报告\n\n一、工作情况\n{sentence}\n"
    return list(read_report(text, file="a.txt").figures)


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("行政复议案件同比增长12%。", "同比"),
        ("受理量较上年增加7件。", "较上年"),
        ("案件量比2022年分别下降3%。", "比2022年"),
        ("违法行为较改革前减少27%。", "较改革前"),
        ("与上年相比,案件减少9件。", "与上年相比"),
        ("案件增长5%。", ""),
        ("比例达5%。", ""),
    ],
)
def test_a_change_knows_what_it_is_measured_against(sentence: str, base: str) -> None:
    assert _figures(sentence)[0].base == base


def test_a_level_has_no_base() -> None:
    assert [f.base for f in _figures("受理行政复议案件85件,同比增长3%。")] == ["", "同比"]


@pytest.mark.parametrize(
    ("words", "compared"),
    [
        ("较上年净增", True),
        ("同比多办", True),
        ("比2022年多受理", True),
        ("比2022年的", False),
        ("较上年提高到", False),
        ("与上年持平,受理", False),
        ("受理", False),
    ],
)
def test_the_distance_to_another_year(words: str, compared: bool) -> None:
    assert is_compared(words) is compared


def test_a_figure_of_the_whole_country_is_not_the_citys() -> None:
    country, city = _figures("全国平均办结率为91%,全市办结率为95%。")
    assert country.place == "全国"
    assert city.place is None


def test_an_honour_of_the_country_is_the_citys_own() -> None:
    assert _figures("全国民主法治示范村达3个。")[0].place is None
