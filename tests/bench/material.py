"""What the bench works on (测试材料): reports, and questions with others to warm up on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROVINCES = ROOT.parent / "shared" / "data" / "gov-work-2025"
_QUESTIONS = ROOT / "tests" / "golden" / "questions"
_ASKED = {"figure", "text"}
_QUICK_REPORTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Reports and the questions asked about them, each of which is asked once."""

    files: tuple[Path, ...]
    questions: tuple[str, ...]
    warm_up: tuple[str, ...]
    """Other questions about the same reports."""
    note: str = ""
    """Why these are not the reports that the bars are set for; empty if they are."""


def choose_material(*, quick: bool, provinces: Path = PROVINCES) -> Material:
    """Give the seven provincial reports, or the bundled ones where those are not at hand."""
    if any(provinces.glob("*.txt")):
        files, sets, note = sorted(provinces.glob("*.txt")), ["provinces_dev"], ""
    else:
        files = [
            *sorted((ROOT / "corpus" / "reports").iterdir()),
            *sorted((ROOT / "tests" / "golden" / "reports").iterdir()),
        ]
        sets = ["anju_dev", "invented_dev"]
        note = f"没有 shared/data/{provinces.name},改用自带报告"
    if quick:
        files = files[:_QUICK_REPORTS]
    asked = [one for name in sets for one in _read(name) if not one.get("history")]
    names = {file.name for file in files}
    fitting = [one for one in asked if one.get("file") in names]
    return Material(
        files=tuple(files),
        questions=tuple(one["q"] for one in fitting if one["kind"] in _ASKED),
        warm_up=tuple(one["q"] for one in fitting if one["kind"] not in _ASKED),
        note=note,
    )


def _read(name: str) -> list[dict[str, str]]:
    lines = (_QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
