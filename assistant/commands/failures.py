"""Problems in one line (出错说明), as the command line shows them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from prompts import explain, say

if TYPE_CHECKING:
    from corpus.errors import FazhiError
    from index.build import Failure

__all__ = ["as_json", "complain", "sentence_of"]


def sentence_of(error: FazhiError, **also: object) -> str:
    """What is wrong and what to do, on one line; `also` are details that the error lacks."""
    words = explain(error.code(), {**also, **error.details})
    text = say("cli", "failure", message=words.message, hint=words.hint)
    # A hint may end in an example question.
    return " ".join(text.replace("?。", "?").split("\n"))


def complain(line: str) -> None:
    """Write one line where problems go."""
    print(line, file=sys.stderr, flush=True)


def as_json(failure: Failure) -> dict[str, str]:
    """A file that could not be taken in, for programs."""
    return {
        "file": failure.file,
        "reason": failure.error.code(),
        "message": sentence_of(failure.error, file=failure.file),
    }
