"""docs/content.md and the pages of the bundled guide agree: its places exist, and have the words it quotes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from aotad_tui.story.pages_for_point import opening_page
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

from .guides import BUNDLED, check_for_faults

CLAIMS = "The article, claim by claim"
CORRECTIONS = "Corrections of November 2026"
QUESTIONS = "Forty questions"
CONTENT = Path(__file__).parents[2] / "docs" / "content.md"
OPENING = "opening"
"""The part of a page before its first heading."""

_QUOTE = re.compile(r"^(?:> ?)+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def table_rows(heading: str) -> list[list[str]]:
    """The cells of the rows of the table under a heading of docs/content.md, without the head."""
    chapter = CONTENT.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in chapter.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def places(cell: str) -> list[tuple[str, str]]:
    """The page id and the heading of each place in a cell."""
    parts = [place.strip().partition(", ") for place in cell.split(";") if place.strip()]
    return [(page, heading) for page, _, heading in parts]


def plain(text: str) -> str:
    """Markdown without marks: the cells of a table row become a list with commas, and all white space one space."""
    cells = re.sub(r" *\| *", ", ", text)
    return " ".join(_LINK.sub(r"\1", cells).replace("*", "").split())


def words_by_place(whole: Story) -> dict[tuple[str, str], str]:
    """The words under each heading of each page, by page id and heading, heading included."""
    texts = {}
    for section in whole.sections:
        text = _QUOTE.sub("", whole.text(section))
        opening, *rest = _HEADING.split(text)
        texts[section.id, OPENING] = plain(opening)
        for heading, under in zip(rest[::2], rest[1::2], strict=True):
            texts[section.id, heading] = plain(f"{heading} {under}")
    return texts


@pytest.fixture(scope="module")
def words(bundled: Story) -> dict[tuple[str, str], str]:
    return words_by_place(bundled.as_of(bundled.seen))


def unfounded(heading: str, words: dict[tuple[str, str], str]) -> list[str]:
    """The rows of a table whose first place does not have the words that they quote."""
    return [
        f"{claim}: {quoted!r} is not in {where}"
        for claim, _, where, quoted, _ in table_rows(heading)
        if where and (not quoted or quoted not in words.get(places(where)[0], ""))
    ]


def test_each_claim_is_answered_in_the_words_quoted(words: dict[tuple[str, str], str]) -> None:
    assert [row[0] for row in table_rows(CLAIMS)] == [f"C{number}" for number in range(1, 105)]
    assert unfounded(CLAIMS, words) == []


def test_each_correction_stands_in_the_words_quoted(words: dict[tuple[str, str], str]) -> None:
    points = [f"C{number}" for number in range(1, 21)] + [f"L{number}" for number in range(1, 8)]
    assert [row[0] for row in table_rows(CORRECTIONS)] == points
    assert unfounded(CORRECTIONS, words) == []


def test_a_claim_without_a_place_has_a_reason() -> None:
    assert [row[0] for row in table_rows(CLAIMS) if not row[2] and not row[4].startswith("left out: ")] == []


@pytest.mark.parametrize("heading", [CLAIMS, CORRECTIONS, QUESTIONS])
def test_all_places_named_exist(heading: str, words: dict[tuple[str, str], str]) -> None:
    named = [place for row in table_rows(heading) for place in places(row[2])]
    assert named
    assert [place for place in named if place not in words] == []


@pytest.mark.slow
def test_up_to_episode_11_all_deaths_are_worded_alike(bundled: Story) -> None:
    point = bundled.timeline.position("S1E11")
    assert point is not None
    story = bundled.as_of(point)
    assert [
        (section.id, found.group())
        for section in story.sections
        for found in re.finditer(r"\b(?:is|are|goes) missing|no body|not shown|fate|parted", story.text(section))
    ] == []


def test_the_story_is_told_without_hedges() -> None:
    hedges = re.compile(r"by one recap|no page found|not known|pupil|grown-up|this guide's reading", re.IGNORECASE)
    texts = {file: file.read_text(encoding="utf-8") for file in BUNDLED.rglob("*") if file.is_file()}
    assert [(file.name, found.group()) for file, text in texts.items() for found in hedges.finditer(text)] == []


def test_a_first_viewer_begins_with_season_1_and_one_at_the_end_with_questions(bundled: Story) -> None:
    start = bundled.as_of(Position(0))
    end = bundled.as_of(bundled.seen)
    first, last = opening_page(start), opening_page(end)
    assert first is not None
    assert last is not None
    assert (first.id, last.id) == ("season-1/start-here", "questions/faq")
    assert [*dict.fromkeys(section.parts[0] for section in start.sections)] == ["Season 1", "Season 2"]
    assert end.sections[0] == last


@pytest.mark.slow
def test_season_2_can_be_added_as_docs_content_says(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(BUNDLED, copy)
    guide = copy / "guide.yaml"
    season_1, rest = guide.read_text(encoding="utf-8").split("\n\ngroups:")
    guide.write_text(f"{season_1}\n    - points: [{{id: S2E01}}, {{id: S2E02}}]\n\ngroups:{rest}", encoding="utf-8")
    page = copy / "sections" / "35-season-2-episodes" / "01-episode-1.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Season 2, episode 1\nsince: S2E01\n---\nNam On-jo is in Seoul.\n", encoding="utf-8")
    assert [str(problem) for problem in check_for_faults(copy)] == []
    assert "season-2-episodes/episode-1" in [section.id for section in open_guide(copy).sections]
