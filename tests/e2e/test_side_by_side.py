"""An answer over several reports: its table, its chart, and the sentence behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.service import Assistant
from tests.e2e.test_surface import _LOW_CONTRAST, PHONE, _overflow
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser

REPORT = """{place}人民政府关于{year}年度法治政府建设情况的报告
一、主要工作
(一)化解行政争议。全年受理行政复议案件{cases}件。机关负责人出庭应诉率达{rate}%。
"""
TREND = "云溪县近三年受理行政复议案件的变化趋势如何?"
MOST = "2023年哪个县受理的行政复议案件最多?"
CASES = {("云溪县", 2021): 29, ("云溪县", 2022): 37, ("云溪县", 2023): 52,
         ("柘岭县", 2023): 61, ("砚湖县", 2023): 44, ("澜沐县", 2023): None}  # fmt: skip


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    """Six reports; one says nothing of the cases."""
    folder = tmp_path / "报告"
    folder.mkdir()
    for (place, year), cases in CASES.items():
        text = REPORT.format(place=place, year=year, cases=cases, rate=year - 1930)
        if cases is None:
            text = text.replace("全年受理行政复议案件None件。", "")
        (folder / f"{place}{year}.txt").write_text(text, encoding="utf-8")
    held = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    held.add([folder])
    return held


def test_a_trend_has_its_table_and_chart_and_a_number_opens_its_sentence(
    open_window: Open, assistant: Assistant
) -> None:
    window = open_window(assistant)
    page = window.page
    window.ask(TREND)
    turn = page.locator(".turn")
    assert "逐年上升" in turn.locator(".statement").inner_text()
    assert turn.locator("tbody tr").inner_text().split() == ["云溪县", "29", "37", "52"]
    assert turn.locator(".chart circle").count() == 3
    assert turn.locator(".chart text", has_text="2022年").is_visible()
    window.marks("全年受理行政复议案件29件。")
    turn.locator(".grid .value", has_text="52").click()
    window.marks("全年受理行政复议案件52件。")
    assert "2023年度" in page.locator("#source h2").inner_text()
    assert turn.locator(".grid [aria-current=true]").inner_text() == "52"
    assert turn.locator(".citation[aria-current=true]").inner_text().startswith("《云溪县")


def test_a_ranking_shows_whom_it_compared_and_opens_each_number(
    open_window: Open, assistant: Assistant
) -> None:
    window = open_window(assistant)
    page = window.page
    window.ask(MOST)
    rows = [row.split() for row in page.locator(".grid tbody tr").all_inner_texts()]
    assert rows == [["柘岭县", "61"], ["云溪县", "52"], ["砚湖县", "44"], ["澜沐县", "未载"]]
    assert page.locator(".chart rect.reactive").count() == 3
    assert page.locator(".citation").count() == 3
    page.locator(".grid .value", has_text="44").click()
    window.marks("全年受理行政复议案件44件。")
    # Its report may go; what was answered stays, and says so where it led.
    (gone,) = [card.id for card in assistant.cards() if card.place == "砚湖县"]
    assistant.remove([gone])
    page.locator(".grid .value", has_text="52").click()
    window.marks("全年受理行政复议案件52件。")
    page.locator(".grid .value", has_text="44").click()
    page.locator("#source", has_text="这份报告已移出报告库").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_table_and_chart_and_leads_there_and_back(
    open_window: Open, assistant: Assistant, scheme: str
) -> None:
    window = open_window(assistant, **PHONE, color_scheme=scheme)
    page = window.page
    window.ask(TREND)
    assert _overflow(window) == 0
    assert page.evaluate(_LOW_CONTRAST) == []
    drawing = page.locator(".chart .drawing")
    assert drawing.evaluate("node => node.scrollWidth <= node.clientWidth")
    page.locator(".grid .value", has_text="37").click()
    page.wait_for_function("scrollY > 300")
    window.marks("全年受理行政复议案件37件。")
    page.get_by_role("button", name="返回对话").click()
    page.wait_for_function("scrollY < 300")
    assert page.evaluate("document.activeElement.textContent") == "37"
