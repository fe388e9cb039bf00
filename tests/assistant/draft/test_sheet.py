"""The check sheet: a row a claim, the same in both formats; no cell runs as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.draft.check import Checker
from assistant.draft.sheet import write_sheet
from corpus.errors import ExportFailed
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = "2022年,云溪县受理行政复议案件73件,新领行政执法证168人。"
HEADS = ["序号", "稿中写法", "结论", "应为", "说明", "出处", "原文"]


def rows_of(path: Path) -> list[list[str]]:
    findings = Checker(MemoryShelf(YUNXI_2022)).check(DRAFT)
    write_sheet(path, findings, "=讲话")
    if path.suffix == ".docx":
        return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]
    sheet = load_workbook(path).worksheets[0]
    assert sheet["A1"].data_type == "s"
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=3)]


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_row_says_claim_verdict_correction_and_source(tmp_path: Path, ending: str) -> None:
    heads, wrong, right = rows_of(tmp_path / f"核对单.{ending}")
    assert heads == HEADS
    assert wrong[1:4] == ["73件", "不一致", "37件"]
    assert wrong[5].startswith(
        "《中共云溪县委 云溪县人民政府关于2022年度法治政府建设情况的报告》(云委〔2023〕9号)"
    )
    assert "受理37件" in wrong[6]
    assert right[1:4] == ["168人", "一致", ""]


def test_a_folder_that_is_missing_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        write_sheet(tmp_path / "没有" / "核对单.xlsx", [], "讲话")
