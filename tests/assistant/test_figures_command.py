"""`fazhi figures` and `fazhi compare`: the ledger on the screen, as JSON and as files."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from assistant.tables.ledger_filter import parse_years
from assistant.tables.place_choice import choose_places
from corpus.errors import PlaceUnknown

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

YEARS_MISFIT = "年份应写作 2022 或 2021-2023"
YUNXI_2021 = """云溪县2021年法治政府建设情况报告
一、主要工作
全年受理行政复议案件29件,办结25件。
"""
QINGLAN_2022 = """青岚市2022年法治政府建设情况报告
一、工作开展情况
全年受理行政复议案件512件。
"""


@pytest.fixture
def index(terminal: Terminal, reports: Path, tmp_path: Path) -> Path:
    """Five reports of three places."""
    (reports / "云溪2021.txt").write_text(YUNXI_2021, encoding="utf-8")
    (reports / "青岚2022.txt").write_text(QINGLAN_2022, encoding="utf-8")
    folder = tmp_path / "索引"
    assert terminal.run("build", reports, "--index", folder).code == 0
    return folder


def test_figures_are_listed_with_their_sentences(terminal: Terminal, index: Path) -> None:
    shown = terminal.run("figures", "--indicator", "行政复议案件", "--place", "云溪",
                         "--year", "2022", "--index", index).out.splitlines()  # fmt: skip
    assert shown[0].split() == ["地区", "年份", "指标", "数值", "出处"]
    assert shown[1].split() == [
        "云溪县", "2022年", "受理行政复议案件", "31件",
        "《云溪县人民政府关于2022年度法治政府建设情况的报告》", "一、(一)",
    ]  # fmt: skip
    assert shown[2] == "    全年受理行政复议案件31件,办结28件。"
    assert shown[-1] == f"共 {len(shown) // 2 - 1} 条。"


def test_figures_as_json_hold_exact_values_and_citations(terminal: Terminal, index: Path) -> None:
    out = terminal.run("figures", "--indicator", "资料", "--json", "--index", index).out
    (figure,) = json.loads(out)
    assert (figure["value"], figure["as_written"], figure["unit"]) == ("10000", "1万余份", "份")
    assert (figure["place"], figure["period"], figure["hedge"]) == ("云溪县", 2022, "余")
    cited = figure["citation"]
    assert cited["quote"] == "开展法治宣传活动52场次,发放资料1万余份。"
    assert cited["section"] == ["一、主要工作", "(二)加强普法宣传"]
    assert cited["end"] - cited["start"] == len(cited["quote"])


def test_what_is_not_reported_is_said_and_no_error(terminal: Terminal, index: Path) -> None:
    nothing = terminal.run("figures", "--indicator", "卫星发射", "--index", index)
    assert (nothing.code, nothing.out) == (0, "未载:已收录的报告里没有符合条件的数据。\n")
    assert (
        terminal.run("figures", "--indicator", "卫星发射", "--json", "--index", index).out == "[]\n"
    )
    nothing = terminal.run("compare", "--indicator", "卫星发射", "--index", index)
    assert (nothing.code, nothing.out) == (0, "未载:已收录的报告里没有“卫星发射”这个指标。\n")


@pytest.mark.parametrize("command", ["figures", "compare"])
def test_an_unknown_place_is_one_sentence_with_the_nearest(
    terminal: Terminal, index: Path, command: str
) -> None:
    place = "--place" if command == "figures" else "--places"
    run = terminal.run(command, "--indicator", "案件", place, "云溪市", "--index", index)
    assert run.sentence.startswith("已收录的报告里没有“云溪市”(相近的有:云溪县")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("figures", "--year", "去年"), "年份应写作 2022 或 2021-2023"),
        (
            ("compare", "--indicator", "案件", "--years", "2023-2021"),
            "年份应写作 2022 或 2021-2023",
        ),
        (("compare",), "没有写要对比的指标,请加 --indicator"),
        (("compare", "--indicator", " "), "没有写要对比的指标,请加 --indicator"),
    ],
)
def test_what_is_typed_wrong_is_one_sentence(
    terminal: Terminal, arguments: tuple[str, ...], why: str
) -> None:
    assert terminal.run(*arguments).sentence.startswith(f"命令写法不对:{why}。")


def test_a_comparison_names_gaps_and_sources(terminal: Terminal, index: Path) -> None:
    out = terminal.run("compare", "--indicator", "受理行政复议案件", "--index", index).out
    table, sources = out.split("\n\n")
    assert table.splitlines() == [
        "受理行政复议案件(单位:件)",
        "地区    2021年  2022年",
        "云溪县  29[1]   31[2]",
        "青岚市  未载    512[3]",
    ]
    assert sources.splitlines()[:2] == [
        "[1] 《云溪县2021年法治政府建设情况报告》 一、",
        "    全年受理行政复议案件29件,办结25件。",
    ]


def test_places_and_years_that_are_asked_for_are_rows_and_columns(
    terminal: Terminal, index: Path
) -> None:
    out = terminal.run("compare", "--indicator", "受理行政复议案件", "--places", "石桥、青岚市",
                       "--years", "2020-2022", "--json", "--index", index).out  # fmt: skip
    (table,) = json.loads(out)["tables"]
    assert (table["places"], table["years"]) == (["石桥镇", "青岚市"], [2020, 2021, 2022])
    told = [cell["figures"][0]["value"] if cell["figures"] else None for cell in table["cells"]]
    assert told == [None, None, None, None, None, "512"]
    assert [cell["missing"] for cell in table["cells"]] == [True, True, True, True, True, False]


def test_files_hold_what_the_screen_shows(terminal: Terminal, index: Path, tmp_path: Path) -> None:
    files = ("--csv", tmp_path / "表.csv", "--xlsx", tmp_path / "表.xlsx")
    run = terminal.run("compare", "--indicator", "受理行政复议案件", *files, "--index", index)
    assert run.out.splitlines() == [f"已写出 4 行:{files[1]}", f"已写出 4 行:{files[3]}"]
    with (tmp_path / "表.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [(row[0], row[1], row[3], row[8]) for row in rows[1:]] == [
        ("云溪县", "2021", "29", ""),
        ("云溪县", "2022", "31", ""),
        ("青岚市", "2021", "", "未载"),
        ("青岚市", "2022", "512", ""),
    ]
    grid = load_workbook(tmp_path / "表.xlsx")["对比表"]
    assert [cell.value for cell in grid[4]] == ["青岚市", "未载", 512]
    run = terminal.run("figures", "--place", "石桥镇", "--csv", files[1], "--index", index)
    assert run.out == f"已写出 3 行:{files[1]}\n"


def test_a_file_that_cannot_be_written_is_one_sentence(
    terminal: Terminal, index: Path, tmp_path: Path
) -> None:
    run = terminal.run("figures", "--xlsx", tmp_path / "无" / "表.xlsx", "--index", index)
    assert run.sentence.startswith("文件无法写入:")
    assert "文件夹不存在" in run.sentence


def test_groups_say_what_is_merged(terminal: Terminal, index: Path) -> None:
    out = terminal.run("figures", "--groups", "--indicator", "受理行政复议", "--index", index).out
    assert out.splitlines()[0] == "受理行政复议案件  (3 个数据,3 份报告)"
    data = terminal.run("figures", "--groups", "--json", "--index", index).out
    assert {"name", "members", "figures", "reports"} == set(json.loads(data)[0])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022", (2022,)),
        ("2021-2023", (2021, 2022, 2023)),
        ("2021年至2022年", (2021, 2022)),
        ("2023,2021", (2021, 2023)),
        ("", ()),
        ("22", None),
        ("2021-", None),
        ("二〇二一", None),
    ],
)
def test_years_as_they_are_typed(text: str, years: tuple[int, ...] | None) -> None:
    assert parse_years(text) == years


def test_a_name_means_places_of_its_own_level_only() -> None:
    places = ("遂州市", "遂州市安溪区", "青岚市安溪区", "云溪县")
    assert choose_places("遂州", places) == ("遂州市",)
    assert choose_places("遂州市安溪区", places) == ("遂州市安溪区",)
    assert choose_places("安溪", places) == ("遂州市安溪区", "青岚市安溪区")
    assert choose_places("云溪", places) == ("云溪县",)
    with pytest.raises(PlaceUnknown) as unknown:
        choose_places("安溪县", places)
    assert "遂州市安溪区" in str(unknown.value.details["nearest"])
    with pytest.raises(PlaceUnknown) as unknown:
        choose_places("x", places)
    assert unknown.value.details["nearest"] == ""
