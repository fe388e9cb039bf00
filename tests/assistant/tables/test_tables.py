"""Year × place tables: what stands in a cell, what stays open, and how it is told and drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from assistant.tables.chart import chart_of, charts_of
from assistant.tables.table import place_of, table_of, tables_of, written
from assistant.tables.table_text import to_text
from assistant.views.tables import entry_key, key_of_entry, table_view
from corpus.model import FigureKind
from tests.assistant.ledger_entries import entry

TWO_PLACES = (
    entry("云溪县", 2021, "29"),
    entry("云溪县", 2023, "41"),
    entry("青岚市", 2022, "512"),
)


def test_a_gap_is_an_empty_cell_and_never_zero() -> None:
    table = table_of(TWO_PLACES)
    assert table.years == (2021, 2022, 2023)
    assert table.places == ("云溪县", "青岚市")
    assert [[cell.values for cell in cells] for _, cells in table.rows()] == [
        [((Decimal(29), "件"),), (), ((Decimal(41), "件"),)],
        [(), ((Decimal(512), "件"),), ()],
    ]
    assert table.cell("青岚市", 2021).missing
    assert not table.cell("青岚市", 2022).missing


def test_zero_is_a_value() -> None:
    table = table_of([entry(value="0")])
    assert not table.cell("云溪县", 2022).missing
    assert "未载" not in to_text(table)
    assert "0" in to_text(table).splitlines()[2]


def test_differing_reports_keep_both_values_and_agreeing_ones_are_no_conflict() -> None:
    table = table_of([
        entry(value="37", report_id="县报告"),
        entry(value="38", report_id="市报告"),
        entry(period=2023, value="41", number=1),
        entry(period=2023, value="41", number=2),
    ])  # fmt: skip
    assert table.cell("云溪县", 2022).conflicting
    assert [e.report_id for e in table.cell("云溪县", 2022).entries] == ["县报告", "市报告"]
    assert not table.cell("云溪县", 2023).conflicting
    assert len(table.cell("云溪县", 2023).entries) == 2
    assert to_text(table).splitlines()[2].split() == ["云溪县", "37", "/", "38", "不一致", "41"]


def test_places_and_years_that_are_wanted_have_rows_and_columns() -> None:
    table = table_of(TWO_PLACES, places=["柘岭县", "云溪县"], years=[2023, 2020])
    assert table.places == ("柘岭县", "云溪县")
    assert table.years == (2020, 2023)
    assert [cell.missing for cell in table.cells] == [True, True, True, False]


def test_an_entry_without_place_or_year_is_shown_beside_the_cells() -> None:
    table = table_of([entry(None, 2022), entry(period=None, value="5"), entry()])
    assert [e.value for e in table.loose] == [Decimal(37), Decimal(5)]
    assert len(table.entries) == 1
    assert to_text(table).splitlines()[-1] == "未写明地区或年份:5件"


def test_the_whole_city_of_two_districts_is_not_one_place() -> None:
    first, second = entry("云溪县", elsewhere="全市"), entry("望舒区", elsewhere="全市")
    assert place_of(first) == "全市(云溪县报告)"
    assert place_of(first) != place_of(second)
    assert place_of(entry(elsewhere="全国")) == "全国"
    assert place_of(entry(elsewhere="青岚市")) == "青岚市"


def test_growth_and_targets_are_tables_of_their_own() -> None:
    level, change, target = tables_of([
        entry(value="12", unit="%", kind=FigureKind.CHANGE, base="同比"),
        entry(value="37"),
        entry(period=2021, value="29"),
        entry(period=2023, value="60", kind=FigureKind.TARGET),
    ])  # fmt: skip
    assert (level.indicator, level.unit) == ("受理行政复议案件", "件")
    assert (change.indicator, change.unit) == ("受理行政复议案件(同比)", "%")
    assert target.indicator == "受理行政复议案件(目标)"
    assert level.years == (2021, 2022)


@pytest.mark.parametrize(
    ("as_written", "unit", "shown"),
    [
        ("902万余元", "元", "902万余"),
        ("95 %", "%", "95"),
        ("百分之五", "%", "百分之五"),
        ("37件", "起", "37件"),
        ("件", "件", "件"),
    ],
)
def test_numbers_stay_as_written_without_the_unit_of_the_head(
    as_written: str, unit: str, shown: str
) -> None:
    of_unit = "件" if as_written == "37件" else unit
    assert written(entry(as_written=as_written, unit=of_unit), unit=unit) == shown


def test_columns_of_the_text_begin_below_each_other() -> None:
    table = table_of([*TWO_PLACES, entry("遂州市安溪区", 2021, "5")])
    numbers = {e: f"[{n}]" for n, e in enumerate(table.entries, start=1)}
    assert to_text(table, ref=numbers.__getitem__) == (
        "受理行政复议案件(单位:件)\n"
        "地区          2021年  2022年  2023年\n"
        "云溪县        29[1]   未载    41[2]\n"
        "青岚市        未载    512[3]  未载\n"
        "遂州市安溪区  5[4]    未载    未载"
    )


def test_marks_are_told_in_words() -> None:
    odd = entry(value="120", unit="%", marks=("impossible",))
    assert "120(数值存疑)" in to_text(table_of([odd]))
    assert '<span class="badge">数值存疑</span>' in table_view(table_of([odd]))
    assert "存疑" in to_text(table_of([entry(marks=("of_a_later_version",))]))


def test_the_page_shows_each_number_as_a_button_to_its_source() -> None:
    html = etree.HTML(table_view(table_of([*TWO_PLACES, entry("云溪县", 2023, "44", number=7)])))
    assert html.xpath("//caption/text()") == ["受理行政复议案件(单位:件)"]
    assert html.xpath("//tr/th[@scope='row']/text()") == ["云溪县", "青岚市"]
    cells = [["".join(td.itertext()) for td in tr.xpath("td")] for tr in html.xpath("//tbody/tr")]
    assert cells == [["29", "未载", "4144不一致"], ["未载", "512", "未载"]]
    keys = html.xpath("//button[@data-act='entry']/@data-entry")
    assert [key_of_entry(key) for key in keys][2] == ("云溪县-2023", 7)


def test_nothing_of_a_report_becomes_markup() -> None:
    evil = entry(
        '<img src=x onerror="a()">', unit='"><b>', indicator="<script>1</script>", quote="<i>'\"&"
    )
    table = table_of([evil, evil])
    html = table_view(table)
    assert not etree.HTML(html).xpath("//img | //b | //script | //i")
    charted = chart_of(table_of([entry(f"<b>{n}</b>", value=str(n)) for n in range(4)]))
    assert not etree.HTML(charted).xpath("//b | //script")


@pytest.mark.parametrize("key", ["", "1", "-1 县", "x 县", "² 县", "1 "])
def test_an_entry_that_a_page_cannot_name_is_refused(key: str) -> None:
    with pytest.raises(KeyError):
        key_of_entry(key)
    assert key_of_entry(entry_key(entry(number=3))) == ("云溪县-2022", 3)


def _texts(svg: str, path: str) -> list[str]:
    return [str(text) for text in etree.HTML(svg).xpath(path)]


def test_years_become_lines_that_break_where_a_year_is_missing() -> None:
    chart = chart_of(table_of([entry(period=y, value=str(y - 2000)) for y in (2019, 2020, 2022)]))
    assert _texts(chart, "//*[@class='legend']/li/text()") == ["云溪县"]
    labels = [text for text in _texts(chart, "//text/text()") if text.endswith("年")]
    assert labels == ["2019年", "2020年", "2021年", "2022年"]
    assert len(_texts(chart, "//circle/@cx")) == 3
    # One stroke from 2019 to 2020; 2022 stands alone.
    (stroke,) = _texts(chart, "//path[contains(@class, 'nofill')]/@d")
    assert stroke.count("L") == 1
    assert "云溪县 2020年:20件" in _texts(chart, "//circle/following-sibling::title/text()")


def test_places_of_one_year_become_bars_the_highest_first() -> None:
    chart = chart_of(
        table_of([entry(p, value=v) for p, v in (("甲县", "3"), ("乙县", "9"), ("丙县", "6"))])
    )
    labels = _texts(chart, "//text[contains(@x, '-')]/text()")
    assert labels[::-1] == ["乙县", "丙县", "甲县"]
    assert "2022年 受理行政复议案件(单位:件)" in chart


def test_fewer_than_three_points_are_no_chart() -> None:
    assert chart_of(table_of(TWO_PLACES)) == ""
    assert chart_of(table_of([])) == ""


def test_what_cannot_be_meant_or_compared_is_not_drawn_and_said() -> None:
    sound = [entry(period=year) for year in (2019, 2020, 2021)]
    odd = [
        entry(period=2022, value="37"),
        entry(period=2022, value="38"),
        entry(period=2023, value="120", marks=("impossible",)),
        entry(period=2024, value="1E+400"),
    ]
    (chart,) = charts_of(table_of([*sound, *odd]))
    assert len(_texts(chart, "//circle/@cx")) == 3
    assert "另有 3 处" in chart


def test_more_places_than_can_be_told_apart_are_counted() -> None:
    many = [entry(f"{n}号县", year, str(n)) for n in range(30) for year in (2021, 2022)]
    lines, bars = charts_of(table_of(many))
    assert "有两年以上数据的地区共 30 个" in lines
    assert "共 30 个地区,图中画数值最高的 20 个" in bars
    assert len(_texts(bars, "//rect[contains(@class, 'reactive')]/@x")) == 20
