"""Zero-width spaces: lines break at them, they are never drawn, and nothing that reads a page depends on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import plain, width, wrap_text
from aotad_tui.cleaning import breakable_line, clean_text
from aotad_tui.page.find import PageSearch
from aotad_tui.page.page import Page
from aotad_tui.page.rows import OUTSIDE_TEXT
from aotad_tui.search.full_text import FullText
from aotad_tui.story.visible import VisibleStory
from tests.library.guides import opened

BREAK = "\u200b"
THAI = BREAK.join(("เมื่อวาน", "สมศรี", "ไปตลาด", "กับเพื่อน", "ของเธอ"))
KHMER = BREAK.join(("ម្សិលមិញ", "សុខា", "ទៅផ្សារ", "ជាមួយ", "មិត្តភក្តិ"))
LATIN = BREAK.join(("Donaudampfschiff", "fahrts", "gesellschafts", "kapitän"))
HEAD = "---\nsince: start\n---\n"
CAST = "som: {name: สมศรี, since: start}\nhyde: {name: Utterson, since: start}\n"


def page_of(folder: Path, text: str) -> Page:
    """The page of a text in a guide, read from its file."""
    visible = VisibleStory(opened(folder, {"sections/a.md": HEAD + text, "characters.yaml": CAST}).as_of(1))
    return Page(visible, visible.story.sections[0])


@pytest.mark.parametrize("text", [THAI, KHMER, LATIN])
@pytest.mark.parametrize("around", ["{}", "> {}", "- {}", "**{}**", "a|b\n-|-\nc|{}"])
@pytest.mark.parametrize("cells", [20, 40])
def test_lines_break_at_zero_width_spaces_only(tmp_path: Path, text: str, around: str, cells: int) -> None:
    rows = list(page_of(tmp_path, around.format(text)).lines(cells))[2:]
    assert all(sum(width(span.text) for span in row) <= cells for row in rows)
    drawn = [plain(row).strip(" >│•") for row in rows]
    assert BREAK not in "".join(drawn)
    parts = set(text.split(BREAK))
    words = [word for row in drawn for word in row.split() if set(word) & set(text)]
    assert "".join(word for word in words if word not in "abc") == text.replace(BREAK, "")
    for word in words:
        assert word in "abc" or any(
            "".join(text.split(BREAK)[first:last]) == word
            for first in range(len(parts))
            for last in range(first + 1, len(parts) + 1)
        )


def test_a_row_knows_its_characters(tmp_path: Path) -> None:
    shown = page_of(tmp_path, THAI)
    shown.read_all()
    for row in shown.layout(20).rows(1):
        for span, start in zip(row.spans, row.starts, strict=True):
            assert start == OUTSIDE_TEXT or shown.text(1)[start : start + len(span.text)] == span.text


def test_names_find_and_search_ignore_them(tmp_path: Path) -> None:
    text = f"{THAI}\n\n{BREAK.join(('ววววววววววววสม', 'ศรีววววววววววว'))}\n\n```\n{THAI}\n```"
    shown = page_of(tmp_path, text)
    assert [span.text for line in shown.lines(80) for span in line if span.link] == ["สมศรี", "สม", "ศรี"]
    search = PageSearch(shown, "สมศรีไป")
    search.search_all()
    assert len(search.matches) == 2
    hits = FullText(shown.visible).fill().find("สมศรีไป")
    assert [hit.passage.text for hit in hits] == [THAI.replace(BREAK, "")] * 2


def test_a_heading_and_a_link_to_it_have_none(tmp_path: Path) -> None:
    shown = page_of(tmp_path, f"[on](#{THAI})\n\n## {THAI}")
    shown.read_all()
    assert [heading.text for heading in shown.headings] == [THAI.replace(BREAK, "")]
    assert any(span.link for line in shown.lines(80) for span in line)


@pytest.mark.parametrize(
    "text", ["[!spo\u200biler] 3", "Hy\u200bde walks", "<block\u200bquote>", "cha\u200bracter:hyde", f"a {BREAK} b"]
)
def test_they_are_dropped_in_short_words_and_between_words(text: str) -> None:
    assert clean_text(text) == breakable_line(text) == text.replace(BREAK, "")


def test_they_are_dropped_from_everything_else_of_a_guide(tmp_path: Path) -> None:
    cast = f"long: {{name: {LATIN}, since: start}}\n"
    story = opened(tmp_path, {"sections/a.md": f"---\nsince: start\ntitle: {THAI}\n---\n", "characters.yaml": cast})
    assert BREAK not in story.sections[0].title + story.characters[0].name_stages[0].text


def test_wrapping_counts_them_as_nothing() -> None:
    assert wrap_text(f"aé{BREAK}b {BREAK}c", 4) == [(0, 4), (6, 7)]
    assert wrap_text(f"aé{BREAK}bc", 4) == [(0, 5)]
    assert wrap_text(f"aé{BREAK}bcd", 4) == [(0, 2), (3, 6)]
