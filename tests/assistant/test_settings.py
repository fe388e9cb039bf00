"""Settings come from `FAZHI_…` variables; a bad one is named in Chinese."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import read_settings
from corpus.errors import SettingsProblem


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
