"""`show` and `sections`: the pages as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.cells import width
from aotad_tui.cli.commands import PRINTING
from aotad_tui.page.page import Page
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.frames import texts
from tests.library.guides import write

from .conftest import Run
from .every_call import calls, is_plain
from .test_notes import save

GUTENBERG = {
    "id": "gutenberg-43",
    "title": "The Strange Case of Dr. Jekyll and Mr. Hyde",
    "url": "https://www.gutenberg.org/ebooks/43",
}
VISIBLE_AT_5 = [
    "before-you-read",
    "the-street/the-door",
    "the-street/the-will",
    "the-street/an-easy-answer",
    "the-cabinet/the-murder",
    "the-cabinet/two-hands",
]

ONLY_NAMES = ("about", "notes", "sections", "terms")
"""Commands that draw no lines and signs."""
SWAPPED = {"one": "Two", "two": "One"}


def page(whole: Story, seen: int, id: str, cells: int = 80) -> list[str]:
    """The rows of a page in the reader."""
    now = whole.as_of(seen)
    return [row.rstrip() for row in texts(Page(VisibleStory(now), now.section_by_id[id]).lines(cells))]


@pytest.mark.parametrize(
    "name", ["the-street/the-will", "A will in the safe", "a WILL in the safe", "will", "dr jekyll's will", "safe the"]
)
def test_a_section_is_shown_by_its_id_and_by_any_unambiguous_words(
    run_jekyll: Run, jekyll_story: Story, name: str
) -> None:
    result = run_jekyll("show", name, "--seen", "2")
    assert (result.code, result.err) == (0, "")
    assert result.lines == page(jekyll_story, 2, "the-street/the-will")
    assert result.lines[0] == "A will in the safe"


def test_an_id_takes_precedence_over_titles(run: Run, tmp_path: Path) -> None:
    pages = {f"sections/{id}.md": f"---\ntitle: {title}\nsince: start\n---\n" for id, title in SWAPPED.items()}
    guide = str(write(tmp_path, pages))
    assert [run("show", id, "--guide", guide).lines[0] for id in SWAPPED] == list(SWAPPED.values())


def test_all_visible_pages_are_shown_with_a_line_between_them(run_jekyll: Run, jekyll_story: Story) -> None:
    result = run_jekyll("show", "--seen", "5")
    assert (result.code, result.err) == (0, "")
    pages = [page(jekyll_story, 5, id) for id in VISIBLE_AT_5]
    assert result.out.split(f"\n\n{'═' * 80}\n\n") == ["\n".join(rows) for rows in pages[:-1]] + [
        "\n".join(pages[-1]) + "\n"
    ]


@pytest.mark.parametrize("cells", [20, 33, 80])
def test_a_page_has_the_width_given(run_jekyll: Run, jekyll_story: Story, cells: int) -> None:
    result = run_jekyll("show", "the-will", "--seen", "8", "--width", str(cells))
    assert result.lines == page(jekyll_story, 8, "the-street/the-will", cells)
    assert max(map(width, run_jekyll("show", "--seen", "8", "--width", str(cells)).lines)) == cells


def test_text_is_never_wider_than_a_readable_measure(run_jekyll: Run) -> None:
    assert run_jekyll("show", "--seen", "end", "--width", "200") == run_jekyll("show", "--seen", "end", "--width", "80")


def test_without_a_width_and_a_terminal_pages_are_80_cells_wide(run_jekyll: Run) -> None:
    assert run_jekyll("show", "--seen", "end") == run_jekyll("show", "--seen", "end", "--width", "80")


@pytest.mark.parametrize("cells", ["19", "1001", "0", "-5", "many", "", "4.5"])
def test_an_invalid_width_is_a_usage_error(run_jekyll: Run, cells: str) -> None:
    result = run_jekyll("show", f"--width={cells}")
    assert (result.code, result.out) == (2, "")
    assert "a number from 20 to 1000" in result.err


def test_nothing_is_printed_if_everything_is_hidden(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("format: 1\ntitle: A tale\n")
    for command in ("show", "sections", "people"):
        assert run(command, "--guide", str(tmp_path)).out == ""
        assert run(command, "--guide", str(tmp_path), "--json").json == []


def test_a_section_as_json_has_its_markdown_and_grounds(run_jekyll: Run, jekyll_story: Story) -> None:
    shown = run_jekyll("show", "the-will", "--seen", "6", "--json").json
    now = jekyll_story.as_of(6)
    assert shown == {
        "id": "the-street/the-will",
        "title": "A will in the safe",
        "parts": ["The street"],
        "since": "2",
        "role": None,
        "covers": None,
        "certainty": "confirmed",
        "as_of": "2008-06-25",
        "sources": [GUTENBERG],
        "text": now.text(now.section_by_id["the-street/the-will"]),
    }
    assert "[!spoiler] 6" in shown["text"]
    assert "[!spoiler] 8" not in shown["text"]


def test_all_sections_as_json_are_a_list_even_if_there_is_one(run_jekyll: Run) -> None:
    assert [one["id"] for one in run_jekyll("show", "--seen", "5", "--json").json] == VISIBLE_AT_5
    assert [one["id"] for one in run_jekyll("show", "--json").json] == ["before-you-read"]


def test_sections_are_listed_in_order_with_ids_and_titles(run_jekyll: Run) -> None:
    result = run_jekyll("sections", "--seen", "5")
    assert (result.code, result.err) == (0, "")
    assert [line.split("  ")[0] for line in result.lines] == VISIBLE_AT_5
    assert result.lines[0] == "before-you-read            Before you read"
    assert result.lines[3] == "the-street/an-easy-answer  An easy answer"
    assert run_jekyll("sections").lines == ["before-you-read  Before you read"], "no gap tells of a longer id"


def test_the_list_of_sections_as_json_has_no_texts(run_jekyll: Run) -> None:
    sections = run_jekyll("sections", "--seen", "5", "--json").json
    assert [one["id"] for one in sections] == VISIBLE_AT_5
    assert sections[0] == {
        "id": "before-you-read",
        "title": "Before you read",
        "parts": [],
        "since": "start",
        "role": "start",
        "covers": None,
        "certainty": "confirmed",
        "as_of": "1886-01",
        "sources": [GUTENBERG],
    }


def test_json_has_letters_of_every_script_unescaped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("format: 1\ntitle: A tale\n")
    (tmp_path / "characters.yaml").write_text("온조: {name: 남온조}\n", encoding="utf-8")
    result = run("people", "--guide", str(tmp_path), "--json")
    assert "남온조" in result.out
    assert json.loads(result.out)[0]["id"] == "온조"


@pytest.mark.slow
@pytest.mark.parametrize("command", [printing.name for printing in PRINTING])
@pytest.mark.usefixtures("own_folders")
def test_ascii_output_has_the_same_widths(run_jekyll: Run, jekyll_story: Story, command: str) -> None:
    save(jekyll_story, 3, "Which street?")
    drawn = {
        words: run_jekyll(*words, "--seen", "9")
        for words in calls(jekyll_story)
        if words[0] == command and is_plain(words)
    }
    assert any(result.out for result in drawn.values())
    assert all(result.out.isascii() for result in drawn.values()) is (command in ONLY_NAMES)
    for words, result in drawn.items():
        plain = run_jekyll(*words, "--seen", "9", "--ascii")
        assert plain.out.isascii()
        assert [width(line) for line in plain.lines] == [width(line) for line in result.lines]


def test_the_ascii_option_does_not_change_json(run_jekyll: Run) -> None:
    assert run_jekyll("people", "--seen", "9", "--json", "--ascii") == run_jekyll("people", "--seen", "9", "--json")
