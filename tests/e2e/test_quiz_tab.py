"""培训: a sitting of twenty with a restart in the middle, terms, progress and papers."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import docx
import pytest

from assistant.service import Assistant
from tests.e2e.conftest import REPORTS
from tests.e2e.test_surface import _LOW_CONTRAST, PHONE, _overflow
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Open, Window

pytestmark = pytest.mark.browser
_COUNT = 20


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    held = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    held.add([REPORTS])
    return held


def _enter(window: Window, name: str = "王敏") -> None:
    page = window.page
    page.get_by_role("tab", name="培训", exact=True).click()
    page.fill("#quiz [name=name]", name)
    page.keyboard.press("Enter")
    page.locator("#quiz", has_text=f"{name},你好").wait_for()


def _begin(window: Window, count: int) -> None:
    window.page.select_option("#quiz [name=count]", str(count))
    window.page.get_by_role("button", name="开始新练习").click()
    window.page.locator("#quiz .qz-task").wait_for()


def _answer(window: Window) -> None:
    """Answer the question shown with the keyboard alone, and wait for the verdict."""
    page = window.page
    kind = page.locator(".qz-task").get_attribute("data-kind")
    if kind in ("choice", "true_false"):
        page.keyboard.press("2")
        page.keyboard.press("Enter")
    elif kind == "match":
        for place in range(4):
            page.locator(".qz-pairs select").nth(place).focus()
            page.keyboard.press("BCDA"[place])
        page.locator(".qz-task button.primary").press("Enter")
    elif kind == "order":
        page.locator(".qz-order [data-move='1']").first.press("Enter")
        page.locator(".qz-task button.primary").press("Enter")
    else:
        page.keyboard.type("14件")
        page.locator(".qz-task button.primary").press("Enter")
    page.locator("#quiz .qz-result").wait_for()


def _on(window: Window) -> None:
    """Go on with Enter: the button has the focus."""
    window.page.wait_for_function("document.activeElement?.dataset.act === 'next'")
    window.page.keyboard.press("Enter")
    window.page.locator("#quiz .qz-task, #quiz .qz-end").first.wait_for()


def _kept(tmp_path: Path) -> list[tuple[int, str | None]]:
    with sqlite3.connect(tmp_path / "progress.sqlite") as file:
        rows = file.execute("SELECT position, verdict FROM task ORDER BY position").fetchall()
    file.close()
    return rows


def test_a_sitting_of_twenty_survives_a_restart(
    open_window: Open, assistant: Assistant, tmp_path: Path
) -> None:
    first = open_window(assistant)
    _enter(first)
    _begin(first, _COUNT)
    for _ in range(9):
        _answer(first)
        _on(first)
    stem = first.page.locator(".qz-task h2").inner_text()
    assert "第 10 题 / 共 20 题" in first.page.locator(".qz-head").inner_text()
    before = _kept(tmp_path)
    first.page.close()
    # Another process would know no more than what is on disk: a new assistant, a new page.
    again = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    second = open_window(again)
    _enter(second)
    assert "上次练到第 10 题,共 20 题" in second.page.locator("#quiz").inner_text()
    second.page.get_by_role("button", name="接着练").click()
    second.page.locator("#quiz .qz-task").wait_for()
    assert second.page.locator(".qz-task h2").inner_text() == stem
    assert _kept(tmp_path) == before
    for _ in range(11):
        _answer(second)
        _on(second)
    assert "共答 20 题" in second.page.locator(".qz-end").inner_text()
    rows = _kept(tmp_path)
    assert len(rows) == _COUNT
    assert rows[:9] == before[:9]
    assert all(verdict in ("right", "partly", "wrong") for _, verdict in rows)


def test_an_answer_opens_its_sentence_and_two_people_do_not_mix(
    open_window: Open, assistant: Assistant
) -> None:
    window = open_window(assistant)
    page = window.page
    _enter(window)
    _begin(window, 5)
    _answer(window)
    page.wait_for_function("document.querySelector('#quizproof mark') !== null")
    marked = "".join(page.locator("#quizproof mark").all_inner_texts())
    assert len(marked) > 10
    other = open_window(assistant)
    _enter(other, "李强")
    assert "做过 0 道题" in other.page.locator("#quiz").inner_text()
    assert other.page.get_by_role("button", name="接着练").count() == 0
    page.get_by_role("tab", name="进度", exact=True).click()
    page.locator("#quizprogress .qz-grid").first.wait_for()
    assert "李强" not in page.locator("#quizprogress").inner_text()
    with page.expect_download() as down:
        page.get_by_role("button", name="下载进度表").click()
    assert down.value.suggested_filename == "培训进度.xlsx"


def test_terms_open_their_source(open_window: Open, assistant: Assistant) -> None:
    window = open_window(assistant)
    page = window.page
    page.get_by_role("tab", name="培训", exact=True).click()
    page.get_by_role("tab", name="术语", exact=True).click()
    card = page.locator("#quizterms details", has_text="三张清单").first
    card.locator("summary").click()
    assert "从轻处罚事项清单" in card.locator("blockquote").inner_text()
    card.locator("[data-open]").click()
    page.wait_for_function(
        "document.querySelector('#quizproof mark')?.textContent.includes('三张清单')"
    )


def test_a_paper_and_its_key_come_down(
    open_window: Open, assistant: Assistant, tmp_path: Path
) -> None:
    window = open_window(assistant)
    page = window.page
    page.get_by_role("tab", name="培训", exact=True).click()
    page.get_by_role("tab", name="组卷", exact=True).click()
    page.fill("#quizform [name=count]", "8")
    page.fill("#quizform [name=seed]", "5")
    page.get_by_role("button", name="出题").click()
    page.locator("#quizpaper .qz-sheet").wait_for()
    for button, name, words in (
        ("下载试卷", "培训试题.docx", "姓名"),
        ("下载答案", "培训试题-答案.docx", "出处:《"),
    ):
        with page.expect_download() as down:
            page.get_by_role("button", name=button).click()
        assert down.value.suggested_filename == name
        down.value.save_as(tmp_path / name)
        lines = [line.text for line in docx.Document(str(tmp_path / name)).paragraphs]
        assert any(words in line for line in lines)
        assert any("卷号 5" in line for line in lines)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_training_can_be_read_on_a_phone_and_in_the_dark(
    open_window: Open, assistant: Assistant, scheme: str
) -> None:
    window = open_window(assistant, **PHONE, color_scheme=scheme)
    page = window.page
    _enter(window)
    _begin(window, 5)
    for _ in range(3):
        assert _overflow(window) == 0
        assert page.evaluate(_LOW_CONTRAST) == []
        _answer(window)
        assert _overflow(window) == 0
        assert page.evaluate(_LOW_CONTRAST) == []
        page.get_by_role("button", name="下一题").click()
        page.locator("#quiz .qz-task").wait_for()
