"""Full text and names in every script, and every part of a page."""

from __future__ import annotations

import pytest

from aotad_tui.page.find import PageSearch
from aotad_tui.page.page import Page
from aotad_tui.search.candidates import people
from aotad_tui.search.finder import Finder
from aotad_tui.search.full_text import FullText
from aotad_tui.search.marking import marks_in_name
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import Pages, person, section, stages, story

PAGE = """她的丫环袭人来了。王来了。

春子さんと結婚した。バナナを食べた。

เมื่อวานสมศรีไปตลาดนัด

ម្សិលមិញសុខាទៅផ្សារ

Dantès met Søren. Die Landstraße.

| Name | House |
|---|---|
| Ruth | tall house |

> [!info]- A custom title
> inside a callout

A note.[^1]

[^1]: below the page
"""
NAMES = ("林黛玉", "高橋春子", "สมศรี", "Dantès", "Søren")
VISIBLE = VisibleStory(
    story(
        *(person(name, name_stages=stages((0, name))) for name in NAMES),
        sections=(section("one"),),
        texts=Pages({"one.md": PAGE}),
    ).as_of(9)
)
FULL = FullText(VISIBLE).fill()


def lit(typed: str) -> list[str]:
    return [hit.passage.text[start:end] for hit in FULL.find(typed) for start, end in hit.marks]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("丫环", ["丫环"]),
        ("王", ["王"]),
        ("結婚", ["結婚"]),
        ("バナナ", ["バナナ"]),
        ("ﾊﾞﾅﾅ", ["バナナ"]),
        ("ตลาด", ["ตลาด"]),
        ("ไป", ["ไป"]),
        ("ផ្សារ", ["ផ្សារ"]),
        ('"丫环袭人"', ["丫环袭人"]),
        ("丫环 王", ["丫环", "王"]),
        ("dantes", ["Dantès"]),
        ("soren", ["Søren"]),
        ("landstrasse", ["Landstraße"]),
        ("tall", ["tall"]),
        ("custom", ["custom"]),
        ("inside", ["inside"]),
        ("below", ["below"]),
    ],
)
def test_words_are_found_in_every_script_and_part_of_a_page(typed: str, words: list[str]) -> None:
    assert lit(typed) == words


@pytest.mark.parametrize("typed", ["丫来", "王王", "ตลาดไป", '"丫环王"'])
def test_other_words_are_not_found(typed: str) -> None:
    assert lit(typed) == []


@pytest.mark.parametrize(
    ("typed", "name", "marked"),
    [
        ("黛玉", "林黛玉", "黛玉"),
        ("春子", "高橋春子", "春子"),
        ("สมศ", "สมศรี", "สมศ"),
        ("dantes", "Dantès", "Dantès"),
        ("soren", "Søren", "Søren"),
    ],
)
def test_people_are_found_by_the_same_forms(typed: str, name: str, marked: str) -> None:
    hit = Finder(people(VISIBLE)).find(typed)[0]
    assert hit.name == name
    assert [name[start:end] for start, end in marks_in_name(name, typed)] == [marked]


@pytest.mark.parametrize(
    ("typed", "words"), [("丫环", "丫环"), ("dantes", "Dantès"), ("Soren", "Søren"), ("strasse", "straße")]
)
def test_the_find_bar_finds_the_same_forms(typed: str, words: str) -> None:
    page = Page(VISIBLE, VISIBLE.story.sections[0])
    search = PageSearch(page, typed)
    search.search_all()
    assert [page.text(match.leaf)[match.start : match.end] for match in search.matches] == [words]
