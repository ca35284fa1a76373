"""The recap that a guide's author wrote, and earlier volumes in the recap of facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story
from tests.library.guides import opened

from .reader import reading

pytestmark = pytest.mark.slow

TALL = (120, 50)
GUIDE = """\
format: 1
title: A saga
timeline:
  unit: episode
  volume: season
  volumes:
    - {title: Hyosan, count: 3}
    - {title: Exile, count: 3}
"""
RECAP = """\
---
title: Previously
since: start
role: recap
sources: [one]
---
A saga in two seasons.

> [!spoiler] s1e1
> ## First
>
> Bo comes to town.[^1]

> [!spoiler] s1e3
> ## Third
>
> Bo leaves with [Cy](character:cy).
>
> ### Later
>
> It rains.

> [!spoiler] s2e1
> ## Abroad
>
> Bo is alone.

[^1]: On a Monday.
"""
PEOPLE = """\
bo:
  name: Bo
  since: s1e1
  facts: [{since: s1e1, text: Rides in.}, {since: s1e3, text: Rides off.}, {since: s2e1, text: Walks.}]
cy: {name: Cy, since: s1e2}
"""
SOURCES = "one: {title: A source, url: https://example.org}\n"


def story_in(folder: Path, *, recap: bool = True) -> Story:
    sections = {"sections/1-recap.md": RECAP if recap else RECAP.replace("role: recap\n", "")}
    return opened(folder, sections | {"characters.yaml": PEOPLE, "sources.yaml": SOURCES}, GUIDE)


def order_of(text: str, *words: str) -> list[str]:
    """The words that a text has, in the order in which it has them."""
    return sorted((word for word in words if word in text), key=text.index)


async def test_the_author_s_text_is_shown_first_the_newest_part_at_the_top(tmp_path: Path) -> None:
    async with reading(story_in(tmp_path), 3, TALL) as reader:
        await reader.press("r")
        box = reader.text.partition("Recap")[2]
        words = ("» Previously", "Bo leaves with Cy", "It rains", "Bo comes to town", "A saga in two")
        assert order_of(box, *words) == list(words)
        assert "On a Monday" not in box.split("esc close")[0]
        assert "Abroad" not in reader.text
        assert "Bo: Rides off." not in box
        assert "+ all facts" in box


async def test_the_facts_are_the_long_form_and_a_person_has_only_facts(tmp_path: Path) -> None:
    async with reading(story_in(tmp_path), 3, TALL) as reader:
        await reader.press("r", "+")
        assert "Recap · usual" in reader.text
        assert "Bo: Rides off." in reader.text
        await reader.press("-", "-", "-")
        assert "» Previously" in reader.text
        await reader.press("p", *"bo", "enter")
        assert "Recap of Bo · usual" in reader.text
        await reader.press("p")
        assert "» Previously" in reader.text
        await reader.press("g", "j", "enter")
        assert "Recap" not in reader.text.replace("r recap", "")


async def test_without_such_a_section_the_facts_are_shown(tmp_path: Path) -> None:
    async with reading(story_in(tmp_path, recap=False), 3, TALL) as reader:
        await reader.press("r")
        assert "Recap · usual" in reader.text
        assert "+ longer" in reader.text


async def test_an_earlier_volume_is_one_row_until_it_is_opened(tmp_path: Path) -> None:
    async with reading(story_in(tmp_path, recap=False), 4, TALL) as reader:
        await reader.press("r")
        assert "▾ Season 2, episode 1" in reader.text
        assert "▸ Season 1: Hyosan" in reader.text
        assert "Season 1, episode" not in reader.text
        await reader.click("▸ Season 1: Hyosan")
        assert reader.marked == "▾ Season 1: Hyosan"
        assert "▸ Season 1, episode 3" in reader.text
        await reader.press("enter")
        assert "Season 1, episode" not in reader.text
        await reader.press("a")
        assert "▾ Season 1, episode 3" in reader.text
        assert "Bo: Rides in." in reader.text


async def test_a_text_without_headings_so_far_is_shown_whole(tmp_path: Path) -> None:
    async with reading(story_in(tmp_path), 0, TALL) as reader:
        await reader.press("r")
        assert order_of(reader.text.partition("Recap")[2], "» Previously", "A saga in two seasons.") == [
            "» Previously",
            "A saga in two seasons.",
        ]
