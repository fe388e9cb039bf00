"""`fazhi audit` as it is typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.assistant.audit.invented_reports import report_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

WRONG = "受理行政复议案件52件,同比增长45.5%。排查矛盾纠纷625件,化解594件,化解率98%。"
LAST = "受理行政复议案件37件。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "核查"
    found.mkdir()
    for year, said in ((2021, LAST), (2022, WRONG)):
        report = report_of(said, year=year)
        (found / report.file).write_text(report.text, encoding="utf-8")
    other = report_of("办理公证702件,其中涉外公证119件。", place="青岚市")
    (found / other.file).write_text(other.text, encoding="utf-8")
    return found


def test_files_are_checked_without_an_index(terminal: Terminal, folder: Path) -> None:
    ended = terminal.run("audit", folder)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.count("[矛盾]") == 2
    assert "核查了3份报告" in ended.out
    alone = terminal.run("audit", folder / "青岚市2022年法治政府建设报告.txt")
    assert alone.code == 0
    assert "核查了1份报告、2个数据,其中复算:其中数1组" in alone.out
    assert "未发现不一致" in alone.out


def test_an_index_is_checked_like_its_files(terminal: Terminal, folder: Path) -> None:
    index = folder.parent / "索引"
    assert terminal.run("build", folder, "--index", index).code == 0
    by_index, by_file = terminal.run("audit", "--index", index), terminal.run("audit", folder)
    assert (by_index.code, by_index.out) == (1, by_file.out)


def test_json_is_for_programs(terminal: Terminal, folder: Path) -> None:
    ended = terminal.run("audit", folder, "--json")
    data = json.loads(ended.out)
    assert ended.code == 1
    assert [finding["kind"] for finding in data["findings"]] == ["share", "year_on_year"]
    assert data["checked"]["reports"] == 3


def test_place_and_year_narrow_what_is_told(terminal: Terminal, folder: Path) -> None:
    assert terminal.run("audit", folder, "--place", "云溪").out.count("[矛盾]") == 2
    assert terminal.run("audit", folder, "--place", "青岚市").code == 0
    assert terminal.run("audit", folder, "--year", "2021").code == 0
    this_year = json.loads(terminal.run("audit", folder, "--year", "2022", "--json").out)
    assert len(this_year["findings"]) == 2
    assert this_year["checked"]["reports"] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["没有.txt"], "找不到文件或文件夹:没有.txt。请检查路径是否写对。"),
        (["{folder}", "--place", "松陂县"], "松陂县"),
        (["{folder}", "--year", "2019"], "索引里没有“2019 年度”这份报告"),
        (["{folder}", "--year", "去年"], "年份应写作"),
        (["{folder}", "--index", "{folder}"], "写了文件就不要再写 --index"),
        (["--index", "{folder}/没有"], "还没有索引"),
    ],
    ids=["missing", "place", "year", "no year", "both", "no index"],
)
def test_bad_input_is_one_sentence(
    terminal: Terminal, folder: Path, arguments: list[str], said: str
) -> None:
    ended = terminal.run("audit", *(each.format(folder=folder) for each in arguments))
    assert said in ended.sentence


def test_an_unreadable_file_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    assert "空.txt" in terminal.run("audit", tmp_path / "空.txt").sentence
    (tmp_path / "无").mkdir()
    assert "没有找到可读的报告" in terminal.run("audit", tmp_path / "无").sentence
