"""What is installed, what is wrong, and the command that mends it (体检)."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from assistant.commands import checks
from assistant.commands.checks import Finding, State
from corpus.errors import SettingsProblem
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Finding", "State", "examine", "print_findings"]

_words = partial(say, "doctor")


def examine(index: Path | None = None) -> Iterator[Finding]:
    """Look at everything; `index` is the folder to look into instead of the one of the settings."""
    yield from (*checks.python(), *checks.program(), *checks.packages())
    try:
        from assistant.settings import read_settings

        settings = read_settings()
        yield from checks.settings_in_force()
        yield from checks.model(settings)
        yield from checks.chat(settings)
        yield from checks.index(index or settings.index, settings)
        yield from (*checks.office(), *checks.extras(), *checks.port(settings))
    except SettingsProblem as error:
        yield checks.failed("settings", error, mend=f"unset {error.details['name']}")
    except ImportError:
        # A package is missing, and the check of the packages has said which.
        return


def print_findings(findings: Iterable[Finding], *, as_data: bool) -> bool:
    """Print what was found; True if the program can be used."""
    findings = list(findings)
    usable = all(finding.state is not State.BAD for finding in findings)
    if as_data:
        rows = [asdict(finding) for finding in findings]
        print(json.dumps({"usable": usable, "findings": rows}, ensure_ascii=False, indent=2))
        return usable
    for finding in findings:
        print(_words("row", state=_words(finding.state), name=finding.name, says=finding.says))
        if finding.mend:
            print(_words("mend", mend=finding.mend))
    print(_words("usable" if usable else "not_usable"))
    return usable
