"""Over a long session nothing stays of what was left."""

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
"""Seconds in which all timers fire: asyncio holds one that was cancelled until it would have fired."""


class Ring:
    """What only the collector frees, since it holds itself."""

    def __init__(self, size: int) -> None:
        self.more = [[self] for _ in range(size)]


TALE = story(
    sections=[section(f"s{number}", since=number % 3) for number in range(20)],
    texts=Pages({f"s{number}.md": f"Text {number}." for number in range(20)}),
)


def a_row_of(reader: Reader) -> weakref.ref[TreeNode[Link]]:
    return weakref.ref(reader.app.screen.query_one(SectionsPane).root.children[0])


def test_what_became_garbage_after_it_was_set_aside_goes_in_the_end() -> None:
    aside = Freezer()
    aside.freeze()
    for _ in range(60):
        ring = Ring(20_000)
        aside.freeze()
        del ring
    assert count_live(Ring)["Ring"] < 30


async def test_however_often_the_point_is_changed_the_sidebar_of_another_goes() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        first = a_row_of(reader)
        await reader.press("E", "end", "enter")  # while one peeks, a step asks nothing
        for step in range(600):
            await reader.press("+" if step % 2 else "-")
            if first() is None:
                return
    raise AssertionError("it never went")


async def test_an_edition_that_was_left_goes_at_once() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press("-")
        left: weakref.ref[VisibleStory] = weakref.ref(reader.session.visible)
        await reader.press("-")
        assert left() is None


@pytest.mark.parametrize("keys", [("ctrl+p", "s"), ("f", "T"), ("m",), ("r",), ("w",), ("apostrophe",)])
async def test_nothing_that_was_opened_over_an_edition_holds_it(keys: tuple[str, ...]) -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press("-", *keys)
        await reader.back_to_the_page()
        left: weakref.ref[VisibleStory] = weakref.ref(reader.session.visible)
        await reader.press("-")
        await reader.let_pass(TIMERS)
        gc.unfreeze()
        gc.collect()
        assert left() is None


@pytest.mark.parametrize("key", ["question_mark", "e", "comma", "m"])
async def test_a_box_that_was_closed_leaves_nothing_that_was_drawn(key: str) -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press(key)
        box = reader.app.screen
        drawn = [weakref.ref(textual_internals.drawing_cache(widget)) for widget in (box, *box.query())]
        del box
        await reader.back_to_the_page()
        await reader.let_pass(TIMERS)
        gc.unfreeze()
        gc.collect()
        assert len(drawn) > 3
        assert not any(cache() for cache in drawn)


async def test_notices_that_are_taken_away_leave_no_empty_box_each() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        for _ in range(3):
            await reader.press("O")
            assert textual_internals.boxes_of_notifications(reader.app.screen) == 1
            await reader.press("-")
        assert textual_internals.boxes_of_notifications(reader.app.screen) == 0
