"""Events of the mouse for what is gone: a widget that is being removed, and a row of a list that became shorter."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.commands.registry import COMMANDS, Scope
from aotad_tui.story.story import Story
from aotad_tui.ui.platform.callbacks import after_refresh, while_open
from aotad_tui.ui.platform.key_queue import SequentialKeys
from aotad_tui.ui.screens.reading import ReadingScreen
from aotad_tui.ui.widgets.choice_list import ChoiceList

from .reader import reading, running


class _App(SequentialKeys):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield Vertical(Static("words to press", id="words"))
        yield ChoiceList("one", "two", "three")

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        self.chosen.append(event.option_index)


def at_words(kind: type[events.MouseEvent]) -> events.MouseEvent:
    return kind(None, 1, 0, 0, 0, 1, False, False, False, 1, 0)


@pytest.mark.parametrize("kind", [events.MouseDown, events.MouseMove])
async def test_a_widget_that_is_being_removed_cannot_be_pressed(kind: type[events.MouseEvent]) -> None:
    app = _App()
    async with running(app) as reader:
        words = app.query_one("#words")
        if kind is events.MouseMove:
            await app.on_event(at_words(events.MouseDown))  # text is being selected
        await words.remove()
        if app.screen.get_widget_and_offset_at(1, 0)[0] is not words:
            pytest.skip("this version of Textual lays out before the removal ends")
        await app.on_event(at_words(kind))
        await reader.settle()


async def test_a_widget_that_is_there_can_be_pressed() -> None:
    app = _App()
    pressed: list[events.MouseDown] = []
    async with running(app) as reader:
        app.query_one("#words").on_mouse_down = pressed.append  # type: ignore[attr-defined]  # as a class would have it
        await app.on_event(at_words(events.MouseDown))
        await reader.settle()
        assert app.mouse_position == (1, 0)


async def test_what_was_to_be_called_later_is_not_called_once_its_screen_closes() -> None:
    """While it closes it still runs, and its widgets are removed one after another."""
    app = _App()
    async with running(app) as reader:
        screen: Screen[None] = Screen()
        await app.push_screen(screen)
        called: list[str] = []
        timed = while_open(screen, lambda: called.append("timer"))
        after_refresh(screen, lambda: called.append("callback"))
        app.pop_screen()
        assert screen.is_running
        timed()
        await reader.settle()
        assert called == []
        timed = while_open(app.query_one("#words"), lambda: called.append("open"))
        timed()
        assert called == ["open"]


async def test_a_click_on_a_row_that_is_gone_does_nothing() -> None:
    app = _App()
    async with running(app) as reader:
        options = app.query_one(ChoiceList)
        for row in (2, 0):
            click = events.Click(options, 1, row, 0, 0, 1, False, False, False, 1, row)
            click.style = Style(meta={"option": row})
            if row == 2:
                options.clear_options()
                options.add_option("one")
            options.post_message(click)
            await reader.settle()
        assert app.chosen == [0]


@pytest.mark.slow
@pytest.mark.parametrize("command", [command.id for command in COMMANDS if command.scope is Scope.READER])
async def test_what_opens_while_the_program_quits_is_no_crash(jekyll_story: Story, command: str) -> None:
    """Textual mounts such a screen without its widgets."""
    async with reading(jekyll_story, 5) as reader:
        screen = reader.app.screen
        assert isinstance(screen, ReadingScreen)
        reader.app.exit()
        screen.action_run_command(command)
        await reader.settle()
    assert reader.app.return_code == 0
