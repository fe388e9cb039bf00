"""How a writer puts a figure into words (写法): rounded, miswritten, or turned to another act."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from corpus.model import Figure, FigureKind, Hedge
from corpus.places import short_form, steps_of

if TYPE_CHECKING:
    from random import Random

__all__ = [
    "REWORDED",
    "STRANGERS",
    "draft_around",
    "other_act",
    "rounded",
    "spoken",
    "turned",
    "wrong_digit",
    "wrong_scale",
]

_DOING = re.compile(
    r"^(?:受理|办结|审结|办理|排查|化解|调解|审核|审查|备案|抽查|评查|开展|举办|发放|印发|新增|建成|建立|培训|组织|完成|查处"
    r"|发现|整改|聘请|配备|提出|提供|出具|制定|修订|废止|清理|公布|公开|接待|走访|设立|创建|新建|改造|投入|实施|引进|争取)"
)
REWORDED = (
    ("开展", "搞了"), ("发放", "发出"), ("新增", "新添"), ("群众", "老百姓"), ("组织", "安排"),
    ("群众满意度", "群众的满意度"), ("行政复议案件", "复议案件"), ("出具", "拿出"),
    ("建成", "建好"),
        ("法律咨询", "法律方面的咨询"), ("排查", "摸排"), ("制定", "出台"), ("聘请", "请来"),
    ("人大代表建议", "人大建议"), ("政协委员提案", "政协提案"), ("行政执法人员", "执法人员"),
    ("较上年", "比上年"), ("同比", "比上年"), ("覆盖率", "的覆盖率"), ("总额", "总量"),
)  # fmt: skip
_ACTS = (
    ("受理", "办结"), ("办结", "受理"), ("审核", "备案"), ("备案", "审核"), ("排查", "化解"),
    ("化解", "排查"), ("建成", "开工建设"), ("开工", "竣工"), ("签约", "开工"), ("制定", "废止"),
    ("废止", "制定"), ("抽查", "整改"), ("发现", "整改"), ("维持", "撤销"), ("撤销", "维持"),
    ("在建", "建成"), ("培训", "考核"), ("领取", "换发"), ("立案", "移送"), ("下放", "取消"),
)  # fmt: skip
STRANGERS = ("澄渡市", "岚溪县", "松坪区", "砚山市", "望岭县")


def rounded(figure: Figure, random: Random) -> str:
    """3.5万余件 for 35272件, 近800件 for 796件."""
    quantity = figure.quantity
    value = quantity.value
    if quantity.hedge is not Hedge.EXACT or value < 100 or figure.kind is not FigureKind.LEVEL:
        return ""
    if value != value.to_integral_value():
        return ""
    step = Decimal(10) ** (value.adjusted() - 1)
    low = (value / step).to_integral_value(ROUND_FLOOR) * step
    if low == value:
        return ""
    if random.random() < 0.3 and (low + step - value) / value < Decimal("0.04"):
        return f"近{_scaled(low + step)}{quantity.unit}"
    more = random.choice(["余", "多"])
    scaled = _scaled(low)
    return random.choice([f"{scaled}{more}{quantity.unit}", f"超过{scaled}{quantity.unit}"])


def _scaled(value: Decimal) -> str:
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            return f"{(value / size).normalize():f}{word}"
    return f"{value:f}".split(".")[0]


def wrong_digit(true: str, random: Random) -> str:
    """Two digits that stand side by side swapped, or one digit another."""
    places = [found.start() for found in re.finditer(r"\d", true)]
    digits = [true[place] for place in places]
    swaps = [n for n in range(len(digits) - 1) if digits[n] != digits[n + 1]]
    if swaps and random.random() < 0.6:
        n = random.choice(swaps)
        digits[n], digits[n + 1] = digits[n + 1], digits[n]
    else:
        n = random.randrange(len(digits))
        digits[n] = random.choice([d for d in "123456789" if d != digits[n]])
    if digits[0] == "0" and digits[1:2] != ["."]:
        return ""
    said = list(true)
    for place, digit in zip(places, digits, strict=True):
        said[place] = digit
    return "".join(said)


def wrong_scale(true: str) -> str:
    """万 for 亿, and the other way."""
    return true.translate(str.maketrans("万亿", "亿万")) if re.search("[万亿]", true) else ""


def other_act(name: str) -> str:
    for act, other in _ACTS:
        if name.count(act) == 1 and other not in name and f"不予{act}" not in name:
            return name.replace(act, other, 1)
    return ""


def turned(name: str) -> str:
    for word, other in (("增长", "下降"), ("下降", "增长"), ("提高", "降低"), ("减少", "增加")):
        if name.endswith(word):
            return name.removesuffix(word) + other
    return ""


def spoken(name: str, after: str, said: str, figure: Figure, random: Random) -> str:
    """The figure in the words of a speech."""
    if random.random() < 0.6:
        for word, other in random.sample(REWORDED, len(REWORDED)):
            if word in name:
                name = name.replace(word, other, 1)
                break
    if after or figure.kind is FigureKind.CHANGE:
        return f"{name}{said}{after}"
    doing = _DOING.match(name)
    shapes = [f"{name}{said}", f"{name}达到{said}", f"{name}共{said}"]
    if figure.kind is FigureKind.SHARE:
        shapes = [f"{name}为{said}", f"{name}达到{said}", f"{name}达{said}"]
    elif doing:
        verb, thing = doing[0], name[doing.end() :]
        if len(thing) > 2:
            shapes += [
                f"{verb}了{said}{thing}",
                f"{thing}{verb}了{said}",
                f"{verb}的{thing}有{said}",
            ]
    return random.choice(shapes)


def draft_around(body: str, place: str, year: int, random: Random) -> str:
    """A sentence or two around it, that name place and year each in its way."""
    last = steps_of(place)[-1]
    bare = short_form(last) if len(short_form(last)) > 1 and place not in STRANGERS else last
    short = random.choice([place, last, bare])
    own = f"我{last[-1]}" if last[-1] in "省市县区镇" else short
    return random.choice(
        [
            f"{year}年，{short}{body}。",
            f"{year}年，{short}坚持依法行政，{body}，得到群众认可。",
            f"在{last}工作会议上的讲话（{year + 1}年2月）\n去年，{own}{body}，成绩来之不易。",
            f"{place}{year}年工作总结\n一年来，{body}。\n",
            f"回顾{year}年，{short}各项工作都有新进展。全年{body}。",
        ]
    )
