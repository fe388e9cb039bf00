"""Settings come from `FAZHI_…` variables; a bad one is named in Chinese."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import read_group_rules, read_settings
from corpus.errors import SettingsProblem
from index.groups_rules import GroupRules


@pytest.fixture(autouse=True)
def _none_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FAZHI_")]:
        monkeypatch.delenv(name)


def test_none_is_needed() -> None:
    settings = read_settings()
    assert settings.embedding_model is None
    assert settings.index == Path("data/index")
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)


def test_each_is_read_from_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", "某模型")
    monkeypatch.setenv("FAZHI_INDEX", "别处")
    monkeypatch.setenv("FAZHI_PORT", "8000")
    settings = read_settings()
    assert (settings.embedding_model, settings.index, settings.port) == (
        "某模型",
        Path("别处"),
        8000,
    )


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_EMBEDDING_MODEL", "")
    monkeypatch.setenv("FAZHI_PORT", "")
    assert read_settings().embedding_model is None
    assert read_settings().port == 7860


def test_variables_of_other_parts_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_DEBUG", "1")
    monkeypatch.setenv("FAZHI_CACHE", "somewhere")
    read_settings()


@pytest.mark.parametrize(
    ("value", "why"),
    [("九千", "应为整数"), ("0", "应在 1 到 65535 之间"), ("65536", "应在 1 到 65535 之间")],
)
def test_a_bad_value_is_named(monkeypatch: pytest.MonkeyPatch, value: str, why: str) -> None:
    monkeypatch.setenv("FAZHI_PORT", value)
    with pytest.raises(SettingsProblem) as caught:
        read_settings()
    assert caught.value.details == {"name": "FAZHI_PORT", "why": why}


def test_settings_do_not_change() -> None:
    settings = read_settings()
    with pytest.raises(ValidationError):
        settings.port = 1


def test_groups_of_indicators_come_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_group_rules(read_settings()) == GroupRules()
    file = tmp_path / "分组.toml"
    file.write_text('apart = [["受理行政复议案件", "新收行政复议案件"]]', encoding="utf-8")
    monkeypatch.setenv("FAZHI_INDICATOR_GROUPS", str(file))
    rules = read_group_rules(read_settings())
    assert rules.apart == (("受理行政复议案件", "新收行政复议案件"),)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (None, "这个文件读不到"),
        ("together = 3", "这个文件不是指标分组表(TOML,只有 together 和 apart 两个列表)"),
        ("同组 = []", "这个文件不是指标分组表(TOML,只有 together 和 apart 两个列表)"),
        ("apart = [[", "这个文件不是指标分组表(TOML,只有 together 和 apart 两个列表)"),
    ],
)
def test_a_file_of_groups_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str | None, why: str
) -> None:
    file = tmp_path / "分组.toml"
    if said is not None:
        file.write_text(said, encoding="utf-8")
    monkeypatch.setenv("FAZHI_INDICATOR_GROUPS", str(file))
    with pytest.raises(SettingsProblem) as caught:
        read_group_rules(read_settings())
    assert caught.value.details == {"name": "FAZHI_INDICATOR_GROUPS", "why": why}


def test_the_key_of_a_language_model_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAZHI_CHAT_MODEL", "openai:某模型")
    monkeypatch.setenv("FAZHI_CHAT_API_KEY", "geheim")
    settings = read_settings()
    assert settings.chat_api_key is not None
    assert settings.chat_api_key.get_secret_value() == "geheim"
    assert "geheim" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("FAZHI_CHAT_TIMEOUT", "0", "这个数太小"),
        ("FAZHI_CHAT_TIMEOUT", "一会儿", "应为数"),
        ("FAZHI_CHAT_RETRIES", "-1", "这个数太小"),
        ("FAZHI_CHAT_CONTEXT", "500", "这个数太小"),
    ],
)
def test_bad_numbers_of_a_language_model_are_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, why: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsProblem) as caught:
        read_settings()
    assert caught.value.details == {"name": name, "why": why}
