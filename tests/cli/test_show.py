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

GUTENBERG = {
    "id": "gutenberg-43",
    "title": "The Strange Case of Dr. Jekyll and Mr. Hyde",
    "url": "https://www.gutenberg.org/ebooks/43",
}
OPEN_AT_5 = [
    "before-you-read",
    "the-street/the-door",
    "the-street/the-will",
    "the-street/an-easy-answer",
    "the-cabinet/the-murder",
    "the-cabinet/two-hands",
]

ONLY_NAMES = ("sections",)
"""Commands that print no lines and signs."""
SWAPPED = {"one": "Two", "two": "One"}


def page(whole: Story, seen: int, id: str, cells: int = 80) -> list[str]:
    """The page as the reader has it."""
    now = whole.as_of(seen)
    return [row.rstrip() for row in texts(Page(VisibleStory(now), now.section_by_id[id]).lines(cells))]


@pytest.mark.parametrize(
    "name", ["the-street/the-will", "A will in the safe", "a WILL in the safe", "will", "dr jekyll's will", "safe the"]
)
def test_a_section_is_shown_under_its_id_and_any_words_that_mean_it_alone(
    ask: Run, jekyll_story: Story, name: str
) -> None:
    ran = ask("show", name, "--seen", "2")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == page(jekyll_story, 2, "the-street/the-will")
    assert ran.lines[0] == "A will in the safe"


def test_an_id_means_its_section_whatever_others_are_called(run: Run, tmp_path: Path) -> None:
    pages = {f"sections/{id}.md": f"---\ntitle: {title}\nsince: start\n---\n" for id, title in SWAPPED.items()}
    guide = str(write(tmp_path, pages))
    assert [run("show", id, "--guide", guide).lines[0] for id in SWAPPED] == list(SWAPPED.values())


def test_all_that_may_be_read_is_shown_with_a_line_between_the_pages(ask: Run, jekyll_story: Story) -> None:
    ran = ask("show", "--seen", "5")
    assert (ran.code, ran.err) == (0, "")
    pages = [page(jekyll_story, 5, id) for id in OPEN_AT_5]
    assert ran.out.split(f"\n\n{'═' * 80}\n\n") == ["\n".join(rows) for rows in pages[:-1]] + [
        "\n".join(pages[-1]) + "\n"
    ]


@pytest.mark.parametrize("cells", [20, 33, 80])
def test_a_page_is_as_wide_as_asked(ask: Run, jekyll_story: Story, cells: int) -> None:
    ran = ask("show", "the-will", "--seen", "8", "--width", str(cells))
    assert ran.lines == page(jekyll_story, 8, "the-street/the-will", cells)
    assert max(map(width, ask("show", "--seen", "8", "--width", str(cells)).lines)) == cells


def test_text_is_never_set_wider_than_it_reads_well(ask: Run) -> None:
    assert ask("show", "--seen", "end", "--width", "200") == ask("show", "--seen", "end", "--width", "80")


def test_without_a_width_and_a_terminal_pages_are_80_cells_wide(ask: Run) -> None:
    assert ask("show", "--seen", "end") == ask("show", "--seen", "end", "--width", "80")


@pytest.mark.parametrize("cells", ["19", "1001", "0", "-5", "many", "", "4.5"])
def test_a_width_that_makes_no_sense_is_wrong_use(ask: Run, cells: str) -> None:
    ran = ask("show", f"--width={cells}")
    assert (ran.code, ran.out) == (2, "")
    assert "a number from 20 to 1000" in ran.err


def test_nothing_is_shown_where_nothing_may_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("format: 1\ntitle: A tale\n")
    for command in ("show", "sections", "people"):
        assert run(command, "--guide", str(tmp_path)).out == ""
        assert run(command, "--guide", str(tmp_path), "--json").json == []


def test_a_section_as_json_has_its_markdown_and_what_it_rests_on(ask: Run, jekyll_story: Story) -> None:
    shown = ask("show", "the-will", "--seen", "6", "--json").json
    now = jekyll_story.as_of(6)
    assert shown == {
        "id": "the-street/the-will",
        "title": "A will in the safe",
        "parts": ["The street"],
        "since": "2",
        "certainty": "confirmed",
        "as_of": "2008-06-25",
        "sources": [GUTENBERG],
        "text": now.text(now.section_by_id["the-street/the-will"]),
    }
    assert "[!spoiler] 6" in shown["text"]
    assert "[!spoiler] 8" not in shown["text"]


def test_all_sections_as_json_are_a_list_whatever_their_number(ask: Run) -> None:
    assert [one["id"] for one in ask("show", "--seen", "5", "--json").json] == OPEN_AT_5
    assert [one["id"] for one in ask("show", "--json").json] == ["before-you-read"]


def test_sections_are_listed_in_order_with_ids_and_titles(ask: Run) -> None:
    ran = ask("sections", "--seen", "5")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("  ")[0] for line in ran.lines] == OPEN_AT_5
    assert ran.lines[0] == "before-you-read            Before you read"
    assert ran.lines[3] == "the-street/an-easy-answer  An easy answer"
    assert ask("sections").lines == ["before-you-read  Before you read"], "no gap tells of a longer id"


def test_sections_as_json_are_told_without_their_texts(ask: Run) -> None:
    sections = ask("sections", "--seen", "5", "--json").json
    assert [one["id"] for one in sections] == OPEN_AT_5
    assert sections[0] == {
        "id": "before-you-read",
        "title": "Before you read",
        "parts": [],
        "since": "start",
        "certainty": "confirmed",
        "as_of": "1886-01",
        "sources": [GUTENBERG],
    }


def test_json_has_letters_of_every_script_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("format: 1\ntitle: A tale\n")
    (tmp_path / "characters.yaml").write_text("온조: {name: 남온조}\n", encoding="utf-8")
    ran = run("people", "--guide", str(tmp_path), "--json")
    assert "남온조" in ran.out
    assert json.loads(ran.out)[0]["id"] == "온조"


@pytest.mark.slow
@pytest.mark.parametrize("command", [printing.name for printing in PRINTING])
def test_whatever_is_printed_can_be_had_in_ascii_cell_for_cell(ask: Run, jekyll_story: Story, command: str) -> None:
    drawn = {
        words: ask(*words, "--seen", "9") for words in calls(jekyll_story) if words[0] == command and is_plain(words)
    }
    assert all(ran.out.isascii() for ran in drawn.values()) is (command in ONLY_NAMES)
    for words, ran in drawn.items():
        plain = ask(*words, "--seen", "9", "--ascii")
        assert plain.out.isascii()
        assert [width(line) for line in plain.lines] == [width(line) for line in ran.lines]


def test_json_says_what_the_guide_says_in_ascii_or_not(ask: Run) -> None:
    assert ask("people", "--seen", "9", "--json", "--ascii") == ask("people", "--seen", "9", "--json")
