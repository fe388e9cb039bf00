"""核稿: a draft is coloured, filtered, opened at its sources, corrected and fetched."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from assistant.service import Assistant
from tests.assistant.draft.word_drafts import full_draft
from tests.assistant.shelves import YUNXI_2022
from tests.e2e.test_surface import _LOW_CONTRAST, PHONE, _overflow
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from tests.e2e.conftest import Open, Window

pytestmark = pytest.mark.browser

DRAFT = """在云溪县法治工作会议上的讲话(2023年2月)
去年,我县受理行政复议案件73件,走访企业近200家,新领行政执法证168人。
我县建成法治公园12个。<b>我们要坚持依法行政</b>,不断开创新局面。"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    file = tmp_path / "云溪县2022.txt"
    file.write_text(YUNXI_2022, encoding="utf-8")
    held = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    held.add([file])
    return held


def _check(window: Window, text: str) -> None:
    window.page.get_by_role("tab", name="核稿", exact=True).click()
    window.page.fill("#check-words textarea", text)
    window.page.locator("#check-do button", has_text="核对").click()
    window.page.locator("#checked .ck-claim").first.wait_for()


def _fetched(window: Window, button: str) -> bytes:
    with window.page.expect_download() as fetched:
        window.page.get_by_role("button", name=button, exact=True).click()
    return Path(fetched.value.path()).read_bytes()


def test_a_draft_is_coloured_and_a_claim_opens_its_section(
    open_window: Open, assistant: Assistant
) -> None:
    window = open_window(assistant)
    page = window.page
    _check(window, DRAFT)
    claims = page.locator("#checked .ck-claim")
    assert claims.all_inner_texts() == ["73件", "近200家", "168人", "12个"]
    assert page.locator("#checked b", has_text="我们要").count() == 0
    assert "不一致 1" in page.locator("#checked .ck-totals").inner_text()
    page.locator("#checked .contradicted.ck-claim").click()
    page.wait_for_function("document.querySelector('#checkproof mark') !== null")
    assert "受理37件" in "".join(page.locator("#checkproof mark").all_inner_texts())
    assert "稿中写成“73件”" in page.locator("#checkproof .ck-card").inner_text()


def test_totals_filter_and_a_correction_is_taken_over_and_back(
    open_window: Open, assistant: Assistant
) -> None:
    window = open_window(assistant)
    page = window.page
    _check(window, DRAFT)
    page.locator("#checked .ck-total.contradicted").click()
    assert page.locator("#checked .ck-claim:not(.dimmed)").all_inner_texts() == ["73件"]
    page.locator("#checked .ck-total.contradicted").click()
    assert page.locator("#checked .ck-claim.dimmed").count() == 0
    page.locator("#checked .ck-claim", has_text="73件").click()
    page.get_by_role("button", name="改为 37件").click()
    page.locator("#checked .ck-claim ins", has_text="37件").wait_for()
    assert "受理行政复议案件37件" in _fetched(window, "改后文字").decode()
    page.get_by_role("button", name="不改了").click()
    page.wait_for_function("document.querySelector('#checked ins') === null")


def test_a_word_file_comes_back_with_comments(
    open_window: Open, assistant: Assistant, tmp_path: Path
) -> None:
    window = open_window(assistant)
    page = window.page
    page.get_by_role("tab", name="核稿", exact=True).click()
    draft = tmp_path / "讲话.docx"
    draft.write_bytes(full_draft())
    with page.expect_file_chooser() as chooser:
        page.locator("#check-do button", has_text="选择文件").click()
    chooser.value.set_files(draft)
    page.locator("#checked .ck-claim", has_text="43件").wait_for()
    comments = [one.text for one in Document(BytesIO(_fetched(window, "批注稿"))).comments]
    assert any("应为:34件" in text for text in comments)
    assert _fetched(window, "核对单 Excel").startswith(b"PK")


def test_an_unreadable_file_gets_a_sentence(
    open_window: Open, assistant: Assistant, tmp_path: Path
) -> None:
    window = open_window(assistant)
    page = window.page
    page.get_by_role("tab", name="核稿", exact=True).click()
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04broken")
    with page.expect_file_chooser() as chooser:
        page.locator("#check-do button", has_text="选择文件").click()
    chooser.value.set_files(broken)
    page.locator("#checked", has_text="已损坏").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_legibly(
    open_window: Open, assistant: Assistant, scheme: str
) -> None:
    window = open_window(assistant, **PHONE, color_scheme=scheme)
    _check(window, DRAFT)
    window.page.locator("#checked .contradicted.ck-claim").click()
    window.page.locator("#checkproof .ck-card").wait_for()
    assert _overflow(window) == 0
    assert window.page.evaluate(_LOW_CONTRAST) == []
