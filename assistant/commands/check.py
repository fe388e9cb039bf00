"""`fazhi check`: a draft held against the reports (核稿), whole or line by line for programs."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.commands.failures import complain, sentence_of
from assistant.draft.model import Verdict
from assistant.draft.render import to_json, to_text
from corpus.errors import FazhiError, InputMalformed
from corpus.loader import read_bytes
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.draft.check import Checker
    from assistant.settings import Settings

__all__ = ["Line", "check_file", "check_lines", "lines_checked"]

_BOM = b"\xef\xbb\xbf"
_CONTRADICTED = 1
_LONG = 20_000
"""Characters from which a check tells how far it is."""


class Line(BaseModel):
    """One line that a program has checked (机器输入)."""

    model_config = ConfigDict(strict=True, frozen=True)

    text: str


def check_file(
    file: Path, settings: Settings, *, out: Path | None, sheet: Path | None, as_data: bool
) -> int:
    """Check a file, print what was found and write what was asked for; the exit code."""
    from assistant.draft.files import check_draft, refuse_overwriting, save_outputs
    from assistant.factory import open_assistant

    refuse_overwriting(file, out, sheet)
    data = read_bytes(file)
    checker = open_assistant(settings).checker()
    checked = check_draft(file.name, data, checker, _progress)
    print(
        json.dumps(to_json(checked.findings), ensure_ascii=False, indent=2)
        if as_data
        else to_text(checked.findings)
    )
    for path in save_outputs(checked, out=out, sheet=sheet):
        complain(say("draft", "saved", file=path))
    contradicted = any(one.verdict is Verdict.CONTRADICTED for one in checked.findings)
    return _CONTRADICTED if contradicted else 0


def _progress(done: int, total: int) -> None:
    if total > _LONG:
        complain(say("draft", "progress", done=done, total=total))


def check_lines(settings: Settings) -> bool:
    """Check what stands on standard input, line by line; False if a line could not be read."""
    from assistant.factory import open_assistant

    checker = open_assistant(settings).checker()
    sound = True
    for answer in lines_checked(checker, iter(sys.stdin.buffer)):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
        sound = sound and "error" not in answer
    return sound


def lines_checked(checker: Checker, lines: Iterator[bytes]) -> Iterator[dict[str, Any]]:
    """One result a line, in order; blank lines are passed over.

    A line that cannot be read has no claims and an `error`, so that results and lines stay side
    by side.
    """
    for number, line in enumerate(lines, start=1):
        said = line.removeprefix(_BOM).strip()
        if said:
            yield _checked(checker, said, number)


def _checked(checker: Checker, said: bytes, number: int) -> dict[str, Any]:
    try:
        return to_json(checker.check(_read(said, number)))
    except FazhiError as error:
        return {"claims": [], "error": sentence_of(error)}
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        # One line that trips the program must not cost the others their results.
        complain(say("cli", "unexpected", kind=type(error).__name__))
        return {"claims": [], "error": sentence_of(FazhiError())}


def _read(said: bytes, number: int) -> str:
    try:
        return Line.model_validate_json(said.decode("utf-8")).text
    except UnicodeDecodeError:
        raise InputMalformed(line=number, why=_misfit("encoding")) from None
    except ValidationError as error:
        found = error.errors()[0]
        field = str((found["loc"] or ("",))[0])
        raise InputMalformed(line=number, why=_misfit(found["type"], field)) from error


def _misfit(kind: str, field: str = "") -> str:
    words = table("cli")["misfits"]
    known = words if isinstance(words, dict) else {}
    return str(known.get(kind, known.get("other", ""))).format(field=field)
