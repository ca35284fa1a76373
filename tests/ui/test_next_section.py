"""The section that comes next is on its way before it is asked for; nothing of that is told."""

from __future__ import annotations

import weakref

import pytest

from aotad_tui.story.story import Story
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.viewport.section_loader import AHEAD
from tests.story.stories import Pages, section, story

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow

GATED = "Known.\n\n> [!spoiler] 4\n> It was the butler.\n"


class Counting(Pages):
    """Texts that count how often each is read."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(texts)
        self.reads: list[str] = []

    def read(self, file: str) -> str:
        self.reads.append(file)
        if file == "gone.md":
            raise FileNotFoundError(file)
        return super().read(file)


def tale(texts: Pages, *ids: str) -> Story:
    ids = ids or ("one", "two", "three")
    return story(sections=tuple(section(id, title=f"On {id}") for id in ids), texts=texts)


def texts(two: str = "The second.") -> Counting:
    return Counting({"one.md": "The first.", "two.md": two, "three.md": "The third."})


async def idle(reader: Reader) -> None:
    """Waits until what comes next is there."""
    await reader.app.workers.wait_for_complete([one for one in reader.app.workers if one.group == AHEAD])
    await reader.settle()


async def test_the_next_section_is_read_once_and_before_it_is_opened() -> None:
    pages = texts()
    async with reading(tale(pages), size=NARROW) as reader:
        await idle(reader)
        assert pages.reads == ["one.md", "two.md"]
        await reader.press("]")
        assert "The second." in reader.pane("page")
        await idle(reader)
        assert pages.reads == ["one.md", "two.md", "three.md"]


async def test_what_came_ahead_at_another_point_is_not_shown() -> None:
    async with reading(tale(texts(GATED)), 4, NARROW) as reader:
        await idle(reader)
        await reader.press("-", "]")
        assert reader.session.seen == 3
        assert "Known." in reader.pane("page")
        assert "butler" not in reader.text


async def test_what_came_ahead_is_set_anew_at_another_width() -> None:
    words = "Many words that are broken into lines wherever they are read. " * 9
    async with reading(tale(texts(words)), size=NARROW) as reader:
        await idle(reader)
        await reader.resize(100, 24)
        await reader.press("]")
        wide = reader.pane("page")
        await reader.press("[", "]")
        assert reader.pane("page") == wide


async def test_a_next_section_that_is_gone_is_told_of_when_it_is_opened() -> None:
    async with reading(tale(texts(), "one", "gone"), size=NARROW) as reader:
        await idle(reader)
        assert "cannot be read" not in reader.text
        await reader.press("]")
        assert "This section cannot be read" in reader.pane("page")
        assert reader.app.screen.query_one(PagePane).page is None


async def test_a_page_that_was_left_is_let_go_at_once() -> None:
    words = "\n\n".join("Many words, some *more*." for _ in range(300))
    pages = Counting({f"{name}.md": words for name in ("one", "two", "three")})
    async with reading(tale(pages), size=NARROW) as reader:
        pane = reader.app.screen.query_one(PagePane)
        left = weakref.ref(pane.page)
        await idle(reader)
        await reader.press("]", "space")
        next_one = weakref.ref(pane.page)
        await idle(reader)
        assert left() is None
        await reader.press("]", "space")
        await idle(reader)
        assert next_one() is None
