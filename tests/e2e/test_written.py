"""A language model on the page: sentences as they pass, the count, what was dropped, stop."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from assistant.asker import Asker
from assistant.writing.chat import open_chat
from assistant.writing.writer import Writer
from tests.assistant.shelves import MemoryShelf
from tests.assistant.writing.endpoint import Endpoint, serving
from tests.assistant.writing.test_chat import settings_for
from tests.e2e.scripted import ScriptedAssistant

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from assistant.model import Turn
    from assistant.writing.writer import Progress
    from corpus.model import Report
    from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser

QUESTION = "全年受理了多少件行政复议案件?"
TRUE = "安居区全年受理行政复议案件14件[1]。"
SAID = TRUE + "受理<b>行政复议案件</b>99件[1]。"


class Worded(ScriptedAssistant):
    """The scripted assistant, answering from the real report with a model at an endpoint."""

    def __init__(self, anju: Report, endpoint: Endpoint) -> None:
        super().__init__(reports={anju.id: anju})
        chat = open_chat(settings_for(endpoint.url))
        assert chat is not None
        self._writer = Writer(chat)
        self._asker = Asker(MemoryShelf(named={"anju-2022": anju.text}))

    @override
    def answering(self, question: str, history: Sequence[Turn]) -> Generator[Progress]:
        return self._writer.answer(self._asker, question, history)


def test_the_reader_sees_what_was_checked_and_what_was_dropped(
    open_window: Open, anju: Report
) -> None:
    with serving(Endpoint(SAID)) as endpoint:
        window = open_window(Worded(anju, endpoint))
        window.ask(QUESTION)
    page = window.page
    assert (
        page.locator(".statement.written")
        .inner_text()
        .startswith("安居区全年受理行政复议案件14件。")
    )
    assert "数字已核对 1/1" in page.locator(".checked").inner_text()
    page.locator(".dropped summary").click()
    dropped = page.locator(".dropped li").inner_text()
    assert "99件" in dropped
    assert "数字在所引原文中查不到" in dropped
    page.locator(".statement.written .ref").first.click()
    window.marks(
        "全年共受理行政复议案件14件(高质量实质性化解行政争议8件),行政机关负责人出庭应诉率达100%。"
    )


def test_stop_frees_the_model_within_a_second(open_window: Open, anju: Report) -> None:
    with serving(Endpoint(TRUE + "又" * 4000, pause=0.05)) as endpoint:
        window = open_window(Worded(anju, endpoint))
        page = window.page
        page.locator("#question textarea").fill(QUESTION)
        page.locator("#question textarea").press("Enter")
        page.locator(".statement.written").wait_for()
        began = time.monotonic()
        page.get_by_role("button", name="停止").click()
        assert endpoint.left.wait(5)
        assert time.monotonic() - began < 2
        page.locator(".stopped").wait_for()
        assert "14件" in page.locator(".statement.written").inner_text()
