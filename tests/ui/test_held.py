"""Over a long session nothing stays of what was left."""

from __future__ import annotations

import asyncio
import gc
import weakref

import pytest
from textual.widgets._toast import ToastHolder
from textual.widgets.tree import TreeNode

from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.platform.gc_tuning import Aside
from tests.held import held
from tests.story.stories import Pages, section, story

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow


class Ring:
    """What only the collector frees, since it holds itself."""

    def __init__(self, size: int) -> None:
        self.more = [[self] for _ in range(size)]


TALE = story(
    sections=[section(f"s{number}", since=number % 3) for number in range(20)],
    texts=Pages({f"s{number}.md": f"Text {number}." for number in range(20)}),
)


def a_row_of(reader: Reader) -> weakref.ref[TreeNode[str]]:
    return weakref.ref(reader.app.screen.query_one(SectionsPane).root.children[0])


def test_what_became_garbage_after_it_was_set_aside_goes_in_the_end() -> None:
    aside = Aside()
    aside.set_aside()
    for _ in range(60):
        ring = Ring(20_000)
        aside.set_aside()
        del ring
    assert held(Ring)["Ring"] < 30


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
        await reader.app.workers.wait_for_complete()
        await reader.back_to_the_page()
        left: weakref.ref[VisibleStory] = weakref.ref(reader.session.visible)
        await reader.press("-")
        gc.unfreeze()
        gc.collect()
        assert left() is None


@pytest.mark.parametrize("key", ["question_mark", "e", "comma", "m"])
async def test_a_box_that_was_closed_leaves_nothing_that_was_drawn(key: str) -> None:
    async with reading(TALE, 3, NARROW) as reader:
        await reader.press(key)
        box = reader.app.screen
        drawn = [weakref.ref(widget._styles_cache) for widget in (box, *box.query())]
        del box
        await reader.back_to_the_page()
        await reader.app.workers.wait_for_complete()
        gc.unfreeze()
        assert len(drawn) > 3
        async with asyncio.timeout(20):  # asyncio holds a timer that was called off until its time would have come
            while any(one() for one in drawn):
                await reader.settle()
                gc.collect()


async def test_notices_that_are_taken_away_leave_no_empty_box_each() -> None:
    async with reading(TALE, 3, NARROW) as reader:
        for _ in range(3):
            await reader.press("O")
            assert len(reader.app.screen.query(ToastHolder)) == 1
            await reader.press("-")
        assert len(reader.app.screen.query(ToastHolder)) == 0
