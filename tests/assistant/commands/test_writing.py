"""`fazhi summarize`, `explain` and `speech`: without any model, each sentence with its source."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal


def test_a_report_and_a_section_are_summarised(terminal: Terminal, index: Path) -> None:
    whole = terminal.run("summarize", "1", "--index", index, "--json")
    assert whole.code == 0
    told = json.loads(whole.out)
    assert told["citations"]
    assert (told["model"], told["dropped"]) == (None, 0)
    listed = terminal.run("show", "1", "--index", index, "--json")
    heading = json.loads(listed.out)["sections"][0]["heading"]
    section = terminal.run("summarize", "1", "--section", heading, "--index", index)
    assert section.code == 0
    assert "[1] 《" in section.out


def test_an_unknown_section_is_told(terminal: Terminal, index: Path) -> None:
    ended = terminal.run("summarize", "1", "--section", "没有的标题", "--index", index)
    assert ended.code == 2
    assert "没有标题含“没有的标题”的章节" in ended.err


def test_a_word_of_no_report_is_not_explained(terminal: Terminal, index: Path) -> None:
    ended = terminal.run("explain", "区块链", "--index", index)
    assert ended.code == 0
    assert "报告里没有“区块链”这个说法" in ended.out


def test_a_speech_names_what_it_leaves_out(terminal: Terminal, index: Path) -> None:
    ended = terminal.run(
        "speech", "云溪县2022年受理了多少件行政复议案件?", "云溪县2019年受理了多少件行政复议案件?",
        "--index", index,
    )  # fmt: skip
    assert ended.code == 0
    assert "31件" in ended.out
    assert "没有写入:云溪县2019年受理了多少件行政复议案件?" in ended.out


def test_nothing_to_write_about_is_told(terminal: Terminal, index: Path) -> None:
    for command in (("explain", " "), ("speech", " ")):
        ended = terminal.run(*command, "--index", index)
        assert ended.code == 2
        assert "没有收到问题" in ended.err
