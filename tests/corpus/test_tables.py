"""Tables that were copied into lines of text."""

from __future__ import annotations

from decimal import Decimal

from corpus.model import FigureKind
from tests.corpus.one_report import named, read

TABLE = (
    "表1 2023年全县立案案件分类情况（单位：件）\n"
    "　　类别　土地　矿产　合计\n"
    "　　立案　184　39　223\n"
    "　　结案　167　—　202\n"
)


def test_a_cell_is_named_by_its_row_and_its_column() -> None:
    assert named(TABLE) == [
        ("土地立案", "184"),
        ("矿产立案", "39"),
        ("立案合计", "223"),
        ("土地结案", "167"),
        ("结案合计", "202"),
    ]


def test_the_caption_tells_unit_and_matter() -> None:
    figures = read(TABLE).figures
    assert {figure.quantity.unit for figure in figures} == {"件"}
    assert {figure.subject for figure in figures} == {"全县立案案件分类情况"}


def test_units_of_columns_and_cells() -> None:
    table = "单位\t立案\t罚款(万元)\n市场监管局\t1,086\t12.5\n城管局\t39 起\t3\n"
    report = read(table)
    assert [(f.indicator, int(f.quantity.value), f.quantity.unit) for f in report.figures] == [
        ("市场监管局立案", 1086, ""),
        ("市场监管局罚款", 125000, "元"),
        ("城管局立案", 39, "起"),
        ("城管局罚款", 30000, "元"),
    ]
    assert [report.quote(f.quantity.span) for f in report.figures][2] == "39 起"


def test_rows_that_name_their_numbers_themselves() -> None:
    head = "各门类情况如下（单位：件、万元）：\n"
    table = head + "道路运政  立案358  罚款1236.4\n合计  立案400  罚款1300\n"
    assert [(f.indicator, int(f.quantity.value), f.quantity.unit) for f in read(table).figures] == [
        ("道路运政立案", 358, "件"),
        ("道路运政罚款", 12364000, "元"),
        ("合计立案", 400, "件"),
        ("合计罚款", 13000000, "元"),
    ]


def test_columns_of_years_and_changes() -> None:
    table = "指标 2022年 2023年 增减\n行政许可 1204件 1318件 +9.5%\n行政处罚 486件 451件 -7.2%"
    figures = read(table).figures
    assert [(f.quantity.value, f.period, f.kind) for f in figures] == [
        (1204, 2022, FigureKind.LEVEL),
        (1318, 2023, FigureKind.LEVEL),
        (Decimal("9.5"), 2023, FigureKind.CHANGE),
        (486, 2022, FigureKind.LEVEL),
        (451, 2023, FigureKind.LEVEL),
        (Decimal("-7.2"), 2023, FigureKind.CHANGE),
    ]


def test_a_row_without_a_head_of_its_length_is_read_as_a_sentence() -> None:
    assert [f.period for f in read("2022年 2023年\n行政许可 1204件 1318件 9.5%").figures] == [
        2023
    ] * 3
    assert named("立案 86 起 罚款 12 万元") == [("立案", "86 起"), ("罚款", "12 万元")]


def test_a_column_of_ordinals_and_one_of_remarks_stand_aside() -> None:
    table = (
        "2023年度主要许可办理情况表\n"
        "序号 事项名称 受理（件） 办结（件） 备注\n"
        "1 采石许可 86 84 含延续采石31件\n"
        "2 沙坝审批 47 47\n"
        "合计 133 131\n"
    )
    figures = read(table).figures
    assert [(f.indicator, int(f.quantity.value), f.quantity.unit) for f in figures] == [
        ("采石许可受理", 86, "件"),
        ("采石许可办结", 84, "件"),
        ("采石许可含延续采石", 31, "件"),
        ("沙坝审批受理", 47, "件"),
        ("沙坝审批办结", 47, "件"),
        ("合计受理", 133, "件"),
        ("合计办结", 131, "件"),
    ]
    assert {figure.subject for figure in figures} == {"主要许可办理"}
