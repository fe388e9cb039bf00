"""`python app.py`: it serves, or says in one sentence why it cannot."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]


def _started(folder: Path, port: int) -> subprocess.Popen[str]:
    settings = {
        "FAZHI_INDEX": str(folder / "index"),
        "FAZHI_FEEDBACK": str(folder / "feedback.sqlite"),
        "FAZHI_PORT": str(port),
    }
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_it_serves_on_this_machine_only_even_without_an_index(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with _started(tmp_path, port) as program:
        try:
            assert program.stdout
            assert (
                program.stdout.readline()
                == f"网页已打开:http://127.0.0.1:{port}/ (按 Ctrl+C 停止)\n"
            )
            assert "法治报告助手" in httpx.get(f"http://127.0.0.1:{port}/").text
            with socket.socket() as other, pytest.raises(OSError, match="refused"):
                other.connect(("127.0.0.2", port))
        finally:
            program.terminate()


@pytest.mark.parametrize("damaged", [False, True], ids=["port taken", "index damaged"])
def test_what_keeps_it_from_serving_is_one_sentence_and_exit_2(
    tmp_path: Path, *, damaged: bool
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        if damaged:
            (tmp_path / "index").mkdir()
            (tmp_path / "index" / "工作笔记.txt").write_text("不是索引", encoding="utf-8")
        with _started(tmp_path, int(taken.getsockname()[1])) as program:
            out, err = program.communicate(timeout=120)
    assert program.returncode == 2, err
    assert out == ""
    (line,) = err.splitlines()
    assert ("索引" in line) == damaged
    assert ("端口已被占用" in line) != damaged
    assert "Traceback" not in err
