"""A build killed at any moment leaves the old index or the new one, whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("killed")
    command = [sys.executable, "-m", "tests.index.killed_builds", str(folder)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {found["scenario"]: found for found in map(json.loads, done.stdout.splitlines())}


def test_a_killed_first_build_leaves_nothing_or_the_whole_index(
    scenarios: dict[str, dict[str, Any]],
) -> None:
    first = scenarios["first"]
    assert first["trouble"] == []
    assert set(first["states"]) == {"none", "new"}
    assert first["end"] == "new"


def test_a_killed_update_leaves_the_old_or_the_new_index(
    scenarios: dict[str, dict[str, Any]],
) -> None:
    update = scenarios["update"]
    assert update["trouble"] == []
    assert set(update["states"]) == {"old", "new"}
    assert update["end"] == "new"


def test_kills_reach_every_kind_of_write(scenarios: dict[str, dict[str, Any]]) -> None:
    assert scenarios["update"]["kills"] >= 200
    assert {
        *("os.mkdir", "os.rename", "os.remove", "open for writing", "c_call write"),
        *("c_call write_index", "c_call tofile", "fsync", "sql statement", "sqlite work"),
    } <= set(scenarios["update"]["kinds"])
