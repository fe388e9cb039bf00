"""Section trees of every kind of numbering, good and broken, that shared reports hold."""

import pytest

from corpus.fold import fold
from corpus.model import Section, Span
from corpus.outline import outline


def parse(text: str) -> tuple[Section, ...]:
    return outline(text, fold(text), body=Span(0, len(text)))


def tree(text: str) -> list[str]:
    """Headings as they stand, indented by their level."""
    return ["  " * s.level + s.heading.of(text) for s in parse(text)]


def test_three_levels_and_items() -> None:
    text = "一、主要成效\n(一)依法决策\n1.严格审查\n一是建章立制。二是集体讨论。\n二、存在不足\n"
    assert tree(text) == [
        "一、主要成效",
        "  (一)依法决策",
        "    1.严格审查",
        "      一是建章立制",
        "      二是集体讨论",
        "二、存在不足",
    ]


def test_heading_and_body_on_one_line() -> None:
    text = "（一）强化统筹谋划“定方向”。坚持把法治摆在重要位置。\n1.规范文件。审查5件。\n"
    assert tree(text) == ["（一）强化统筹谋划“定方向”", "  1.规范文件"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、组织领导：今年以来，召开会议3次，研究议题12个。", "一、组织领导"),
        ("（二）制度建设:审查文件5件。", "（二）制度建设"),
        ("一、加强组织领导  今年以来，召开会议3次，研究议题12个。", "一、加强组织领导"),
        ("（三）主要做法：", "（三）主要做法："),
        ("三．行政执法", "三．行政执法"),
        ("（ 一 ）规范文件", "（ 一 ）规范文件"),
        ("１．深化改革", "１．深化改革"),
        ("一、以习近平法治思想为指导，" + "深入推进工作" * 12 + "。", "一、以习近平法治思想为指导"),
    ],
)
def test_where_a_heading_ends(line: str, heading: str) -> None:
    assert tree(line + "\n") == [heading]


def test_one_long_paragraph_or_lead_sentences_under_a_heading() -> None:
    text = (
        "一、工作成效\n"
        + "全县上下齐心协力推进各项工作。" * 20
        + "\n二、存在问题\n先说几点。\n(一)人少\n"
    )
    assert tree(text) == ["一、工作成效", "二、存在问题", "  (一)人少"]


def test_digits_that_run_on_or_restart() -> None:
    text = "(一)甲事\n1.头等\n2.次等\n(二)乙事\n3.三等\n4.四等\n(三)丙事\n1.又一\n"
    assert tree(text) == [
        "(一)甲事",
        "  1.头等",
        "  2.次等",
        "(二)乙事",
        "  3.三等",
        "  4.四等",
        "(三)丙事",
        "  1.又一",
    ]


def test_items_inside_a_paragraph_and_as_paragraphs() -> None:
    inside = "(一)抓决策\n一是定规矩。出台办法。二是严审查,审查5件;三是强监督。\n"
    apart = "(一)抓决策\n一是定规矩。出台办法。\n二是严审查,审查5件;\n三是强监督。\n"
    expected = ["(一)抓决策", "  一是定规矩", "  二是严审查,审查5件", "  三是强监督"]
    assert tree(inside) == expected
    assert tree(apart) == expected


def test_first_next_and_ordinals() -> None:
    text = "(一)抓学习\n首先，抓头雁。开班3期。其次，抓全员。再次，抓考试。\n"
    assert tree(text) == ["(一)抓学习", "  首先，抓头雁", "  其次，抓全员", "  再次，抓考试"]
    text = "第一，精简事项。取消3项。\n第二，集成服务。\n第三,帮扶企业。\n"
    assert tree(text) == ["第一，精简事项", "第二，集成服务", "第三,帮扶企业"]


def test_the_last_item_ends_with_its_paragraph() -> None:
    text = "(一)抓决策\n一是定规矩。二是严审查。\n全年共审查5件。\n"
    second = parse(text)[-1]
    assert second.span.of(text) == "二是严审查。"
    assert parse(text)[0].span.of(text) == text


def test_bullets_before_the_first_heading() -> None:
    assert tree("--立案10件。\n--满意率98%。\n一、工作成效\n") == ["一、工作成效"]


def test_a_level_nested_in_its_own_kind() -> None:
    text = "一、主要工作\n一、加强领导\n二、健全制度\n三、规范执法\n二、存在问题\n三、下步打算\n"
    assert tree(text) == [
        "一、主要工作",
        "  一、加强领导",
        "  二、健全制度",
        "  三、规范执法",
        "二、存在问题",
        "三、下步打算",
    ]


def test_a_lost_top_heading_leaves_neighbours() -> None:
    text = "一、主要工作\n(一)甲\n(二)乙\n(三)丙\n(一)丁\n(二)戊\n三、下步打算\n"
    assert tree(text) == [
        "一、主要工作",
        "  (一)甲",
        "  (二)乙",
        "  (三)丙",
        "  (一)丁",
        "  (二)戊",
        "三、下步打算",
    ]


