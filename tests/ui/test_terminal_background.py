"""The theme follows the background of the terminal until the reader chooses one."""

from __future__ import annotations

import pytest

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import Settings, SettingsRead
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.platform.terminal_background import BackgroundColor
from aotad_tui.ui.reader_context import ReaderContext
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
    assert await theme_after(jekyll_story, Settings(), WHITE, keys=("t", "j", "enter")) == "aotad-dark"
    assert await theme_after(jekyll_story, Settings(), WHITE, keys=("t", "j", "j", "j", "enter")) == "aotad-contrast"


@pytest.mark.slow
async def test_auto_is_chosen_in_the_list_and_follows_the_answer_whenever_it_comes(jekyll_story: Story) -> None:
    read = SettingsRead(Settings(theme="nord"))
    context = ReaderContext(ReaderState.in_memory(jekyll_story), read)
    app = ReaderApp(ReadingScreen(Session.begin(jekyll_story, 3), "", context), read)
    asked: list[str] = []
    app.terminal.ask_background = lambda: asked.append(app.theme)
    async with running(app) as reader:
        assert asked == []
        await reader.press("t")
        assert app.theme == "nord"
        await reader.press("g", "enter")
        assert (app.theme, len(asked)) == ("aotad-dark", 1)
        app.terminal.report_background(WHITE)
        assert app.theme == "aotad-light"
        await reader.press("t", "j", "enter")
        assert app.theme == "aotad-dark"
        await reader.press("t", "g")
        assert (app.theme, len(asked)) == ("aotad-light", 1), "the answer is known"
        await reader.press("escape")
        assert app.theme == "aotad-dark"


@pytest.mark.slow
async def test_an_answer_during_the_choice_of_another_theme_is_not_lost(jekyll_story: Story) -> None:
    assert await theme_after(jekyll_story, Settings(), WHITE, keys=("t", "j")) == "aotad-dark"
    app = ReaderApp(ReadingScreen(Session.begin(jekyll_story, 3)))
    async with running(app) as reader:
        await reader.press("t", "j")
        app.terminal.report_background(WHITE)
        await reader.press("escape")
        assert app.theme == "aotad-light"
