"""The words of the field: synonyms one way and both ways, notions that stand for no other."""

from __future__ import annotations

import pytest

from assistant.question.lexicon import (
    Term,
    coverage,
    cut,
    is_act,
    is_generic,
    is_topic,
    plain,
    terms_of,
    variants_of,
)


def test_synonyms_hold_both_ways() -> None:
    assert "审结" in variants_of("办结")
    assert "办结" in variants_of("审结")


def test_colloquial_words_mean_what_reports_write_and_not_the_reverse() -> None:
    assert "行政诉讼" in variants_of("民告官")
    assert "民告官" not in variants_of("行政诉讼")


def test_a_word_of_no_list_stands_for_itself() -> None:
    assert variants_of("云溪") == ("云溪",)


def test_topics_and_acts_are_notions() -> None:
    assert is_topic("行政复议")
    assert is_topic("行政诉讼")
    assert is_act("受理")
    assert not is_topic("受理")
    assert not is_act("行政复议")


@pytest.mark.parametrize(
    ("one", "other"), [("行政复议", "行政诉讼"), ("受理", "办结"), ("维持", "撤销")]
)
def test_rivals_are_no_synonyms(one: str, other: str) -> None:
    assert other not in variants_of(one)


def test_words_that_say_little_are_left_out() -> None:
    assert [term.text for term in terms_of("全年一共受理了行政复议案件")][:2] == [
        "受理",
        "行政复议",
    ]
    assert is_generic("全年")
    assert not is_generic("行政复议")


def test_a_quoted_name_is_one_word() -> None:
    first = terms_of("什么是“三张清单”")[0]
    assert (first.text, first.concept) == ("三张清单", True)


def test_a_colloquial_word_for_a_topic_is_a_topic() -> None:
    (term,) = terms_of("民告官")
    assert term.topic


def test_notions_weigh_more_than_other_words() -> None:
    weights = {term.text: term.weight for term in terms_of("行政复议受理走访")}
    assert weights["行政复议"] > weights["走访"]
    assert weights["受理"] > weights["走访"]


def test_the_cutter_knows_the_words_of_the_field() -> None:
    assert cut("受理行政复议案件,办结") == ["受理", "行政复议", "案件", "办结"]


def test_marks_and_spaces_are_dropped_but_those_of_numbers_kept() -> None:
    assert plain("受理(37 件),达95.5%、共1—3月") == "受理37件达95.5%共1—3月"


@pytest.mark.parametrize(
    ("word", "zone", "least", "most"),
    [
        ("办结", "全年办结34件", 1.0, 1.0),
        ("办结", "全年审结34件", 0.7, 0.99),
        ("办结", "全年受理34件", 0.0, 0.0),
        ("行政复议", "办理行政诉讼26件", 0.0, 0.0),
        ("法律援助", "办理法律等援助案件", 0.7, 0.99),
        ("经营主体数", "新增经营主体64户", 0.5, 0.8),
    ],
)
def test_how_much_of_a_word_a_zone_holds(word: str, zone: str, least: float, most: float) -> None:
    term = Term(
        text=word,
        variants=variants_of(word),
        weight=1.0,
        topic=is_topic(word),
        act=is_act(word),
    )
    assert least <= coverage(term, zone) <= most


def test_whose_work_it_is() -> None:
    (term,) = [term for term in terms_of("税务部门办理多少件") if term.topic]
    assert term.text == "税务部门"
    assert "税务" in term.variants


def test_what_is_named_by_latin_letters_stands_for_nothing_else() -> None:
    (term,) = terms_of("PM10平均浓度")[:1]
    assert term.topic
    assert not any("PM2.5" in variant for variant in term.variants)
