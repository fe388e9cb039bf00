"""Every fixed sentence: filled with exactly its variables, and one for every error."""

from __future__ import annotations

from string import Formatter

import pytest

from corpus import errors
from corpus.errors import FazhiError
from prompts import explain, say, table


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
    ["across", "answers", "audit", "cli", "doctor", "errors", "figures", "page", "settings"],
)
def test_every_text_is_a_well_formed_template(name: str) -> None:
    def walk(entry: object) -> None:
        if isinstance(entry, str):
            list(Formatter().parse(entry))
        elif isinstance(entry, dict):
            for each in entry.values():
                walk(each)

    walk(table(name))
