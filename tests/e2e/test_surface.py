"""How the page looks and keeps to itself: narrow screens, dark mode, contrast, no outside."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.e2e.scripted import answer, cited

if TYPE_CHECKING:
    from corpus.model import Report
    from tests.e2e.conftest import Open, Window
    from tests.e2e.scripted import ScriptedAssistant

pytestmark = pytest.mark.browser

PHONE: dict[str, object] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
QUOTE = "全年共受理行政复议案件14件(高质量实质性化解行政争议8件),行政机关负责人出庭应诉率达100%。"

# The contrast of every visible text with the first opaque background behind it (WCAG 2.1).
_LOW_CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) =>
    [r, g, b]
      .map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = rgba(getComputedStyle(node).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    const seen = node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!text || !seen) continue;
    if (["SCRIPT", "STYLE", "TEXTAREA", "NOSCRIPT"].includes(node.tagName)) continue;
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${text.slice(0, 20)}`);
  }
  return low;
}"""


@pytest.fixture
def knowing(scripted: ScriptedAssistant, anju: Report) -> ScriptedAssistant:
    scripted.script["复议?"] = lambda: answer(
        ("全年共受理行政复议案件14件。", cited(anju, QUOTE)), carried="沿用上文:2022年"
    )
    return scripted


def _overflow(window: Window) -> int:
    width: int = window.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


def _every_state(window: Window) -> list[str]:
    """Walk through the page; what has too little contrast anywhere on the way."""
    page = window.page
    low = page.evaluate(_LOW_CONTRAST)
    window.ask("复议?")
    page.get_by_role("button", name="有帮助").click()
    page.wait_for_selector(".comment")
    window.ask("今天天气?")
    low += page.evaluate(_LOW_CONTRAST)
    window.ask(" ")
    low += page.evaluate(_LOW_CONTRAST)
    page.get_by_role("tab", name="报告库").click()
    page.locator("#shelf li button").click()
    page.locator("#report summary").first.wait_for()
    page.get_by_role("button", name="全部展开").click()
    page.get_by_role("button", name="移出报告库").click()
    page.get_by_role("button", name="确定移出").wait_for()
    page.wait_for_timeout(400)  # colours fade
    low += page.evaluate(_LOW_CONTRAST)
    return list(low)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(open_window: Open, knowing: ScriptedAssistant, scheme: str) -> None:
    window = open_window(knowing, color_scheme=scheme)
    assert _every_state(window) == []


def test_dark_mode_follows_the_system_and_the_address(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    background = "getComputedStyle(document.querySelector('#source')).backgroundColor"
    dark = open_window(knowing, color_scheme="dark")
    assert dark.page.evaluate(background) == "rgb(29, 32, 36)"
    light = open_window(knowing, color_scheme="light")
    assert light.page.evaluate(background) == "rgb(255, 255, 255)"
    light.page.goto(f"{light.address}?__theme=dark")
    light.page.wait_for_selector(".welcome")
    assert light.page.evaluate(background) == "rgb(29, 32, 36)"


def test_a_phone_shows_everything_without_scrolling_sideways(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing, **PHONE)
    page = window.page
    assert _overflow(window) == 0
    window.ask("复议?")
    assert _overflow(window) == 0
    talk, source = page.locator("#left").bounding_box(), page.locator("#source").bounding_box()
    assert talk
    assert source
    assert source["y"] >= talk["y"] + talk["height"]
    # Whoever asks for a source is taken to it, and back.
    page.locator(".citation").click()
    page.wait_for_function("scrollY > 300")
    page.wait_for_timeout(700)
    assert page.locator("#source mark").first.is_visible()
    assert window.mark_in_view()
    page.get_by_role("button", name="返回对话").click()
    page.wait_for_function("scrollY < 300")
    page.get_by_role("tab", name="报告库").click()
    page.locator("#shelf li button").click()
    page.locator("#report summary").first.wait_for()
    page.get_by_role("button", name="全部展开").click()
    assert _overflow(window) == 0


def test_the_page_speaks_chinese_to_any_browser(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing, locale="en-US")
    page = window.page
    assert page.title() == "法治报告助手"
    page.wait_for_function("document.documentElement.lang === 'zh-CN'")
    window.ask("复议?")
    page.get_by_role("tab", name="报告库").click()
    words = page.evaluate("document.body.innerText")
    assert "Gradio" not in words
    assert [word for word in ("Submit", "Upload", "Loading", "Settings") if word in words] == []


def test_parts_have_names_for_those_who_do_not_see_them(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.ask("复议?")
    page = window.page
    assert page.get_by_role("log", name="对话").is_visible()
    assert page.get_by_role("region", name="原文").is_visible()
    assert page.get_by_label("您的问题").is_visible()
    page.get_by_role("button", name="发送").wait_for()  # the reply is written
    page.locator("#question textarea").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "发送"


def test_nothing_stays_in_the_browser(open_window: Open, knowing: ScriptedAssistant) -> None:
    window = open_window(knowing)
    window.ask("复议?")
    stored = window.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "复议" not in stored
    assert window.page.evaluate("indexedDB.databases()") == []
    window.page.reload()
    window.page.wait_for_selector(".welcome")


def test_the_server_gives_away_nothing(open_window: Open, knowing: ScriptedAssistant) -> None:
    window = open_window(knowing)
    home = httpx.get(window.address)
    assert "default-src 'self'" in home.headers["content-security-policy"]
    assert home.headers["x-content-type-options"] == "nosniff"
    for path in ("docs", "redoc", "openapi.json", "monitoring"):
        assert httpx.get(f"{window.address}{path}").is_client_error, path
    described = httpx.get(f"{window.address}gradio_api/info").json()
    assert described == {"named_endpoints": {}, "unnamed_endpoints": {}}
    config = httpx.get(f"{window.address}config").json()
    assert config["analytics_enabled"] is False
    assert config["run_history"] is False
    assert os.environ.get("GRADIO_SHARE") is None
