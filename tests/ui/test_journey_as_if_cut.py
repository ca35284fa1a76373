"""What is kept may know all of the story, and still tells nothing of later: who has been at the end and goes back sees
what somebody sees who has a copy of the guide that is cut there, and was never anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.page.page import Page
from aotad_tui.progress.reader_state import Bookmark, ReaderState, new_id
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen
from aotad_tui.ui.viewport.text_anchors import anchor_at
from tests.copies import POINTS, Copies

from .reader import running

pytestmark = pytest.mark.slow

BOXES = ("'", "r", "w", "O", ":")
STEPS = 2


def lived_through(whole: Story, folder: Path, left: VisibleStory | None = None) -> Path:
    """The state file of somebody who has been everywhere at the end: each page left near its end, read and marked,
    everybody looked at, and a note set in the first page at each point. With `left` only what is left of it there."""
    last = len(whole.timeline)
    visible = VisibleStory(whole.as_of(last))
    seen = left.story.seen if left else last
    sections = [section for section in visible.story.sections if not left or section.id in left.story.section_by_id]
    people = [person.id for person in visible.people.everyone]
    there = [id for id in people if not left or left.people.get(id)]
    store = Store(folder / "reading.db")
    reader_state = ReaderState(store, whole)
    first = Page(visible, visible.story.sections[0])
    for point in range(seen + 1):
        note = Bookmark(new_id(), first.section.id, anchor_at(first, (0, 0)), f"noted at {point}.", point)
        reader_state.save_bookmark(note)
    for section in sections:
        page = Page(visible, section)
        page.read_all()
        text_anchor = anchor_at(page, (max(len(page.leaves) - 4, 0), 0))
        reader_state.save_text_anchor(section.id, text_anchor)
        if seen == last:
            reader_state.save_bookmark(Bookmark(new_id(), section.id, text_anchor, "LATER", last))
    reader_state.save_read(section.id for section in sections)
    for person in there:
        reader_state.save_folds(person, ["two steps", "over"])
    been = [
        {"section": section.id, "person": person if (person := people[number % len(people)]) in there else None}
        if section in sections
        else None
        for number, section in enumerate(visible.story.sections)
    ]
    here = len(been) - 1 - STEPS
    told = {"past": been[:here], "here": been[here], "future": been[here + 1 :]}
    reader_state.save("sitting", "one", {key: _without_gaps(places) for key, places in told.items()})
    if not left:
        reader_state.save_seen_before(whole.timeline, last - 1)
    reader_state.save_toured()
    reader_state.save_guide("Another guide", folder)
    store.close()
    return folder / "reading.db"


def _without_gaps(places: object) -> object:
    return [place for place in places if place] if isinstance(places, list) else places


async def surfaces(whole: Story, file: Path, seen: int) -> list[str]:
    """All that shows something of what was kept."""
    store = Store(file)
    reader_state = ReaderState(store, whole)
    reader_state.save_seen(whole.timeline, seen)
    session = reader_state.begin(whole, seen)
    app = ReaderApp(ReadingScreen(session, "", ReaderContext(reader_state)))
    async with running(app, (120, 60)) as reader:
        found = [reader.text]
        for key in ("alt+right",) * STEPS + ("ctrl+o",) * (2 * STEPS):
            await reader.press(key)
            found.append(reader.text)
        for key in BOXES:
            await reader.press(key)
            found.append(reader.text)
            await reader.back_to_the_page()
    store.close()
    return found


@pytest.mark.parametrize(("name", "seen"), POINTS, ids=str)
async def test_nothing_that_is_kept_tells_of_later(copies: Copies, tmp_path: Path, name: str, seen: int) -> None:
    everywhere, there = tmp_path / "everywhere", tmp_path / "there"
    everywhere.mkdir()
    there.mkdir()
    whole, copy = copies.whole(name), copies.cut(name, seen)
    shown = await surfaces(whole, lived_through(whole, everywhere), seen)
    assert shown == await surfaces(copy, lived_through(whole, there, VisibleStory(copy.as_of(seen))), seen)
    told = "\n".join(shown)
    assert ("LATER" in told) is (seen == len(whole.timeline))
    notes = [point for point in range(len(whole.timeline) + 1) if f"noted at {point}." in told]
    assert notes == list(range(seen + 1))
