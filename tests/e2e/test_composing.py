"""Summaries in the library, a speech from what was picked, a term explained, with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.writing.chat import open_chat
from tests.assistant.quiz.shelf import assistant_over
from tests.assistant.shelves import QINGLAN, YUNXI_2022
from tests.assistant.writing.endpoint import Endpoint, serving
from tests.assistant.writing.test_chat import settings_for
from tests.e2e.test_surface import _LOW_CONTRAST, PHONE, _overflow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Open, Window

pytestmark = pytest.mark.browser

QUESTION = "云溪县2022年受理了多少件行政复议案件?"
COMPLAINTS = "新收行政复议申请41件,受理37件,办结34件,其中维持19件、撤销4件。"


def _marked(window: Window, pane: str, words: str) -> None:
    window.page.wait_for_function(
        """([pane, words]) => words === [...document.querySelectorAll(`${pane} mark`)]
             .map((mark) => mark.textContent).join("")""",
        arg=[pane, words],
    )


def _report(window: Window, place: str) -> None:
    window.page.get_by_role("tab", name="报告库").click()
    window.page.locator("#shelf li button", has_text=place).click()
    window.page.locator("#report summary").first.wait_for()


def test_a_report_and_a_section_are_summarised(open_window: Open, tmp_path: Path) -> None:
    window = open_window(assistant_over(tmp_path, [YUNXI_2022, QINGLAN]))
    page = window.page
    _report(window, "云溪县")
    page.get_by_role("button", name="摘要全文").click()
    sentence = page.locator("#digest .cp-text li", has_text="新收行政复议申请41件")
    sentence.locator(".cp-ref").click()
    _marked(window, "#report", COMPLAINTS)
    assert sentence.locator(".cp-ref").get_attribute("aria-current") == "true"
    assert page.locator("#report details[open] > summary").first.inner_text().startswith("一、")
    page.locator("#report details[open] > .branch > .digest").first.click()
    page.locator("#digest h3", has_text="一、").wait_for()
    assert "没有改写" in page.locator("#digest .cp-note").inner_text()
    assert page.evaluate(_LOW_CONTRAST) == []
    page.locator("#digest [data-act=close]").click()
    page.wait_for_function("!document.querySelector('#digest .composed')")
    # Another report begins without the summary of this one.
    page.get_by_role("button", name="摘要全文").click()
    page.locator("#digest .cp-text").wait_for()
    page.locator("#shelf li button", has_text="青岚市").click()
    page.wait_for_function("!document.querySelector('#digest .composed')")


def test_picked_sentences_become_a_paragraph(open_window: Open, tmp_path: Path) -> None:
    dark = {"color_scheme": "dark"}
    window = open_window(assistant_over(tmp_path, [YUNXI_2022, QINGLAN]), **dark)
    page = window.page
    window.ask(QUESTION)
    page.get_by_role("button", name="写进材料").click()
    page.get_by_role("tab", name="数据", exact=True).click()
    row = page.locator("#rows tr[data-entry]", has_text="9120条")
    row.locator(".pick").click()
    page.wait_for_function(
        "getComputedStyle(document.documentElement).getPropertyValue('--picks').includes('2')"
    )
    assert page.locator("#proof mark").count() == 0  # picking opens nothing
    page.get_by_role("tab", name="写材料").click()
    page.locator(".cp-picks li").nth(1).wait_for()
    page.get_by_role("button", name="写成讲话稿一段").click()
    page.locator("#drafted .cp-text").wait_for()
    text = "".join(page.locator("#drafted .cp-text").inner_text().split())
    assert "2022年,云溪县新收行政复议申请41件" in text
    assert "2022年,青岚市主动公开信息9120条。" in text
    page.locator("#drafted .cp-ref").nth(1).click()
    _marked(window, "#proof", "主动公开信息9120条。")
    assert page.evaluate(_LOW_CONTRAST) == []
    page.locator(".cp-picks [data-act=unpick]").first.click()
    page.wait_for_function("document.querySelectorAll('.cp-picks li').length === 1")
    page.get_by_role("tab", name="逐条查看").click()
    assert row.locator(".pick").inner_text() == "已选"
    row.locator(".pick").click()
    page.get_by_role("tab", name="写材料").click()
    page.locator("#picked .empty").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_term_is_explained_on_a_phone_and_in_the_dark(
    open_window: Open, tmp_path: Path, scheme: str
) -> None:
    window = open_window(assistant_over(tmp_path, [YUNXI_2022]), **PHONE, color_scheme=scheme)
    page = window.page
    page.get_by_role("tab", name="培训").click()
    page.get_by_role("tab", name="术语").click()
    page.fill("#explaining input", "三张清单")
    page.keyboard.press("Enter")
    page.locator("#explained .cp-ref").first.click()
    _marked(window, "#quizproof", "聘请法律顾问8名,建立“三张清单”制度。")
    assert _overflow(window) <= 0
    assert page.evaluate(_LOW_CONTRAST) == []
    page.fill("#explaining input", "枫桥经验")
    page.keyboard.press("Enter")
    page.locator("#explained .cp-note", has_text="报告里没有“枫桥经验”这个说法").wait_for()


def test_a_model_shows_its_sentences_and_stops_when_told(open_window: Open, tmp_path: Path) -> None:
    said = "新收行政复议申请41件,受理37件[1]。"
    with serving(Endpoint(said + "又" * 4000, pause=0.02)) as endpoint:
        chat = open_chat(settings_for(endpoint.url))
        window = open_window(assistant_over(tmp_path, [YUNXI_2022], chat))
        page = window.page
        _report(window, "云溪县")
        page.get_by_role("button", name="摘要全文").click()
        page.locator("#digest progress").wait_for()
        page.locator("#digest [data-act=stop]").click()
        page.locator("#digest .cp-note", has_text="已停止").wait_for()
        assert endpoint.left.wait(5)
