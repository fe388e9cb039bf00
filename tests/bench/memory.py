"""Peak memory of a fresh process (内存峰值) that builds an index and answers one question.

`python -m tests.bench.memory` reads a job as JSON from stdin and prints megabytes.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.material import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence


def peak_memory(pipeline: str, files: Sequence[Path], question: str, *, tiny: bool = False) -> int:
    """Peak resident memory in MB of `ours` or `stock`.

    Ask before this process has grown: Linux counts the peak of the process that starts another
    as that other's own.
    """
    job = {
        "pipeline": pipeline,
        "files": [str(file) for file in files],
        "question": question,
        "tiny": tiny,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.memory"],
        cwd=ROOT,
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.split()[-1])


def _build_and_ask(pipeline: str, files: Sequence[Path], question: str, *, tiny: bool) -> None:
    from tests.bench.pipelines import open_ours, open_stock

    if pipeline == "stock":
        stock = open_stock(tiny=tiny)
        stock.index(files)
        stock.ask(question)
        return
    with tempfile.TemporaryDirectory() as folder:
        ours = open_ours(tiny=tiny)
        ours.index(files, Path(folder) / "index")
        ours.ask(question)


def peak_so_far() -> int:
    """Peak resident memory of this process in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1 << 20) if sys.platform == "darwin" else peak // (1 << 10)


def main() -> None:
    job = json.load(sys.stdin)
    files = [Path(file) for file in job["files"]]
    _build_and_ask(job["pipeline"], files, job["question"], tiny=job["tiny"])
    print(peak_so_far())


if __name__ == "__main__":
    main()
