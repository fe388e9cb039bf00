"""数据: the ledger row by row, an indicator compared, sources opened, files fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from assistant.service import Assistant
from tests.e2e.test_surface import _LOW_CONTRAST, PHONE, _overflow
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Open, Window

pytestmark = pytest.mark.browser

REPORT = """{place}人民政府关于{year}年度法治政府建设情况的报告
一、主要工作
(一)化解行政争议。全年受理行政复议案件{cases}件。机关负责人出庭应诉率达{rate}%。
(二)加强普法宣传。开展法治宣传活动{talks}场次。
"""
CASES = {("云溪县", 2021): 29, ("云溪县", 2022): 37, ("云溪县", 2023): 52, ("青岚市", 2023): 512}


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    """Four reports; one states the number of 2022 twice, and not alike."""
    folder = tmp_path / "报告"
    folder.mkdir()
    for (place, year), cases in CASES.items():
        text = REPORT.format(
            place=place, year=year, cases=cases, rate=120 if year == 2021 else 95, talks=year - 2000
        )
        if year == 2022:
            text += "二、补充情况\n全年受理行政复议案件38件。\n"
        (folder / f"{place}{year}.txt").write_text(text, encoding="utf-8")
    held = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    held.add([folder])
    return held


def _open_tab(window: Window) -> None:
    window.page.get_by_role("tab", name="数据", exact=True).click()
    window.page.locator("#rows tr[data-entry]").first.wait_for()


def _compare(window: Window, indicator: str) -> None:
    window.page.get_by_role("tab", name="对比").click()
    window.page.fill("#comparing [name=indicator]", indicator)
    window.page.keyboard.press("Enter")
    window.page.locator("#choices button", has_text=indicator).first.click()
    window.page.locator("#compared table").first.wait_for()


def _marked(window: Window, words: str) -> None:
    window.page.wait_for_function(
        "words => document.querySelector('#proof mark')?.textContent === words", arg=words
    )


def test_rows_are_filtered_and_open_their_sentence(open_window: Open, assistant: Assistant) -> None:
    window = open_window(assistant)
    page = window.page
    _open_tab(window)
    rows = page.locator("#rows tr[data-entry]")
    assert page.locator("#rows .pager p").inner_text().startswith("共 13 条")
    assert page.locator("#rows .badge", has_text="数值存疑").count() == 1
    page.fill("#filters [name=text]", "行政复议案件")
    page.wait_for_function("document.querySelectorAll('#rows tbody tr').length === 5")
    page.select_option("#filters [name=year]", "2023")
    page.wait_for_function("document.querySelectorAll('#rows tbody tr').length === 2")
    page.fill("#filters [name=place]", "青岚")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('#rows tbody tr').length === 1")
    assert rows.locator(".c-value").inner_text() == "512件"
    rows.get_by_role("button").first.click()
    _marked(window, "全年受理行政复议案件512件。")
    assert rows.get_attribute("aria-current") == "true"
    page.fill("#filters [name=place]", "青山")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#rows').innerText.includes('没有这个地区')")
    page.get_by_role("button", name="清除条件").first.click()
    page.wait_for_function("document.querySelectorAll('#rows tbody tr').length === 13")


def test_an_indicator_is_compared_with_gaps_conflict_and_chart(
    open_window: Open, assistant: Assistant
) -> None:
    window = open_window(assistant)
    page = window.page
    _open_tab(window)
    _compare(window, "受理行政复议案件")
    told = page.locator("#compared tbody tr").all_inner_texts()
    assert [line.split() for line in told] == [
        ["云溪县", "29", "37", "38", "不一致", "52"],
        ["青岚市", "未载", "未载", "512"],
    ]
    page.locator("#compared .value", has_text="38").click()
    _marked(window, "全年受理行政复议案件38件。")
    # A place and years that are asked for stand in the table even where nothing is said.
    page.select_option("#comparing [name=first]", "2021")
    page.wait_for_timeout(100)
    page.select_option("#comparing [name=last]", "2022")
    page.wait_for_function(
        "[...document.querySelectorAll('#compared thead th')].map(th => th.innerText).join()"
        " === '地区,2021年,2022年'"
    )
    page.get_by_role("button", name="清除条件").last.click()
    page.locator("#choices button", has_text="开展法治宣传活动").click()
    chart = page.locator("#compared .chart svg").first
    chart.wait_for()
    # The labels are set by the browser: a glyph it lacks would be as wide as any other box.
    assert page.locator("#compared .legend").first.inner_text().split() == ["云溪县"]
    assert chart.locator("text", has_text="2023年").is_visible()
    assert chart.locator("circle").count() == 3


def test_files_come_down_with_what_is_shown(
    open_window: Open, assistant: Assistant, tmp_path: Path
) -> None:
    window = open_window(assistant)
    page = window.page
    _open_tab(window)
    page.fill("#filters [name=text]", "行政复议案件")
    page.wait_for_function("document.querySelectorAll('#rows tbody tr').length === 5")
    with page.expect_download() as down:
        page.get_by_role("button", name="下载 CSV").first.click()
    assert down.value.suggested_filename == "数据明细.csv"
    down.value.save_as(tmp_path / "a.csv")
    assert len((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()) == 6
    _compare(window, "受理行政复议案件")
    with page.expect_download() as down:
        page.get_by_role("button", name="下载 Excel").last.click()
    assert down.value.suggested_filename == "数据对比.xlsx"
    down.value.save_as(tmp_path / "a.xlsx")
    grid = load_workbook(tmp_path / "a.xlsx")["对比表"]
    assert [cell.value for cell in grid[3]] == ["云溪县", 29, "37 / 38 不一致", 52]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_can_be_read_on_a_phone_and_in_the_dark(
    open_window: Open, assistant: Assistant, scheme: str
) -> None:
    window = open_window(assistant, **PHONE, color_scheme=scheme)
    page = window.page
    _open_tab(window)
    assert _overflow(window) == 0
    low = page.evaluate(_LOW_CONTRAST)
    page.locator("#rows tr[data-entry]").first.click()
    _marked(window, "全年受理行政复议案件29件。")
    page.get_by_role("button", name="返回数据").click()
    _compare(window, "受理行政复议案件")
    page.wait_for_timeout(400)
    assert _overflow(window) == 0
    assert low + page.evaluate(_LOW_CONTRAST) == []


def test_without_reports_the_tab_says_where_to_begin(open_window: Open, tmp_path: Path) -> None:
    empty = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    window = open_window(empty)
    window.page.get_by_role("tab", name="数据", exact=True).click()
    window.page.get_by_text("还没有数据").first.wait_for()
    assert window.page.locator("#filters form").count() == 0
