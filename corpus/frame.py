"""What surrounds a report's body (首尾): title, 文号, salutation, signature, rows of a web page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lines import lines_of
from corpus.model import Fact, Span
from corpus.signature import Signature, read_signature

__all__ = ["Frame", "read_frame"]

_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}[〔\[(]\s?(?:19|20)\d\d\s?[〕\])]\s?\d{1,5}\s?号"
)
_NUMBER_LABEL = re.compile(r"(?:.*(?:文号|字号|文件编号)[\]】:|]*)?")
_SALUTATION = re.compile(
    r"^(?!.*(?:现将|如下))[\u4e00-\u9fff、,\s()]{1,40}"
    r"(?:委|政府|代表|委员|厅|局|办|法制办|领导小组|会议|秘书长|同志们)[\u4e00-\u9fff、,\s]{0,20}:$"
)
_TITLE_END = re.compile(
    r"(?:报告|总结|情况|年报|通报|汇报"
    r"|(?:总结|情况|报告)(?:及|和|与|暨)[\w\s]{0,12}(?:计划|打算|安排|思路|要点))(?:\([^)]*\))?$"
)
_TITLE_SUBJECT = re.compile("法治|法制|依法行政|依法治|政府工作")
_TITLE_ORGAN = re.compile(r"(?:委|政府|局|厅|办|会|院|省|市|县|区|镇|乡|年|年度|关于)$")
_PAGE_ROW = re.compile(
    r"来源\s?:|(?:发布|发文|成文|生成)(?:日期|时间|机构)|(?:浏览|阅读|点击)(?:次数|量|数)?\s?:|字体|索\s*引\s*号"
    r"|责任编辑|信息分类|主题分类|有效性|当前位置|首页"
)
_PAGE_FOOT = re.compile(
    r"扫一扫|打印本?页?|关闭窗口|主办(?:单位)?\s?:|承办(?:单位)?\s?:|网站标识码|备案号|ICP备|版权所有"
    r"|网站地图|(?:联系|咨询)?电话\s?:|邮编\s?:|公网安备|相关(?:链接|附件|文档)"
)
_GLOSSARY = re.compile(
    r"(?:附件?\d?\s?:?\s?)?(?:有关|相关|部分)?(?:名词|术语|注)(?:解释|注释|释义):?$"
)
_FRONT = 24
"""How many lines a title, a 文号 and a salutation may take at most."""
_SHORTEST_PARAGRAPH = 60
_TITLE_LINES = 4
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Found first, since no heading and no figure can lie there."""

    title: Fact | None
    document_number: Fact | None
    addressee: Fact | None
    speaker: Fact | None
    signature: Signature
    front: tuple[Span, ...]
    body: Span


def read_frame(text: str, folded: str) -> Frame:
    """Read title, 文号, salutation and signature, and the range of the body between them."""
    lines = list(lines_of(text))
    front = _front(folded, lines)
    number = _document_number(text, folded, front)
    addressee = _addressee(text, folded, front)
    before = addressee.span.start if addressee else front[-1].end if front else 0
    title = _title(text, folded, front, before=before)
    kept = _without_back_matter(folded, lines)
    signature = read_signature(text, folded, kept, front)
    known = [fact.span.end for fact in (title, number, addressee) if fact]
    start = _behind_page_rows(folded, front, max(known, default=0), title)
    end = kept[-1].end if kept else len(text)
    if signature.start is not None:
        end = signature.start
    return Frame(
        title=title,
        document_number=number,
        addressee=addressee,
        speaker=_speaker(text, folded, front),
        signature=signature,
        front=tuple(front),
        body=Span(start, max(start, end)),
    )


def _front(folded: str, lines: list[Span]) -> list[Span]:
    """The lines before the first numbered heading or the first paragraph, whichever comes first."""
    front: list[Span] = []
    for line in lines[:_FRONT]:
        content = line.of(folded)
        if re.match(r"[一二三四五六七八九十]+、|\(一\)|第一[章部]", content) or (
            content.endswith("。") and len(content) > _SHORTEST_PARAGRAPH
        ):
            break
        front.append(line)
    return front


def _without_back_matter(folded: str, lines: list[Span]) -> list[Span]:
    """The lines without a closing 名词解释 and without the footer of a web page."""
    kept = list(lines)
    for position in range(len(lines) - 1, 1, -1):
        if _GLOSSARY.fullmatch(lines[position].of(folded)):
            kept = lines[:position]
    while len(kept) > 1 and _PAGE_FOOT.search(kept[-1].of(folded)):
        if "。" in kept[-1].of(folded):
            break
        kept.pop()
    return kept


