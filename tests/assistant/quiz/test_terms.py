"""Terms: the best sentence that explains one, no card for what is only named, whole words."""

from __future__ import annotations

import pytest

from assistant.quiz.model import Kind
from assistant.quiz.term_items import term_items
from assistant.quiz.terms import Source, Term, best_terms, terms_of
from assistant.quiz.voices import Voice, voice_of
from corpus.fold import fold
from corpus.read import read_report


def _voice(*sentences: str, place: str = "云溪县", year: int = 2022) -> Voice:
    text = f"{place}{year}年法治政府建设情况报告\n一、主要工作\n" + "\n".join(sentences) + "\n"
    voice = voice_of(read_report(text, file="报告.txt"))
    assert voice is not None
    return voice


def _terms(*sentences: str) -> dict[str, Term]:
    return {term.word: term for term in terms_of(_voice(*sentences))}


@pytest.mark.parametrize(
    ("sentence", "word", "told"),
    [
        (
            "推行“首违不罚”制度,即对首次违法且危害轻微的不予处罚。",
            "首违不罚",
            "对首次违法且危害轻微的不予处罚",
        ),
        ("“容缺受理”是指主要材料齐全时先行受理。", "容缺受理", "主要材料齐全时先行受理"),
        ("容缺受理,指的是主要材料齐全时先行受理。", "容缺受理", "主要材料齐全时先行受理"),
        (
            "权力清单包括行政许可、行政处罚和行政强制事项。",
            "权力清单",
            "行政许可、行政处罚和行政强制事项",
        ),
        ("推行“综合查一次”(多部门检查合并、一次完成)。", "综合查一次", "多部门检查合并、一次完成"),
        ("落实“三统一”:统一登记、统一编号、统一公布。", "三统一", "统一登记、统一编号、统一公布"),
        (
            "实行统一登记、统一编号、统一公布“三统一”。",
            "三统一",
            "实行统一登记、统一编号、统一公布",
        ),
        ("规范性文件的登记、编号、公布做到“三统一”。", "三统一", "规范性文件的登记、编号、公布"),
        (
            "公示、全过程记录、法制审核等三项制度全面落实。",
            "三项制度",
            "公示、全过程记录、法制审核",
        ),
        (
            "法治云溪、法治政府、法治社会“一规划两方案”印发。",
            "一规划两方案",
            "法治云溪、法治政府、法治社会",
        ),
        ("公布从轻、减轻、不予处罚三类事项,即“三张清单”。", "三张清单", ""),
        (
            "编制从轻和减轻以及不予处罚的事项目录,即“三张清单”。",
            "三张清单",
            "编制从轻和减轻以及不予处罚的事项目录",
        ),
        (
            "创新“综合查一次”模式,将几个部门对一家企业的检查合并进行。",
            "综合查一次",
            "将几个部门对一家企业的检查合并进行",
        ),
    ],
)
def test_a_sentence_that_says_what_a_term_is(sentence: str, word: str, told: str) -> None:
    term = _terms(sentence).get(word)
    if not told:  # the row stands too far from the term to be sure
        assert term is None or term.source is not Source.USED
        return
    assert term is not None
    assert (term.source, term.told) == (Source.DEFINED, told)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("“法律明白人”由63名增加到105名。", "法律明白人"),
        ("培育“法律明白人”105名。", "法律明白人"),
        ("全面推行“扫码入企”。", "扫码入企"),
        ("“扫码入企”成效明显,得到企业好评。", "扫码入企"),
        ("落实权力清单、责任清单、负面清单,依法办事更加自觉。", "负面清单"),
        ("全年政务服务网上办案率稳步提高,推动服务便利。", "网上办"),
        ("推广网上办案系统,方便当事人参加诉讼。", "网上办"),
        ("建立《负面清单》制度汇编,方便群众随时查阅办理。", "负面清单"),
        ("甲局、乙局、丙局落实“三项制度”。", "三项制度"),
        ("甲局、乙局“三项制度”落实到位。", "三项制度"),
        ("推出企业开办、新生儿出生等8个“一件事一次办”事项。", "一件事一次办"),
        ("甲、乙、丙等12项“三张清单”之外的事项照常办理。", "三张清单"),
        ("“首违不罚”即办件全部办结。", "首违不罚"),
        ("开展“法治体检”指导企业依法经营。", "法治体检"),
    ],
)
def test_what_is_only_named_counted_or_part_of_a_word_has_no_explanation(
    sentence: str, word: str
) -> None:
    term = _terms(sentence).get(word)
    assert term is None or term.source is Source.USED


@pytest.mark.parametrize("sentence", ["培育“法律明白人”105名。", "推广网上办案系统,方便群众诉讼。"])
def test_a_term_that_is_only_counted_or_cut_from_a_word_has_no_card(sentence: str) -> None:
    assert _terms(sentence) == {}


def test_what_is_done_with_a_term_is_told_without_counts() -> None:
    found = _terms("落实“法治体检”服务,律师走进企业查找风险,走访企业36家。")
    assert found["法治体检"].source is Source.USED
    assert found["法治体检"].told == "落实“法治体检”服务，律师走进企业查找风险"


def test_the_best_sentence_wins_not_the_first() -> None:
    sentences = (
        "落实“首违不罚”工作要求和任务分工。",
        "推行“首违不罚”,即首次违法且后果轻微并及时改正的可以不予处罚。",
        "深化“首违不罚”改革,营造良好的营商环境。",
    )
    for order in (sentences, sentences[::-1]):
        assert _terms(*order)["首违不罚"].source is Source.DEFINED
    plain = _voice(sentences[0], place="青岚县")
    best = best_terms((*terms_of(plain), *terms_of(_voice(sentences[1]))))
    assert [(one.word, one.place) for one in best] == [("首违不罚", "云溪县")]


def test_a_source_is_quoted_whole() -> None:
    entry = "“府院联动”:政府与法院共同化解行政争议的机制。"
    voice = _voice("“首违不罚”,即首次违法后果轻微的不予处罚。", "名词解释", entry)
    assert len(terms_of(voice)) == 2
    for term in terms_of(voice):
        quote = fold(term.citation.quote)
        assert quote.startswith("“")
        assert quote.count("“") == quote.count("”")
        assert term.word in quote


def test_pairs_are_made_of_explanations_alone() -> None:
    explained = (
        "推行“首违不罚”,即对首次违法且危害轻微的不予处罚。",
        "“容缺受理”是指主要材料齐全时先行受理。",
        "落实“三统一”:统一登记、统一编号、统一公布。",
        "创新“综合查一次”模式,将几个部门对一家企业的检查合并进行。",
    )
    used = "落实“法治体检”服务,律师走进企业查找风险。"
    few = _voice(*explained[:2], used)
    assert list(term_items(few, terms_of(few))) == []
    enough = _voice(*explained, used)
    (pairs,) = term_items(enough, terms_of(enough))
    assert pairs.kind is Kind.MATCH
    matched = {word: pairs.matches[at] for word, at in zip(pairs.options, pairs.right, strict=True)}
    assert matched["三统一"] == "统一登记、统一编号、统一公布"
    assert "法治体检" not in matched
    assert not any("____" in match for match in pairs.matches)