def test_second_item_without_first() -> None:
    text = "一、主要工作\n一、加强领导\n召开会议3次。\n二是健全机制。开展督察2轮。\n"
    assert tree(text) == ["一、主要工作", "  一、加强领导", "    二是健全机制"]


def test_a_lone_first_item_is_prose() -> None:
    assert tree("一、主要工作\n一是一,二是二的作风。\n") == ["一、主要工作"]
    assert tree("一、主要工作\n坚持一是一。\n") == ["一、主要工作"]


def test_a_heading_fused_with_a_label() -> None:
    text = "一、主要工作\n(一)主要举措加强组织领导\n召开会议3次。\n"
    assert tree(text) == ["一、主要工作", "  (一)主要举措加强组织领导"]


def test_bare_headings_hold_numbered_ones() -> None:
    text = "主要工作\n一、甲\n二、乙\n存在问题\n一、丙\n2024年工作安排\n一、丁\n"
    assert tree(text) == [
        "主要工作",
        "  一、甲",
        "  二、乙",
        "存在问题",
        "  一、丙",
        "2024年工作安排",
        "  一、丁",
    ]


def test_a_bare_heading_inside_numbered_ones_divides_them() -> None:
    text = (
        "一、组织领导\n工作情况\n召开会议3次。\n二、制度建设\n主要成效\n审查5件。\n三、下步打算\n"
    )
    assert tree(text) == [
        "一、组织领导",
        "  工作情况",
        "二、制度建设",
        "  主要成效",
        "三、下步打算",
    ]


def test_parts_chapters_and_sections() -> None:
    text = "第一章 工作情况\n第一节 组织领导\n第二节 制度建设\n第二章 存在问题\n"
    assert tree(text) == [
        "第一章 工作情况",
        "  第一节 组织领导",
        "  第二节 制度建设",
        "第二章 存在问题",
    ]
    assert tree("第一部分 工作情况\n一、甲\n第二部分 打算\n") == [
        "第一部分 工作情况",
        "  一、甲",
        "第二部分 打算",
    ]


def test_bracketed_digits_and_circles() -> None:
    text = "一、工作\n（１）甲。召开3次。\n(2)乙\n①清理12件。\n②备案3件。\n3)丙\n"
    assert tree(text) == [
        "一、工作",
        "  （１）甲",
        "  (2)乙",
        "    ①清理12件",
        "    ②备案3件",
        "  3)丙",
    ]


def test_full_and_half_width_in_one_text() -> None:
    text = "一、工作\n（一）甲\n(二)乙\n（三)丙\n"
    assert tree(text) == ["一、工作", "  （一）甲", "  (二)乙", "  （三)丙"]


def test_traditional_characters() -> None:
    text = "一、主要工作\n（一）依法辦理行政複議。辦理14件。\n二、存在問題\n"
    assert tree(text) == ["一、主要工作", "  （一）依法辦理行政複議", "二、存在問題"]


def test_numbers_that_open_no_section() -> None:
    lines = ["2023年，召开会议3次。", "1.5万人受益。", "12345热线受理20件。", "十分重视。"]
    assert tree("\n".join(["一、工作", *lines, "一大批项目"])) == ["一、工作"]


def test_a_numeral_right_before_a_number_opens_a_section() -> None:
    text = "一、工作\n1.推进普法。\n2.33人通过考试。\n3.2023年立案12件。\n4.5%的案件上诉。\n"
    assert tree(text) == ["一、工作", "  1.推进普法", "  2.33人通过考试", "  3.2023年立案12件"]


def test_a_heading_broken_within_a_word_is_one() -> None:
    text = "一、完善公共法律服\n\n务体系\n举办3场。\n"
    assert tree(text) == ["一、完善公共法律服\n\n务体系"]


def test_only_the_body_has_sections() -> None:
    text = "一、题外\n一、正文工作\n"
    sections = outline(text, fold(text), body=Span(5, len(text)))
    assert [section.heading.of(text) for section in sections] == ["一、正文工作"]


def test_an_ordinal_that_fills_its_line_heads_what_is_numbered_below_it() -> None:
    text = (
        "一、主要工作\n第一,抓统筹.\n1. 健全机制. 配备专职人员3名.\n2. 抓实学法. 学法10次.\n"
        "第二,抓源头.\n1. 镇聘请法律顾问1名.\n二、存在问题\n"
    )
    assert tree(text) == [
        "一、主要工作",
        "  第一,抓统筹",
        "    1. 健全机制",
        "    2. 抓实学法",
        "  第二,抓源头",
        "    1. 镇聘请法律顾问1名",
        "二、存在问题",
    ]


def test_an_ordinal_within_a_paragraph_stays_an_item() -> None:
    text = "一、下一步\n第一,加强队伍。第二,规范决策。\n1.完善制度\n"
    assert tree(text)[1:3] == ["  第一,加强队伍", "  第二,规范决策"]
