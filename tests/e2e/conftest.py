"""The page in a real browser; where there is none, these tests are skipped and say so."""

from __future__ import annotations

import shutil
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast
from urllib.parse import urlsplit

import pytest

from app import build_page, launch
from assistant.feedback import FeedbackStore
from corpus.read import read_report
from tests.e2e.scripted import ScriptedAssistant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from assistant.service import Assistant
    from corpus.model import Report

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
FEEDBACK = "feedback.sqlite"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_DESKTOP = {"width": 1360, "height": 860}


class Open(Protocol):
    """Opens the page of an assistant in a new browser window."""

    def __call__(self, assistant: object, **window: object) -> Window:
        """`window` are options of a Playwright context."""


_TRIES, _TAKEN_UP = 5, 8_000
"""How often a question is typed, and the milliseconds until the page has taken it up."""


@dataclass(slots=True)
class Window:
    """One reader's browser on one served page."""

    page: Page
    address: str
    feedback: FeedbackStore
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """Type a question, press Enter and wait for the whole answer."""
        from playwright.sync_api import TimeoutError as NotTakenUp

        turns = self.page.locator(".turn").count()
        for _ in range(_TRIES):
            self.page.fill("#question textarea", question)
            self.page.keyboard.press("Enter")
            # On a slow machine the answer before may empty the box after it was filled.
            with suppress(NotTakenUp):
                self.page.wait_for_function(
                    "turns => document.querySelectorAll('.turn').length > turns",
                    arg=turns,
                    timeout=_TAKEN_UP,
                )
                break
        self.page.wait_for_function(
            "turns => document.querySelectorAll('.turn').length > turns"
            " && document.querySelector('.talk').ariaBusy === 'false'",
            arg=turns,
        )

    def marks(self, words: str) -> None:
        """Wait until these words are highlighted, all pieces joined."""
        self.page.wait_for_function(
            """words => words === [...document.querySelectorAll("#source mark")]
                 .map((mark) => mark.textContent).join("")""",
            arg=words,
        )

    def mark_in_view(self) -> bool:
        """Whether the first cited words lie inside the visible part of the source pane."""
        self.page.wait_for_timeout(700)  # the pane scrolls smoothly
        inside: bool = self.page.evaluate(
            """() => {
              const mark = document.querySelector("#source mark").getBoundingClientRect();
              const pane = document.querySelector("#source .pane").getBoundingClientRect();
              const low = Math.min(pane.bottom, innerHeight);
              return mark.height > 0 && mark.top >= pane.top && mark.bottom <= low;
            }"""
        )
        return inside


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests; its event loop must be gone before async tests run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as driver:
        flags = ["--no-sandbox", "--disable-background-networking"]
        chromium = driver.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def open_window(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Serve assistants and look at them; whatever happened, nothing left the page's own host."""
    closing: list[Any] = []
    windows: list[Window] = []

    def open_(assistant: object, **window: object) -> Window:
        served = build_page(cast("Assistant", assistant), feedback=tmp_path / FEEDBACK)
        address = launch(served, host="127.0.0.1", port=_free_port())
        options: dict[str, Any] = {"viewport": _DESKTOP, "locale": "zh-CN", **window}
        context = browser.new_context(**options)
        page = context.new_page()
        page.set_default_timeout(60_000)
        closing.extend((context, served))
        opened = Window(page=page, address=address, feedback=FeedbackStore(tmp_path / FEEDBACK))
        windows.append(opened)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.on("dialog", lambda dialog: opened.errors.append(f"dialog: {dialog.message}"))
        with page.expect_response(lambda response: "/queue/data" in response.url):
            page.goto(address)
        page.wait_for_selector(".welcome")
        return opened

    yield open_
    for each in closing:
        each.close()
    for each in windows:
        hosts = {urlsplit(url).netloc for url in each.requests if not url.startswith("data:")}
        assert hosts == {urlsplit(each.address).netloc}
        assert each.errors == []


@pytest.fixture
def anju() -> Report:
    """The bundled report."""
    file = REPORTS / "anju-2022.txt"
    return read_report(file.read_text(encoding="utf-8"), file=file.name)


@pytest.fixture
def scripted(anju: Report) -> ScriptedAssistant:
    """An assistant that holds the bundled report and knows no answer yet."""
    assistant = ScriptedAssistant(reports={anju.id: anju})
    assistant.go_on.set()
    return assistant


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
