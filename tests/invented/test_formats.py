"""Invented reports as files read back as the same text, and the program writes them all."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from corpus.loader import load_text
from corpus.read import read_report
from tests.invented.__main__ import main
from tests.invented.data import styles
from tests.invented.formats import FORMATS, FileFormat, write_reports
from tests.invented.world import World

if TYPE_CHECKING:
    from pathlib import Path

    from tests.invented.truth import Invented

REPORTS = {report.style: report for report in World(places=7, years=1, seed=3).reports()}


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_file_reads_back(tmp_path: Path, report: Invented, form: FileFormat) -> None:
    ((_, path),) = write_reports([report], tmp_path, formats=(form,))
    text = _bare(load_text(path))
    start = text.index(_bare(report.text.split("\n")[5])[:20])
    body = _bare(report.text[report.text.index(report.text.split("\n")[5]) :])
    end = body.rindex("日") + 1
    assert text[start : start + end] == body[:end]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_says_of_whom_and_when(report: Invented) -> None:
    read = read_report(report.text, file=f"{report.stem}.txt")
    assert read.metadata.year == report.year
    assert read.metadata.place is not None
    named = report.place.upper if report.place.level == "department" else report.place.name
    assert read.metadata.place.value.endswith(named)


def test_styles_and_formats_mix(tmp_path: Path) -> None:
    written = list(write_reports(World(places=10, years=6, seed=1).reports(), tmp_path))
    assert len({path.name for _, path in written}) == len(written) >= 60
    assert set(Counter(path.suffix for _, path in written)) == {".txt", ".docx", ".html", ".pdf"}
    assert {report.style for report, _ in written} == {style.name for style in styles()}
    of_one = {path.suffix for report, path in written if report.place.name == "云岚县"}
    assert len(of_one) >= 3


def test_the_program_writes_reports_truth_and_questions(tmp_path: Path) -> None:
    main(["--out", str(tmp_path), "--places", "4", "--years", "3", "--each", "3", "--seed", "9"])
    files = {path.name for path in (tmp_path / "reports").iterdir()}
    truth, questions, flaws = (
        [json.loads(line) for line in (tmp_path / name).read_text("utf-8").splitlines()]
        for name in ("truth.jsonl", "questions.jsonl", "flaws.jsonl")
    )
    assert len(files) >= 12
    assert {row["file"] for row in truth} == files
    assert {row["file"] for row in flaws} <= files
    assert all(set(row["files"]) <= files for row in questions)
    assert len({row["kind"] for row in questions}) > 12
