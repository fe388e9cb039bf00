"""A question taken apart: years, forms, and the things asked for."""

from __future__ import annotations

import pytest

from assistant.question.asks import Ask, ask_of, asks_of
from assistant.question.forms import clean, forms_of
from assistant.question.rows import nouns_of
from assistant.question.years import edition_of, years_of


def words(ask: Ask) -> set[str]:
    return {term.text for term in ask.terms}


@pytest.mark.parametrize(
    ("question", "cleaned"),
    [
        ("请问受理多少件?", "受理多少件"),
        ("你好,帮我查一下受理了多少件呢?", "受理了多少件"),
        ("受理多少件", "受理多少件"),
        ("比上年降了几个点?", "比上年降了几个百分点"),
        ("增加了几个点位", "增加了几个点位"),
        ("市本级保留的行政许可事项有多少项", "市本级保留的行政许可事项有多少项"),
        ("占百分之几?保留一位小数", "占百分之几"),
        ("２０２２年（全年）受理多少件？", "2022年(全年)受理多少件"),
    ],
)
def test_politeness_and_widths_are_taken_off(question: str, cleaned: str) -> None:
    assert clean(question) == cleaned


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022年受理多少件", (2022,)),
        ("2022年度比2021年多多少", (2022, 2021)),
        ("2022年和2022年", (2022,)),
        ("2022 年受理多少件", (2022,)),
        ("《2021年实施方案》印发了几份", ()),
        ("120229件", ()),
        ("受理多少件", ()),
    ],
)
def test_years_named(text: str, years: tuple[int, ...]) -> None:
    assert years_of(text) == years


@pytest.mark.parametrize(
    ("text", "edition"),
    [("2025年青岚市政府工作报告里提到多少", 2025), ("2024年青岚市新增就业多少", None)],
)
def test_the_year_that_names_a_report(text: str, edition: int | None) -> None:
    assert edition_of(text) == edition


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("受理多少件", "quantity"),
        ("出庭应诉率", "quantity_nouns"),
        ("有没有聘请法律顾问", "yesno"),
        ("存在哪些不足", "list"),
        ("哪个司法所被评为示范", "text"),
        ("受理和办结加起来多少", "sum"),
        ("受理比办结多多少", "difference"),
        ("维持的占百分之几", "share"),
        ("还有多少没办结", "remainder"),
        ("是哪一年", "ordinal"),
    ],
)
def test_forms(question: str, form: str) -> None:
    assert form in forms_of(question)


def test_what_a_form_is_not() -> None:
    assert "yesno" not in forms_of("怎么处理")
    assert "quantity" not in forms_of("存在哪些不足")


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("受理多少件", ["受理多少件"]),
        ("受理多少件,办结多少件", ["受理多少件", "办结多少件"]),
        ("新收和办结各多少件", ["新收多少件", "办结多少件"]),
        ("维持、撤销分别有多少件", ["维持有多少件", "撤销有多少件"]),
        ("受理多少件?办结多少件", ["受理多少件", "办结多少件"]),
    ],
)
def test_a_question_in_parts(question: str, texts: list[str]) -> None:
    assert [ask.text for ask in asks_of(question)] == texts


def test_a_later_part_leans_on_the_first() -> None:
    first, second = asks_of("行政复议受理多少件,其中维持多少件")
    assert words(first) == {"行政复议", "受理"}
    assert words(second) == {"维持"}
    assert "行政复议" in {term.text for term in second.context}


def test_a_part_that_names_nothing_asks_for_what_the_first_named() -> None:
    first, second = asks_of("城镇新增就业多少人,2025年要突破多少")
    assert "城镇新增就业" in words(first)
    assert "城镇新增就业" in words(second)
    assert second.years == (2025,)


def test_a_part_of_a_whole_is_asked_for_and_the_whole_is_its_context() -> None:
    ask = ask_of("行政复议案件里维持了多少件")
    assert words(ask) == {"维持"}
    assert "行政复议" in {term.text for term in ask.context}
    assert ask.unit_class == "case"


@pytest.mark.parametrize("text", ["这里面维持多少件", "服务中心办理多少件", "集中清理多少件"])
def test_a_word_that_only_looks_like_inside_names_no_whole(text: str) -> None:
    ask = ask_of(text)
    assert not ask.context


@pytest.mark.parametrize(
    ("text", "measure", "unit_class", "head"),
    [
        ("受理多少件行政复议案件", "件", "case", ("案件",)),
        ("发放补贴多少钱", "", "money", ()),
        ("培训多少人次", "人次", "person", ()),
        ("出庭应诉率多高", "", "percent", ()),
        ("聘请法律顾问几名", "名", "person", ()),
    ],
)
def test_what_is_counted(text: str, measure: str, unit_class: str, head: tuple[str, ...]) -> None:
    ask = ask_of(text)
    assert (ask.measure, ask.unit_class, ask.head) == (measure, unit_class, head)


def test_changes_and_targets_are_told_from_levels() -> None:
    assert ask_of("同比增长多少").change
    assert not ask_of("受理多少件").change
    assert ask_of("就业目标是多少").target
    assert not ask_of("就业多少").target


@pytest.mark.parametrize(
    ("row", "nouns"),
    [
        ("受理、办结和维持", ["受理", "办结", "维持"]),
        ("一、二、三产", ["一产", "二产", "三产"]),
        ("省级、市级中心", ["省级中心", "市级中心"]),
        ("案件", ["案件"]),
    ],
)
def test_rows_of_nouns(row: str, nouns: list[str]) -> None:
    assert nouns_of(row) == nouns


def test_a_change_leaves_its_measure_open() -> None:
    ask = ask_of("企业迎检次数降了多少")
    assert ask.change
    assert ask.unit_class is None
    assert words(ask_of("比上年少了几件案子")) == {"少了", "案子"}


def test_a_level_shares_the_noun_of_the_next_one() -> None:
    assert nouns_of("创建的省级和市级便民服务中心") == [
        "创建的省级便民服务中心",
        "市级便民服务中心",
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("受理的案件里,刑事的有多少件", True),
        ("调解的邻里纠纷有多少件", False),
        ("公里数有多少", False),
    ],
)
def test_a_part_of_what_stands_before(text: str, inside: bool) -> None:
    assert ask_of(text).inside is inside


def test_the_noun_before_the_question_word_is_what_is_counted() -> None:
    assert ask_of("环评文件对应的总投资有多大").head == ("投资",)


def test_a_row_of_measures_without_a_question_word_asks_for_each() -> None:
    asks = asks_of("请列出 审查人次、公共法律服务站点个数和政府信息公开申请件数")
    assert [ask.text for ask in asks] == [
        "审查人次",
        "公共法律服务站点个数",
        "政府信息公开申请件数",
    ]


@pytest.mark.parametrize(
    ("question", "cleaned"),
    [
        ("按照年初的计划，云溪县2023年受理件数要达到多少", "计划云溪县2023年受理件数要达到多少"),
        ("云溪县给2023年定的培训目标是多少", "云溪县2023年培训目标是多少"),
        ("云溪县给2023年定的报告是哪份", "云溪县给2023年定的报告是哪份"),
    ],
)
def test_an_aim_is_led_in_by_words_that_name_no_matter(question: str, cleaned: str) -> None:
    assert clean(question) == cleaned


def test_what_is_to_be_reached_is_cut_off_the_noun() -> None:
    assert words(ask_of("执法人员培训人次要达到多少")) == {"执法人员", "培训", "人次"}
