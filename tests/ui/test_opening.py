"""While a guide loads, the key bar is shown, keys wait for the reading screen, and the program can be quit."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from aotad_tui.library.load import GuideUnreadable, load, open_guide
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.dialogs.problems import UnreadableScreen
from aotad_tui.ui.dialogs.progress import ProgressScreen
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.opening import OpeningScreen
from aotad_tui.ui.screens.reading import ReadingScreen
from tests import textual_internals
from tests.library.guides import PAGE, write

from .reader import running

pytestmark = pytest.mark.slow


class SlowGuides:
    """Guides that load only after `go_on` is set. `asks`: whether they are opened for the first time."""

    def __init__(self, *, asks: bool = False) -> None:
        self.go_on = threading.Event()
        self._asks = asks

    def load(self, folder: Path) -> Story:
        self.go_on.wait()
        return open_guide(folder)

    def begin(self, whole: Story, folder: Path) -> ReadingScreen:  # noqa: ARG002  # the signature of `Guides`
        if not self._asks:
            return ReadingScreen(Session.begin(whole, 3))
        return ReadingScreen(Session.begin(whole, 0), "", ReaderContext(ReaderState.in_memory(whole), asks=True))


async def test_the_key_bar_is_shown_before_the_guide_and_typed_keys_run_after_loading(
    jekyll: Path,
) -> None:
    slow = SlowGuides()
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


@pytest.mark.parametrize(
    "typed", [("a",), ("0",), ("5", "enter"), ("enter",), ("end", "enter"), ("escape", "+", "enter")]
)
async def test_keys_typed_while_the_guide_loads_do_not_answer_the_first_question(
    jekyll: Path, typed: tuple[str, ...]
) -> None:
    slow = SlowGuides(asks=True)
    app = ReaderApp(jekyll, guides=slow)
    async with running(app, threads_wait=True) as reader:
        await reader.press(*typed)
        slow.go_on.set()
        reader.threads_wait = False
        await reader.settle()
        assert isinstance(app.screen, ProgressScreen)
        await reader.press("enter")
        assert reader.session.seen == 0  # no typed digit has moved the highlight


async def test_the_program_can_be_quit_while_a_guide_loads(jekyll: Path) -> None:
    slow = SlowGuides()
    app = ReaderApp(jekyll, guides=slow)
    async with running(app, threads_wait=True) as reader:
        await reader.press("ctrl+q")
        assert not app.is_running
        assert app.return_code == 0
        slow.go_on.set()


async def test_an_unreadable_guide_shows_its_problems(tmp_path: Path) -> None:
    slow = SlowGuides()
    app = ReaderApp(tmp_path, guides=slow)
    async with running(app, threads_wait=True) as reader:
        slow.go_on.set()
        reader.threads_wait = False
        await reader.settle()
        assert isinstance(app.screen, UnreadableScreen)
        assert app.unreadable
        assert "no guide.yaml in this folder" in " ".join(reader.text.split())


async def test_an_unreadable_second_guide_does_not_replace_the_first(
    jekyll: Path, jekyll_story: Story, tmp_path: Path
) -> None:
    slow = SlowGuides()
    slow.go_on.set()
    app = ReaderApp(ReadingScreen(Session.begin(jekyll_story, 3)), guides=slow)
    async with running(app) as reader:
        app.open_guide(tmp_path)
        await reader.settle()
        assert isinstance(app.screen, ReadingScreen)
        assert not app.unreadable
        assert str(GuideUnreadable(tmp_path, load(tmp_path).problems)) in " ".join(
            str(notification.message) for notification in textual_internals.notifications(app)
        )
        app.open_guide(jekyll)
        await reader.settle()
        assert len([screen for screen in app.screen_stack if isinstance(screen, ReadingScreen)]) == 1


async def test_a_guide_that_cannot_be_opened_opens_once_its_files_are_fixed(tmp_path: Path) -> None:
    write(tmp_path, {"sections/a.md": f"{PAGE}Ann waits.\n"}, head="format: 1\n")
    guides = SlowGuides()
    guides.go_on.set()
    app = ReaderApp(tmp_path, guides=guides)
    async with running(app) as reader:
        assert isinstance(app.screen, UnreadableScreen)
        assert "guide.yaml is wrong" in " ".join(reader.text.split())
        write(tmp_path, {}, head="")
        app.screen.show(load(tmp_path))
        await reader.settle()
        assert isinstance(app.screen, UnreadableScreen)
        assert "guide.yaml is empty" in " ".join(reader.text.split())
        write(tmp_path, {})
        app.screen.show(load(tmp_path))
        await reader.settle()
        assert isinstance(app.screen, ReadingScreen)
        assert not app.unreadable
