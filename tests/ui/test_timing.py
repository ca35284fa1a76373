"""The screen depends on what the reader does, not on the speed of the machine or the reader."""

from __future__ import annotations

import asyncio
import threading
from functools import partial

import pytest
from textual import events

from aotad_tui.link import Link
from aotad_tui.search.full_text import FullText
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.map.screen import MapScreen
from aotad_tui.ui.palette.palette_index import PaletteContext, PaletteIndex
from aotad_tui.ui.palette.screen import PaletteChoice, PaletteScreen
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.viewport.section_loader import PendingSection
from tests import textual_internals
from tests.story.stories import Pages, section, story

from .reader import NARROW, WIDE, reading

SENTENCE = (
    "Many words that are broken into lines, and [some of them](https://example.org/with/a/long/address) are links. "
)
LONG = "".join(f"## Part {number}\n\n{SENTENCE * (number % 4 + 1)}\n\n- {SENTENCE}\n\n" for number in range(40))


class BlockedFullText(FullText):
    """A full-text index whose thread waits for `go_on`."""

    next_length = 1_000_000

    def __init__(self, visible: VisibleStory) -> None:
        super().__init__(visible)
        self.go_on = threading.Event()

    def add(self) -> None:
        self.go_on.wait()
        super().add()


async def test_a_callback_of_a_screen_that_has_closed_is_dropped(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("m")
        called: list[str] = []
        screen = reader.app.screen
        assert isinstance(screen, MapScreen)
        after_refresh(screen, partial(called.append, "late"))
        reader.app.pop_screen()
        reader.app.screen.refresh(layout=True)  # the callback has to wait for this frame, and the map closes before it
        await reader.settle()
        assert called == []


@pytest.mark.slow
async def test_a_worker_of_a_screen_that_has_closed_does_nothing(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("?")
        go_on, done = asyncio.Event(), []

        async def work() -> None:
            await go_on.wait()
            done.append("too late")

        reader.app.screen.run_worker(work())
        await reader.settle()
        reader.app.pop_screen()
        go_on.set()  # the worker could go on before the screen has closed
        await reader.settle()
        assert done == []


@pytest.mark.slow
@pytest.mark.parametrize("key", ["e", "p", "t", "r", "m", ",", "?", ":"])
async def test_a_screen_that_closes_before_it_is_mounted_ends_nothing(jekyll_story: Story, key: str) -> None:
    for rounds in range(8):  # of the event loop, in which the screen is composed and mounted
        async with reading(jekyll_story, 10) as reader:
            below = reader.app.screen
            textual_internals.send(reader.app, events.Key(textual_internals.key_of(key), key))
            while reader.app.screen is below:  # noqa: ASYNC110  # no event says that a screen is pushed
                await asyncio.sleep(0)
            for _ in range(rounds):
                await asyncio.sleep(0)
            reader.app.pop_screen()
            await reader.settle()
            assert reader.app.screen is below


async def test_a_worker_that_begins_when_its_screen_has_closed_does_nothing(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("?")
        done = []

        async def work() -> None:
            done.append("done")

        screen = reader.app.screen
        run_exclusively(screen, "before", work)
        await reader.settle()
        assert done == ["done"]
        reader.app.pop_screen()
        run_exclusively(screen, "after", work)
        await reader.settle()
        assert done == ["done"]


@pytest.mark.slow
async def test_a_position_looks_the_same_whatever_was_drawn_before() -> None:
    pages = Pages({"one.md": "[on](long.md#part-20)", "long.md": LONG})
    whole = story(sections=(section("one"), section("long")), texts=pages)
    async with reading(whole, 3, NARROW) as reader:
        await reader.press("tab", "enter")
        assert "Part 20" in reader.pane("page")
        at_first = reader.rows
        await reader.press("g", *["space"] * 40)
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section("long", "part-20")))
        await reader.settle()
        assert reader.rows == at_first


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", [("3", "G", "]", "m", "escape", "]"), ("]", "G", "]", "f", *"wil", "tab", "escape")], ids=" ".join
)
async def test_a_section_that_loads_late_looks_the_same_as_one_that_is_ready(
    jekyll_story: Story, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    screens = []
    for ready in (True, False):
        monkeypatch.setattr(
            PendingSection, "wait", lambda coming, ready=ready: ready and coming.text.exception() is None
        )
        async with reading(jekyll_story, 6, NARROW) as reader:
            await reader.press(*keys)
            screens.append(reader.rows)
    assert screens[0] == screens[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "size"),
    [
        (("m", "j"), WIDE),
        (("1", "G", "enter", "["), (112, 14)),
        (("3", "]"), NARROW),
    ],
    ids=["a map that is not drawn yet", "a long sidebar", "a page behind another pane"],
)
async def test_keys_pressed_before_a_frame_do_the_same(
    bundled: Story, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    screens = []
    for slowly in (True, False):
        async with reading(bundled, 12, size) as reader:
            await (reader.press if slowly else reader.burst)(*keys)
            screens.append(reader.rows)
    assert screens[0] == screens[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "later"),
    [(("down", "down"), ("enter",)), ((*"house without", "enter"), ()), (("@", "down", "tab"), ())],
    ids=["a row below", "a heading", "where somebody is first named"],
)
async def test_keys_pressed_before_the_index_is_complete_run_after_it_is(
    jekyll_story: Story, keys: tuple[str, ...], later: tuple[str, ...]
) -> None:
    results = []
    for complete in (True, False):
        async with reading(jekyll_story, 9, threads_wait=True) as reader:
            index, choices = PaletteIndex(reader.session.visible), list[PaletteChoice | None]()
            index.text = text = BlockedFullText(reader.session.visible)
            if complete:
                text.go_on.set()
            sections = Link.section("the-street/the-will"), Link.section("the-street/the-door")
            context = PaletteContext(recent=(*sections, Link.character("hyde")))
            reader.app.push_screen(PaletteScreen(index, context, {}), choices.append)
            reading_all = reader.app.run_worker(index.prepare())
            if complete:
                await reading_all.wait()
            await reader.settle()
            assert index.names_known.is_set()
            assert index.text_known.is_set() is complete
            await reader.press(*keys)
            text.go_on.set()
            await reading_all.wait()
            await reader.settle()
            await reader.press(*later)
            results.append(choices)
    assert results[0] == results[1] != []
