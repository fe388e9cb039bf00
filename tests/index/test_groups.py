from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.groups import Signature, listed, measure_of, sign, written
from index.groups_near import close_enough, join, swappable, swaps_among
from index.groups_rules import GroupRules, bundled_rules, read_rules
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAIRS = tomllib.loads((Path(__file__).parent / "indicator_pairs.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), PAIRS["together"])
def test_one_meaning_has_one_signature(one: str, other: str) -> None:
    assert listed(one) == listed(other)


@pytest.mark.parametrize(("one", "other"), [*PAIRS["apart"], *PAIRS["near"]["other"]])
def test_two_meanings_have_two_signatures(one: str, other: str) -> None:
    assert listed(one) != listed(other)


def test_a_bare_act_takes_its_matter_from_what_stands_around() -> None:
    assert sign("办结", "受理行政复议案件") == ("办结", "行政复议")
    assert sign("办结", "", "做好行政复议工作") == ("办结", "行政复议")
    assert sign("满意率", "承办12345热线工单") == ("12345热线", "满意度")
    assert sign("办结行政复议案件", "受理法律援助案件") == ("办结", "行政复议")
    assert sign("维持", "审结", behind="新收行政复议案件") == ("维持", "行政复议")


def test_a_change_is_of_what_was_said_before() -> None:
    assert sign("比上年增加", "受理行政复议案件") == ("受理", "增长", "行政复议")
    assert sign("比上年减少", "受理行政复议案件") == ("下降", "受理", "行政复议")


def test_a_part_keeps_the_words_of_its_whole() -> None:
    whole = sign("行政处罚类")
    part = sign("行政处罚类", "受理行政复议案件", part=True)
    assert part == ("<受理", "类", "行政处罚", "行政复议")
    assert part != whole
    # A part that is an act of its own is the act: 受理37件,其中办结34件.
    assert sign("办结", "受理行政复议案件", part=True) == ("办结", "行政复议")


def test_who_did_it_stays_in_the_name() -> None:
    assert sign("公证机构办理公证") == ("公证", "办理", "机构")
    assert sign("办理公证") == sign("公证办理量") == ("公证",)
    assert sign("人民调解组织") == ("人民调解", "组织")


def test_a_new_application_is_received_not_accepted() -> None:
    assert sign("新收行政复议申请") == sign("收到行政复议申请") == ("收到", "行政复议")
    assert sign("新收行政复议案件") == ("受理", "行政复议")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        *[("件", "份", True), ("件", "起", True), ("人", "名", True), ("件", "元", False)],
        *[("%", "件", False), ("次", "件", False), ("", "件", False), ("篇章", "乐章", False)],
    ],
)
def test_what_units_measure(one: str, other: str, alike: bool) -> None:
    assert (measure_of(one) == measure_of(other)) is alike


@pytest.mark.parametrize("word", ["受理", "行政复议", "云溪县", "省级", "一审", "2022", "<办结"])
def test_words_that_nothing_stands_for(word: str) -> None:
    assert not swappable(word)


def _swaps(one: str, other: str) -> list[tuple[str, str]]:
    left, right = (Signature(listed(name), "things") for name in (one, other))
    (word,), (instead,) = (
        set(left.words) - set(right.words),
        set(right.words) - set(left.words),
    )
    return [swap[2:] for swap in swaps_among([(word, left), (instead, right)])]


def test_only_likely_words_are_compared() -> None:
    assert _swaps("12345热线按期办结率", "12345热线按时办结率") == [("按时", "按期")]
    assert _swaps("出具法律顾问书面意见", "提供法律顾问书面意见") == [("出具", "提供")]
    assert _swaps("普法海报", "普法挂图") == []
    assert _swaps("市场监管行政处罚", "交通运输行政处罚") == []


def test_vectors_decide_and_without_them_nothing_is_merged() -> None:
    one, other = (Signature(listed(f"按{end}办结12345工单"), "things") for end in "期时")
    swap = (one, other, "按期", "按时")
    texts = [" ".join(one.words), " ".join(other.words), "按期", "按时"]
    far = dict(zip(texts, HashEmbeddings().embed_documents(texts), strict=True))
    near = dict.fromkeys(texts, HashEmbeddings().embed_query("同"))

    def arrays(vectors: dict[str, list[float]]) -> dict[str, NDArray[np.float32]]:
        return {text: np.array(vector, dtype=np.float32) for text, vector in vectors.items()}

    assert close_enough(swap, arrays(near)) == 1.0
    assert close_enough(swap, arrays(far)) is None
    assert close_enough(swap, {}) is None


def test_no_chain_joins_what_is_no_pair() -> None:
    assert join([(0.99, 1, 2), (0.98, 2, 3)]) == [{1, 2}, {3}]
    assert join([(0.98, 2, 3), (0.99, 2, 1), (0.97, 1, 3)]) == [{1, 2, 3}]
    assert join([]) == []


def test_rules_are_read_joined_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "分组.toml"
    file.write_text(
        'together = [["甲案件", "乙案件"]]\napart = [["丙", "丁|受理申请"]]', encoding="utf-8"
    )
    rules = read_rules(file)
    assert rules == GroupRules(together=(("甲案件", "乙案件"),), apart=(("丙", "丁|受理申请"),))
    assert GroupRules.from_json(rules.as_json()) == rules
    assert rules.leaving() == {written("丁")}
    both = rules.plus(GroupRules(together=(("戊", "己"),)))
    assert both.together == (("甲案件", "乙案件"), ("戊", "己"))


@pytest.mark.parametrize("said", ["together = 1", "apart = [[1]]", "other = []", "[["])
def test_a_file_that_holds_no_rules(tmp_path: Path, said: str) -> None:
    file = tmp_path / "分组.toml"
    file.write_text(said, encoding="utf-8")
    with pytest.raises(ValueError, match=r"\w"):
        read_rules(file)


def test_bundled_rules_contradict_no_labelled_pair() -> None:
    rows = [set(row) for row in bundled_rules().merged()]
    for one, other in [*PAIRS["apart"], *PAIRS["near"]["other"]]:
        assert not any({listed(one), listed(other)} <= row for row in rows), (one, other)


@pytest.mark.embedder
def test_meaning_joins_no_two_things() -> None:
    from index.embeddings import open_embeddings

    embeddings = open_embeddings(None)

    def joined(one: str, other: str) -> bool:
        left, right = (Signature(listed(name), "things") for name in (one, other))
        words = [set(left.words) - set(right.words), set(right.words) - set(left.words)]
        if [len(each) for each in words] != [1, 1] or not all(map(swappable, set.union(*words))):
            return False
        alike = [(words[0].pop(), left), (words[1].pop(), right)]
        texts = [alike[0][0], alike[1][0], " ".join(left.words), " ".join(right.words)]
        made = np.array(embeddings.embed_documents(texts), dtype=np.float32)
        vectors = dict(zip(texts, made, strict=True))
        return any(close_enough(swap, vectors) is not None for swap in swaps_among(alike))

    wrong = [pair for pair in [*PAIRS["apart"], *PAIRS["near"]["other"]] if joined(*pair)]
    assert wrong == []
    assert sum(joined(*pair) for pair in PAIRS["near"]["same"]) >= 4
