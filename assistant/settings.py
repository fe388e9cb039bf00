"""Settings from the environment (设置); read by the command line and the page only."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import SettingsProblem
from prompts import table


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
