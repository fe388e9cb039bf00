"""Places named in a question: known, strangers, departments, and what only looks like a place."""

from __future__ import annotations

import pytest

from assistant.question.places import Gazetteer

LIBRARY = ("云溪县", "遂宁市安居区", "青岚市")


@pytest.mark.parametrize(
    ("question", "known", "rest"),
    [
        ("云溪县受理多少件", ("云溪县",), "受理多少件"),
        ("云溪受理多少件", ("云溪县",), "受理多少件"),
        ("安居区受理多少件", ("遂宁市安居区",), "受理多少件"),
        ("遂宁安居受理多少件", ("遂宁市安居区",), "受理多少件"),
        ("遂宁市安居区受理多少件", ("遂宁市安居区",), "受理多少件"),
        ("安居工程建了多少套", (), "安居工程建了多少套"),
        ("云溪市场监管部门受理多少件", ("云溪县",), "市场监管部门受理多少件"),
        ("云溪乡镇有多少人", ("云溪县",), "乡镇有多少人"),
        ("受理多少件", (), "受理多少件"),
    ],
)
def test_places_of_the_library_in_full_and_in_short(
    question: str, known: tuple[str, ...], rest: str
) -> None:
    found = Gazetteer(LIBRARY).find(question)
    assert (found.known, found.rest, found.strangers) == (known, rest, ())


def test_two_places_at_once() -> None:
    found = Gazetteer(LIBRARY).find("云溪县和青岚市各受理多少件")
    assert set(found.known) == {"云溪县", "青岚市"}


@pytest.mark.parametrize(
    ("question", "strangers"),
    [
        ("石桥镇受理多少件", ("石桥镇",)),
        ("遂宁市受理多少件", ("遂宁市",)),
        ("云溪市受理多少件", ("云溪市",)),
        ("贵州省2022年受理多少件", ("贵州省",)),
        ("贵州2022年受理多少件", ("贵州",)),
        ("暮渡县评查了多少卷案卷", ("暮渡县",)),
        ("2023年鹭浦区民主法治示范村有多少个", ("鹭浦区",)),
    ],
)
def test_a_place_of_no_report_is_a_stranger(question: str, strangers: tuple[str, ...]) -> None:
    found = Gazetteer(LIBRARY).find(question)
    assert (found.known, found.strangers) == ((), strangers)


@pytest.mark.parametrize(
    "question",
    ["改造老旧小区多少个", "哪个乡镇被评为示范", "给各县下放权力多少项", "全市受理多少件"],
)
def test_words_that_only_end_like_a_place(question: str) -> None:
    assert Gazetteer(LIBRARY).find(question).strangers == ()


@pytest.mark.parametrize(
    "name", ["霖川市市场监督管理局", "市场监督管理局", "市场监管局", "霖川市场监管局"]
)
def test_a_department_in_full_and_in_short(name: str) -> None:
    found = Gazetteer(["霖川市"], ["霖川市市场监督管理局"]).find(f"{name}处罚多少件")
    assert found.organs == ("霖川市市场监督管理局",)
    assert found.rest.endswith("处罚多少件")


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("澄鸢处罚多少件", ("澄鸢经济技术开发区",)),
        ("澄鸢经开区处罚多少件", ("澄鸢经济技术开发区",)),
        ("合肥处罚多少件", ()),
    ],
)
def test_a_zone_goes_by_its_name_alone(question: str, known: tuple[str, ...]) -> None:
    assert Gazetteer(["澄鸢经济技术开发区", "合肥高新区"]).find(question).known == known


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("澜沐文旅委", "澜沐省文化和旅游发展委员会"),
        ("霖川教体局", "霖川市教育和体育局"),
        ("教体局", "霖川市教育和体育局"),
        ("霖川林草局", "霖川市林业和草原局"),
        ("槐汀公安分局", "霖川市公安局槐汀区分局"),
    ],
)
def test_a_department_goes_by_letters_of_its_name(name: str, organ: str) -> None:
    organs = [
        "澜沐省文化和旅游发展委员会", "霖川市教育和体育局", "霖川市林业和草原局",
        "霖川市公安局槐汀区分局",
    ]  # fmt: skip
    found = Gazetteer(["澜沐省", "霖川市", "槐汀区"], organs).find(f"{name}办了多少件")
    assert found.organs == (organ,)


@pytest.mark.parametrize("question", ["霖川市委开了几次会", "云溪县教体局办了多少件"])
def test_a_committee_and_another_place_name_no_department(question: str) -> None:
    organs = ["霖川市文化和旅游发展委员会", "霖川市教育和体育局"]
    assert Gazetteer(["霖川市", "云溪县"], organs).find(question).organs == ()


def test_a_department_without_its_place_may_be_that_of_each_place() -> None:
    library = Gazetteer(["霖川市", "澜沐省"], ["霖川市卫生健康委", "澜沐省卫生健康委"])
    assert set(library.find("卫健委办了多少件").organs) == {"霖川市卫生健康委", "澜沐省卫生健康委"}
    assert library.find("霖川卫健委办了多少件").organs == ("霖川市卫生健康委",)


def test_the_whole_place_is_the_one_above_if_it_reports() -> None:
    gazetteer = Gazetteer(("霖川市望舒区", "霖川市", "青禾县"))
    assert gazetteer.with_whole("望舒区的应诉率与全市相比") == "望舒区的应诉率与霖川市相比"
    assert gazetteer.with_whole("望舒区受理的案件占全市多少") == "望舒区受理的案件占霖川市多少"
    assert gazetteer.with_whole("望舒区与全市内的企业") == "望舒区与全市内的企业"


def test_a_place_that_names_no_city_is_below_the_one_city_that_reports() -> None:
    one = Gazetteer(("霖川市", "青禾县", "望舒区"))
    assert one.with_whole("青禾县的应诉率比全市低多少") == "青禾县的应诉率比霖川市低多少"
    assert one.with_whole("青禾县的纠错率高出全市多少") == "青禾县的纠错率高出霖川市多少"
    assert one.with_whole("全市和望舒区各多少件") == "霖川市和望舒区各多少件"
    assert one.with_whole("青禾县、望舒区都比全市低吗") == "青禾县、望舒区都比霖川市低吗"
    assert one.with_whole("青禾县的占全区多少") == "青禾县的占全区多少"
    assert one.with_whole("霖川市的比全市少吗") == "霖川市的比全市少吗"


@pytest.mark.parametrize(
    "library",
    [
        ("霖川市", "砚北市", "青禾县"),
        ("砚北市青禾县", "霖川市"),
        ("砚北市青禾县", "霖川市", "渚南市"),
    ],
)
def test_it_is_no_city_where_two_report_or_another_is_named(library: tuple[str, ...]) -> None:
    assert Gazetteer(library).with_whole("青禾县比全市低多少") == "青禾县比全市低多少"


def test_a_government_beside_another_is_its_place() -> None:
    one = Gazetteer(("霖川市", "青禾县", "望舒区"))
    asked = "学法,市政府和望舒区政府哪个多"
    assert one.with_whole(asked) == "学法,霖川市政府和望舒区政府哪个多"
    assert one.with_whole("市政府常务会议学法几次") == "霖川市政府常务会议学法几次"
    assert one.with_whole("望舒区对市政府常务会议的意见") == "望舒区对市政府常务会议的意见"


def test_a_level_before_a_word_of_the_people_is_a_level() -> None:
    gazetteer = Gazetteer(["湄屏县"])
    assert gazetteer.find("2021年湄屏市民主法治示范村有多少个").known == ()
    assert gazetteer.find("湄屏市民热线受理多少件").known == ("湄屏县",)
