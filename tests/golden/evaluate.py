"""`make eval`: every golden question asked through the real index, as a table (测评).

`python -m tests.golden.evaluate [--set NAME …] [--verbose]`
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from assistant.model import Refusal
from tests.golden.corpora import SETS, QuestionSet, open_library, read_questions
from tests.golden.judge import Verdict, ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["main", "table"]

_HEADER = """| set | kind | questions | right | rightly cited | rightly refused |
|---|---|---:|---:|---:|---:|"""
_NONE = "—"


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the sets and print what came of it."""
    options = _options(arguments)
    chosen = [SETS[name] for name in options.set or SETS]
    open_, held = [s for s in chosen if not s.held], [s for s in chosen if s.held]
    for title, sets in (("Questions seen while coding", open_), ("Questions held out", held)):
        if not sets:
            continue
        print(f"\n### {title}\n\n{_HEADER}")
        everything: list[Verdict] = []
        for questions in sets:
            verdicts = _asked(questions)
            everything += verdicts
            for line in table(questions.name, verdicts):
                print(line, flush=True)
            if options.verbose:
                _explain(verdicts)
        print(_row("**total**", "", everything))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.golden.evaluate", description=__doc__)
    parser.add_argument("--set", nargs="+", choices=list(SETS), metavar="NAME",
                        help=f"only these sets: {', '.join(SETS)}")  # fmt: skip
    parser.add_argument("--verbose", action="store_true", help="say what is wrong, on stderr")
    return parser.parse_args(arguments)


def _asked(questions: QuestionSet) -> list[Verdict]:
    if questions.missing:
        print(f"{questions.name}: skipped, {questions.missing}", file=sys.stderr)
        return []
    library = open_library(questions.corpus.name)
    return [ask(library, question) for question in read_questions(questions)]


def table(name: str, verdicts: Sequence[Verdict]) -> list[str]:
    """A row for each kind of question, and one for the set."""
    if not verdicts:
        return [f"| {name} | skipped | 0 | {_NONE} | {_NONE} | {_NONE} |"]
    kinds = dict.fromkeys(verdict.question.kind for verdict in verdicts)
    rows = [
        _row(name, kind, [verdict for verdict in verdicts if verdict.question.kind == kind])
        for kind in kinds
    ]
    return [*rows, _row(f"**{name}**", "all", verdicts)]


def _row(name: str, kind: str, verdicts: Sequence[Verdict]) -> str:
    """Right is counted among what can be answered, rightly cited among what was answered."""
    wanted = [verdict for verdict in verdicts if not verdict.question.refused]
    answered = [verdict for verdict in wanted if not isinstance(verdict.reply, Refusal)]
    refusals = [verdict for verdict in verdicts if verdict.question.refused]
    cells = (
        _share(not verdict.faults for verdict in wanted),
        _share(not verdict.miscited for verdict in answered),
        _share(not verdict.faults for verdict in refusals),
    )
    return f"| {name} | {kind} | {len(verdicts)} | {' | '.join(cells)} |"


def _share(marks: Iterable[bool]) -> str:
    marks = list(marks)
    if not marks:
        return _NONE
    return f"{sum(marks)}/{len(marks)} ({sum(marks) / len(marks):.1%})"


def _explain(verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        if not verdict.good:
            question = verdict.question
            print(f"{question.id} {question.kind} {question.text}: {verdict.why}", file=sys.stderr)


if __name__ == "__main__":
    main()
