"""A marked text is found again, also in another edition of its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.annotations.marked_text import TextRange, extent_of, range_of, text_of_range
from aotad_tui.annotations.text_anchors import anchor_at
from aotad_tui.page.page import Page
from aotad_tui.progress.bookmarks import TextExtent
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.library.guides import opened

GUIDE = "format: 1\ntitle: A tale\n"
BEFORE = """\
# Morning

The hill was quiet. Ann read a long letter, and then she read it once more.

Nobody came up the road before noon.

# Evening

The hill was quiet. Ann burned the letter.
"""
LETTER = "Ann read a long letter, and then she read it once more."


def page_of(folder: Path, text: str) -> Page:
    """The page of a section with that text."""
    folder.mkdir()
    story: Story = opened(folder, {"guide.yaml": GUIDE, "sections/page.md": f"---\ntitle: A page\n---\n{text}"})
    visible = VisibleStory(story.as_of(0))
    page = Page(visible, visible.story.sections[0])
    page.read_all()
    return page


def mark(page: Page, words: str, number: int = 0) -> tuple[TextAnchor, TextExtent]:
    """Mark the occurrence of words with that number in a page."""
    places = [(leaf, at) for leaf in range(len(page.leaves)) if (at := page.text(leaf).find(words)) >= 0]
    leaf, at = places[number]
    place = TextRange((leaf, at), (leaf, at + len(words)))
    extent = extent_of(page, place)
    assert extent
    return anchor_at(page, place.first), extent


def found(page: Page, marked: tuple[TextAnchor, TextExtent]) -> str | None:
    place = range_of(page, *marked)
    return text_of_range(page, place) if place else None


@pytest.mark.slow
def test_every_range_of_letters_is_found_again(jekyll_story: Story) -> None:
    visible = VisibleStory(jekyll_story.as_of(10))
    for section in visible.story.sections:
        page = Page(visible, section)
        page.read_all()
        letters = [
            (leaf, character)
            for leaf in range(len(page.leaves))
            for character, letter in enumerate(page.text(leaf))
            if letter.isalnum()
        ]
        for number in range(0, len(letters), 37):
            for size in (3, 40, 400):
                last = letters[min(number + size, len(letters) - 1)]
                place = TextRange(letters[number], (last[0], last[1] + 1))
                extent = extent_of(page, place)
                assert extent
                assert range_of(page, anchor_at(page, place.first), extent) == place, (section.id, place)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The hill", "Everything above the old mill and the hill", LETTER),
        ("# Morning", "A new first paragraph.\n\nAnd one more.\n\n# Early morning", LETTER),
        ("a long letter", "a *very* long letter", "Ann read a very long letter, and then she read it once more."),
        ("Ann read a long", "Anna read a long", "Anna read a long letter, and then she read it once more."),
        ("once more.", "twice more.", "Ann read a long letter, and then she read it twice more."),
        ("letter, and", "“letter” — and", "Ann read a long “letter” — and then she read it once more."),
    ],
)
def test_a_mark_survives_edits(tmp_path: Path, old: str, new: str, expected: str) -> None:
    marked = mark(page_of(tmp_path / "before", BEFORE), LETTER)
    text = found(page_of(tmp_path / "after", BEFORE.replace(old, new)), marked)
    assert text is not None
    assert text in expected
    assert len(text) >= len(expected) - len("twice more.")


def test_a_mark_whose_text_is_gone_is_not_found(tmp_path: Path) -> None:
    marked = mark(page_of(tmp_path / "before", BEFORE), LETTER)
    assert found(page_of(tmp_path / "after", BEFORE.replace(LETTER, "It rained.")), marked) is None


@pytest.mark.parametrize("number", [0, 1])
def test_words_that_occur_twice_are_found_where_they_were_marked(tmp_path: Path, number: int) -> None:
    page = page_of(tmp_path / "page", BEFORE)
    marked = mark(page, "The hill was quiet.", number)
    place = range_of(page, *marked)
    assert place
    heading = page.heading_at(place.first[0])
    assert heading
    assert heading.text == ("Morning", "Evening")[number]


def test_a_text_without_letters_cannot_be_marked(tmp_path: Path) -> None:
    page = page_of(tmp_path / "page", "# …\n\n—\n")
    last = len(page.leaves) - 1
    assert page.text(last).strip() == "—"
    assert extent_of(page, TextRange((last, 0), (last, len(page.text(last))))) is None


def test_letters_that_fold_to_two_do_not_move_the_mark(tmp_path: Path) -> None:
    page = page_of(tmp_path / "page", "Die große Straße ist naß. İstanbul too.\n")
    assert found(page, mark(page, "Straße ist")) == "Straße ist"
    assert found(page, mark(page, "too")) == "too"
