"""The training tab's desk: what the browser sends, good or bad, and what is shown."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from assistant.service import Assistant
from assistant.views.quiz_desk import QuizDesk
from corpus.errors import QuizNothing
from tests.assistant.quiz.shelf import assistant_over
from tests.assistant.shelves import YUNXI_2021, YUNXI_2022
from tests.assistant.writing.stubs import chat_of
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return assistant_over(tmp_path, [YUNXI_2022])


def _desk(assistant: Assistant, progress: Path, *, strict_hedge: bool = False) -> QuizDesk:
    """A desk that draws the same questions each time, so that a test sees one sitting."""
    papers = progress.with_name("papers")
    return QuizDesk(assistant, progress, papers, strict_hedge=strict_hedge, draw=lambda: 7)


@pytest.fixture
def desk(assistant: Assistant, tmp_path: Path) -> QuizDesk:
    return _desk(assistant, tmp_path / "progress.sqlite")


def _send(desk: QuizDesk, name: str, /, **said: Any) -> str:  # noqa: ANN401 - what a browser sends
    return desk.act(name, json.dumps(said))[1]


def test_a_sitting_from_the_name_to_the_score(desk: QuizDesk) -> None:
    assert 'name="name"' in desk.start()
    name, view, _, _ = desk.act("", json.dumps({"act": "enter", "name": " 王敏 "}))
    assert name == "王敏"
    assert "王敏,你好" in view
    view = _send(desk, name, act="begin", topic="", count="3")
    for position in range(3):
        assert f"第 {position + 1} 题 / 共 3 题" in view
        found = re.search(r'data-sitting="(\d+)"', view)
        assert found is not None
        sitting = found[1]
        said = {"act": "answer", "sitting": sitting, "position": position, "places": [0, 1, 2, 3]}
        _, view, source, key = desk.act(name, json.dumps({**said, "text": "37件"}))
        assert source is not None
        assert key == f"task:{sitting}:{position}:0"
        assert "<mark>" in desk.shown(source, key)
        assert desk.source(name, key) == desk.shown(source, key)
        view = _send(desk, name, act="next", sitting=sitting)
    assert "共答 3 题" in view
    assert "王敏" in desk.progress("王敏")


@pytest.mark.parametrize(
    "sent",
    [
        "", "null", "[]", "{", '{"act": "answer"}', '{"act": "begin", "count": "甲"}',
        '{"act": "answer", "sitting": "9", "position": "0"}', '{"act": "无"}', '{"act": "next"}',
        '{"act": "answer", "sitting": {}, "position": 0}', '{"act": "begin", "count": "1e9"}',
        '{"act": "answer", "sitting": 1e999, "position": 0}', '{"act": "begin", "count": Infinity}',
        '{"act": "answer", "sitting": 99999999999999999999, "position": 0}',
        '{"act": "next", "sitting": -99999999999999999999}',
        '{"act": "begin", "count": 3, "topic": 5}', '{"act": "begin", "count": 3, "topic": {}}',
        '{"act": "begin", "count": 1, "topic": [null]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_what_no_browser_sends_is_answered_in_words(desk: QuizDesk, sent: str) -> None:
    for name in ("", "王敏"):
        kept, view, source, _ = desk.act(name, sent)
        assert kept == name
        assert source is None
        assert "qz-" in view


@pytest.mark.parametrize(
    "said",
    [{"places": ["x"]}, {"places": [None]}, {"places": [[]]}, {"places": [-1]}, {"places": "1"},
     {"places": [0] * 99}, {"places": [10**30]}, {"text": None}, {"text": 5}, {"text": "\ud800"}],
)  # fmt: skip
def test_an_odd_answer_is_a_wrong_one(desk: QuizDesk, said: dict[str, Any]) -> None:
    view = _send(desk, "王敏", act="begin", topic="", count="1")
    found = re.search(r'data-sitting="(\d+)"', view)
    assert found is not None
    view = _send(desk, "王敏", act="answer", sitting=found[1], position=0, **said)
    assert "没有答对" in view


@pytest.mark.parametrize("sent", ["", "{", "[]", "{}", '{"count": 5}', '{"count": 5, "seed": {}}'])
def test_an_odd_paper_is_told(desk: QuizDesk, sent: str) -> None:
    wanted, view = desk.paper(sent)
    assert wanted is None
    assert "qz-problem" in view


def test_rows_that_cannot_be_read_are_told_on_the_page(
    assistant: Assistant, tmp_path: Path
) -> None:
    file = tmp_path / "progress.sqlite"
    _send(_desk(assistant, file), "王敏", act="begin", topic="", count="3")
    with sqlite3.connect(file) as broken:
        broken.execute("UPDATE question SET data = '{}' WHERE rowid = 1")
    broken.close()
    view = _desk(assistant, file).start("王敏")
    assert "读不出来" in view
    assert "progress.sqlite.damaged-" in view
    assert "王敏,你好" in view


def test_a_name_is_wanted_and_never_run(desk: QuizDesk) -> None:
    assert "没有写姓名" in _send(desk, "", act="enter", name="  ")
    assert "姓名超过 20 个字" in _send(desk, "", act="enter", name="长" * 30)
    view = _send(desk, "", act="enter", name="<b>x</b>")
    assert "<b>x</b>" not in view
    assert "&lt;b&gt;x&lt;/b&gt;" in view


@pytest.mark.parametrize("key", [
    "", "task:1", "task:9:0:0", "term:99:0", "item:q:0", "a:b:c", "task:1:-1:-1", "term:-1:0",
    "task:99999999999999999999:0:0", "task:٣:0:0",
])  # fmt: skip
def test_sources_that_do_not_exist(desk: QuizDesk, key: str) -> None:
    from corpus.errors import SittingUnknown

    with pytest.raises((KeyError, SittingUnknown)):
        desk.source("王敏", key)


def test_no_index_and_no_figures_are_told(tmp_path: Path) -> None:
    empty = Assistant(tmp_path / "无", embeddings=HashEmbeddings(), model="hash")
    desk = _desk(empty, tmp_path / "p.sqlite")
    assert "还没有可以出的题" in desk.start()
    assert "还没有可以出的题" in desk.terms()
    assert "还没有可以出的题" in desk.paper_form()
    words = "云溪县2022年法治政府建设情况报告\n一、主要工作\n认真落实各项制度。\n"
    bare = assistant_over(tmp_path / "b", [words])
    desk = _desk(bare, tmp_path / "p.sqlite")
    assert "还没有可以出的题" in desk.start("王敏")
    wanted, view = desk.paper('{"count": 5, "seed": 1}')
    assert "没有可以出的题" in view
    assert wanted is not None
    with pytest.raises(QuizNothing):
        desk.paper_file(wanted, answers=False)


def test_a_report_removed_in_the_middle_of_a_sitting(tmp_path: Path) -> None:
    assistant = assistant_over(tmp_path, [YUNXI_2022, YUNXI_2021])
    desk = _desk(assistant, tmp_path / "progress.sqlite")
    view = _send(desk, "王敏", act="begin", topic="", count="10")
    assert "第 1 题" in view
    newer = next(card.id for card in assistant.cards() if card.year == 2022)
    assistant.remove([newer])
    view = _send(desk, "王敏", act="resume")
    assert "2022年" not in re.sub(r"<[^>]*>", "", view)
    kept = desk.start("王敏")
    assert "王敏,你好" in kept


def test_a_damaged_file_is_told_on_the_page(assistant: Assistant, tmp_path: Path) -> None:
    (tmp_path / "progress.sqlite").write_bytes(b"no database " * 400)
    desk = _desk(assistant, tmp_path / "progress.sqlite")
    view = _send(desk, "", act="enter", name="王敏")
    assert "已损坏" in view
    assert "progress.sqlite.damaged-" in view
    assert len(list(tmp_path.glob("progress.sqlite.damaged-*"))) == 1


def test_a_hedge_can_be_wanted(tmp_path: Path) -> None:
    words = "云溪县2022年法治政府建设情况报告\n一、主要工作\n(一)普法宣传。开展法治讲座30余次。\n"
    assistant = assistant_over(tmp_path, [words])
    for strict, verdict in ((False, "答对了"), (True, "部分对")):
        file = tmp_path / f"{strict}.sqlite"
        desk = _desk(assistant, file, strict_hedge=strict)
        view = _send(desk, "王敏", act="begin", topic="", count="10")
        while "data-kind" in view:
            kind = re.search(r'data-kind="(\w+)" data-sitting="(\d+)" data-position="(\d+)"', view)
            assert kind is not None
            said = {"sitting": kind[2], "position": kind[3], "text": "30", "places": [0]}
            told = _send(desk, "王敏", act="answer", **said)
            if kind[1] == "fill":
                assert verdict in told
                break
            view = _send(desk, "王敏", act="next", sitting=kind[2])
        else:
            pytest.fail("no blank was asked")


def _turned(prompt: str) -> str:
    """A model that moves the year behind the place, and explains nothing."""
    stem = re.search(r"题干:(\d{4}年)[,\uff0c](云溪县)(.*)\n", prompt)
    return f"{stem[2]}{stem[1]}{stem[3]}" if stem else ""


def test_a_model_words_what_is_asked_and_says_so(tmp_path: Path) -> None:
    # A report without plans: whatever is drawn first is of its year.
    assistant = assistant_over(tmp_path, [YUNXI_2021], chat_of(_turned))
    desk = _desk(assistant, tmp_path / "progress.sqlite")
    view = _send(desk, "王敏", act="begin", topic="", count="3")
    assert "云溪县2021年" in view
    found = re.search(r'data-sitting="(\d+)"', view)
    assert found is not None
    answered = {"act": "answer", "sitting": found[1], "position": 0, "text": "37", "places": [0]}
    _, told, source, key = desk.act("王敏", json.dumps(answered))
    assert "云溪县2021年" in told
    assert "由语言模型 stub:says 改写" in told
    assert source is not None
    assert "<mark>" in desk.source("王敏", key)
    wanted, sheet = desk.paper(json.dumps({"count": "3", "seed": "1", "topic": []}))
    assert "云溪县2021年" in sheet
    assert wanted is not None
    assert desk.paper_file(wanted, answers=True).is_file()


def test_a_model_that_fails_leaves_the_rules_questions(tmp_path: Path) -> None:
    broken = chat_of(lambda _: [ConnectionError("500")])
    # A report without plans: whatever is drawn first is of its year.
    assistant = assistant_over(tmp_path, [YUNXI_2021], broken)
    desk = _desk(assistant, tmp_path / "progress.sqlite")
    view = _send(desk, "王敏", act="begin", topic="", count="3")
    assert re.search("2021年[,\uff0c]云溪县", view)
    assert "语言模型" not in view
