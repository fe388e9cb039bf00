"""What the tests of the command line stand on: a terminal, three reports, an index of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.terminal import Terminal
from tests.index.small_reports import write_reports

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "报告")


@pytest.fixture
def index(terminal: Terminal, reports: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "索引"
    assert terminal.run("build", reports, "--index", folder).code == 0
    return folder
