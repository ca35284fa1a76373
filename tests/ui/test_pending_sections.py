"""While a section loads slowly, the interface keeps working and nothing outdated is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.sections import SectionsPane
from tests.story.stories import Pages, section, story

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow

LONG = "# Part one\n\nThe beginning.\n\n> [!spoiler] 4\n> It was the butler.\n\n" + "Words.\n\n" * 60
LONG += "## Part two\n\nThe end."


class SlowTexts(Pages):
    """Texts of which `long.md` can be read only after `available` is set."""

    def __init__(self) -> None:
        self._read = False
        super().__init__({"one.md": "The first, and [more](long.md).", "long.md": LONG, "three.md": "The third."})
        self.available = threading.Event()
        self.only_first_is_slow = False
        """Whether only the first read is slow."""

    def read(self, file: str) -> str:
        if file == "long.md" and not (self.only_first_is_slow and self._read):
            self._read = True
            self.available.wait()
        if file == "gone.md":
            raise FileNotFoundError(file)
        return super().read(file)


@pytest.fixture
def slow() -> Iterator[SlowTexts]:
    texts = SlowTexts()
    yield texts
    texts.available.set()


def story_of(texts: Pages) -> Story:
    ids = ("one", "long", "three")
    return story(sections=tuple(section(id, title=f"On {id}") for id in ids), texts=texts)


async def finish_loading(reader: Reader, texts: SlowTexts) -> None:
    texts.available.set()
    reader.threads_wait = False
    await reader.settle()


async def open_long_section(reader: Reader) -> None:
    await reader.press("]")
    assert reader.awaits_a_text


async def test_a_message_is_shown_while_a_section_loads_and_keys_work(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 3, NARROW, threads_wait=True) as reader:
        await open_long_section(reader)
        assert "Opening the section" in reader.pane("page")
        await reader.press("?")
        assert "Line down" in reader.text
        await reader.press("escape")
        await finish_loading(reader, slow)
        assert "The beginning." in reader.pane("page")
        assert "Opening" not in reader.pane("page")
        assert "butler" not in reader.text


async def test_a_section_left_before_it_loads_is_not_shown_or_marked_as_read(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 3, NARROW, threads_wait=True) as reader:
        await open_long_section(reader)
        await reader.press("]")
        assert "The third." in reader.pane("page")
        await finish_loading(reader, slow)
        assert "The third." in reader.pane("page")
        assert "long" not in reader.session.read


async def test_a_section_loaded_for_a_later_point_is_not_shown(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 4, NARROW, threads_wait=True) as reader:
        await open_long_section(reader)
        await reader.press("-")
        assert reader.session.seen == 3
        await finish_loading(reader, slow)
        assert "The beginning." in reader.pane("page")
        assert "butler" not in reader.text


async def test_an_outdated_section_does_not_replace_the_current_one(slow: SlowTexts) -> None:
    slow.only_first_is_slow = True
    async with reading(story_of(slow), 4, NARROW, threads_wait=True) as reader:
        await open_long_section(reader)
        await reader.press("-")
        await finish_loading(reader, slow)
        assert reader.session.seen == 3
        assert "The beginning." in reader.pane("page")
        assert "butler" not in reader.text


async def test_a_heading_is_shown_after_its_section_loads(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 3, NARROW, threads_wait=True) as reader:
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section("long", "part-two")))
        await reader.settle()
        assert reader.awaits_a_text
        await finish_loading(reader, slow)
        assert "The end." in reader.pane("page")


async def test_a_match_is_shown_after_its_section_loads(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 3, NARROW, threads_wait=True) as reader:
        await open_long_section(reader)
        reader.app.screen.query_one(PagePane).destination.set_match("the end", 0)
        await finish_loading(reader, slow)
        assert "The end." in reader.pane("page")


async def test_a_match_is_shown_where_the_section_was_left_at_another_place(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 3, NARROW, threads_wait=True) as reader:
        await finish_loading(reader, slow)
        await reader.press("]", "space", "]")
        slow.available.clear()
        reader.threads_wait = True
        await reader.press("[")
        assert reader.awaits_a_text
        reader.app.screen.query_one(PagePane).destination.set_match("the end", 0)
        await finish_loading(reader, slow)
        assert "The end." in reader.pane("page")


async def test_back_returns_to_the_requested_position(slow: SlowTexts) -> None:
    async with reading(story_of(slow), 3, NARROW, threads_wait=True) as reader:
        await finish_loading(reader, slow)
        await reader.press("]", "space", "space")
        before = reader.app.screen.query_one(PagePane).text_position
        assert before
        await reader.press("]")
        slow.available.clear()
        reader.threads_wait = True
        await reader.press("ctrl+o", "]", "ctrl+o")
        await finish_loading(reader, slow)
        assert reader.app.screen.query_one(PagePane).text_position == before


async def test_a_preview_waits_for_its_section(slow: SlowTexts) -> None:
    whole = story(sections=(section("one", title="On one"), section("long", title="On long")), texts=slow)
    async with reading(whole, 3, NARROW, threads_wait=True) as reader:
        await reader.press("tab", "K")
        assert "Opening the section" in reader.text
        await finish_loading(reader, slow)
        assert "The beginning." in reader.text
        assert "butler" not in reader.text


async def test_a_missing_file_shows_an_error(slow: SlowTexts) -> None:
    whole = story(sections=(section("gone", title="Gone"),), texts=slow)
    async with reading(whole, 3, NARROW) as reader:
        assert "This section cannot be read" in reader.pane("page")
        assert "gone" not in reader.session.read
