"""Bad lines among the good ones of `--jsonl`: each keeps its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

BAD_LINES = {
    "no json": (b"question", "input_malformed", "不是 JSON"),
    "cut off": (b'{"question": "', "input_malformed", "不是 JSON"),
    "a list": (b"[1]", "input_malformed", "不是 JSON 对象"),
    "no question": (b'{"history": []}', "input_malformed", "缺少 question"),
    "a number": (b'{"question": 3}', "input_malformed", "question 应为文字"),
    "no list": (b'{"question": "?", "history": "?"}', "input_malformed", "history 应为列表"),
    "half a turn": (
        b'{"question": "?", "history": [["?"]]}',
        "input_malformed",
        'history 的每一项应为 ["问", "答"]',
    ),
    "a lone surrogate": (b'{"question": "\\ud800"}', "input_malformed", "不是 JSON"),
    "GB18030": (
        json.dumps({"question": "多少件?"}, ensure_ascii=False).encode("gb18030"),
        "input_malformed",
        "不是 UTF-8 文字",
    ),
    "empty": (b'{"question": " "}', "question_empty", "没有收到问题"),
    "too long": (b'{"question": "' + b"?" * 10_000 + b'"}', "question_too_long", "10000"),
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_bad_line_keeps_its_place(terminal: Terminal, index: Path, name: str) -> None:
    line, reason, why = BAD_LINES[name]
    good = '{"question": "云溪县2022年受理了多少件行政复议案件?"}'.encode()
    ended = terminal.run("ask", "--jsonl", "--index", index, said=b"\n".join([good, line, good]))
    assert ended.code == 2
    first, bad, last = [json.loads(each) for each in ended.out.splitlines()]
    assert first == last
    assert "31件" in first["answer"]
    assert why in bad.pop("answer")
    assert bad == {
        "refused": True,
        "reason": reason,
        "citations": [],
        "model": None,
        "dropped": 0,
    }


def test_one_question_that_trips_the_program_does_not_cost_the_others(
    terminal: Terminal, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.asker import Asker

    answered = Asker.ask

    def trip(self: Asker, question: str, history: list[tuple[str, str]]) -> object:
        if "绊" in question:
            raise ZeroDivisionError
        return answered(self, question, history)

    monkeypatch.setattr(Asker, "ask", trip)
    said = '{"question": "绊"}\n{"question": "云溪县2022年受理了多少件行政复议案件?"}\n'.encode()
    ended = terminal.run("ask", "--jsonl", "--index", index, said=said)
    assert ended.code == 2
    bad, good = [json.loads(each) for each in ended.out.splitlines()]
    assert (bad["refused"], bad["reason"]) == (True, "fazhi_error")
    assert good["refused"] is False
    assert "ZeroDivisionError" in ended.err
    assert "Traceback" not in ended.err
