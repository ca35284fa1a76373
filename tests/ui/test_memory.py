"""A long session frees what is no longer shown."""

from __future__ import annotations

import gc
import weakref

import pytest
from textual.widgets.tree import TreeNode

from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.platform.gc_tuning import Freezer
from tests import textual_internals
from tests.live_objects import count_live
from tests.story.stories import Pages, section, story

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow

TIMERS = 60.0
"""Seconds after which all timers have fired; asyncio keeps a cancelled timer until its time."""


class Ring:
    """A reference cycle, which only the garbage collector frees."""

    def __init__(self, size: int) -> None:
        self.more = [[self] for _ in range(size)]


TALE = story(
    sections=[section(f"s{number}", since=number % 3) for number in range(20)],
    texts=Pages({f"s{number}.md": f"Text {number}." for number in range(20)}),
)


def first_row(reader: Reader) -> weakref.ref[TreeNode[Link]]:
    return weakref.ref(reader.app.screen.query_one(SectionsPane).root.children[0])


def test_frozen_objects_that_become_garbage_are_freed_eventually() -> None:
    freezer = Freezer()
    freezer.freeze()
    for _ in range(60):
        ring = Ring(20_000)
        freezer.freeze()
        del ring
    assert count_live(Ring)["Ring"] < 30


async def test_changes_of_the_point_free_the_old_sidebar() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        first = first_row(reader)
        await reader.press("E", "end", "enter", "enter")  # during a peek a step asks no question
        for step in range(600):
            await reader.press("+" if step % 2 else "-")
            if first() is None:
                return
    raise AssertionError("the row is never freed")


async def test_a_visible_story_is_freed_when_another_is_shown() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press("-")
        old: weakref.ref[VisibleStory] = weakref.ref(reader.session.visible)
        await reader.press("-")
        assert old() is None


@pytest.mark.parametrize("keys", [("ctrl+p", "s"), ("f", "T"), ("m",), ("r",), ("w",), ("apostrophe",)])
async def test_closed_dialogs_do_not_keep_a_visible_story(keys: tuple[str, ...]) -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press("-", *keys)
        await reader.back_to_the_page()
        old: weakref.ref[VisibleStory] = weakref.ref(reader.session.visible)
        await reader.press("-")
        await reader.let_pass(TIMERS)
        gc.unfreeze()
        gc.collect()
        assert old() is None


@pytest.mark.parametrize("key", ["question_mark", "e", "comma", "m"])
async def test_a_closed_dialog_frees_its_drawings(key: str) -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press(key)
        dialog = reader.app.screen
        drawn = [weakref.ref(textual_internals.drawing_cache(widget)) for widget in (dialog, *dialog.query())]
        del dialog
        await reader.back_to_the_page()
        await reader.let_pass(TIMERS)
        gc.unfreeze()
        gc.collect()
        assert len(drawn) > 3
        assert not any(cache() for cache in drawn)


async def test_removed_notifications_leave_no_empty_containers() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        for _ in range(3):
            await reader.press("left_square_bracket")
            assert textual_internals.notification_containers(reader.app.screen) == 1
            await reader.press("-")
        assert textual_internals.notification_containers(reader.app.screen) == 0
