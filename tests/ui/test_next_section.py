"""The next section is loaded ahead of its opening, and the screen does not show that."""

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


class RecordingTexts(Pages):
    """Texts that record every read."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(texts)
        self.reads: list[str] = []

    def read(self, file: str) -> str:
        self.reads.append(file)
        if file == "gone.md":
            raise FileNotFoundError(file)
        return super().read(file)


def story_of(texts: Pages, *ids: str) -> Story:
    ids = ids or ("one", "two", "three")
    return story(sections=tuple(section(id, title=f"On {id}") for id in ids), texts=texts)


def texts(two: str = "The second.") -> RecordingTexts:
    return RecordingTexts({"one.md": "The first.", "two.md": two, "three.md": "The third."})


async def wait_for_next_section(reader: Reader) -> None:
    """Wait until the next section is loaded."""
    await reader.app.workers.wait_for_complete([one for one in reader.app.workers if one.group == AHEAD])
    await reader.settle()


async def test_the_next_section_is_read_once_and_before_it_is_opened() -> None:
    pages = texts()
    async with reading(story_of(pages), size=NARROW) as reader:
        await wait_for_next_section(reader)
        assert pages.reads == ["one.md", "two.md"]
        await reader.press("]")
        assert "The second." in reader.pane("page")
        await wait_for_next_section(reader)
        assert pages.reads == ["one.md", "two.md", "three.md"]


async def test_a_section_loaded_ahead_at_another_point_is_not_shown() -> None:
    async with reading(story_of(texts(GATED)), 4, NARROW) as reader:
        await wait_for_next_section(reader)
        await reader.press("-", "]")
        assert reader.session.seen == 3
        assert "Known." in reader.pane("page")
        assert "butler" not in reader.text


async def test_a_section_loaded_ahead_is_laid_out_again_at_another_width() -> None:
    words = "Many words that are broken into lines wherever they are read. " * 9
    async with reading(story_of(texts(words)), size=NARROW) as reader:
        await wait_for_next_section(reader)
        await reader.resize(100, 24)
        await reader.press("]")
        wide = reader.pane("page")
        await reader.press("[", "]")
        assert reader.pane("page") == wide


async def test_a_missing_next_section_shows_an_error_only_when_it_is_opened() -> None:
    async with reading(story_of(texts(), "one", "gone"), size=NARROW) as reader:
        await wait_for_next_section(reader)
        assert "cannot be read" not in reader.text
        await reader.press("]")
        assert "This section cannot be read" in reader.pane("page")
        assert reader.app.screen.query_one(PagePane).page is None


async def test_a_page_is_freed_when_another_is_opened() -> None:
    words = "\n\n".join("Many words, some *more*." for _ in range(300))
    pages = RecordingTexts({f"{name}.md": words for name in ("one", "two", "three")})
    async with reading(story_of(pages), size=NARROW) as reader:
        pane = reader.app.screen.query_one(PagePane)
        first_page = weakref.ref(pane.page)
        await wait_for_next_section(reader)
        await reader.press("]", "space")
        second_page = weakref.ref(pane.page)
        await wait_for_next_section(reader)
        assert first_page() is None
        await reader.press("]", "space")
        await wait_for_next_section(reader)
        assert second_page() is None
