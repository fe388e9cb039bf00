"""Every fixed sentence: filled with exactly its variables, and one for every error."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

import pytest

from corpus import errors
from corpus.errors import FazhiError
from prompts import explain, say, scripts, table
from prompts.scripts import SCRIPTS, script

if TYPE_CHECKING:
    from pathlib import Path


def _all_errors(root: type[FazhiError] = FazhiError) -> list[type[FazhiError]]:
    return [root, *(deeper for each in root.__subclasses__() for deeper in _all_errors(each))]


ERRORS = [error for error in _all_errors() if error.__module__ == errors.__name__]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code())
def test_every_error_has_its_sentence_and_says_what_to_do(error: type[FazhiError]) -> None:
    words = explain(error.code(), {})
    assert words.message
    assert words.hint
    assert "\n" not in words.message + words.hint
    # The surfaces put the full stop.
    assert words.message[-1] not in "。.!"
    assert words.hint[-1] not in "。.!"


def test_no_sentence_is_left_without_its_error() -> None:
    assert set(table("errors")) == {error.code() for error in ERRORS}


def test_the_tree_in_the_docstring_names_every_error() -> None:
    tree = errors.__doc__ or ""
    assert [error.__name__ for error in ERRORS if error.__name__ not in tree] == []


def test_an_error_without_its_details_still_speaks() -> None:
    assert explain("file_empty", {}).message == "《(未知)》是空的,没有可读的文字"
    assert explain("file_empty", {"file": "空.txt", "more": 1}).message.startswith("《空.txt》")


def test_details_are_text_and_never_templates() -> None:
    assert explain("file_empty", {"file": "{file}{0}"}).message.startswith("《{file}{0}》")


def test_a_missing_or_surplus_variable_is_an_error() -> None:
    assert say("answers", "carried", what="云溪县") == "沿用上文:云溪县"
    with pytest.raises(ValueError, match="wants"):
        say("answers", "carried")
    with pytest.raises(ValueError, match="wants"):
        say("answers", "carried", what="云溪县", more="?")


def test_an_unknown_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("answers", "no_such_sentence")
    with pytest.raises(KeyError):
        say("cli", "phases")
    with pytest.raises(KeyError):
        explain("no_such_error", {})


@pytest.mark.parametrize(
    "name",
    [
        "across",
        "answers",
        "audit",
        "cli",
        "doctor",
        "errors",
        "figures",
        "page",
        "settings",
        "writing",
    ],
)
def test_every_text_is_a_well_formed_template(name: str) -> None:
    def walk(entry: object) -> None:
        if isinstance(entry, str):
            list(Formatter().parse(entry))
        elif isinstance(entry, dict):
            for each in entry.values():
                walk(each)

    walk(table(name))


TOLD = {
    "answer": {"question": "问{0}", "evidence": "[1] 甲", "draft": "(无)"},
    "claim": {"claim": "设立{0}调解室。", "about": "云溪县2022年", "evidence": "[1] 甲"},
    "condense": {"history": "问", "question": "那{2021}年呢?"},
    "quiz_stem": {"stem": "2022年,云溪县受理行政复议案件多少件?"},
    "quiz_why": {"stem": "问", "answer": "37件", "evidence": "[1] 甲"},
    "section": {"heading": "一、", "evidence": "[1] 甲", "sentences": "3"},
    "speech": {"topic": "复议", "evidence": "[1] 甲", "place": "云溪县"},
    "term": {"term": "三张清单", "evidence": "[1] 甲"},
}


def test_every_task_of_a_model_is_tried() -> None:
    assert set(SCRIPTS) == set(TOLD)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_task_is_filled_with_exactly_its_variables(name: str) -> None:
    told = script(name)
    assert told.variables == set(TOLD[name])
    filled = told.human.format(**TOLD[name])
    assert all(value in filled or value in told.system.format(**TOLD[name])
               for value in TOLD[name].values())  # fmt: skip
    # Whatever the task: report text is data.
    assert "资料" in told.system or name == "condense"


def test_a_task_with_a_stray_placeholder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.toml").write_text('variables = ["a"]\nsystem = "{b}"\nhuman = "{a}"', "utf-8")
    monkeypatch.setattr(scripts, "_FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"odd\.toml"):
        script("odd")
