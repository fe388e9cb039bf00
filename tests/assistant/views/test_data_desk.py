"""What the data tab shows and hands out, whatever a browser sends."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from assistant.service import Assistant
from assistant.tables.ledger_filter import Comparison, LedgerFilter
from assistant.views.data_desk import DataDesk
from assistant.views.ledger import rows_view
from tests.assistant.ledger_entries import entry
from tests.embedders import HashEmbeddings
from tests.index.small_reports import write_reports

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> DataDesk:
    folder = tmp_path_factory.mktemp("desk")
    assistant = Assistant(folder / "index", embeddings=HashEmbeddings(), model="hash")
    assistant.add([write_reports(folder / "报告")])
    return DataDesk(assistant, folder / "files")


def _column(html: str, name: str) -> list[str]:
    cells = etree.HTML(html).xpath(f"//td[@class='c-{name}']")
    return ["".join(cell.itertext()) for cell in cells]


def _form(**fields: str) -> LedgerFilter:
    return LedgerFilter.from_json(json.dumps(fields))


def test_every_figure_is_a_row_with_its_report_place_and_section(desk: DataDesk) -> None:
    html = desk.rows(LedgerFilter())
    assert _column(html, "value") == [
        "31件", "28件", "52场次", "1万余份", "4次", "9支",
        "77件", "17件", "6件", "640件次", "300人",
    ]  # fmt: skip
    assert _column(html, "place")[0] == "云溪县"
    assert _column(html, "period")[-1] == "2022年"
    assert _column(html, "section")[0] == "(一)化解行政争议"
    assert _column(html, "report")[0] == "云溪县人民政府关于2022年度法治政府建设情况的报告"
    assert "共 11 条,第 1–11 条" in html


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        ({"text": "复议"}, ["31件", "28件"]),
        ({"place": "青岚"}, ["17件", "6件", "640件次", "300人"]),
        ({"year": "2021"}, ["17件", "6件", "640件次"]),
        ({"unit": "份"}, ["1万余份"]),
        ({"section": "普法"}, ["52场次", "1万余份"]),
        ({"text": "件", "place": "石桥镇", "section": "宣传"}, []),
    ],
)
def test_rows_meet_what_the_form_asks_for(
    desk: DataDesk, fields: dict[str, str], values: list[str]
) -> None:
    assert _column(desk.rows(_form(**fields)), "value") == values


@pytest.mark.parametrize(
    "sent", ["", "null", "[1]", "{", '{"text": 7}', '{"year": "x"}', '{"report": "nobody"}', "１"]
)
def test_whatever_a_browser_sends_is_answered(desk: DataDesk, sent: str) -> None:
    assert desk.rows(LedgerFilter.from_json(sent))
    assert desk.choices(Comparison.from_json(sent, group=None)) is not None
    assert desk.compared(Comparison.from_json(sent, group=12345))


def test_an_unknown_place_is_told_and_nothing_of_it_is_markup(desk: DataDesk) -> None:
    html = desk.rows(_form(place="<b>山</b>"))
    assert "没有这个地区" in html
    assert not etree.HTML(html).xpath("//b")


def test_pages_are_turned_within_what_there_is() -> None:
    entries = [entry(number=n) for n in range(50)]

    def turns(page: int) -> list[tuple[str, bool]]:
        html = rows_view(entries, 400_000, LedgerFilter(page=page))
        buttons = etree.HTML(html).xpath("//nav/button")
        return [(button.get("data-page"), button.get("disabled") is None) for button in buttons]

    assert turns(0) == [("0", False), ("-1", False), ("1", True), ("7999", True)]
    assert turns(5) == [("0", True), ("4", True), ("6", True), ("7999", True)]
    assert turns(7999) == [("0", True), ("7998", True), ("8000", False), ("7999", False)]
    shown = rows_view(entries, 400_000, LedgerFilter(page=5))
    assert "共 400,000 条,第 251–300 条" in shown
    assert "<nav" not in rows_view(entries, 50, LedgerFilter())


def test_a_page_beyond_the_last_shows_the_last(desk: DataDesk) -> None:
    assert len(_column(desk.rows(LedgerFilter(page=9)), "value")) == 11
    assert LedgerFilter().turned_to(-3).page == 0


def test_a_row_opens_its_section_with_the_sentence_marked(desk: DataDesk) -> None:
    html = desk.rows(_form(text="复议"))
    key = etree.HTML(html).xpath("//tr/@data-entry")[0]
    source = etree.HTML(desk.source(key))
    assert source.xpath("//mark/text()") == ["全年受理行政复议案件31件,办结28件。"]
    assert source.xpath("//article/@data-open") == [key]
    for gone in ("", "0 nobody", "999 " + key.split()[1]):
        with pytest.raises(KeyError):
            desk.source(gone)


def test_choosing_an_indicator_shows_its_table(desk: DataDesk) -> None:
    choices = etree.HTML(desk.choices(Comparison(indicator="行政复议案件")))
    group = int(choices.xpath("//button/@data-group")[0])
    assert choices.xpath("//button/@aria-pressed") == ["false"]
    wanted = Comparison(indicator="行政复议案件", group=group, places="云溪、石桥镇")
    rows = etree.HTML(desk.compared(wanted)).xpath("//tbody/tr")
    assert ["".join(row.itertext()) for row in rows] == ["云溪县31", "石桥镇未载"]
    assert 'aria-pressed="true"' in desk.choices(wanted)
    assert "没有这个指标" in desk.choices(Comparison(indicator="卫星"))
    nothing = desk.compared(Comparison(group=group, years=(1999,)))
    assert "没有报告写这个指标" in nothing


def test_years_of_the_form_are_a_range_or_one() -> None:
    both = Comparison.from_json('{"first": "2023", "last": "2021"}', group=None)
    assert both.years == (2021, 2022, 2023)
    assert Comparison.from_json('{"first": "2023", "last": ""}', group=None).years == (2023,)
    assert Comparison.from_json("{}", group=7) == Comparison(group=7)


def test_files_hold_all_rows_and_are_cleared_away_later(desk: DataDesk) -> None:
    first = desk.rows_file(_form(text="复议"), "csv")
    assert first.name == "数据明细.csv"
    assert len(first.read_text(encoding="utf-8-sig").splitlines()) == 3
    os.utime(first.parent, (time.time() - 7200,) * 2)
    second = desk.compared_file(Comparison(), "xlsx")
    assert not first.exists()
    assert second.stat().st_size > 0


def test_without_an_index_there_is_nothing_and_no_error(tmp_path: Path) -> None:
    assistant = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    desk = DataDesk(assistant, tmp_path / "files")
    assert desk.forms() == ("", "")
    assert "还没有数据" in desk.rows(LedgerFilter())
    assert desk.choices(Comparison()) == ""
    assert "还没有数据" in desk.compared(Comparison())
    with pytest.raises(KeyError):
        desk.source("0 x")


def test_an_index_that_cannot_serve_is_explained(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    assistant = Assistant(folder, embeddings=HashEmbeddings(), model="hash")
    assistant.add([write_reports(tmp_path / "报告")])
    other = Assistant(folder, embeddings=HashEmbeddings(), model="another")
    desk = DataDesk(other, tmp_path / "files")
    assert "索引用的向量模型是 hash" in desk.rows(LedgerFilter())
    assert "索引用的向量模型是 hash" in desk.compared(Comparison())
