"""`fazhi` when all goes well: build, ask, show, and what a program reads and writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.index.small_reports import YUNXI, YUNXI_EDITED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

RECEIVED = "云溪县2022年受理了多少件行政复议案件?"


def _lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_help_is_in_chinese_and_names_every_command(terminal: Terminal) -> None:
    shown = terminal.run("--help").out
    assert "用法: fazhi [选项] 命令 [参数]…" in shown
    for command in ("build", "ask", "show", "figures", "compare", "doctor"):
        assert f"│ {command} " in shown
    for english in ("Usage", "Options", "Commands", "Show this message"):
        assert english not in shown
    assert terminal.run().out.strip() == shown.strip()


@pytest.mark.parametrize("command", ["build", "ask", "show", "figures", "compare", "doctor"])
def test_the_help_of_a_command_is_in_chinese(terminal: Terminal, command: str) -> None:
    shown = terminal.run(command, "--help").out
    assert f"用法: fazhi {command} [选项]" in shown
    for english in ("Usage", "Options", "Arguments", "required", "default"):
        assert english not in shown


def test_build_says_what_became_of_each_file(
    terminal: Terminal, reports: Path, tmp_path: Path
) -> None:
    (reports / "云溪(副本).txt").write_text(YUNXI, encoding="utf-8")
    (reports / "空.txt").touch()
    built = terminal.run("build", reports, "--index", tmp_path / "索引")
    assert built.code == 0
    assert built.out.splitlines() == [
        "新收录  云溪县人民政府关于2022年度法治政府建设情况的报告 (云溪(副本).txt,13 句,4 个数据)",
        "新收录  石桥镇关于2022年度法治政府建设情况的报告 (石桥.txt,5 句,3 个数据)",
        "新收录  青岚市2021年法治政府建设情况报告 (青岚.txt,6 句,4 个数据)",
        "重复    云溪.txt 与 云溪(副本).txt 是同一份报告,只收录一次",
        "索引共有 3 份报告,24 段;这次计算 23 段,沿用 1 段。",
    ]
    assert built.err == "未收录  《空.txt》是空的,没有可读的文字。请换成含有正文的报告文件。\n"


def test_building_again_tells_updates_and_removals(
    terminal: Terminal, index: Path, reports: Path
) -> None:
    again = terminal.run("build", reports, "--index", index).out
    assert again.startswith("索引没有变化,共有 3 份报告,")
    (reports / "云溪.txt").write_text(YUNXI_EDITED, encoding="utf-8")
    (reports / "石桥.txt").unlink()
    updated, removed, summary = terminal.run("build", reports, "--index", index).out.splitlines()
    assert updated.startswith("已更新  云溪县人民政府关于2022年度法治政府建设情况的报告 (云溪.txt,")
    assert removed == "已移出  石桥镇关于2022年度法治政府建设情况的报告 (石桥.txt)"
    assert summary.startswith("索引共有 2 份报告,")


def test_add_keeps_the_other_reports(terminal: Terminal, index: Path, tmp_path: Path) -> None:
    new = tmp_path / "柳湾.txt"
    new.write_text("柳湾县2022年法治政府建设报告\n一、工作\n办理案件5件。\n", encoding="utf-8")
    assert "共有 4 份报告" in terminal.run("build", new, "--add", "--index", index).out
    assert "共有 1 份报告" in terminal.run("build", new, "--index", index).out


def test_build_as_json(terminal: Terminal, reports: Path, tmp_path: Path) -> None:
    (reports / "空.txt").touch()
    built = terminal.run("build", reports, "--index", tmp_path / "索引", "--json")
    data = json.loads(built.out)
    assert [card["file"] for card in data["added"]] == ["云溪.txt", "石桥.txt", "青岚.txt"]
    assert data["changed"] is True
    assert data["embedded"] + data["reused"] == sum(card["passages"] for card in data["added"])
    assert data["failures"] == [
        {
            "file": "空.txt",
            "reason": "file_empty",
            "message": "《空.txt》是空的,没有可读的文字。请换成含有正文的报告文件。",
        }
    ]
    assert built.err == ""


def test_a_figure_with_its_source(terminal: Terminal, index: Path) -> None:
    answered = terminal.run("ask", RECEIVED, "--index", index)
    assert answered.code == 0
    answer, _, cited, quote, place = answered.out.splitlines()
    assert "31件" in answer
    assert cited == "[1] 《云溪县人民政府关于2022年度法治政府建设情况的报告》 一、(一)"
    assert quote == "    全年受理行政复议案件31件,办结28件。"
    start, end = YUNXI.index("全年受理"), YUNXI.index("28件。") + len("28件。")
    assert place == f"    云溪.txt {start}–{end}"


def test_an_answer_as_json_is_the_contract(terminal: Terminal, index: Path) -> None:
    data = json.loads(terminal.run("ask", RECEIVED, "--index", index, "--json").out)
    start = YUNXI.index("全年受理")
    assert set(data) == {"answer", "refused", "reason", "citations", "model", "dropped"}
    assert (data["refused"], data["reason"]) == (False, None)
    assert data["citations"] == [
        {
            "report": "云溪县人民政府关于2022年度法治政府建设情况的报告",
            "document_number": None,
            "place": "云溪县",
            "year": 2022,
            "section": ["一、主要工作", "(一)化解行政争议"],
            "quote": "全年受理行政复议案件31件,办结28件。",
            "start": start,
            "end": start + len("全年受理行政复议案件31件,办结28件。"),
            "file": "云溪.txt",
        }
    ]


def test_a_refusal_is_no_failure(terminal: Terminal, index: Path) -> None:
    refused = terminal.run(
        "ask", "云溪县2019年受理了多少件行政复议案件?", "--index", index, "--json"
    )
    assert refused.code == 0
    assert json.loads(refused.out)["reason"] == "year_absent"


def test_lines_are_answered_in_order_and_blank_ones_passed_over(
    terminal: Terminal, index: Path
) -> None:
    said = "\n".join(
        [
            '\ufeff{"question": "云溪县2022年办结多少件行政复议案件?", "history": []}',
            "",
            '  {"question": "青岚市2021年清理废止规范性文件多少件?"}\r',
            "   ",
            json.dumps({"question": "那石桥镇的普法队伍呢?", "history": [["云溪县…", "31件"]]}),
        ]
    )
    ended = terminal.run("ask", "--jsonl", "--index", index, said=said.encode())
    assert (ended.code, ended.err) == (0, "")
    first, second, third = _lines(ended.out)
    assert "28件" in first["answer"]
    assert second["citations"][0]["file"] == "青岚.txt"
    assert set(third) == {"answer", "refused", "reason", "citations", "model", "dropped"}
    assert "云溪县" in ended.out  # not \\u-escaped


def test_nothing_on_the_lines_is_nothing_to_answer(terminal: Terminal, index: Path) -> None:
    ended = terminal.run("ask", "--jsonl", "--index", index, said=b"\n\n")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_a_conversation_keeps_what_was_asked(terminal: Terminal, index: Path) -> None:
    said = (
        "云溪县2022年受理了多少件行政复议案件?\n\n那开展法治宣传活动多少场次呢?\n退出\n没有人问\n"
    )
    ended = terminal.run("ask", "--index", index, said=said.encode(), typed=True)
    assert ended.code == 0
    assert "31件" in ended.out
    assert "52场次" in ended.out
    assert ended.out.count("问> ") == 4
    assert ended.err == "直接输入问题,可以接着追问;输入“退出”或按 Ctrl+D 结束。\n"


def test_a_conversation_ends_with_its_input(terminal: Terminal, index: Path) -> None:
    ended = terminal.run("ask", "--index", index, said=b"", typed=True)
    assert (ended.code, ended.out) == (0, "问> \n")


def test_a_question_too_long_does_not_end_the_conversation(terminal: Terminal, index: Path) -> None:
    said = "长" * 10_000 + "\n" + RECEIVED + "\n"
    ended = terminal.run("ask", "--index", index, said=said.encode(), typed=True)
    assert ended.code == 0
    assert "问题有 10000 个字,超过上限 2000 个字。请把问题拆短,一次问一件事。\n" in ended.err
    assert "31件" in ended.out


def test_the_reports_of_an_index(terminal: Terminal, index: Path) -> None:
    first, facts, *rest = terminal.run("show", "--index", index).out.splitlines()
    assert first == "1. 云溪县人民政府关于2022年度法治政府建设情况的报告"
    assert facts.startswith("   云溪县 · 2022 年度 · 4 个标题,13 句,4 个数据 · 云溪.txt · ")
    assert [line for line in rest if not line.startswith(" ")] == [
        "2. 石桥镇关于2022年度法治政府建设情况的报告",
        "3. 青岚市2021年法治政府建设情况报告",
    ]
    cards = json.loads(terminal.run("show", "--index", index, "--json").out)
    assert [card["year"] for card in cards] == [2022, 2022, 2021]


@pytest.mark.parametrize("name", ["云溪", "云溪.txt", "1", "云溪县人民政府关于 2022 年度"])
def test_the_tree_of_a_report_by_any_of_its_names(
    terminal: Terminal, index: Path, name: str
) -> None:
    shown = terminal.run("show", name, "--index", index)
    assert shown.out.splitlines()[2:] == [
        "一、主要工作  (2 句,4 个数据)",
        "  (一)化解行政争议  (1 句,2 个数据)",
        "  (二)加强普法宣传  (1 句,2 个数据)",
        "二、存在的不足  (1 句,0 个数据)",
    ]


def test_a_report_for_programs_and_its_text(terminal: Terminal, index: Path) -> None:
    data = json.loads(terminal.run("show", "云溪", "--index", index, "--json").out)
    section = data["sections"][1]
    assert section["heading"] == "(一)化解行政争议"
    assert (section["parent"], section["level"]) == (0, 1)
    assert YUNXI[section["start"] : section["end"]].startswith("(一)化解行政争议。全年受理")
    by_id = terminal.run("show", data["id"], "--index", index, "--text")
    assert by_id.out == YUNXI + "\n" or by_id.out == YUNXI
