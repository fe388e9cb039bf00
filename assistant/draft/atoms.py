"""What a sentence claims without counting (无数字的主张): levels, batches, ranks, names, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.draft.model import AtomKind
from corpus.model import Span
from corpus.numerals import CHINESE, parse_chinese

__all__ = ["Atom", "atoms_in", "canonical", "find_atoms", "is_bare_rank"]

_N = rf"[\d{CHINESE}]+"
_RANK = (
    r"(?:居|列|排名?|排在|位居|位列|名列|稳居|跃居|跃升至?|升至|跃升到|蝉联|荣获|获评?|取得)?"
    r"(?P<of>全国|全省|全市|全区|全县|全州|全球|世界|西部|中部|东部|全自治区|同类|西北|西南|东北)"
    rf"(?P<rank>(?:\d+个(?:市州|州市|地市|市|县区|县市区|区县|县|区|部门|单位|厅局)(?:中|里)?)?"
    rf"(?:(?:综合)?考[核评](?:中)?)?(?:排名|排位|增速|位列|名列)?(?:第{_N}(?:位|名)?|首位|榜首|第一方阵|前列"
    rf"|前{_N}[名位强]?|领先|倒数第{_N}))"
)
_BARE_RANK = (
    r"(?:位[居列]|名列|排名?|排在|居|列|稳居|获得?|荣获|取得|夺得|蝉联|保持|总数|总量|规模)(?:了|到)?(?:第|前)"
    rf"{_N}[名位强]?|(?<![放摆在])(?<![放摆]在)第{_N}名"
    rf"|(?<=年为)第{_N}位"
)
"""第一 of what is spoken of, without saying among whom."""
_RANK_AMONG = (
    r"(?:位[居列]|名列|排名?在?|居|列)[\u4e00-\u9fff]{2,10}?(?:行业|系统|部门|单位|市州|地市|县区|区县|厅局)里?"
    rf"(?:排名?)?第{_N}[名位]?"
    rf"|(?:位[居列]|名列|排名?在?|居|列)(?:[\u4e00-\u9fff]{{2,5}}?[省市县区州])(?:内|里)?第{_N}"
    r"(?:[名位]|(?![\u4e00-\u9fff]))"
)
"""人数居各行业系统第二, 位列甲市第三: among whom is named otherwise."""
_DAY = r"\d{1,2}\s?月\s?\d{1,2}\s?日"
_DATE = (
    r"20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?<![\d月])(?<!\d\s)\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|(?<![\d月])(?<!\d\s)\d{1,2}\s?月\s?[至到]\s?\d{1,2}\s?月(?!\s?\d)"
)
_MODEL = "(?:示范|先进|优秀|文明|模范|试点|百强|典型|[十百]佳|十大|最美|标兵|能手|[一二三特]等奖)"
_LEVEL = (
    r"国家级|自治区级|省级|市级|区级|县级|镇级"
    r"|(?<=[获评列选报彰予名定得下])(?:为|入|得|了)?全[国省市区县](?=[\u4e00-\u9fff“])"
    rf"|全国(?=[\u4e00-\u9fff“”]{{0,12}}{_MODEL})|全[省市区县州](?=[\u4e00-\u9fff“]{{0,8}}{_MODEL})"
)
_PATTERNS: tuple[tuple[AtomKind, str], ...] = (
    (AtomKind.DOCUMENT_NUMBER, r"[\u4e00-\u9fff]{2,14}\s?[〔\[(（]20\d\d[〕\])）]\s?\d{1,4}\s?号"),
    (AtomKind.TITLE, r"《[^《》]{2,80}》"),
    (AtomKind.DATE, _DATE),
    (AtomKind.BATCH, rf"第\s?{_N}\s?批(?:次)?|首批"),
    (AtomKind.RANK, _RANK),
    (AtomKind.RANK, _BARE_RANK),
    (AtomKind.RANK, _RANK_AMONG),
    (AtomKind.TALLY, r"\d+\s?枚?金牌?、?(?:\d+\s?枚?银牌?、?)?(?:和)?\d+\s?枚?[银铜]牌?"),
    (AtomKind.STREAK, rf"连续\s?{_N}\s?(?:个)?(?:年|季度|月|榨季|届|次|批|轮)|{_N}连冠"),
    (AtomKind.PRIZE, "(?:特|一|二|三|四)等奖"),
    (AtomKind.FIRST, "全[国省市区县州](?:首[个家张例单部座支条项批次台创]|率先)"),
    (AtomKind.LEVEL, _LEVEL),
    (AtomKind.NAME, r"“[^“”]{2,30}”"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_HONOUR = re.compile(
    "示范|先进|优秀|文明|模范|试点|典型|[十百]佳|十大|最美|标兵|能手|称号|评为|获评|荣获|入选|命名|授予|创建|申报|认定|村|社区|单位|平台|园|中心|项目|等奖"
)
_ORDINAL = re.compile(rf"[第前]{_N}")
_DIGITS = re.compile(rf"[\d{CHINESE}]+")


@dataclass(frozen=True, slots=True)
class Atom:
    """A claim without a count (要素), by its kind and what it says."""

    kind: AtomKind
    span: Span
    value: str
    """What it says in one writing (第九批 is 9)."""


def atoms_in(folded: str) -> list[tuple[AtomKind, Span]]:
    """The atoms of a sentence that are claims; each stretch is one of one kind."""
    return [(atom.kind, atom.span) for atom in find_atoms(folded) if _is_claim(folded, atom)]


def find_atoms(folded: str) -> list[Atom]:
    """Every atom of a text, none within another but levels and batches within names."""
    found: list[Atom] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            span = _trimmed(kind, match)
            if not any(one.span.start < span.end and span.start < one.span.end for one in found):
                found.append(Atom(kind, span, canonical(kind, span.of(folded))))
    return sorted(found, key=lambda atom: atom.span)


def _trimmed(kind: AtomKind, match: re.Match[str]) -> Span:
    if kind is AtomKind.RANK:
        of = match.groupdict().get("of")
        ordinal = _ORDINAL.search(match[0])
        first = match.start("of") if of else match.start() + (ordinal.start() if ordinal else 0)
        return Span(first, match.end())
    if kind is AtomKind.LEVEL:
        text = match[0]
        skip = len(text) - len(text.lstrip("为入得了"))
        return Span(match.start() + skip, match.end())
    if kind is AtomKind.DOCUMENT_NUMBER:
        lead = re.match(
            r"(?:文号|编号|为|是|从|按照?|根据|依据|以|见|经|由|即|和|与|的|在|文件|关于|报告|通知|意见|印发|发文)+",
            match[0],
        )
        return Span(match.start() + (lead.end() if lead else 0), match.end())
    return Span(*match.span())


def _is_claim(folded: str, atom: Atom) -> bool:
    """A level is a claim where it belongs to an honour or the like; a quoted name never alone."""
    if atom.kind is AtomKind.LEVEL:
        if folded.startswith("“", atom.span.end):
            return True
        around = folded[max(0, atom.span.start - 16) : atom.span.end + 24]
        return _HONOUR.search(around) is not None
    return atom.kind is not AtomKind.NAME


def canonical(kind: AtomKind, words: str) -> str:
    """One writing for what says the same: 第9批 and 第九批, 首位 and 第一."""
    bare = re.sub(r"\s", "", words)
    if kind is AtomKind.LEVEL:
        return _level(bare)
    if kind in (AtomKind.BATCH, AtomKind.RANK, AtomKind.STREAK):
        bare = re.sub("首位|榜首|首批", lambda found: "第1批" if "批" in found[0] else "第1", bare)
        bare = re.sub(r"\d+个[\u4e00-\u9fff]{1,4}(?=[第前首榜])", "", bare)
        bare = re.sub("排名|排位|增速|考[核评]中?|综合|[位名]列|[位名](?=$)", "", bare)
        return _DIGITS.sub(_digits, bare)
    if kind is AtomKind.FIRST:
        return bare[:2]
    if kind is AtomKind.TALLY:
        return re.sub("[枚牌、和]", "", bare)
    if kind in (AtomKind.TITLE, AtomKind.DOCUMENT_NUMBER, AtomKind.NAME):
        bare = re.sub("[-—~–至]+", "-", bare)
        return bare.translate(str.maketrans("[]()（）", "〔〕〔〕〔〕"))
    return bare.replace("月到", "月至") if kind is AtomKind.DATE else bare


def is_bare_rank(value: str) -> bool:
    """Whether a rank in its one writing does not say among whom."""
    return value.startswith(("第", "前"))


def _level(words: str) -> str:
    for level, known in (
        ("国家级", ("国家", "全国")),
        ("省级", ("省", "全省", "自治区")),
        ("市级", ("市", "全市")),
        ("区级", ("区", "全区")),
        ("县级", ("县", "全县")),
        ("镇级", ("镇",)),
    ):
        if words.removesuffix("级") in known:
            return level
    return words


def _digits(found: re.Match[str]) -> str:
    if found[0].isdigit():
        return str(int(found[0]))
    number = parse_chinese(found[0])
    return found[0] if number is None else str(number)
