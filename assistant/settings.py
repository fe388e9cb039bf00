"""Settings from the environment (设置); read by the command line and the page only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import SettingsProblem
from prompts import table

if TYPE_CHECKING:
    from index.groups_rules import GroupRules


class Settings(BaseSettings):
    """Every `FAZHI_…` variable; none is needed."""

    model_config = SettingsConfigDict(
        env_prefix="FAZHI_", env_ignore_empty=True, extra="ignore", frozen=True
    )

    embedding_model: str | None = None
    """None is the bundled model; else a folder, a hub name or `http://host/v1#name`."""
    index: Path = Path("data/index")
    """Folder of the index."""
    feedback: Path = Path("data/feedback.sqlite")
    """Where 👍 and 👎 are kept."""
    progress: Path = Path("data/progress.sqlite")
    """Where training keeps what each learner has answered."""
    strict_hedge: bool = False
    """In training, an answer without the report's 余 or 近 is not quite right."""
    indicator_groups: Path | None = None
    """A TOML file of indicators that belong together or apart, besides the bundled one."""
    chat_model: str | None = None
    """A language model that words the answers, as `provider:name`; None is none (成文模型)."""
    chat_base_url: str | None = None
    """Address of its OpenAI-compatible endpoint, or of Ollama."""
    chat_api_key: SecretStr | None = None
    chat_timeout: float = Field(default=60, gt=0)
    """Seconds that a whole reply may take; then the answer by rules is given."""
    chat_retries: int = Field(default=1, gt=-1)
    chat_context: int = Field(default=6144, gt=1023)
    """Tokens that prompt and reply may have together."""
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)


def read_settings() -> Settings:
    """The settings of this process; `SettingsProblem` names the first bad variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "FAZHI_" + "_".join(str(part) for part in first["loc"]).upper()
        words = table("settings")
        why = words.get(first["type"], words["other"])
        raise SettingsProblem(name=name, why=why) from error


def read_group_rules(settings: Settings) -> GroupRules:
    """The user's rules for groups of indicators; `SettingsProblem` if the file is none."""
    # Imported here, so that the help starts at once.
    from index.groups_rules import GroupRules, read_rules

    if settings.indicator_groups is None:
        return GroupRules()
    try:
        return read_rules(settings.indicator_groups)
    except (OSError, ValueError) as error:
        words = table("settings")
        why = words["file_missing" if isinstance(error, OSError) else "no_groups"]
        raise SettingsProblem(name="FAZHI_INDICATOR_GROUPS", why=why) from error
