"""What is kept may know all of the story, and still tells nothing of later: who has been at the end and goes back sees
what the same file shows over a copy of the guide that is cut there, and none of the notes made further on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from aotad_tui.page.page import Page
from aotad_tui.reading.journal import Bookmark, Journal, new_id
from aotad_tui.reading.session import Place, Session
from aotad_tui.reading.store import Store
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.reading import ReadingScreen
from aotad_tui.ui.sitting import Sitting
from aotad_tui.ui.spots import spot_of
from tests.cut import cut, last_point
from tests.library.guides import BUNDLED, JEKYLL

from .reader import Reader

GUIDES = {"jekyll": JEKYLL, "bundled": BUNDLED}
POINTS = [(name, seen) for name, guide in GUIDES.items() for seen in range(last_point(guide) + 1)]
BOXES = ("'", "r", "w", "O", ":")
STEPS = 2


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """For each guide the state file of somebody who has done everything at the end."""
    return {name: lived_through(open_guide(guide), tmp_path_factory.mktemp(name)) for name, guide in GUIDES.items()}


def lived_through(whole: Story, folder: Path) -> Path:
    """Every page read to its end and marked there, everybody looked at, and a note for each point in the first page."""
    last = len(whole.timeline)
    store = Store(folder / "reading.db")
    journal = Journal(store, whole)
    session = Session.begin(whole, last)
    people = [person.id for person in session.edition.people.everyone]
    for seen in range(last + 1):
        first = Page(session.edition, whole.sections[0])
        journal.keep_bookmark(
            Bookmark(new_id(), whole.sections[0].id, spot_of(first, (0, 0)), f"noted at {seen}.", seen)
        )
    for number, section in enumerate(whole.sections):
        page = Page(session.edition, section)
        page.read_all()
        spot = spot_of(page, (max(len(page.leaves) - 4, 0), 0))
        journal.keep_spot(section.id, spot)
        journal.keep_bookmark(Bookmark(new_id(), section.id, spot, "LATER" if number % 2 else "", last))
        session = session.go(Place(section.id, 0, people[number % len(people)]), 0)
    journal.keep_read(section.id for section in whole.sections)
    for person in people:
        journal.keep_folds(person, ["two steps", "over"])
    for _ in range(STEPS):
        session = session.back(0)
    journal.keep_session(session)
    journal.keep_seen_before(whole.timeline, last - 1)
    journal.keep_toured()
    journal.keep_guide("Another guide", folder)
    store.close()
    return folder / "reading.db"


async def surfaces(whole: Story, file: Path, seen: int) -> list[str]:
    """All that shows something of what was kept."""
    store = Store(file)
    journal = Journal(store, whole)
    journal.keep_seen(whole.timeline, seen)
    session = journal.begin(whole, seen)
    app = ReaderApp(ReadingScreen(session, "", Sitting(journal)))
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        reader = Reader(pilot)
        await reader.settle()
        found = [reader.text]
        for key in ("alt+right",) * STEPS + ("ctrl+o",) * (2 * STEPS):
            await reader.press(key)
            found.append(reader.text)
        for key in BOXES:
            await reader.press(key)
            await app.workers.wait_for_complete()  # what pages say more is read on a thread
            await reader.settle()
            found.append(reader.text)
            await reader.back_to_the_page()
    store.close()
    return found


@pytest.mark.parametrize(("name", "seen"), POINTS, ids=str)
async def test_nothing_that_is_kept_tells_of_later(
    files: dict[str, Path], tmp_path: Path, name: str, seen: int
) -> None:
    guide = GUIDES[name]
    for place in ("whole", "cut"):
        (tmp_path / place).mkdir()
        shutil.copy(files[name], tmp_path / place / "reading.db")
    shown = await surfaces(open_guide(guide), tmp_path / "whole" / "reading.db", seen)
    copy = open_guide(cut(guide, seen, tmp_path / "copy"))
    assert shown == await surfaces(copy, tmp_path / "cut" / "reading.db", seen)
    told = "\n".join(shown)
    last = last_point(guide)
    assert ("LATER" in told) is (seen == last)
    assert [point for point in range(last + 1) if f"noted at {point}." in told] == list(range(seen + 1))
