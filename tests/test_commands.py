"""The registry of commands: each row is something that can be done, and whatever can be done is a row."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.keys import _character_to_key
from textual.widget import Widget

from aotad_tui.commands.registry import BY_ID, COMMANDS, FOOTER, Command, Scope, by_topic, key_in_words, keys_in_words
from aotad_tui.story.story import Story
from aotad_tui.ui.lines import LinesView
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.reading import ReadingScreen

from .ui.reader import reading

PANES: tuple[type[Widget], ...] = (SectionsPane, PagePane, PeoplePane)
IN_SCOPE: dict[Scope, tuple[type[Widget], ...]] = {
    Scope.READER: (ReadingScreen,),
    Scope.PANE: PANES,
    Scope.PAGE: (PagePane,),
}
EACH = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)


@EACH
def test_a_command_has_an_action_in_everything_of_its_scope(command: Command) -> None:
    lacking = [one.__name__ for one in IN_SCOPE[command.scope] if not hasattr(one, f"action_{command.id}")]
    assert lacking == []


@pytest.mark.parametrize("where", [ReadingScreen, LinesView, *PANES], ids=lambda where: where.__name__)
def test_an_action_has_a_command_in_its_scope(where: type[Widget]) -> None:
    actions = {name.removeprefix("action_") for name in vars(where) if name.startswith("action_")}
    commands = {command.id for command in COMMANDS if any(issubclass(one, where) for one in IN_SCOPE[command.scope])}
    assert actions - commands == set()


def test_no_two_commands_that_can_work_at_once_have_a_key_in_common() -> None:
    both = [
        (one.id, other.id, key)
        for one, other in combinations(COMMANDS, 2)
        if Scope.READER in (one.scope, other.scope) or set(IN_SCOPE[one.scope]) & set(IN_SCOPE[other.scope])
        for key in set(one.keys) & set(other.keys)
    ]
    assert both == []


def test_ids_and_titles_are_each_used_once_and_every_command_has_a_key() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.title for command in COMMANDS}) == len(COMMANDS)
    assert [command.id for command in COMMANDS if not command.keys] == []
    assert {id: command.id for id, command in BY_ID.items()} == {command.id: command.id for command in COMMANDS}


@pytest.mark.parametrize(("pane", "key"), list(zip(PANES, "123", strict=True)), ids=["sections", "page", "people"])
async def test_a_key_does_its_command_wherever_the_command_works(
    pane: type[Widget], key: str, jekyll_story: Story
) -> None:
    """Whatever Textual binds such a key to elsewhere."""
    here = [command for command in COMMANDS if command.scope is Scope.READER or pane in IN_SCOPE[command.scope]]
    async with reading(jekyll_story, 5) as reader:
        await reader.press(key)
        heard = {name: one.binding.action for name, one in reader.app.screen.active_bindings.items()}
    heard["ctrl+q"] = heard["ctrl+q"].replace("quit", "leave")  # Textual's own, which does the same
    wrong = [
        (command.id, name, heard.get(name))
        for command in here
        for name in (_character_to_key(key) if len(key) == 1 else key for key in command.keys)
        if heard.get(name) != command.id
    ]
    assert wrong == []


def test_the_bottom_line_tells_of_commands_that_there_are_each_once() -> None:
    ids = [id for id, _ in FOOTER]
    assert [id for id in ids if id not in BY_ID] == []
    assert len(set(ids)) == len(ids)


async def test_the_help_tells_every_command_with_its_keys_under_its_topic(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0, (120, 80)) as reader:
        await reader.press("?")
        rows = [row.strip(" │▕▏") for row in reader.rows]
        for topic, commands in by_topic().items():
            begin = rows.index(topic)
            for number, command in enumerate(commands, begin + 1):
                assert rows[number].endswith(command.title)
                assert rows[number].startswith(key_in_words(command.keys[0]))


async def test_the_palette_finds_every_command_of_the_reader_and_tells_its_keys(jekyll_story: Story) -> None:
    async with reading(jekyll_story) as reader:
        await reader.press(":")
        for command in COMMANDS:
            if command.scope is Scope.READER:
                await reader.burst("ctrl+u")
                await reader.burst(*f">{command.title}")
                first = reader.pane("hits").split("\n")[0].strip()
                assert first == f"> {command.title}  {keys_in_words(command.keys)}"
