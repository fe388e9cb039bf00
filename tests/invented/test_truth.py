"""The truth stands in the reports, and its numbers agree with one another."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from tests.invented.asking import Amount
from tests.invented.data import indicators, parts_of, styles
from tests.invented.numbers import one_decimal
from tests.invented.reading import holds, plain_text, read_numbers
from tests.invented.world import World

if TYPE_CHECKING:
    from tests.invented.truth import Invented, Known

WORLD = World(places=14, years=6, seed=7)
REPORTS = tuple(WORLD.reports())
NO_QUANTITY = (
    "“八五”", "“12·4”", "“3·15”", "12345", "12348", "“一件事一次办”", "“三项制度”", "“一站式”",
    "“综合查一次”", "“办一件”", "“解决一类”", "“前移一步”", "一年来", "一律不得", "一律不",
    "整改一项", "销号一项", "第一责任人", "一线", "统一", "一审", "“微细胞”",
)  # fmt: skip

DATES = re.compile(r"20\d\d年|〔\d{4}〕\d+号|^\d\.")


def _level(report: Invented, key: str) -> Known | None:
    return next((known for known in report.levels() if known.key == key), None)


def test_the_same_seed_makes_the_same_reports() -> None:
    again = tuple(islice(World(places=14, years=6, seed=7).reports(), 20))
    assert again == REPORTS[:20]
    other = next(World(places=14, years=6, seed=8).reports())
    assert other.text != REPORTS[0].text


def test_more_places_begin_with_the_same_reports() -> None:
    assert next(World(places=40, years=6, seed=7).reports()) == REPORTS[0]


def test_every_number_stands_at_its_place_in_its_sentence() -> None:
    for report in REPORTS:
        end = 0
        for known in report.truth:
            start, stop = known.span
            assert report.text[start:stop] == known.as_written
            assert start >= end, "in reading order"
            end = stop
            at = report.text.find(known.sentence)
            found = [at]
            while at >= 0:
                at = report.text.find(known.sentence, at + 1)
                found.append(at)
            assert any(
                one <= start and stop <= one + len(known.sentence) for one in found if one >= 0
            )


def test_every_number_reads_as_its_value() -> None:
    for report in REPORTS:
        for known in report.truth:
            wanted = Amount(value=known.value, unit=known.unit, hedge=known.hedge)
            assert holds(known.as_written, wanted) == 0, known


def test_no_number_of_a_report_is_missing_in_its_truth() -> None:
    for report in REPORTS:
        sentences = {known.sentence for known in report.truth}
        for sentence in sentences:
            rest = sentence
            for known in report.truth:
                if known.sentence == sentence:
                    rest = rest.replace(known.as_written, "", 1)
            for words in (*NO_QUANTITY, *(f"{year}年" for year in range(2010, 2030))):
                rest = rest.replace(words, "")
            assert not list(read_numbers(rest)), (rest, sentence)


def test_numbers_outside_the_truth_are_names_and_dates() -> None:
    for report in REPORTS:
        for line in report.text.split("\n")[4:-4]:
            rest = line
            if line.startswith(("来源：", "索引号：")):
                continue
            for known in report.truth:
                rest = rest.replace(known.sentence, "")
            for words in NO_QUANTITY:
                rest = rest.replace(words, "")
            rest = DATES.sub("", plain_text(rest))
            assert not re.search(r"\d", rest), rest


def test_parts_and_portions_stay_below_their_whole() -> None:
    for report in REPORTS:
        wrong = {flaw.key for flaw in report.flaws}
        for whole in indicators():
            known = _level(report, whole)
            parts = [_level(report, part.key) for part in parts_of(whole) if part.key not in wrong]
            told = [part.value for part in parts if part]
            if known and told:
                assert sum(told) <= known.value
        for one in indicators().values():
            part, base = _level(report, one.key), _level(report, one.of) if one.of else None
            if part and base and not report.special:
                assert part.value <= base.value


def test_shares_and_changes_recompute_unless_planted() -> None:
    seen = Counter[str]()
    by_year = {(one.place.name, one.year): one for one in REPORTS if not one.special}
    for report in REPORTS:
        planted = {(flaw.kind, flaw.key) for flaw in report.flaws}
        for known in report.truth:
            one = indicators()[known.key]
            if one.ratio and known.kind == "share":
                part, whole = (_level(report, key) for key in one.ratio)
                assert part is not None
                assert whole is not None
                right = one_decimal(part.value * 100 / whole.value) == known.value
                assert right == (("share", known.key) not in planted)
                seen["share"] += 1
            before = by_year.get((known.place, known.year - 1))
            if known.kind != "change" or before is None:
                continue
            old, new = _level(before, known.key), _level(report, known.key)
            assert old is not None
            assert new is not None
            moved = new.value - old.value
            assert (moved < 0) == known.falls
            if known.unit == "%":
                moved = one_decimal(moved * 100 / old.value)
            assert (abs(moved) == known.value) == (("change", known.key) not in planted)
            seen["change"] += 1
    assert min(seen.values()) > 30


def test_last_years_numbers_are_what_last_years_report_said() -> None:
    by_year = {(one.place.name, one.year): one for one in REPORTS if not one.special}
    quoted = [known for report in REPORTS for known in report.truth if known.period < known.year]
    assert len(quoted) > 50
    for known in quoted:
        before = _level(by_year[known.place, known.year - 1], known.key)
        assert before is not None
        assert (before.value, before.hedge) == (known.value, known.hedge)


def test_every_kind_of_flaw_is_planted_and_told() -> None:
    flaws = [
        flaw for report in World(places=60, years=6, seed=7).reports() for flaw in report.flaws
    ]
    kinds = Counter(flaw.kind for flaw in flaws)
    assert set(kinds) == {"change", "part", "share", "impossible", "conflict"}
    assert not [one for one in World(places=30, years=6, flaws=False).reports() if one.flaws]


def test_a_flaw_is_really_wrong() -> None:
    for report in World(places=60, years=6, seed=7).reports():
        for flaw in report.flaws:
            assert flaw.as_written in flaw.sentence
            assert flaw.sentence in report.text
            if flaw.kind == "part":
                known = _level(report, flaw.key)
                whole = _level(report, indicators()[flaw.key].whole)
                assert known is not None
                assert whole is not None
                assert known.value > whole.value
            elif flaw.kind == "impossible":
                assert next(read_numbers(flaw.as_written)).value > 100
            else:
                assert plain_text(flaw.as_written) != plain_text(flaw.expected)


def test_every_style_and_every_writing_occurs() -> None:
    assert {report.style for report in REPORTS} == {style.name for style in styles()}
    written = [known.as_written for report in REPORTS for known in report.truth]
    for sample in (
        lambda text: "," in text,
        lambda text: "百分之" in text,
        lambda text: "万余" in text and text[0].isascii(),
        lambda text: "千" in text and "余" in text,
        lambda text: "０" in text,
        lambda text: " " in text,
        lambda text: text.startswith("近"),
        lambda text: text.startswith("约"),
        lambda text: text.startswith("超"),
        lambda text: text.endswith("以上"),
        lambda text: "万元" in text,
        lambda text: "个百分点" in text,
    ):
        assert any(map(sample, written))


@pytest.mark.parametrize("kind", ["level", "share", "change", "target"])
def test_every_kind_of_number_occurs(kind: str) -> None:
    assert sum(known.kind == kind for report in REPORTS for known in report.truth) > 50


def test_a_report_holds_dozens_of_numbers_and_leaves_some_out() -> None:
    full = [report for report in REPORTS if not report.special and report.place.level == "county"]
    for report in full:
        said = {known.key for known in report.levels()}
        assert 40 <= len(said) < len(indicators())


def test_places_are_unique_and_levels_share_names() -> None:
    places = World(places=2000, years=1).all_places
    names = [place.name for place in places]
    assert len(set(names)) == 2000
    assert {"云岚市", "云岚县", "云岚区", "霁川市", "霁川县"} <= set(names)
    assert "霁川区" not in names
    assert Counter(place.level for place in places)["department"] > 100


def test_values_are_decimals_in_base_units() -> None:
    fines = [known for report in REPORTS for known in report.levels() if known.key == "fines"]
    assert all(isinstance(known.value, Decimal) and known.unit == "元" for known in fines)
    assert any("万元" in known.as_written and known.value > 100_000 for known in fines)
