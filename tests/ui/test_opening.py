"""While a guide is read: the frame stands on the screen, keys wait for what they are meant for, and one can leave."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from aotad_tui.library.load import GuideUnreadable, load, open_guide
from aotad_tui.progress.session import Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.dialogs.problems import UnreadableScreen
from aotad_tui.ui.screens.opening import OpeningScreen
from aotad_tui.ui.screens.reading import ReadingScreen
from tests import textual_internals

from .reader import running

pytestmark = pytest.mark.slow


class Slow:
    """Guides of which each is read when the test says so."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def load(self, folder: Path) -> Story:
        self.go_on.wait()
        return open_guide(folder)

    def begin(self, whole: Story, folder: Path) -> ReadingScreen:  # noqa: ARG002  # as `Guides` has it
        return ReadingScreen(Session.begin(whole, 3))


async def test_the_keys_stand_on_the_screen_before_the_guide_and_what_is_typed_is_done_once_it_is_there(
    jekyll: Path,
) -> None:
    slow = Slow()
    app = ReaderApp(jekyll, guides=slow)
    async with running(app, threads_wait=True) as reader:
        assert isinstance(app.screen, OpeningScreen)
        assert reader.rows[0].strip() == "Opening the guide …"
        assert "? help" in reader.rows[-1]
        await reader.press("]", "]")
        slow.go_on.set()
        reader.threads_wait = False
        await reader.settle()
        assert isinstance(app.screen, ReadingScreen)
        assert reader.place.section == open_guide(jekyll).as_of(3).sections[2].id


async def test_one_can_leave_while_a_guide_is_being_read(jekyll: Path) -> None:
    slow = Slow()
    app = ReaderApp(jekyll, guides=slow)
    async with running(app, threads_wait=True) as reader:
        await reader.press("ctrl+q")
        assert not app.is_running
        assert app.return_code == 0
        slow.go_on.set()


async def test_a_guide_that_cannot_be_read_is_told_of_in_place_of_it(tmp_path: Path) -> None:
    slow = Slow()
    app = ReaderApp(tmp_path, guides=slow)
    async with running(app, threads_wait=True) as reader:
        slow.go_on.set()
        reader.threads_wait = False
        await reader.settle()
        assert isinstance(app.screen, UnreadableScreen)
        assert app.unreadable
        assert "no guide.yaml in this folder" in " ".join(reader.text.split())


async def test_another_guide_that_cannot_be_read_leaves_the_one_that_is_open(
    jekyll: Path, jekyll_story: Story, tmp_path: Path
) -> None:
    slow = Slow()
    slow.go_on.set()
    app = ReaderApp(ReadingScreen(Session.begin(jekyll_story, 3)), guides=slow)
    async with running(app) as reader:
        app.open_guide(tmp_path)
        await reader.settle()
        assert isinstance(app.screen, ReadingScreen)
        assert not app.unreadable
        assert str(GuideUnreadable(tmp_path, load(tmp_path).problems)) in " ".join(
            str(told.message) for told in textual_internals.notifications(app)
        )
        app.open_guide(jekyll)
        await reader.settle()
        assert len([screen for screen in app.screen_stack if isinstance(screen, ReadingScreen)]) == 1
