"""`python -m tests.invented --out DIR`: reports, truth, flaws, questions (生成虚构语料)."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.invented.formats import FORMATS, write_reports
from tests.invented.questions import make_questions
from tests.invented.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.invented.asking import Question
    from tests.invented.truth import Invented


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a world."""
    options = _options(arguments)
    world = World(
        places=options.places,
        years=options.years,
        seed=options.seed,
        flaws=not options.no_flaws,
        gaps=options.gaps,
    )
    formats = tuple(form for form in FORMATS if form.name in options.format)
    files: dict[str, str] = {}

    def kept() -> Iterator[Invented]:
        with (
            (options.out / "truth.jsonl").open("w", encoding="utf-8") as truth,
            (options.out / "flaws.jsonl").open("w", encoding="utf-8") as flaws,
        ):
            for report, path in write_reports(
                world.reports(), options.out / "reports", formats=formats
            ):
                files[report.stem] = path.name
                truth.writelines(_line(asdict(known), path.name) for known in report.truth)
                flaws.writelines(_line(asdict(flaw), path.name) for flaw in report.flaws)
                yield report

    options.out.mkdir(parents=True, exist_ok=True)
    if not options.each:
        for _ in kept():
            pass
        return
    questions = make_questions(
        kept(), first=world.span[0], newest=world.span[-1], each=options.each, seed=options.seed
    )
    with (options.out / "questions.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(_question(question, files) for question in questions)


def _question(question: Question, files: dict[str, str]) -> str:
    """A question as a line, with its files by their names."""
    row = question.as_json()
    row["files"] = [files[stem] for stem in row["files"]]
    for one in row["evidence"]:
        one["file"] = files[one["file"]]
    return json.dumps(row, ensure_ascii=False) + "\n"


def _line(row: dict[str, Any], file: str) -> str:
    row = {key: str(one) if isinstance(one, Decimal) else one for key, one in row.items()}
    return json.dumps(row | {"file": file}, ensure_ascii=False) + "\n"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.invented", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--places", type=int, default=10)
    parser.add_argument("--years", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=20, help="questions of a kind; 0 for none")
    parser.add_argument("--no-flaws", action="store_true", help="no contradictions, no 2nd reports")
    parser.add_argument("--gaps", action="store_true", help="some years without a report")
    names = [form.name for form in FORMATS]
    parser.add_argument("--format", nargs="+", choices=names, default=names)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
