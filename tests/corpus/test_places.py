import pytest

from corpus.places import everyday_form, places_at_start, short_form, steps_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("霁川市市场监督管理局关于", "霁川市"),
        ("松陂县芦雁镇人民政府", "松陂县芦雁镇"),
        ("青岚市望舒区住房和城乡建设局", "青岚市望舒区"),
        ("四川省遂宁市安居区人民政府", "四川省遂宁市安居区"),
        ("广西壮族自治区人民政府", "广西壮族自治区"),
        ("云岭彝族自治州司法局", "云岭彝族自治州"),
        ("云溪县城市管理局", "云溪县"),
        ("苏州市人民政府", "苏州市"),
        ("津市市水利局", "津市市"),
        ("景德镇市市场监督管理局", "景德镇市"),
        ("青岚经济技术开发区管理委员会", "青岚经济技术开发区"),
        ("榆原区人民政府", "榆原区"),
        ("太原市司法局", "太原市"),
        ("固原市原州区人民政府", "固原市原州区"),
        ("呼和浩特市人民政府", "呼和浩特市"),
        ("本溪市人民政府", "本溪市"),
        ("和平区人民政府", "和平区"),
        ("原云溪县文化局", ""),
        ("本区", ""),
        ("县人民政府", ""),
        ("全县各级各部门", ""),
        ("我区深入推进", ""),
        ("社区法律顾问", ""),
    ],
)
def test_a_name_begins_with_its_place(text: str, place: str) -> None:
    assert places_at_start(text) == place


def test_a_place_has_levels_and_a_short_form() -> None:
    assert steps_of("四川省遂宁市安居区") == ("四川省", "遂宁市", "安居区")
    assert steps_of("苏州市") == ("苏州市",)
    assert short_form("安居区") == "安居"
    assert short_form("广西壮族自治区") == "广西"
    assert short_form("云岭彝族自治州") == "云岭"
    assert short_form("黑龙江省") == "黑龙江"


@pytest.mark.parametrize(
    ("name", "short", "everyday"),
    [
        ("罗岭瑶族乡", "罗岭", "罗岭乡"),
        ("岚沙彝族自治州", "岚沙", "岚沙州"),
        ("云汀哈尼族土家族自治县", "云汀", "云汀县"),
        ("霜原自治旗", "霜原", "霜原旗"),
        ("云溪县", "云溪", ""),
    ],
)
def test_autonomous_places_have_everyday_names(name: str, short: str, everyday: str) -> None:
    assert (short_form(name), everyday_form(name)) == (short, everyday)


def test_a_province_in_short_is_a_level_of_its_own() -> None:
    assert steps_of("四川遂宁市安居区") == ("四川", "遂宁市", "安居区")
    assert steps_of("四川云溪县") == ("四川", "云溪县")
    assert steps_of("吉林市船营区") == ("吉林市", "船营区")
    assert steps_of("海南藏族自治州") == ("海南藏族自治州",)
    assert steps_of("天津港保税区") == ("天津港保税区",)
