"""Checking drafts (核稿): the time for 3,000 characters, and the memory for 200 pages.

`python -m tests.bench.draft CHARACTERS ROUNDS` checks in this fresh process and prints JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from random import Random

import numpy as np

from tests.bench.material import ROOT
from tests.bench.memory import peak_so_far
from tests.bench.table import Row

__all__ = ["Checked", "check_of", "draft_rows", "draft_text"]

_SPEECH, _PAGES = 3_000, 200
_A_PAGE = 600
"""Characters on a page of official print."""
_LIMIT = 2.0
"""Seconds that a writer is asked to wait for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What it takes to check a draft of one length (核稿测量)."""

    characters: int
    claims: int
    opened: float
    """Seconds to lay out the reports, once for a library."""
    p50: float
    longest: float
    peak: int
    """Peak resident memory of the process in MB."""
    reports: int


def draft_text(characters: int, seed: int) -> str:
    """A speech of some length: true and false sentences over the reports, seeded."""
    from corpus.read import read_report
    from tests.golden.evaluate_claims import texts_of
    from tests.golden.injection import inject

    texts = texts_of("real")
    reports = [read_report(text, file=name) for name, text in texts.items()]
    random = Random(seed)  # noqa: S311 - a seed, no secret
    sentences = [one.text.replace("\n", "。") for one in inject(reports, random, 400)]
    text = ""
    while len(text) < characters:
        text += random.choice(sentences) + ("\n" if random.random() < 0.3 else "")
    return text[:characters]


def check_of(characters: int, rounds: int) -> Checked:
    """Check in this process; nothing needs an encoder."""
    from tests.golden.evaluate_claims import checker_of, texts_of

    texts = [draft_text(characters, seed) for seed in range(rounds)]
    started = time.perf_counter()
    checker = checker_of("real")
    checker.check("2022年受理行政复议案件14件。")
    opened = time.perf_counter() - started
    taken, claims = [], 0
    for text in texts:  # each another, so that nothing is known from the one before
        started = time.perf_counter()
        claims = sum(len(found) for _, found in checker.findings(text))
        taken.append(time.perf_counter() - started)
    return Checked(
        characters=characters,
        claims=claims,
        opened=opened,
        p50=float(np.percentile(taken, 50)),
        longest=max(taken),
        peak=peak_so_far(),
        reports=len(texts_of("real")),
    )


def measure_draft(characters: int, rounds: int) -> Checked:
    """The same in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.draft", str(characters), str(rounds)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Checked(**json.loads(done.stdout.splitlines()[-1]))


def draft_rows(*, quick: bool = False) -> list[Row]:
    """The rows of the table."""
    speech = measure_draft(_SPEECH, 3 if quick else 9)
    rows = [
        Row(
            measure=f"核稿:{speech.characters} 字、{speech.claims} 处,对 {speech.reports} 份报告,"
            f"p50(对照:{_LIMIT:.0f} 秒)",
            ours=f"{speech.p50:.2f} 秒(首次另加 {speech.opened:.1f} 秒)",
            ratio=speech.p50 / _LIMIT,
            bar=1.0,
        )
    ]
    if not quick:
        long = measure_draft(_PAGES * _A_PAGE, 1)
        rows.append(
            Row(
                measure=f"核稿:{_PAGES} 页({long.claims} 处)",
                ours=f"{long.p50:.1f} 秒,内存峰值 {long.peak} MB({_SPEECH} 字 {speech.peak} MB)",
            )
        )
    return rows


if __name__ == "__main__":
    print(json.dumps(asdict(check_of(int(sys.argv[1]), int(sys.argv[2])))))
