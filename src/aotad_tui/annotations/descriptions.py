"""What a bookmark, a highlight or a note is about, in words of the visible story: stored words may know more."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.page.leaf_blocks import Label
from aotad_tui.page.page import Page
from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.progress.text_anchor import find_quote
from aotad_tui.story.people_page import page_of
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .marked_text import range_of, text_of_range


@dataclass(frozen=True, slots=True)
class BookmarkDescription:
    """The title of a bookmark's section or the name of its person, and its text in the page.

    `is_available`: whether it can be opened. `order`: where it is among others: section, leaf block, character.
    """

    title: str
    words: str
    is_available: bool = True
    order: tuple[int, int, int] = (0, 0, 0)
    is_found: bool = True
    """Whether `words` are of the page, and not an explanation of why there are none."""


class Descriptions:
    """Describes bookmarks in one visible story. Each page is read once."""

    def __init__(self, visible: VisibleStory) -> None:
        self._visible = visible
        self._numbers = {id: number for number, id in enumerate(visible.story.section_by_id)}
        self._pages: dict[str, Page] = {}

    def describe(self, bookmark: Bookmark) -> BookmarkDescription:
        """Describe a bookmark, a highlight or a note."""
        if bookmark.person:
            return self._describe_person(bookmark.person)
        section = page_of(self._visible, bookmark.section)
        if section is None:
            return _missing("", "This section is not available.", is_available=False)
        try:
            page = self._page(section)
        except OSError:
            return _missing(section.title, "This section cannot be read.", is_available=False)
        return self._describe_text(bookmark, section, page)

    def _describe_person(self, id: str) -> BookmarkDescription:
        person = self._visible.people.get(id)
        if person is None:
            return _missing("", "This person is not available.", is_available=False)
        return BookmarkDescription(self._visible.namesakes.label(person), "", order=(len(self._numbers), 0, 0))

    def _describe_text(self, bookmark: Bookmark, section: Section, page: Page) -> BookmarkDescription:
        number = self._numbers.get(section.id, -1)
        if bookmark.extent:
            marked = range_of(page, bookmark.text_anchor, bookmark.extent)
            if marked is None:
                return _missing(section.title, "The marked text was not found.")
            return BookmarkDescription(section.title, text_of_range(page, marked), order=(number, *marked.first))
        rows = [page.text(leaf) for leaf in range(len(page.leaves))]
        headings = [(heading.leaf, heading.slug) for heading in page.headings]
        row = find_quote(bookmark.text_anchor, rows, headings)
        if row is None:
            return _missing(section.title, "The bookmarked text was not found.")
        # Without the labels that the program adds, such as the certainty of the page.
        written = (rows[leaf] for leaf in range(row, len(rows)) if not isinstance(page.leaves[leaf].body, Label))
        texts = (text.strip() for text in written if text.strip() not in {"", section.title})
        return BookmarkDescription(section.title, next(texts, ""), order=(number, row, 0))

    def _page(self, section: Section) -> Page:
        """The page of a section. Raises OSError."""
        if section.id not in self._pages:
            page = Page(self._visible, section)
            page.read_all()
            self._pages[section.id] = page
        return self._pages[section.id]


def _missing(title: str, words: str, *, is_available: bool = True) -> BookmarkDescription:
    return BookmarkDescription(title, words, is_available, is_found=False)
