"""其中 against its whole."""

from __future__ import annotations

import pytest

from tests.assistant.audit.invented_reports import audit_of, kinds_of

ABOVE, SUM, REST = "part_above_whole", "parts_above_whole", "parts_not_whole"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("全年受理行政复议案件14件(其中化解行政争议18件)。", ABOVE),
        ("全年受理行政复议案件14件(高质量实质性化解行政争议18件)。", ABOVE),
        ("办理法律援助案件331件,其中农民工案件342件。", ABOVE),
        ("办结行政复议案件34件,其中维持19件、撤销40件。", ABOVE),
        ("收到行政复议申请41件,受理37件,办结34件,其中维持36件。", ABOVE),
        ("完成营造林100万亩,其中国有林场120万亩。", ABOVE),
        ("发放补贴8000万元,其中农机补贴1.2亿元。", ABOVE),
        ("下放事项554项(其中:行政许可583项,委托89项)。", ABOVE),
        ("排查隐患80余处,其中重大隐患95处。", ABOVE),
        ("办结行政复议案件34件,其中维持19件、撤销6件、驳回12件。", SUM),
        ("办理法律援助案件367件,其中民事案件254件、刑事案件123件。", SUM),
        ("作出行政处罚决定2237件,其中生态环境54件、市场监管389件,其他领域1807件。", SUM),
        ("作出行政处罚决定2237件,其中生态环境54件、市场监管389件,其他领域1607件。", REST),
    ],
)
def test_what_cannot_be_part_of_the_whole_is_found(sentence: str, kind: str) -> None:
    assert kinds_of(sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "受理行政复议案件14件(高质量实质性化解行政争议8件)。",
        # As large as the whole, or rounded to it.
        "受理案件14件,其中劳动争议14件。",
        "惠及群众1万人次,其中农民工10400人次。",
        "排查隐患80余处,其中重大隐患85处。",
        "走访企业近200家,其中民营企业198家。",
        "办件约1.9万件,其中帮办代办20100件。",
        "开展巡查600次以上,其中夜间巡查640次。",
        # 其中 means an earlier number.
        "受理维权案件105件,办结99件,其中专利61件、商标32件、著作权12件。",
        "排查矛盾纠纷517起,调解成功503起,其中邻里纠纷510起。",
        "受理案件105件,办结99件,其中专利101件。",
        "承办人大代表建议37件、政协提案52件,其中主办件61件、会办件28件。",
        # Nothing says that it is a part.
        "组织培训12期,培训人员640人次。",
        "出台文件66项(市级累计下放120项)。",
        "办理建议94件(上年为110件)。",
        "办理建议94件(同比增加110件)。",
        "办结案件30件(含上年结转35件)。",
        "办理政协提案20件(代表建议35件)。",
        "接待来访1320批次(3865人次)。",
        "新建公园5个,其中为12个小区修建步道。",
        "建成站点5个,服务群众3万人,其中为120个企业提供咨询。",
        # Other numbers of the sentence are no parts.
        "办理建议29件,其中区级8件、镇级21件,已解决25件。",
        "聘用队员21人,其中持有行政执法证15人,年内新申领4人、注销1人,另有协管人员9人。",
        "查出资金5.64亿元,其中违规资金0.37亿元,促进整改落实6.98亿元。",
        "办理建议109件、提案123件,其中重点督办件各五件。",
        # Kinds of parts that may overlap.
        "办理法律援助案件100件,其中农民工案件60件、未成年人案件30件、妇女案件40件。",
        "选聘调解员30名,其中党员20名、妇女18名。",
        # Parts of other units stand between.
        "审查文件143件,其中规范性文件8件、合同协议71份、其他文件64件。",
        "登记来信来访174件,其中来访58批次、133人次。",
        "地区生产总值增长5.5%,其中一产增长6.5%。",
    ],
)
def test_what_may_be_right_is_left_alone(sentence: str) -> None:
    assert kinds_of(sentence) == []


def test_the_finding_shows_both_numbers_with_their_places() -> None:
    (finding,) = audit_of("全年办理法律援助案件331件,其中农民工案件342件。").findings
    assert finding.severity == "contradiction"
    assert [term.written for term in finding.terms] == ["342件", "331件"]
    assert "342件" in finding.text
    assert "多出11件" in finding.text
    assert len(finding.citations) == 2
    for term in finding.terms:
        start = term.span.start - term.citation.span.start
        assert term.citation.quote[start:].startswith(term.written)


def test_the_sum_is_shown_with_its_terms() -> None:
    (finding,) = audit_of("办结案件34件,其中维持19件、撤销6件、驳回12件。").findings
    assert "19+6+12=37件" in finding.text


def test_a_bracket_that_says_nothing_of_parts_is_in_doubt() -> None:
    (finding,) = audit_of("受理行政复议案件14件(实质性化解行政争议18件)。").findings
    assert finding.severity == "doubt"
    (finding,) = audit_of("受理行政复议案件14件(其中实质性化解行政争议18件)。").findings
    assert finding.severity == "contradiction"
