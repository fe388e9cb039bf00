"""Every problem ends in one Chinese line that says what to do, exit code 2, and no loss."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from index.snapshot import current_id

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "WordDocument".encode("utf-16-le")


BAD_FILES = {
    "空.txt": (b"", "《空.txt》是空的,没有可读的文字。请换成含有正文的报告文件。"),
    "空白.txt": (
        "\ufeff \n　\n".encode(),
        "《空白.txt》是空的,没有可读的文字。请换成含有正文的报告文件。",
    ),
    "图.txt": (
        bytes(range(256)) * 40,
        "《图.txt》不是文本文件,或编码无法识别。请用记事本打开后另存为 UTF-8 编码的 .txt。",
    ),
    "坏.docx": (
        b"not a zip",
        "《坏.docx》已损坏,或内容与扩展名不符。请用办公软件打开检查,另存后重试。",
    ),
    "坏.pdf": (
        b"%PDF-1.7 and no more",
        "《坏.pdf》已损坏,或内容与扩展名不符。请用办公软件打开检查,另存后重试。",
    ),
    "表.xlsx": (
        b"PK",
        "不认识《表.xlsx》的格式。请使用这些格式之一:.txt .docx .pdf .html .htm .doc .wps .rtf。",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_read(
    terminal: Terminal, index: Path, tmp_path: Path, name: str
) -> None:
    content, sentence = BAD_FILES[name]
    bad = tmp_path / name
    bad.write_bytes(content)
    before = current_id(index)
    built = terminal.run("build", bad, "--index", index)
    assert (built.code, built.out) == (2, "")
    assert built.err.splitlines() == [
        f"未收录  {sentence}",
        "没有找到可读的报告。请检查路径,以及上面列出的每个文件的问题。",
    ]
    assert current_id(index) == before


def test_an_old_word_file_without_libreoffice(
    terminal: Terminal, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.legacy.find_converter", lambda: None)
    old = tmp_path / "旧.doc"
    old.write_bytes(OLE)
    built = terminal.run("build", old, "--index", index)
    assert built.code == 2
    assert built.err.splitlines()[0] == (
        "未收录  读取《旧.doc》需要 LibreOffice,本机没有安装。请安装 LibreOffice,或先另存为 .docx。"
    )


def test_a_path_that_leads_nowhere(terminal: Terminal, reports: Path, tmp_path: Path) -> None:
    built = terminal.run("build", reports, tmp_path / "没有", "--index", tmp_path / "索引")
    assert built.code == 0
    assert "共有 3 份报告" in built.out
    assert built.err.startswith("未收录  找不到文件或文件夹:")
    assert built.err.count("\n") == 1


def test_the_same_report_twice_is_kept_once(
    terminal: Terminal, index: Path, reports: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "副本.txt"
    shutil.copy(reports / "云溪.txt", copy)
    built = terminal.run("build", copy, "--add", "--index", index)
    assert built.code == 0
    assert "重复    副本.txt 与 云溪.txt 是同一份报告,只收录一次" in built.out
    assert "共有 3 份报告" in built.out


ASKING = [("ask", "问?"), ("ask", "--jsonl"), ("show",)]


@pytest.mark.parametrize("command", ASKING, ids=" ".join)
def test_no_index(terminal: Terminal, tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = tmp_path / "没有"
    ended = terminal.run(*command, "--index", folder, said=b'{"question": "?"}')
    assert ended.sentence == (
        f"还没有索引:{folder}。请先运行:fazhi build 报告文件夹 --index {folder}。"
    )
    assert not folder.exists()


@pytest.mark.parametrize("command", ASKING, ids=" ".join)
def test_a_damaged_index(terminal: Terminal, index: Path, command: tuple[str, ...]) -> None:
    library = next(index.rglob("library.db"))
    library.write_bytes(library.read_bytes()[:-100])
    ended = terminal.run(*command, "--index", index)
    assert ended.sentence == (
        f"索引已损坏:{index}。请重建:fazhi build 报告文件夹 --index {index}。"
    )


@pytest.mark.parametrize("command", [*ASKING, ("build", "报告.txt")], ids=" ".join)
def test_a_folder_that_is_not_ours(
    terminal: Terminal, reports: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    foreign = tmp_path / "照片"
    foreign.mkdir()
    (foreign / "合影.jpg").write_bytes(b"jpg")
    (tmp_path / "报告.txt").write_bytes((reports / "云溪.txt").read_bytes())
    terminal.patch.chdir(tmp_path)
    ended = terminal.run(*command, "--index", foreign)
    assert ended.sentence == (
        f"文件夹里不是本程序的索引,未作任何改动:{foreign}。请换一个空文件夹,用 --index 指定。"
    )
    assert [file.name for file in foreign.iterdir()] == ["合影.jpg"]


def test_an_index_of_another_version(
    terminal: Terminal, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.snapshot.program_version", lambda: "99")
    assert terminal.run("show", "--index", index).sentence == (
        f"索引由另一版本的程序建立:{index}。请重建:fazhi build 报告文件夹 --index {index}。"
    )


def test_an_index_of_another_model(
    terminal: Terminal, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", "另一模型")
    assert terminal.run("ask", "问?", "--index", index).sentence.endswith(
        f"现在设置的是 另一模型。请改回原模型,或重建:fazhi build 报告文件夹 --index {index}。"
    )


def test_a_build_while_another_runs(terminal: Terminal, index: Path, reports: Path) -> None:
    with FileLock(index / "build.lock"):
        ended = terminal.run("build", reports, "--index", index)
    assert ended.sentence == (
        f"另一个建库任务正在进行:{index}。请等它结束后再试;现有索引照常可用。"
    )


@pytest.mark.parametrize("question", ["", "  \n　"])
def test_an_empty_question(terminal: Terminal, index: Path, question: str) -> None:
    assert terminal.run("ask", question, "--index", index).sentence == (
        "没有收到问题。请输入要问的内容,例如:全年受理了多少件行政复议案件?"
    )


def test_no_question_and_nobody_to_ask_for_one(terminal: Terminal, index: Path) -> None:
    assert terminal.run("ask", "--index", index).sentence.startswith("没有收到问题。")


def test_a_question_of_ten_thousand_characters(terminal: Terminal, index: Path) -> None:
    assert terminal.run("ask", "问" * 10_000, "--index", index).sentence == (
        "问题有 10000 个字,超过上限 2000 个字。请把问题拆短,一次问一件事。"
    )


def test_an_unexpected_error_shows_its_traceback_only_on_demand(
    terminal: Terminal, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("assistant.commands.show.section_rows", fail)
    sentence = terminal.run("show", "云溪", "--index", index).err
    assert sentence.startswith("程序出现未预料的问题(ZeroDivisionError)。请运行 fazhi doctor")
    monkeypatch.setenv("FAZHI_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        terminal.run("show", "云溪", "--index", index)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["build"], "没有写要收录的文件或文件夹"),
        (["ask", "问?", "--jsonl"], "--jsonl 从标准输入读取问题,不要再另写问题"),
        (["show", "--text"], "--text 要写明是哪一份报告"),
        (["shwo"], "shwo"),
        (["ask", "--nope"], "--nope"),
        (["build", "--index"], "--index"),
    ],
)
def test_a_command_typed_wrong(terminal: Terminal, arguments: list[str], why: str) -> None:
    sentence = terminal.run(*arguments).sentence
    assert sentence.startswith("命令写法不对:")
    assert sentence.endswith("请运行 fazhi --help 查看用法。")
    assert why in sentence


def test_a_report_that_is_not_there_and_one_of_several(terminal: Terminal, index: Path) -> None:
    assert terminal.run("show", "柳湾", "--index", index).sentence == (
        "索引里没有“柳湾”这份报告。请运行 fazhi show 查看全部报告。"
    )
    assert terminal.run("show", "2022年度", "--index", index).sentence == (
        "“2022年度”对应 2 份报告:云溪县人民政府关于2022年度法治政府建设情况的报告、"
        "石桥镇关于2022年度法治政府建设情况的报告。请写得更完整,或写编号。"
    )
    assert terminal.run("show", "", "--index", index).code == 2
    assert terminal.run("show", "4", "--index", index).code == 2


def test_a_bad_setting(terminal: Terminal, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_PORT", "九千")
    assert terminal.run("show", "--index", index).sentence == (
        "设置 FAZHI_PORT 的值不可用:应为整数。请改正该环境变量后重试。"
    )


def test_ctrl_c_says_one_line(
    terminal: Terminal, index: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("index.build.build_index", interrupt)
    ended = terminal.run("build", reports, "--index", index)
    assert (ended.code, ended.out, ended.err) == (130, "", "已中断,原有索引没有变动。\n")
