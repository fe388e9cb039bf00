"""What the page is dressed in (页面素材): style, script and icon, all of them our own text."""

from __future__ import annotations

from importlib.resources import files
from typing import cast
from urllib.parse import quote

from prompts import say, table

__all__ = ["colours", "head", "style"]

_PARTS = ("page", "data", "quiz", "check", "composed")
"""What all tabs share comes first."""


def style() -> str:
    """The style sheet."""
    return "".join(_text(f"{name}.css") for name in _PARTS)


def colours() -> dict[str, str]:
    """Colours by the names of Gradio's theme variables."""
    return cast("dict[str, str]", table("page")["theme"])


def head() -> str:
    """What goes into the page's head: the icon and the scripts."""
    scripts = "".join(_text(f"{name}.js") for name in _PARTS)
    return f'<link rel="icon" href="{_icon()}"><script>{scripts}</script>'


def _icon() -> str:
    """The seal of the masthead, drawn in place so that nothing need be fetched."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        '<rect width="64" height="64" rx="13" fill="#9f1d20"/>'
        '<text x="32" y="46" font-size="40" font-family="serif" font-weight="700" fill="#fff" '
        f'text-anchor="middle">{say("page", "seal")}</text></svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"


def _text(name: str) -> str:
    return files("prompts").joinpath(name).read_text(encoding="utf-8")
