"""The registry of commands: each row is something that can be done, and whatever can be done is a row."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from textual.widget import Widget

from aotad_tui.cells import pad, width
from aotad_tui.commands.panes import PANES as TABLE
from aotad_tui.commands.registry import (
    BY_ID,
    COMMANDS,
    FOOTER,
    MAP_FOOTER,
    Command,
    Scope,
    by_topic,
    keys_in_words,
)
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.map.screen import MapScreen
from aotad_tui.ui.pane import pane_class
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen

from . import textual_internals
from .frames import assert_kept
from .ui.reader import Reader, reading, running

PANES: tuple[type[Widget], ...] = tuple(map(pane_class, TABLE))
IN_SCOPE: dict[Scope, tuple[type[Widget], ...]] = {
    Scope.READER: (ReadingScreen,),
    Scope.PANE: PANES,
    Scope.PAGE: (PagePane,),
    Scope.MAP: (MapScreen,),
}
EACH = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)


async def test_each_command_has_one_function_in_everything_of_its_scope(jekyll_story: Story) -> None:
    """The tables from command id to function hold the commands of the registry and no others."""
    async with reading(jekyll_story, 5) as reader:
        screen = reader.app.screen
        assert isinstance(screen, ReadingScreen)
        assert set(screen.commands) == ids(Scope.READER)
        for pane in screen.panes.all():
            wanted = ids(Scope.PANE) | (ids(Scope.PAGE) if isinstance(pane, PagePane) else set())
            assert set(pane.commands) == wanted, pane
        await reader.press("m")
        assert isinstance(reader.app.screen, MapScreen)
        assert set(reader.app.screen.commands) == ids(Scope.MAP)


def ids(scope: Scope) -> set[str]:
    return {command.id for command in COMMANDS if command.scope is scope}


def at_once(one: Scope, other: Scope) -> bool:
    """Whether a command of the one scope and one of the other can work at the same time."""
    if Scope.MAP in (one, other):
        return one is other
    return Scope.READER in (one, other) or bool(set(IN_SCOPE[one]) & set(IN_SCOPE[other]))


def test_no_two_commands_that_can_work_at_once_have_a_key_in_common() -> None:
    both = [
        (one.id, other.id, key)
        for one, other in combinations(COMMANDS, 2)
        if at_once(one.scope, other.scope)
        for key in set(one.keys) & set(other.keys)
    ]
    assert both == []


def test_ids_and_titles_are_each_used_once_and_every_command_has_a_key() -> None:
    """A title once on the reading screen and once on the map."""
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({(command.title, command.scope is Scope.MAP) for command in COMMANDS}) == len(COMMANDS)
    assert [command.id for command in COMMANDS if not command.keys] == []
    assert {id: command.id for id, command in BY_ID.items()} == {command.id: command.id for command in COMMANDS}


def test_the_table_of_commands_is_the_one_that_is_kept() -> None:
    """Every word of it is seen in review. To renew it: `RENEW_FRAMES=1 python -m pytest -n0 tests/test_commands.py`."""
    footer = {**dict(FOOTER), **dict(MAP_FOOTER)}
    table = [("id", "title", "keys", "scope", "topic", "footer")]
    for command in COMMANDS:
        keys = keys_in_words(command.keys)
        word = footer.get(command.id, "")
        table.append((command.id, command.title, keys, command.scope.value, command.topic, word))
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    rows = ["  ".join(map(pad, row, widths)) for row in table]
    assert_kept(Path(__file__).parent / "commands.txt", rows)


def test_a_title_has_at_most_four_words() -> None:
    assert [command.title for command in COMMANDS if len(command.title.split()) > 4] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pane", "key"), [(pane_class(pane), pane.key) for pane in TABLE], ids=[pane.id for pane in TABLE]
)
async def test_a_key_does_its_command_wherever_the_command_works(
    pane: type[Widget], key: str, jekyll_story: Story
) -> None:
    """Whatever Textual binds such a key to elsewhere."""
    here = [command for command in COMMANDS if command.scope is Scope.READER or pane in IN_SCOPE[command.scope]]
    async with reading(jekyll_story, 5) as reader:
        await reader.press(key)
        assert not_heard(reader, here) == []


@pytest.mark.slow
async def test_a_key_of_the_map_does_its_command_there(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("m")
        assert not_heard(reader, [command for command in COMMANDS if command.scope is Scope.MAP]) == []


def not_heard(reader: Reader, commands: list[Command]) -> list[tuple[str, str, str | None]]:
    """The keys of commands that do something else where the focus is, or nothing, with what they do."""
    heard = {name: one.binding.action for name, one in reader.app.screen.active_bindings.items()}
    return [
        (command.id, name, heard.get(name))
        for command in commands
        for name in (textual_internals.key_of(key) if len(key) == 1 else key for key in command.keys)
        if heard.get(name) != f"run_command('{command.id}')"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("before", ["", "?", ":", "/", "p", "m", "m f", "e"])
async def test_ctrl_q_leaves_whatever_is_open_and_keeps_the_place(
    jekyll_story: Story, tmp_path: Path, before: str
) -> None:
    file = tmp_path / "reading.db"
    reader_state = ReaderState(Store(file), jekyll_story)
    app = ReaderApp(ReadingScreen(reader_state.begin(jekyll_story, 3), "", ReaderContext(reader_state)))
    async with running(app, (120, 30)) as reader:
        await reader.press("]", "]", *before.split())
        await reader.press("ctrl+q")
        assert not app.is_running
        assert app.return_code == 0
    reader_state.store.close()
    store = Store(file)
    assert ReaderState(store, jekyll_story).begin(jekyll_story, 3).place.section == "the-street/the-will"
    store.close()


@pytest.mark.slow
async def test_ctrl_c_says_how_to_leave(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3) as reader:
        await reader.press("ctrl+c")
        assert "Press q to quit." in reader.text
        assert reader.app.is_running


@pytest.mark.parametrize("footer", [FOOTER, MAP_FOOTER], ids=["reader", "map"])
def test_the_bottom_line_tells_of_commands_that_there_are_each_once(footer: tuple[tuple[str, str], ...]) -> None:
    ids = [id for id, _ in footer]
    assert [id for id in ids if id not in BY_ID] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.slow
async def test_the_help_tells_every_command_with_its_keys_under_its_topic(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0, (120, 120)) as reader:
        await reader.press("?")
        titles = 26  # the column within the box
        left = next(row.index("╭") for row in reader.rows if "╭" in row)
        rows = [row[left + 1 : left + 63] for row in reader.rows]
        for topic, commands in by_topic().items():
            at = [row.strip() for row in rows].index(topic) + 1
            for command in commands:
                keys, title = keys_in_words(command.keys).split(), command.title.split()
                told: tuple[list[str], list[str]] = ([], [])
                while told != (keys, title):  # what is too long for its column goes on below in that column
                    told = (told[0] + rows[at][:titles].split(), told[1] + rows[at][titles:].split())
                    assert told == (keys[: len(told[0])], title[: len(told[1])])
                    at += 1
            assert rows[at].strip() == ""
        assert "j k scroll  esc close" in reader.text


@pytest.mark.slow
async def test_the_palette_finds_every_command_that_can_be_done_and_tells_its_keys(jekyll_story: Story) -> None:
    """Here all can: there are sections and places on both sides, and what is seen may become more and less."""
    async with reading(jekyll_story, 5) as reader:
        await reader.press("]", "]", "ctrl+o", ":")
        for command in COMMANDS:
            await reader.burst("ctrl+u")
            await reader.burst(*f">{command.title}")
            first = reader.pane("hits").split("\n")[0].strip()
            if command.scope is Scope.READER and command.id not in ("find", "find_command", "outward"):
                assert first == f"> {command.title}  {keys_in_words(command.keys)}"
            elif not any(other.title == command.title and other.scope is Scope.READER for other in COMMANDS):
                assert not first.startswith(f"> {command.title}")