def _behind_page_rows(folded: str, front: list[Span], start: int, title: Fact | None) -> int:
    """Where the body begins: behind rows of a web page and a title that is repeated."""
    repeated = re.sub(r"\s", "", title.value) if title else ""
    for line in front:
        content = line.of(folded)
        again = re.sub(r"\s", "", content) == repeated
        if line.start >= start and "。" not in content and (again or _PAGE_ROW.search(content)):
            start = line.end
    return start


def _document_number(text: str, folded: str, front: list[Span]) -> Fact | None:
    """The 文号 that stands as a line of its own, or behind a label, before the body."""
    for line in front:
        content = line.of(folded)
        found = _DOCUMENT_NUMBER.search(content)
        if found is None:
            continue
        label = re.sub(r"\s", "", content[: found.start()])
        rest = content[found.end() :].strip()
        alone = not label and (len(rest) <= 2 or rest.startswith("签发"))
        if not alone and not (label and _NUMBER_LABEL.fullmatch(label)):
            continue
        span = Span(line.start + found.start(), line.start + found.end())
        return Fact(value=re.sub(r"\s", "", span.of(text)), span=span)
    return None


_SPEAKER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,14}(?:长|主任|主席|书记|代表))\s+[\u4e00-\u9fff·]{1,4}(?:\s?[\u4e00-\u9fff]{1,3})?"
)


def _speaker(text: str, folded: str, front: list[Span]) -> Fact | None:
    """The line of office and name below the title of a speech (省长 某某)."""
    for line in front:
        content = line.of(folded).strip("()— ")
        if _SPEAKER.fullmatch(content) and "政府工作报告" not in content:
            start = folded.find(content, line.start)
            span = Span(start, start + len(content))
            return Fact(value=re.sub(r"\s+", " ", span.of(text)), span=span)
    return None


def _addressee(text: str, folded: str, front: list[Span]) -> Fact | None:
    for line in front:
        if _SALUTATION.match(line.of(folded)):
            span = Span(line.start, line.end - 1)
            return Fact(value=span.of(text), span=span)
    return None


def _title(text: str, folded: str, front: list[Span], *, before: int) -> Fact | None:
    """The line that ends as a report's title does, with the lines of a joint title above.

    One that says what it reports on goes before the name of a page's column (工作报告).
    """
    candidates = [line for line in front if line.start < before]
    ends = [at for at, line in enumerate(candidates) if _ends_as_title(line.of(folded))]
    if not ends:
        return None
    last = next((at for at in ends if _says_what(candidates[at].of(folded))), ends[0])
    first = _first_line_of_title(folded, candidates, last)
    parts = [step.of(text) for step in candidates[first : last + 1]]
    label = _COLUMN.match(folded, candidates[first].start, candidates[first].end)
    named = len(label[0]) if label else 0  # the page's column in brackets is no part of it
    return Fact(
        value="".join(parts)[named:],
        span=Span(candidates[first].start + named, candidates[last].end),
    )


_COLUMN = re.compile(r"\s*[【\[][^】\]]{2,10}[】\]]\s*(?=\S)")


def _ends_as_title(content: str) -> bool:
    fits = len(content) <= _LONGEST_TITLE and not _is_row(content)
    return fits and _TITLE_END.search(content) is not None


def _says_what(content: str) -> bool:
    return _TITLE_SUBJECT.search(content) is not None or re.search(r"20\d\d", content) is not None


def _is_row(content: str) -> bool:
    """A breadcrumb or a labelled row of a web page."""
    return re.search(r"[>:|»]|\t", content) is not None or _PAGE_ROW.search(content) is not None


def _first_line_of_title(folded: str, candidates: list[Span], last: int) -> int:
    first = last
    while first > 0 and last - first < _TITLE_LINES - 1:
        title = folded[candidates[first].start : candidates[last].end]
        above = candidates[first - 1].of(folded)
        if not _continues_title(above.strip(), title):
            break
        first -= 1
    return first


def _continues_title(above: str, title: str) -> bool:
    """Whether the line above is the first part of a title over several lines."""
    if _is_row(above) or _DOCUMENT_NUMBER.search(above) or re.search("[。!?]|第.{1,4}期", above):
        return False
    if len(above) + len(title) > _LONGEST_TITLE or _TITLE_END.search(above):
        return False
    if _TITLE_SUBJECT.search(title) is None:
        return True
    openings = ("关于", "20", "法治", "推进", "依法")
    joint = _TITLE_ORGAN.search(title.split("\n", maxsplit=1)[0]) is not None
    named = re.sub(r"\([^()]*\)$", "", above)  # 农业农村局(乡村振兴局)
    return (joint or title.startswith(openings)) and _TITLE_ORGAN.search(named) is not None
