"""Over a long session nothing stays of what was left."""

from __future__ import annotations

import weakref

from textual.widgets.tree import TreeNode

from aotad_tui.story.edition import Edition
from aotad_tui.ui.aside import Aside
from aotad_tui.ui.panes.sections import SectionsPane
from tests.held import held
from tests.story.stories import Pages, section, story

from .reader import NARROW, Reader, reading


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
        left: weakref.ref[Edition] = weakref.ref(reader.session.edition)
        await reader.press("-")
        assert left() is None
