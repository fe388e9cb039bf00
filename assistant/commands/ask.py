"""`fazhi ask`: one question, a conversation, or line by line for programs (提问)."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.commands.failures import complain, sentence_of
from assistant.model import Answer, Reason
from assistant.render import to_json, to_text
from corpus.errors import FazhiError, InputMalformed, QuestionEmpty, QuestionProblem
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from assistant.model import Reply, Turn
    from assistant.service import Assistant
    from assistant.settings import Settings

__all__ = ["Line", "answer_lines", "ask"]

_BOM = b"\xef\xbb\xbf"


class Line(BaseModel):
    """One line that a program asks with (机器输入)."""

    model_config = ConfigDict(strict=True, frozen=True)

    question: str
    history: list[tuple[str, str]] = []


def ask(question: str | None, settings: Settings, *, as_data: bool, by_line: bool) -> bool:
    """Ask and print; False if a line that was read could not be taken as a question."""
    from assistant.factory import open_assistant

    if question is None and not by_line and not (sys.stdin and sys.stdin.isatty()):
        raise QuestionEmpty
    assistant = open_assistant(settings)
    # A missing or damaged index is told before the first question is read.
    assistant.cards()
    if by_line:
        return _by_line(assistant)
    if question is None:
        _converse(assistant, as_data=as_data)
    else:
        _print(assistant, assistant.ask(question), as_data=as_data)
    return True


def answer_lines(assistant: Assistant, lines: Iterator[bytes]) -> Iterator[dict[str, Any]]:
    """One answer a line, in order; blank lines are passed over.

    A line that cannot be answered gets a refusal whose reason is the code of its error, so that
    answers and lines stay side by side. Raises what concerns all lines, such as a lost index.
    """
    for number, line in enumerate(lines, start=1):
        said = line.removeprefix(_BOM).strip()
        if said:
            yield _answered(assistant, said, number)


def _answered(assistant: Assistant, said: bytes, number: int) -> dict[str, Any]:
    try:
        asked = _read(said, number)
        return _told(assistant, assistant.ask(asked.question, asked.history))
    except QuestionProblem as error:
        return _refused(error)
    except FazhiError:
        raise
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        # One question that trips the program must not cost the others their answers.
        complain(say("cli", "unexpected", kind=type(error).__name__))
        return _refused(FazhiError())


def _read(said: bytes, number: int) -> Line:
    try:
        return Line.model_validate_json(said.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputMalformed(line=number, why=_misfits()["encoding"]) from None
    except ValidationError as error:
        raise InputMalformed(line=number, why=_why(error.errors()[0])) from error


def _why(misfit: ErrorDetails) -> str:
    words = _misfits()
    field, *inside = misfit["loc"] or ("",)
    kind = "turn" if inside else misfit["type"]
    return words.get(kind, words["other"]).format(field=field)


def _misfits() -> dict[str, str]:
    words = table("cli")["misfits"]
    return words if isinstance(words, dict) else {}


def _refused(error: FazhiError) -> dict[str, Any]:
    return {
        "answer": sentence_of(error),
        "refused": True,
        "reason": error.code(),
        "citations": [],
        "model": None,
        "dropped": 0,
    }


def _by_line(assistant: Assistant) -> bool:
    sound = True
    for answer in answer_lines(assistant, iter(sys.stdin.buffer)):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
        sound = sound and answer["reason"] in {None, *Reason}
    return sound


def _converse(assistant: Assistant, *, as_data: bool) -> None:
    """Questions and answers until the asker leaves; each may build on those before."""
    with suppress(ImportError):
        import readline  # noqa: F401 - gives input() its line editing where it exists
    complain(say("cli", "talk_hint"))
    history: list[Turn] = []
    leave = table("cli")["leave"]
    while True:
        try:
            question = input(say("cli", "prompt")).strip()
        except EOFError:
            print()
            return
        if isinstance(leave, list) and question in leave:
            return
        if question:
            history += _turn(assistant, question, history, as_data=as_data)


def _turn(assistant: Assistant, question: str, history: list[Turn], *, as_data: bool) -> list[Turn]:
    try:
        reply = assistant.ask(question, history)
    except QuestionProblem as error:
        complain(sentence_of(error))
        return []
    _print(assistant, reply, as_data=as_data)
    return [(question, str(to_json(reply)["answer"]))]


def _print(assistant: Assistant, reply: Reply, *, as_data: bool) -> None:
    if as_data:
        print(json.dumps(_told(assistant, reply), ensure_ascii=False, indent=2))
    else:
        shown = assistant.table(reply) if isinstance(reply, Answer) else None
        print(to_text(reply, shown))


def _told(assistant: Assistant, reply: Reply) -> dict[str, Any]:
    """A reply with the sentence of every number it rests on."""
    cited = assistant.proofs(reply) if isinstance(reply, Answer) else None
    return to_json(reply, cited)
