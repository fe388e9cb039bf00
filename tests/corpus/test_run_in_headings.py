"""Headings in the middle of a paragraph (段中标题): …正文。(二)标题。正文."""

import pytest

from corpus.fold import fold
from corpus.model import Section, Span
from corpus.outline import outline


def parse(text: str) -> tuple[Section, ...]:
    return outline(text, fold(text), body=Span(0, len(text)))


def tree(text: str) -> list[str]:
    return ["  " * s.level + s.heading.of(text) for s in parse(text)]


def test_headings_run_on_behind_the_body_of_the_one_before() -> None:
    text = (
        "二、健全制度。（一）加快立法。修订办法3件。（二）清理文件。废止5件。一是评估。二是公布。\n"
        "三、严格执法。（一）办案。立案7件。（二）裁量。修订基准。\n"
    )
    assert tree(text) == [
        "二、健全制度",
        "  （一）加快立法",
        "  （二）清理文件",
        "    一是评估",
        "    二是公布",
        "三、严格执法",
        "  （一）办案",
        "  （二）裁量",
    ]
    assert parse(text)[1].span.of(text) == "（一）加快立法。修订办法3件。"


def test_a_text_that_lost_its_line_ends_keeps_its_tree() -> None:
    text = "一、成效。审查。（一）立法。1件。（二）执法。2件。二、不足。差距。三、打算。落实。\n"
    assert tree(text) == ["一、成效", "  （一）立法", "  （二）执法", "二、不足", "三、打算"]


def test_the_first_may_follow_its_title_without_a_stop() -> None:
    text = "二、主要做法（一）加强领导。开会3次。（二）压实责任。述法12人。\n"
    assert tree(text) == ["二、主要做法", "  （一）加强领导", "  （二）压实责任"]


def test_a_row_of_numbers_behind_a_colon_ends_with_its_paragraph() -> None:
    text = "五、不足。问题主要有:1.应诉率不高;2.装备老化。\n这些问题要解决。\n"
    assert tree(text) == ["五、不足", "  1.应诉率不高", "  2.装备老化"]
    assert parse(text)[-1].span.of(text) == "2.装备老化。\n"[:-1]


@pytest.mark.parametrize(
    "text",
    [
        "全年审查文件。（二）中所列事项已办结。\n",
        "见附件（一）、附件（二）。\n",
        "任务见（一）和（二）。\n",
        "比例为3:1。2.5万人参加。\n",
        "办结率提高。1.2万件办结。2.4万件归档。\n",
    ],
)
def test_a_numeral_without_its_neighbour_or_a_stop_before_it_is_no_heading(text: str) -> None:
    assert tree(text) == []


BODY = (
    "镇党委政府把法治建设摆在重要位置,全年专题研究法治工作五次,主要负责人带头述法,审查合同六份,"
    "聘请法律顾问两名,组织学法四次,培训干部一百余人次,各项工作有新进展。"
)


def test_lines_without_numerals_head_their_paragraphs_where_a_report_does_so_throughout() -> None:
    text = f"主要领导带头抓\n{BODY}\n矛盾不出镇,调解在村头\n{BODY}\n明年怎么干\n{BODY}\n特此报告\n"
    assert tree(text) == ["主要领导带头抓", "矛盾不出镇,调解在村头", "明年怎么干"]


def test_one_short_line_alone_heads_nothing() -> None:
    assert tree(f"特此说明\n{BODY}\n{BODY}\n") == []
