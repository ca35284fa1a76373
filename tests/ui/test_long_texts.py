"""A text that takes long to read and to gate is awaited: the interface goes on, and nothing stale is shown."""

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


class Slow(Pages):
    """Texts of which one is not there before `come`."""

    def __init__(self) -> None:
        self._read = False
        super().__init__({"one.md": "The first, and [more](long.md).", "long.md": LONG, "three.md": "The third."})
        self.come = threading.Event()
        self.once = False
        """Whether only the first reading takes long."""

    def read(self, file: str) -> str:
        if file == "long.md" and not (self.once and self._read):
            self._read = True
            self.come.wait()
        if file == "gone.md":
            raise FileNotFoundError(file)
        return super().read(file)


@pytest.fixture
def slow() -> Iterator[Slow]:
    texts = Slow()
    yield texts
    texts.come.set()


def tale(texts: Pages) -> Story:
    ids = ("one", "long", "three")
    return story(sections=tuple(section(id, title=f"On {id}") for id in ids), texts=texts)


async def arrive(reader: Reader, texts: Slow) -> None:
    texts.come.set()
    reader.threads_wait = False
    await reader.settle()


async def to_the_long_one(reader: Reader) -> None:
    await reader.press("]")
    assert reader.awaits_a_text


async def test_meanwhile_that_is_said_and_keys_are_answered(slow: Slow) -> None:
    async with reading(tale(slow), 3, NARROW, threads_wait=True) as reader:
        await to_the_long_one(reader)
        assert "Opening the section" in reader.pane("page")
        await reader.press("?")
        assert "Line down" in reader.text
        await reader.press("escape")
        await arrive(reader, slow)
        assert "The beginning." in reader.pane("page")
        assert "Opening" not in reader.pane("page")
        assert "butler" not in reader.text


async def test_whoever_leaves_before_is_not_disturbed_and_has_not_read_it(slow: Slow) -> None:
    async with reading(tale(slow), 3, NARROW, threads_wait=True) as reader:
        await to_the_long_one(reader)
        await reader.press("]")
        assert "The third." in reader.pane("page")
        await arrive(reader, slow)
        assert "The third." in reader.pane("page")
        assert "long" not in reader.session.read


async def test_a_text_that_comes_after_less_was_seen_is_not_shown(slow: Slow) -> None:
    async with reading(tale(slow), 4, NARROW, threads_wait=True) as reader:
        await to_the_long_one(reader)
        await reader.press("-")
        assert reader.session.seen == 3
        await arrive(reader, slow)
        assert "The beginning." in reader.pane("page")
        assert "butler" not in reader.text


async def test_a_text_of_what_was_seen_before_does_not_come_over_the_newer_one(slow: Slow) -> None:
    slow.once = True
    async with reading(tale(slow), 4, NARROW, threads_wait=True) as reader:
        await to_the_long_one(reader)
        await reader.press("-")
        await arrive(reader, slow)
        assert reader.session.seen == 3
        assert "The beginning." in reader.pane("page")
        assert "butler" not in reader.text


async def test_a_heading_in_it_is_gone_to_once_it_is_there(slow: Slow) -> None:
    async with reading(tale(slow), 3, NARROW, threads_wait=True) as reader:
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section("long", "part-two")))
        await reader.settle()
        assert reader.awaits_a_text
        await arrive(reader, slow)
        assert "The end." in reader.pane("page")


async def test_what_is_looked_for_in_it_is_found_once_it_is_there(slow: Slow) -> None:
    async with reading(tale(slow), 3, NARROW, threads_wait=True) as reader:
        await to_the_long_one(reader)
        reader.app.screen.query_one(PagePane).destination.set_match("the end", 0)
        await arrive(reader, slow)
        assert "The end." in reader.pane("page")


async def test_the_way_back_is_to_the_place_that_was_wanted(slow: Slow) -> None:
    async with reading(tale(slow), 3, NARROW, threads_wait=True) as reader:
        await arrive(reader, slow)
        await reader.press("]", "space", "space")
        before = reader.app.screen.query_one(PagePane).text_position
        assert before
        await reader.press("]")
        slow.come.clear()
        reader.threads_wait = True
        await reader.press("ctrl+o", "]", "ctrl+o")
        await arrive(reader, slow)
        assert reader.app.screen.query_one(PagePane).text_position == before


async def test_a_peek_at_it_is_awaited_too(slow: Slow) -> None:
    whole = story(sections=(section("one", title="On one"), section("long", title="On long")), texts=slow)
    async with reading(whole, 3, NARROW, threads_wait=True) as reader:
        await reader.press("tab", "K")
        assert "Opening the section" in reader.text
        await arrive(reader, slow)
        assert "The beginning." in reader.text
        assert "butler" not in reader.text


async def test_a_file_that_is_gone_is_told(slow: Slow) -> None:
    whole = story(sections=(section("gone", title="Gone"),), texts=slow)
    async with reading(whole, 3, NARROW) as reader:
        assert "This section cannot be read" in reader.pane("page")
        assert "gone" not in reader.session.read
