"""`python -m assistant` as a program: what only a process of its own can show."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.assistant.terminal import ROOT, run_program

if TYPE_CHECKING:
    from pathlib import Path


def test_the_program_speaks_utf8_whatever_it_is_told(index: Path) -> None:
    ended = run_program("show", "云溪", "--index", index)
    assert ended.code == 0
    assert ended.out.startswith("云溪县人民政府关于2022年度法治政府建设情况的报告\n")
    assert run_program("show", "柳湾", "--index", index).sentence.startswith("索引里没有“柳湾”")


def test_the_program_turns_bad_files_away_before_any_model_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    (tmp_path / "图.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "坏.docx").write_bytes(b"not a zip")
    ended = run_program("build", tmp_path, "--index", tmp_path / "索引", FAZHI_CACHE="/nowhere")
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 4
    assert "Traceback" not in ended.err


def test_a_reader_that_leaves_early_is_no_error(index: Path) -> None:
    command = [sys.executable, "-m", "assistant", "show", "--json", "--index", str(index)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 1


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_the_program_stopped_by_ctrl_c_while_it_waits_for_lines(index: Path) -> None:
    # Started in the background, as test runs may be, a process would inherit a deaf ear.
    code = (
        "import signal\nfrom assistant.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"main(['ask', '--jsonl', '--index', {str(index)!r}])"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(b'{"question": ""}\n')
        running.stdin.flush()
        assert b"question_empty" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.stderr.read().decode() == "已中断,原有索引没有变动。\n"
        assert running.wait(60) == 130


def test_light_commands_load_no_heavy_library(index: Path) -> None:
    heavy = "{'torch', 'sentence_transformers', 'transformers', 'gradio', 'faiss'}"
    for arguments in (["--help"], ["show", "云溪", "--index", str(index)], ["doctor"]):
        code = (
            "import sys\nfrom assistant.cli import main\n"
            f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
            f"print({heavy} & set(sys.modules), file=sys.stderr)"
        )
        ended = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True, timeout=120
        )
        assert ended.stderr.decode() == "set()\n", arguments


@pytest.mark.embedder
def test_the_program_from_a_folder_to_a_cited_answer(tmp_path: Path) -> None:
    index = tmp_path / "索引"
    built = run_program("build", ROOT / "corpus" / "reports", "--index", index, cwd=tmp_path)
    assert (built.code, built.err) == (0, "")
    said = '{"question": "全年受理了多少件行政复议案件?", "history": []}\n\nnope\n'.encode()
    ended = run_program("ask", "--jsonl", "--index", index, said=said, cwd=tmp_path)
    assert (ended.code, ended.err) == (2, "")
    answer, malformed = [json.loads(line) for line in ended.out.splitlines()]
    assert "14件" in answer["answer"]
    assert "行政复议案件14件" in answer["citations"][0]["quote"]
    assert malformed["reason"] == "input_malformed"
