"""Saved state reveals nothing later.

A reader who was at the end and goes back sees what a reader of a copy of the guide sees that was cut at the point.
"""

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

DIALOG_KEYS = ("'", "r", "w", "O", ":")
STEPS = 2


def write_full_state(whole: Story, folder: Path, remaining: VisibleStory | None = None) -> Path:
    """Write the state of a reader who visited everything at the end, and return its file.

    Each page has a position near its end, is marked as read and has a bookmark; every person was opened; the first page
    has a bookmark for each point. With `remaining`, only what remains in that story.
    """
    last = len(whole.timeline)
    visible = VisibleStory(whole.as_of(last))
    seen = remaining.story.seen if remaining else last
    sections = [
        section for section in visible.story.sections if not remaining or section.id in remaining.story.section_by_id
    ]
    people = [person.id for person in visible.people.everyone]
    people_left = [id for id in people if not remaining or remaining.people.get(id)]
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
    for person in people_left:
        reader_state.save_folds(person, ["two steps", "over"])
    history: list[dict[str, str | None] | None] = []
    selected: str | None = None
    for number, section in enumerate(visible.story.sections):
        if people[number % len(people)] in people_left:  # else nobody can be selected instead of the one before
            selected = people[number % len(people)]
        history.append({"section": section.id, "person": selected} if section in sections else None)
    here = len(history) - 1 - STEPS
    parts = {"past": history[:here], "here": history[here], "future": history[here + 1 :]}
    reader_state.save("sitting", "one", {key: _without_gaps(places) for key, places in parts.items()})
    if seen == last:
        reader_state.save_seen_before(whole.timeline, last - 1)
    reader_state.save_toured()
    reader_state.save_guide("Another guide", folder)
    store.close()
    return folder / "reading.db"


def _without_gaps(places: object) -> object:
    return [place for place in places if place] if isinstance(places, list) else places


async def surfaces(whole: Story, file: Path, seen: int) -> list[str]:
    """Every screen that shows saved state."""
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
        for key in DIALOG_KEYS:
            await reader.press(key)
            found.append(reader.text)
            await reader.back_to_the_page()
    store.close()
    return found


@pytest.mark.parametrize(("name", "seen"), POINTS, ids=str)
async def test_saved_state_reveals_nothing_later(copies: Copies, tmp_path: Path, name: str, seen: int) -> None:
    everywhere, there = tmp_path / "everywhere", tmp_path / "there"
    everywhere.mkdir()
    there.mkdir()
    whole, copy = copies.whole(name), copies.cut(name, seen)
    shown = await surfaces(whole, write_full_state(whole, everywhere), seen)
    assert shown == await surfaces(copy, write_full_state(whole, there, VisibleStory(copy.as_of(seen))), seen)
    text = "\n".join(shown)
    assert ("LATER" in text) is (seen == len(whole.timeline))
    notes = [point for point in range(len(whole.timeline) + 1) if f"noted at {point}." in text]
    assert notes == list(range(seen + 1))
