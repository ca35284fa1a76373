"""The registry of commands: each row has a function, a key and a place in help and palette."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from textual.widget import Widget

from aotad_tui.cells import pad, width
from aotad_tui.commands.footers import FOOTERS
from aotad_tui.commands.keys import keys_in_force
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
from aotad_tui.ui.palette.commands import OF_PAGE
from aotad_tui.ui.pane import pane_class
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen

from . import textual_internals
from .frames import assert_equals_frame
from .ui.reader import Reader, reading, running

PANES: tuple[type[Widget], ...] = tuple(map(pane_class, TABLE))
IN_SCOPE: dict[Scope, tuple[type[Widget], ...]] = {
    Scope.READER: (ReadingScreen,),
    Scope.PANE: PANES,
    Scope.PAGE: (PagePane,),
    Scope.MAP: (MapScreen,),
}
EACH = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)


async def test_each_command_has_one_function_in_every_object_of_its_scope(jekyll_story: Story) -> None:
    """The tables from command id to function have the commands of the registry and no others."""
    async with reading(jekyll_story, 5) as reader:
        screen = reader.app.screen
        assert isinstance(screen, ReadingScreen)
        assert set(screen.commands) == ids(Scope.READER)
        for pane in screen.panes.all():
            expected = ids(Scope.PANE) | (ids(Scope.PAGE) if isinstance(pane, PagePane) else set())
            assert set(pane.commands) == expected, pane
        await reader.press("m")
        assert isinstance(reader.app.screen, MapScreen)
        assert set(reader.app.screen.commands) == ids(Scope.MAP)


def ids(scope: Scope) -> set[str]:
    return {command.id for command in COMMANDS if command.scope is scope}


def can_be_active_together(one: Scope, other: Scope) -> bool:
    """Whether a command of the one scope and one of the other can work at the same time."""
    if Scope.MAP in (one, other):
        return one is other
    return Scope.READER in (one, other) or bool(set(IN_SCOPE[one]) & set(IN_SCOPE[other]))


def test_commands_that_can_be_active_together_share_no_key() -> None:
    conflicts = [
        (one.id, other.id, key)
        for one, other in combinations(COMMANDS, 2)
        if can_be_active_together(one.scope, other.scope)
        for key in set(one.keys) & set(other.keys)
    ]
    assert conflicts == []


def test_ids_and_titles_are_unique_and_every_command_has_a_key() -> None:
    """The reading screen and the map may have a title in common."""
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({(command.title, command.scope is Scope.MAP) for command in COMMANDS}) == len(COMMANDS)
    assert [command.id for command in COMMANDS if not command.keys] == []
    assert {id: command.id for id, command in BY_ID.items()} == {command.id: command.id for command in COMMANDS}


def test_the_table_of_commands_equals_its_frame() -> None:
    """Reviews show every change of it. To renew it: `RENEW_FRAMES=1 python -m pytest -n0 tests/test_commands.py`."""
    footer = {**dict(FOOTER), **dict(MAP_FOOTER)}
    table = [("id", "title", "keys", "scope", "topic", "footer")]
    for command in COMMANDS:
        keys = keys_in_words(command.keys)
        word = footer.get(command.id, "")
        table.append((command.id, command.title, keys, command.scope.value, command.topic, word))
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    rows = ["  ".join(map(pad, row, widths)) for row in table]
    assert_equals_frame(Path(__file__).parent / "commands.txt", rows)


def test_a_title_has_at_most_four_words() -> None:
    assert [command.title for command in COMMANDS if len(command.title.split()) > 4] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pane", "key"), [(pane_class(pane), pane.key) for pane in TABLE], ids=[pane.id for pane in TABLE]
)
async def test_a_key_runs_its_command_wherever_the_command_is_active(
    pane: type[Widget], key: str, jekyll_story: Story
) -> None:
    """Also a key that Textual binds to something else."""
    here = [command for command in COMMANDS if command.scope is Scope.READER or pane in IN_SCOPE[command.scope]]
    async with reading(jekyll_story, 5) as reader:
        await reader.press(key)
        assert wrong_bindings(reader, here) == []


@pytest.mark.slow
async def test_a_key_of_the_map_runs_its_command_there(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("m")
        assert wrong_bindings(reader, [command for command in COMMANDS if command.scope is Scope.MAP]) == []


def wrong_bindings(reader: Reader, commands: list[Command]) -> list[tuple[str, str, str | None]]:
    """The keys that do not run their command where the focus is, with the action that they run."""
    bound = {name: one.binding.action for name, one in reader.app.screen.active_bindings.items()}
    return [
        (command.id, name, bound.get(name))
        for command in commands
        for name in (textual_internals.key_of(key) if len(key) == 1 else key for key in command.keys)
        if bound.get(name) != f"run_command('{command.id}')"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("before", ["", "?", ":", "/", "p", "m", "m f", "e"])
async def test_ctrl_q_quits_from_anywhere_and_saves_the_place(jekyll_story: Story, tmp_path: Path, before: str) -> None:
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
async def test_ctrl_c_shows_how_to_quit(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3) as reader:
        await reader.press("ctrl+c")
        assert "Press q to quit." in reader.text
        assert reader.app.is_running


@pytest.mark.parametrize("footer", [*FOOTERS.values(), MAP_FOOTER], ids=[*FOOTERS, "map"])
def test_the_key_bar_has_existing_commands_each_once(footer: tuple[tuple[str, str], ...]) -> None:
    ids = [id for id, _ in footer]
    assert [id for id in ids if id not in BY_ID] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.slow
async def test_the_help_lists_every_command_with_its_keys_under_its_topic(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0, (120, 120)) as reader:
        await reader.press("?")
        titles = 26  # the column within the dialog
        left = next(row.index("╭") for row in reader.rows if "╭" in row)
        rows = [row[left + 1 : left + 63] for row in reader.rows]
        for topic, commands in by_topic().items():
            at = [row.strip() for row in rows].index(topic) + 1
            for command in commands:
                keys, title = keys_in_words(command.keys).split(), command.title.split()
                shown: tuple[list[str], list[str]] = ([], [])
                while shown != (keys, title):  # a long text continues below in its column
                    shown = (shown[0] + rows[at][:titles].split(), shown[1] + rows[at][titles:].split())
                    assert shown == (keys[: len(shown[0])], title[: len(shown[1])])
                    at += 1
            assert rows[at].strip() == ""
        assert "esc close" in reader.text


@pytest.mark.slow
async def test_the_palette_finds_every_available_command_and_shows_its_keys(jekyll_story: Story) -> None:
    """Here all are available: there are sections and places on both sides, and progress can move forward and back."""
    async with reading(jekyll_story, 5) as reader:
        await reader.press("]", "]", "ctrl+o", ":")
        for command in COMMANDS:
            await reader.burst("ctrl+u")
            await reader.burst(*f">{command.title}")
            first = " ".join(reader.pane("hits").split("\n")[0].split())
            if is_offered(command):
                assert first == " ".join(f"{command.title} {keys_in_words(command.keys)}".split())
            elif not any(other.title == command.title and is_offered(other) for other in COMMANDS):
                assert not first.startswith(command.title)


def test_settings_of_an_earlier_version_keep_keys_that_have_a_default_now() -> None:
    keys, refused = keys_in_force({"map": ("h",), "show_all_mentions": ("l",), "recap": ("d",)})
    assert refused == {}
    assert (keys["map"], keys["show_all_mentions"], keys["recap"]) == (("h",), ("l",), ("d",))
    assert (keys["pane_left"], keys["pane_right"], keys["half_page_down"]) == ((), (), ("ctrl+d",))
    assert keys["map_left"] == ("h", "left")


def is_offered(command: Command) -> bool:
    """Whether the palette has a command when all are available."""
    if command.id in ("find", "find_command", "close_or_back"):
        return False
    return command.scope is Scope.READER or command.id in OF_PAGE
