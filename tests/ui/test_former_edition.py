"""No widget, controller or dialog keeps anything of an edition of the story that is no longer visible.

The commands come from the registry, so that what a new one remembers is looked at too. Everything of the later edition,
ids included, has a word that nothing else has.
"""

from __future__ import annotations

import pytest

from aotad_tui.commands.registry import COMMANDS, Command, Scope
from aotad_tui.library.load import Loaded
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact, Group
from aotad_tui.ui.bindings import textual_key
from aotad_tui.ui.dialogs.dialog import WithoutStory
from aotad_tui.ui.map.screen import MapScreen
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.screens.reading import ReadingScreen
from tests.former_edition import remembered
from tests.story.stories import Pages, person, section, stages, story, tie

from .reader import Reader, reading

pytestmark = pytest.mark.slow

WORD = "zzlater"
SEEN = 3
LEAVING = {"quit_reader", "suspend"}
AFTER: dict[str, tuple[str, ...]] = {
    "find_here": (*WORD, "enter"),
    "find_text": (*WORD,),
    "select_text": ("down", "y"),
    "map": ("right", "f"),
}
"""Keys to press after that of a command; else `down`, which moves in most lists."""


def edition(*, later: bool) -> Story:
    """A story as its files were before a change, or as they are after it without anything of the word."""
    ann = person("ann", aliases=stages((SEEN, f"the {WORD} queen")) if later else ())
    bob = person(WORD, SEEN, group_stages=stages((SEEN, f"{WORD}-group")), facts=(Fact(SEEN, f"A {WORD} fact."),))
    first = "# First\n\nAnn was here.\n\n> [!spoiler] 3\n> A [zzlater way](zzlater.md) to Zzlater, the zzlater queen.\n"
    more = f"## A {WORD} heading\n\nOf {WORD.title()} and Ann, as [said](first.md).\n\n" * 20
    return story(
        ann,
        person("cat"),
        *([bob] if later else []),
        relationships=(
            tie("ann", "cat"),
            *([tie("ann", WORD, since=SEEN), tie(WORD, "cat", since=SEEN)] if later else []),
        ),
        groups=(Group(f"{WORD}-group", f"The {WORD} group", SEEN),) if later else (),
        sections=(
            section("first"),
            *([section(WORD, SEEN, parts=(f"Part {WORD}",))] if later else []),
            section("last"),
        ),
        texts=Pages(
            {"first.md": first if later else "# First\n\nAnn was here.\n", f"{WORD}.md": more, "last.md": "Ann."}
        ),
    )


def commands() -> list[Command]:
    return [command for command in COMMANDS if command.keys and command.id not in LEAVING]


async def run(reader: Reader, command: Command) -> None:
    """Press the key of a command, and some that make what it opened remember more."""
    if command.id == "bookmarks":
        await reader.press("B")
    await reader.press(textual_key(command.keys[0]), *AFTER.get(command.id, ("down",)))


async def go_to_later(reader: Reader) -> None:
    """Open the section and the person of the later edition."""
    for message in (SectionsPane.Chosen(Link.section(WORD)), PeoplePane.Chosen(WORD)):
        reader.app.screen.post_message(message)
        await reader.settle()
    assert reader.place.section == WORD
    assert reader.place.person == WORD


async def test_a_step_back_leaves_nothing_of_the_later_edition() -> None:
    async with reading(edition(later=True), SEEN) as reader:
        for command in commands():
            if command.scope is Scope.MAP:
                continue
            if reader.session.seen != SEEN:
                await reader.press("e", str(SEEN), "enter", "enter")
                await reader.back_to_the_page()
            if reader.place.section != WORD:
                await go_to_later(reader)
            await run(reader, command)
            await reader.back_to_the_page()
        await reader.press("e", str(SEEN), "enter", "enter")
        await reader.back_to_the_page()
        await go_to_later(reader)
        assert WORD in reader.text
        await reader.press("e", "home", "enter", "y")  # yes, back to nothing
        await reader.back_to_the_page()
        assert reader.session.seen == 0
        assert WORD not in reader.text
        reader.app.copy_to_clipboard("")  # which is the reader's, whatever they have copied
        assert remembered(reader.app, WORD) == []
        await reader.press("n")
        assert WORD not in reader.text


def reload(reader: Reader, whole: Story) -> None:
    (screen,) = (screen for screen in reader.app.screen_stack if isinstance(screen, ReadingScreen))
    screen.reloading.show(Loaded(whole, ()))


@pytest.mark.parametrize(
    "command", [command for command in commands() if command.scope is not Scope.MAP], ids=lambda command: command.id
)
async def test_a_reload_leaves_nothing_of_the_edition_before(command: Command) -> None:
    async with reading(edition(later=True), SEEN) as reader:
        await go_to_later(reader)
        await run(reader, command)
        kind = type(reader.app.screen)
        reload(reader, edition(later=False))
        await reader.settle()
        assert WORD not in reader.text
        if issubclass(kind, WithoutStory):
            assert type(reader.app.screen) is kind
        await reader.back_to_the_page()
        reader.app.copy_to_clipboard("")
        assert remembered(reader.app, WORD) == []


async def test_the_map_is_opened_again_after_a_reload() -> None:
    async with reading(edition(later=True), SEEN) as reader:
        await reader.press("m", "f")
        reload(reader, edition(later=False))
        await reader.settle()
        assert type(reader.app.screen) is MapScreen
        assert "Cat" in reader.text
        assert WORD not in reader.text
