"""The files of synonyms: readable as one table, every everyday word within reach."""

from __future__ import annotations

import pytest

from index.vocabulary import cut, is_act, is_topic, table, variants_of

_MEANS = table("synonyms")["means"]


def test_the_files_of_the_folder_are_one_table() -> None:
    assert len(_MEANS) > 3000
    assert "审结" in variants_of("办结")


def test_a_word_of_several_lines_has_all_their_meanings() -> None:
    assert {"下放", "移送"} <= set(variants_of("交给"))


def test_every_everyday_word_is_cut_as_one() -> None:
    long = (word for word in _MEANS if len(word) > 1 and not any(map(str.isascii, word)))
    assert [word for word in long if cut(word) != [word]] == []


@pytest.mark.parametrize("group", table("synonyms")["same"])
def test_no_group_is_of_one_word(group: list[str]) -> None:
    assert len(set(group)) == len(group) > 1


def test_an_act_of_the_reports_has_no_everyday_meaning() -> None:
    assert [word for word in _MEANS if is_act(word)] == []


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("退回去", "退还"),
        ("要回来", "追发"),
        ("捞上来", "打捞"),
        ("白送", "免费"),
        ("公章", "印章"),
        ("没过关", "不合格"),
        ("露面的比例", "出庭应诉率"),
        ("移交", "移送"),
        ("改到位", "整改到位"),
        ("停用", "封停"),
        ("开个公司", "企业开办"),
        ("及格率", "合格率"),
        ("市监局", "市场监督管理局"),
    ],
)
def test_what_people_say_leads_to_what_reports_write(said: str, written: str) -> None:
    assert written in variants_of(said)
    assert said not in variants_of(written)


def test_no_everyday_word_means_two_matters_that_stand_apart() -> None:
    apart = [("行政复议", "行政诉讼"), ("人民调解", "仲裁"), ("公证", "法律援助")]
    both = [w for w, m in _MEANS.items() for one, other in apart if {one, other} <= set(m)]
    assert both == []
    assert is_topic("行政复议")
