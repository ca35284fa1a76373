"""What a guide says about itself: on the command line and in the reader."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.library.load import open_guide
from aotad_tui.link import Link
from aotad_tui.page.about_guide import about_lines
from tests.library.guides import HEAD, write
from tests.ui.reader import MEDIUM, reading

from .conftest import Run

GUIDE = f"""\
{HEAD}summary: A line that reveals nothing.
authors: [Ann Archer, Bob]
license: CC BY-SA 4.0
homepage: https://example.org/tale
version: "1.2"
language: en
"""


def test_the_credits_of_a_guide_are_printed(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"guide.yaml": GUIDE}))
    assert run("about", "--guide", guide).lines == [
        "A tale",
        "A line that reveals nothing.",
        "",
        "version   1.2",
        "by        Ann Archer, Bob",
        "licence   CC BY-SA 4.0",
        "language  en",
        "homepage  https://example.org/tale",
        "length    9 points",
    ]
    assert run("about", "--guide", guide, "--json").json == {
        "title": "A tale",
        "summary": "A line that reveals nothing.",
        "version": "1.2",
        "authors": ["Ann Archer", "Bob"],
        "license": "CC BY-SA 4.0",
        "homepage": "https://example.org/tale",
        "language": "en",
        "unit": "point",
        "points": 9,
    }


def test_a_guide_without_credits_has_a_title_and_a_length(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"guide.yaml": "format: 1\ntitle: A tale\n"}))
    assert run("about", "--guide", guide).lines == ["A tale", "", "length  no timeline"]


def test_the_length_of_a_guide_has_its_volumes_and_all_units(run: Run, tmp_path: Path) -> None:
    volumes = "[{count: 3}, {count: 1, unit: film}]"
    text = f"format: 1\ntitle: A tale\ntimeline: {{unit: episode, volume: season, volumes: {volumes}}}\n"
    guide = str(write(tmp_path, {"guide.yaml": text}))
    assert run("about", "--guide", guide).lines[-1] == "length  3 episodes and 1 film in 2 seasons"


def test_a_homepage_that_is_no_web_address_is_not_shown(tmp_path: Path) -> None:
    story = open_guide(write(tmp_path, {"guide.yaml": HEAD + "homepage: javascript:alert(1)\n"}))
    assert story.credits.homepage == ""


def test_long_credits_wrap_and_the_homepage_is_a_link(tmp_path: Path) -> None:
    lines = about_lines(open_guide(write(tmp_path, {"guide.yaml": GUIDE})), 24)
    links = {span.link for line in lines for span in line if span.link}
    assert links == {Link.safe_address("https://example.org/tale")}
    assert max(sum(len(span.text) for span in line) for line in lines) <= 24


async def test_the_reader_has_them_behind_a_key(tmp_path: Path) -> None:
    story = open_guide(write(tmp_path, {"guide.yaml": GUIDE}))
    async with reading(story, 3, MEDIUM) as reader:
        await reader.press("A")
        assert "About this guide" in reader.text
        assert "Ann Archer, Bob" in reader.text
