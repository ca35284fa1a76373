"""Our own themes, in addition to Textual's. Colours differ in blue, yellow and brightness, never in red and green."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App
from textual.theme import Theme

from aotad_tui.progress.settings import THEME_BY_BACKGROUND

from .platform.terminal_background import BackgroundColor
from .platform.terminal_requests import follow_background, forget_background

ResultT = TypeVar("ResultT")

DARK = Theme(
    name="aotad-dark",
    primary="#7FB2E5",
    secondary="#C9A7EB",
    accent="#F2C14E",
    foreground="#E6E6E6",
    background="#15181C",
    surface="#1C2026",
    panel="#2A3038",
    success="#7CC7B5",
    warning="#F2C14E",
    error="#FF8F6B",
    dark=True,
    variables={"foreground-muted": "#E6E6E6CC"},
)
LIGHT = Theme(
    name="aotad-light",
    primary="#1F4E8C",
    secondary="#6A3D9A",
    accent="#7A4B00",
    foreground="#1B1B1B",
    background="#FAF8F4",
    surface="#F1EEE8",
    panel="#E2DDD3",
    success="#0B5E55",
    warning="#7A4B00",
    error="#D0006F",
    dark=False,
    variables={"foreground-muted": "#1B1B1BCC"},
)
CONTRAST = Theme(
    name="aotad-contrast",
    primary="#FFFF00",
    secondary="#00FFFF",
    accent="#FFFF00",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#000080",
    success="#00FFFF",
    warning="#FFFF00",
    error="#FFA0A0",
    dark=True,
    variables={
        "text-primary": "#FFFF00",
        "text-secondary": "#00FFFF",
        "text-accent": "#FFFF00",
        "text-success": "#00FFFF",
        "text-warning": "#FFFF00",
        "text-error": "#FFA0A0",
        "text-muted": "auto 100%",
        "foreground-muted": "#FFFFFF",
    },
)
MUTED = "$foreground-muted"
"""The style of secondary text in a `Content`, where Textual draws `$text-muted` in white or black."""
OURS = (DARK, LIGHT, CONTRAST)
"""The themes. The first one is the default."""


def apply_theme(app: App[ResultT], name: str) -> None:
    """Use a theme; the first one if there is no such theme.

    "auto" is the first one until the terminal reports its background, then the light or the dark one.
    """
    forget_background(app)
    app.theme = name if name in app.available_themes else OURS[0].name
    if name == THEME_BY_BACKGROUND:
        follow_terminal(app)


def follow_terminal(app: App[ResultT]) -> None:
    """Use the light or the dark theme, as soon as the background of the terminal is known."""

    def fit(background: BackgroundColor) -> None:
        app.theme = LIGHT.name if background.is_light else DARK.name

    follow_background(app, fit)
