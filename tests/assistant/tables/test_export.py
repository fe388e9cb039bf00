"""Exported files: read back as an office program reads them, and safe to open."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from assistant.tables.export import write_csv, write_xlsx
from assistant.tables.export_rows import ExportRow, column_titles, rows_of_entries, rows_of_tables
from assistant.tables.table import table_of
from corpus.errors import ExportFailed
from corpus.model import FigureKind
from tests.assistant.ledger_entries import entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Write = Callable[[Path, Iterable[ExportRow]], int]

TITLES = (
    "地区", "数据年份", "指标", "数值", "数值(原文)", "单位", "类型", "比较基准", "说明",
    "报告", "文号", "报告年度", "章节", "原句", "文件",
)  # fmt: skip
ROWS = (
    entry(value="9020000", unit="元", as_written="902万余元", indicator="罚没金额"),
    entry(value="120.5", unit="%", marks=("impossible",), kind=FigureKind.SHARE),
)


def _read_csv(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_columns_name_every_source() -> None:
    assert column_titles() == TITLES


def test_csv_opens_in_excel_and_tells_value_source_and_doubt(tmp_path: Path) -> None:
    file = tmp_path / "数据.csv"
    assert write_csv(file, rows_of_entries(ROWS)) == 2
    assert file.read_bytes().startswith("\ufeff地区,数据年份,".encode())
    head, first, second = _read_csv(file)
    assert tuple(head) == TITLES
    assert first == [
        "云溪县", "2022", "罚没金额", "9020000", "902万余元", "元", "数值", "", "",
        "云溪县2022年法治政府建设情况报告", "云府〔2023〕9号", "2022",
        "一、主要工作 > (二)化解矛盾纠纷", "罚没金额902万余元。", "云溪县2022.txt",
    ]  # fmt: skip
    assert second[3:9] == ["120.5", "120.5%", "%", "占比", "", "数值存疑"]


def test_xlsx_holds_numbers_as_numbers_beside_the_text_as_written(tmp_path: Path) -> None:
    file = tmp_path / "数据.xlsx"
    assert write_xlsx(file, rows_of_entries(ROWS)) == 2
    sheet = load_workbook(file)["数据与出处"]
    assert tuple(cell.value for cell in sheet[1]) == TITLES
    assert (sheet["D2"].value, sheet["D2"].data_type) == (9020000, "n")
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("902万余元", "s")
    assert sheet["D3"].value == 120.5
    assert sheet["N2"].value == "罚没金额902万余元。"
    assert sheet["N2"].alignment.wrap_text
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:O3"
    assert sheet.column_dimensions["N"].width > sheet.column_dimensions["F"].width > 5


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\uff1d"])
def test_no_text_of_a_report_becomes_a_formula(tmp_path: Path, start: str) -> None:
    evil = f'{start}HYPERLINK("http://x","y")'
    rows = [ExportRow(place=evil, period=2022, indicator=evil, report=evil, quote=evil, file=evil)]
    write_csv(tmp_path / "a.csv", rows)
    assert _read_csv(tmp_path / "a.csv")[1][0] == f"'{evil}"
    assert not [cell for cell in _read_csv(tmp_path / "a.csv")[1] if cell.startswith(start)]
    write_xlsx(tmp_path / "a.xlsx", rows, tables=[table_of([entry(evil, indicator=evil)])])
    book = load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for line in sheet for cell in line if cell.value is not None]
    assert evil in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_a_negative_number_stays_a_number(tmp_path: Path) -> None:
    row = entry(value="-3.2", unit="%", kind=FigureKind.CHANGE, base="同比")
    write_csv(tmp_path / "a.csv", rows_of_entries([row]))
    assert _read_csv(tmp_path / "a.csv")[1][3] == "-3.2"
    write_xlsx(tmp_path / "a.xlsx", rows_of_entries([row]))
    assert load_workbook(tmp_path / "a.xlsx").active["D2"].value == -3.2  # type: ignore[index]


@pytest.mark.parametrize("value", ["12345678901234567", "1E+400", "0.12345678901234567"])
def test_what_a_workbook_would_round_stays_text(tmp_path: Path, value: str) -> None:
    write_xlsx(tmp_path / "a.xlsx", rows_of_entries([entry(value=value)]))
    cell = load_workbook(tmp_path / "a.xlsx")["数据与出处"]["D2"]
    assert (cell.value, cell.data_type) == (value, "s")


def test_a_comparison_has_its_table_and_every_cell_with_its_source(tmp_path: Path) -> None:
    table = table_of([
        entry("云溪县", 2021, "29"),
        entry("云溪县", 2022, "37", report_id="县报告"),
        entry("云溪县", 2022, "38", report_id="市报告"),
        entry("青岚市", 2022, "512", marks=("damaged",)),
    ])  # fmt: skip
    file = tmp_path / "对比.xlsx"
    assert write_xlsx(file, rows_of_tables([table]), tables=[table]) == 5
    grid, rows = load_workbook(file)
    assert [[cell.value for cell in line] for line in grid["A1:C4"]] == [
        ["受理行政复议案件(单位:件)", None, None],
        ["地区", "2021年", "2022年"],
        ["云溪县", 29, "37 / 38 不一致"],
        ["青岚市", "未载", "512(疑有缺损)"],
    ]
    told = [(line[0].value, line[1].value, line[3].value, line[8].value) for line in rows["A2:I6"]]
    assert told == [
        ("云溪县", 2021, 29, None),
        ("云溪县", 2022, 37, "不一致"),
        ("云溪县", 2022, 38, "不一致"),
        ("青岚市", 2021, None, "未载"),
        ("青岚市", 2022, 512, "疑有缺损"),
    ]


def test_characters_that_no_workbook_holds_do_not_break_it(tmp_path: Path) -> None:
    row = entry(quote=f"a\0b\x0b\ud7ff\ufffe{'长' * 40_000}", indicator="\x1f受理")
    for name, write in (("a.csv", write_csv), ("a.xlsx", write_xlsx)):
        write(tmp_path / name, rows_of_entries([row]))
    book = load_workbook(tmp_path / "a.xlsx")
    assert str(book["数据与出处"]["N2"].value).endswith("长长")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        assert packed.testzip() is None


def _broken_off() -> Iterator[ExportRow]:
    yield from rows_of_entries(ROWS)
    raise KeyboardInterrupt


@pytest.mark.parametrize(("name", "write"), [("a.csv", write_csv), ("a.xlsx", write_xlsx)])
def test_a_file_is_written_whole_or_left_as_it_was(tmp_path: Path, name: str, write: Write) -> None:
    file = tmp_path / name
    file.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        write(file, _broken_off())
    assert file.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == [name]
    write(file, rows_of_entries(ROWS))
    assert file.stat().st_size > 100
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(("name", "write"), [("a.csv", write_csv), ("a.xlsx", write_xlsx)])
def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, name: str, write: Write) -> None:
    with pytest.raises(ExportFailed) as failed:
        write(tmp_path / "无此文件夹" / name, rows_of_entries(ROWS))
    assert failed.value.details["why"] == "文件夹不存在"
    (tmp_path / name).mkdir()
    with pytest.raises(ExportFailed) as failed:
        write(tmp_path / name, rows_of_entries(ROWS))
    assert failed.value.details["why"] == "这是一个文件夹"
    assert [each.name for each in tmp_path.iterdir()] == [name]
