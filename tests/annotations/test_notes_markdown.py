"""Bookmarks, highlights and notes as Markdown."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from aotad_tui.annotations.marked_text import TextRange, extent_of
from aotad_tui.annotations.notes_markdown import _escaped, notes_markdown
from aotad_tui.annotations.text_anchors import anchor_at
from aotad_tui.page.page import Page
from aotad_tui.progress.bookmarks import Bookmark, note_on_person
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import person, stages, story

DOOR, WILL = "the-street/the-door", "the-street/the-will"


def highlight(visible: VisibleStory, section: str, words: str, note: str = "", id: str = "1") -> Bookmark:
    page = Page(visible, visible.story.section_by_id[section])
    page.read_all()
    leaf = next(leaf for leaf in range(len(page.leaves)) if words in page.text(leaf))
    at = page.text(leaf).index(words)
    place = TextRange((leaf, at), (leaf, at + len(words)))
    return Bookmark(id, section, anchor_at(page, place.first), note, visible.story.seen, extent_of(page, place))


def test_entries_are_in_the_order_of_the_guide(jekyll_story: Story) -> None:
    visible = VisibleStory(jekyll_story.as_of(3))
    entries = [
        note_on_person("1", "enfield", "Talks *too* much", 2),
        highlight(visible, WILL, "Edward Hyde has all", "Why?", "2"),
        highlight(visible, DOOR, "burning for nobody", id="3"),
        highlight(visible, DOOR, "cheerful by-street", "1. Look\nagain", "4"),
    ]
    assert notes_markdown(visible, entries) == (
        "# Notes on Strange Case of Dr Jekyll and Mr Hyde\n\n"
        "## The door\n\n> cheerful by-street\n\n1\\. Look\nagain\n\n*Note, chapter 3*\n\n"
        "> burning for nobody\n\n*Highlight, chapter 3*\n\n"
        "## A will in the safe\n\n> Edward Hyde has all\n\nWhy?\n\n*Note, chapter 3*\n\n"
        "## Richard Enfield\n\nTalks \\*too\\* much\n\n*Note, chapter 2*\n"
    )


def test_notes_on_namesakes_have_headings_of_their_own() -> None:
    cast = [
        person(id, name_stages=stages((0, "Joe")), about_stages=stages((0, id.title()))) for id in ("baker", "sailor")
    ]
    text = notes_markdown(
        VisibleStory(story(*cast).as_of(1)), [note_on_person(one.id, one.id, "Mine", 1) for one in cast]
    )
    assert [line for line in text.split("\n") if line.startswith("## ")] == ["## Joe (Baker)", "## Joe (Sailor)"]


def test_what_is_gone_from_the_guide_is_kept_with_its_note(jekyll_story: Story) -> None:
    visible = VisibleStory(jekyll_story.as_of(3))
    kept = highlight(visible, DOOR, "cheerful by-street", "Mine")
    gone = Bookmark("2", "no-such-page", kept.text_anchor, "Also mine", 3, kept.extent)
    elsewhere = Bookmark("3", WILL, kept.text_anchor, "And mine", 3, kept.extent)
    text = notes_markdown(visible, [gone, elsewhere, note_on_person("4", "no-such-person", "Mine too", 3)])
    assert "*This section is not available.*\n\nAlso mine" in text
    assert "*The marked text was not found.*\n\nAnd mine" in text
    assert "*This person is not available.*\n\nMine too" in text


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c` [d](e) <f> ~g~ |h| \\i",
        "# a",
        "- a",
        "+ a",
        "1. a",
        "1) a",
        "> a",
        "===",
        "---",
        "a &amp; b",
        "2. 3",
    ],
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_escaped(text))
    assert [token.type for token in shown] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in shown[1].children or ()) == text
