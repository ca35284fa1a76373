"""Highlights and notes in the reader, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.story.story import Story
from aotad_tui.ui.screens.reading import ReadingScreen
from tests.library.guides import opened

from .reader import WIDE, Reader, reading
from .test_saved_state import reader_with_state, save_progress

pytestmark = pytest.mark.slow

DOOR = "the-street/the-door"
BY_STREET = "In a cheerful by-street"
STREET_ROW = "each Sunday, and hardly speak. In a cheerful by-street"


def entries(reader: Reader) -> list[Bookmark]:
    """What is stored, whatever the reader has seen."""
    (screen,) = (screen for screen in reader.app.screen_stack if isinstance(screen, ReadingScreen))
    return list(screen.model.reader_state.bookmarks(1_000))


def signs(reader: Reader) -> dict[str, str]:
    """The rows of the page with a sign in the margin, each with its sign."""
    rows = [row.strip() for row in reader.pane("page").splitlines()]
    return {row[1:].strip(): row[0] for row in rows if row[:2] in ("│ ", "* ")}


async def select(reader: Reader, words: str) -> None:
    x, y = reader.place_of(words, "page")
    await reader.drag((x, y), (x + len(words), y))


async def test_a_selection_is_marked_and_noted_by_mouse_and_keys(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        assert "mark" not in reader.rows[-1]
        await select(reader, BY_STREET)
        assert reader.rows[-1].startswith(" y copy  H mark  a note")
        await reader.click("mark", "keys")
        assert "mark" not in reader.rows[-1], "nothing is selected any more"
        assert signs(reader) == {STREET_ROW: "│"}
        await reader.press("j", "a", *"Which street", "enter")
        assert signs(reader) == {STREET_ROW: "*"}
        (entry,) = entries(reader)
        assert (entry.note, entry.seen, entry.section) == ("Which street", 3, DOOR)
        await reader.press("'")
        assert "Which street" in reader.text
        assert f"Note  The door  {BY_STREET}" in reader.text


async def test_a_paragraph_is_marked_again_unmarked_and_keeps_a_mark_with_a_note(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        await reader.press(*"jjjjjj", "H")
        assert len(signs(reader)) == 4
        assert set(signs(reader).values()) == {"│"}
        await reader.press("H")
        assert signs(reader) == {}
        assert entries(reader) == []
        await reader.press("a", *"A walk", "enter", "H")
        assert [entry.note for entry in entries(reader)] == ["A walk"]
        assert list(signs(reader).values()) == ["*", "│", "│", "│"]


async def test_a_mark_is_moved_to_a_selection_that_overlaps_it(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        await select(reader, BY_STREET)
        await reader.press("H")
        (before,) = entries(reader)
        await select(reader, "cheerful by-street")
        await reader.press("H")
        (after,) = entries(reader)
        assert after.id == before.id
        assert after.extent
        assert after.extent.begin == "cheerfulbystreet"


async def test_an_empty_note_makes_no_mark_and_a_cancelled_one_changes_none(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        await reader.press("a", "enter")
        await reader.press("a", *"x", "escape")
        assert entries(reader) == []
        await select(reader, BY_STREET)
        await reader.press("a", *"One", "enter", "a", *" two", "enter")
        assert [entry.note for entry in entries(reader)] == ["One two"]


async def test_a_note_on_a_person_is_made_in_the_people_pane(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        await reader.press("@", *"enfield", "enter", "3", "a", *"Talks a lot", "enter")
        (entry,) = entries(reader)
        assert (entry.person, entry.note) == ("enfield", "Talks a lot")
        await reader.press("a", *" indeed", "enter")
        assert [entry.note for entry in entries(reader)] == ["Talks a lot indeed"]
        await reader.press("@", *"utterson", "enter", "'", "enter")
        assert reader.place.person == "enfield"


async def test_a_note_on_a_person_is_on_the_card_from_its_point_on(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("@", *"hyde", "enter", "3", "a", *"LATER", "enter")
        assert "* LATER" in reader.pane("people")
        await reader.press("@", *"enfield", "enter")
        assert "LATER" not in reader.pane("people")
        await reader.press("@", *"hyde", "enter", "-")
        assert "Edward Hyde" in reader.pane("people")
        assert "LATER" not in reader.pane("people")
        await reader.press("+", "enter", "escape")
        assert "* LATER" in reader.pane("people")
        await reader.press("'", "d", "escape")
        assert "Edward Hyde" in reader.pane("people")
        assert "LATER" not in reader.pane("people")


async def test_a_note_stays_on_the_card_of_somebody_who_turns_out_to_be_another(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 8, WIDE, DOOR) as reader:
        await reader.press("@", *"hyde", "enter", "3", "a", *"Who is he", "enter")
        assert reader.place.person == "hyde"
        await reader.press("+", "enter", "escape", "@", *"hyde", "enter")
        assert reader.place.person == "jekyll"
        assert "* Who is he" in reader.pane("people")


async def test_marks_are_edited_and_deleted_in_the_list(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        await select(reader, BY_STREET)
        await reader.press("H", "'", "n", *"Where", "enter", "escape")
        assert signs(reader) == {STREET_ROW: "*"}
        await reader.press("'", "d", "escape")
        assert signs(reader) == {}


async def test_a_mark_of_a_later_point_is_not_drawn_and_not_copied(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await select(reader, BY_STREET)
        await reader.press("a", *"LATER", "enter")
        assert signs(reader) == {STREET_ROW: "*"}
        await reader.press('"')
        assert "LATER" in reader.app.clipboard
        await reader.press("-")
        assert signs(reader) == {}
        await reader.press("'")
        assert "LATER" not in reader.text
        await reader.press("escape", '"')
        assert "No bookmarks, highlights or notes yet." in reader.text
        await reader.press("+", "enter", "escape")
        assert signs(reader) == {STREET_ROW: "*"}


async def test_a_mark_made_earlier_and_edited_later_is_of_the_later_point(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE, DOOR) as reader:
        await select(reader, BY_STREET)
        await reader.press("H", "+", "enter", "escape")
        assert signs(reader) == {STREET_ROW: "│"}
        await reader.press("a", *"It was Hyde", "enter", "-")
        assert signs(reader) == {}


async def test_marks_are_there_after_a_restart_and_after_edits_of_the_page(jekyll_story: Story, tmp_path: Path) -> None:
    page = "---\ntitle: A page\n---\nFirst paragraph.\n\nThe marked paragraph has some words.\n"
    whole = opened(tmp_path / "guide", {"guide.yaml": "format: 1\ntitle: T\n", "sections/page.md": page})
    state = tmp_path / "state"
    state.mkdir()
    save_progress(whole, state, 0)
    async with reader_with_state(whole, state) as reader:
        await select(reader, "has some words")
        await reader.press("a", *"Few", "enter")
    edited = page.replace("First", "A new one.\n\nThe first").replace("has some", "clearly has some")
    later = opened(tmp_path / "edited", {"guide.yaml": "format: 1\ntitle: T\n", "sections/page.md": edited})
    async with reader_with_state(later, state) as reader:
        assert signs(reader) == {"The marked paragraph clearly has some words.": "*"}


def test_an_unreadable_extent_is_no_mark(jekyll_story: Story) -> None:
    state = ReaderState.in_memory(jekyll_story)
    record = {"section": DOOR, "spot": {"heading": "", "quote": "", "fraction": 0.0}, "note": "", "seen": 0}
    extents: tuple[object, ...] = ({"letters": 0, "begin": "a", "end": "a"}, {"letters": 3}, [], "x", None)
    for number, extent in enumerate(extents):
        state.save("bookmark", str(number), record | {"extent": extent})
    assert [entry.extent for entry in state.bookmarks(0)] == [None] * 5
