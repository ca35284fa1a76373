"""The theme follows the background of the terminal until the reader chooses one."""

from __future__ import annotations

import pytest

from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import Settings, SettingsRead
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.platform.terminal_background import BackgroundColor
from aotad_tui.ui.screens.reading import ReadingScreen

from .reader import running

WHITE, BLACK = BackgroundColor(1.0, 1.0, 1.0), BackgroundColor(0.0, 0.0, 0.0)


async def theme_after(story: Story, settings: Settings, *answers: BackgroundColor, keys: tuple[str, ...] = ()) -> str:
    """The theme after keys and then answers of the terminal."""
    app = ReaderApp(ReadingScreen(Session.begin(story, 3)), SettingsRead(settings))
    async with running(app) as reader:
        await reader.press(*keys)
        for answer in answers:
            app.terminal.report_background(answer)
            await reader.settle()
        return app.theme


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "answers", "theme"),
    [
        (Settings(), (), "aotad-dark"),
        (Settings(), (BLACK,), "aotad-dark"),
        (Settings(), (WHITE,), "aotad-light"),
        (Settings(), (BLACK, WHITE), "aotad-dark"),
        (Settings(theme="nord"), (WHITE,), "nord"),
        (Settings(theme="aotad-dark"), (WHITE,), "aotad-dark"),
    ],
)
async def test_the_first_answer_counts_where_no_theme_is_set(
    jekyll_story: Story, settings: Settings, answers: tuple[BackgroundColor, ...], theme: str
) -> None:
    assert await theme_after(jekyll_story, settings, *answers) == theme


@pytest.mark.slow
async def test_a_theme_chosen_before_the_answer_wins(jekyll_story: Story) -> None:
    assert await theme_after(jekyll_story, Settings(), WHITE, keys=("t", "enter")) == "aotad-dark"
    assert await theme_after(jekyll_story, Settings(), WHITE, keys=("t", "j", "j", "enter")) == "aotad-contrast"
