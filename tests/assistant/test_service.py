"""The assistant over a real index in a folder: asked, added to, taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.model import Answer, Reason, Refusal, Reply
from assistant.service import Assistant
from corpus.errors import IndexMissing
from tests.assistant.shelves import QINGLAN, YUNXI_2022
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from index.build import Phase

YUNXI = "云溪县2022年行政复议受理多少件?"
THEIRS = "青岚市2022年行政复议受理多少件?"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    texts = {"yunxi": YUNXI_2022, "qinglan": QINGLAN}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: tmp_path / f"{name}.txt" for name in texts}


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash-64")


def said(reply: Reply) -> str:
    assert isinstance(reply, Answer)
    return reply.statements[0].text


def test_without_an_index(assistant: Assistant) -> None:
    with pytest.raises(IndexMissing):
        assistant.ask(YUNXI)


def test_what_is_added_can_be_asked_at_once(assistant: Assistant, files: dict[str, Path]) -> None:
    assistant.add([files["yunxi"]])
    assert said(assistant.ask(YUNXI)).endswith(":37件。")
    refusal = assistant.ask(THEIRS)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.PLACE_ABSENT
    assistant.add([files["qinglan"]])
    assert said(assistant.ask(THEIRS)).endswith(":512件。")
    assert said(assistant.ask(YUNXI)).endswith(":37件。")


def test_what_is_removed_is_no_longer_answered_from(
    assistant: Assistant, files: dict[str, Path]
) -> None:
    assistant.add(list(files.values()))
    (card,) = [card for card in assistant.cards() if card.place == "青岚市"]
    assistant.remove([card.id])
    assert [card.place for card in assistant.cards()] == ["云溪县"]
    assert isinstance(assistant.ask(THEIRS), Refusal)
    with pytest.raises(KeyError):
        assistant.report(card.id)


def test_history_is_passed_on(assistant: Assistant, files: dict[str, Path]) -> None:
    assistant.add(list(files.values()))
    reply = assistant.ask("青岚市呢?", [(YUNXI, "37件")])
    assert said(reply).endswith(":512件。")
    assert reply.carried


def test_a_citation_leads_into_the_report(assistant: Assistant, files: dict[str, Path]) -> None:
    assistant.add([files["yunxi"]])
    reply = assistant.ask(YUNXI)
    assert isinstance(reply, Answer)
    (citation,) = reply.citations
    report = assistant.report(citation.report_id)
    assert report.quote(citation.span) == citation.quote
    assert (report.file, citation.file) == ("yunxi.txt", "yunxi.txt")


def test_progress_is_told(assistant: Assistant, files: dict[str, Path]) -> None:
    told: list[tuple[str, int, int]] = []

    def note(phase: Phase, done: int, total: int) -> None:
        told.append((str(phase), done, total))

    assistant.add(list(files.values()), progress=note)
    assert ("read", 2, 2) in told
    assert told[-1][0] == "embed"
    assert told[-1][1] == told[-1][2]
