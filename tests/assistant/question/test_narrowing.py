"""What narrows a question must stand in the evidence (限定语)."""

import pytest

from assistant.question.asks import ask_of


def needed(text: str) -> set[str]:
    return {term.text for term in ask_of(text).terms if term.topic}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("接到的举报里水污染类的占比是多少", "水污染"),
        ("给钢铁行业核发了多少张许可证", "钢铁"),
        ("第三季度办结了多少件", "第三季度"),
        ("村级公共法律服务平台有多少个", "村级"),
        ("持有有效证件的有多少人", "有效"),
        ("派驻河口镇的人员有几名", "派驻"),
    ],
)
def test_a_word_that_narrows_is_needed(question: str, word: str) -> None:
    assert word in needed(question)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("各类案件一共多少件", "各"),
        ("三类证件合计多少件", "证件"),
        ("在哪些领域铺开", "哪些"),
        ("重点领域检查了多少次", "重点"),
        ("这类资料发了多少份", "这"),
    ],
)
def test_a_kind_that_is_not_named_narrows_nothing(question: str, word: str) -> None:
    assert not any(word in term for term in needed(question))


def test_a_level_may_be_written_in_other_ways() -> None:
    level = next(t for t in ask_of("市级机关办结了多少件").terms if t.text == "市级")
    assert {"市级", "市一级", "市本级"} <= set(level.variants)


def test_numbers_of_the_question_are_kept_apart_from_what_is_wanted() -> None:
    ask = ask_of("立案的64件里,停产的有几件")
    assert ask.out_of is not None
    assert ask.out_of.value == 64
    assert ask.out_of.unit == "件"
    assert [told.value for told in ask.told] == [64]
