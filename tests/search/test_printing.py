"""`search` and `where`, and names on the command line: whatever the palette finds."""

from __future__ import annotations

import json

import pytest

from aotad_tui.cells import Line, plain
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.printing.search import search, where
from aotad_tui.cli.query import Query, find_person
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import Pages, person, section, stages, story


def _text(line: str | Line) -> str:
    return line if isinstance(line, str) else plain(line)


def query(story: Story, seen: int, words: str, *, as_json: bool = False) -> Query:
    return Query(VisibleStory(story.as_of(seen)), (words,), 80, as_json)


def test_search_prints_names_and_then_passages(jekyll_story: Story) -> None:
    lines = list(search(query(jekyll_story, 10, "poole")))
    assert lines[0] == "Poole  (poole)"
    assert any("Poole" in line for line in lines[2:])
    assert all(len(line) <= 120 for line in lines)


def test_search_prints_json(jekyll_story: Story) -> None:
    (text,) = search(query(jekyll_story, 10, "poole", as_json=True))
    told = json.loads(text)
    assert told["names"][0]["id"] == "poole"
    assert told["passages"]


@pytest.mark.parametrize("words", ["carew", "murder", "zzzz"])
def test_what_comes_later_is_not_found_in_the_words_for_what_never_comes(jekyll_story: Story, words: str) -> None:
    with pytest.raises(NothingFound) as error:
        list(search(query(jekyll_story, 1, words)))
    assert str(error.value) == f"no match for {words!r} up to Chapter 1"


@pytest.mark.parametrize("as_json", [False, True])
def test_a_misspelt_name_is_no_match_and_the_closest_names_are_said(jekyll_story: Story, *, as_json: bool) -> None:
    with pytest.raises(NothingFound) as error:
        list(search(query(jekyll_story, 3, "lanyn", as_json=as_json)))
    assert str(error.value) == "no match for 'lanyn' up to Chapter 3; the closest are:\n  Dr Lanyon  (lanyon)"


def test_a_word_in_the_middle_of_another_one_is_no_match() -> None:
    whole = story(sections=(section("end"),), texts=Pages({"end.md": "All was changed.\n"}))
    with pytest.raises(NothingFound) as error:
        list(search(query(whole, 1, "hanged")))
    assert (
        str(error.value)
        == "no match for 'hanged' up to Chapter 1; the closest are:\n  End  (end)\n    All was changed."
    )
    assert list(search(query(whole, 1, "chang"))) == ["End  (end)", "  All was changed."]


def test_guesses_are_not_listed_beside_matches() -> None:
    cast = (person("ann", about_stages=stages((0, "Keeper of the lamp."))), person("lump"))
    whole = story(*cast, sections=(section("end"),), texts=Pages({"end.md": "Clamps.\n"}))
    assert list(search(query(whole, 1, "lamp"))) == ["Ann  Keeper of the lamp.  (ann)"]


def test_a_name_of_similar_sound_is_listed_with_a_notice(
    jekyll_story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(search(query(jekyll_story, 3, "uterson"))) == ["Mr Utterson  (utterson)"]
    assert capsys.readouterr().err == "aotad-tui: no exact match for 'uterson'; similar names are listed\n"
    list(search(query(jekyll_story, 3, "utterson")))
    assert capsys.readouterr().err == ""


def test_where_prints_each_section_that_names_somebody(jekyll_story: Story) -> None:
    lines = [_text(line) for line in where(query(jekyll_story, 10, "enfeild"))]
    assert lines[0].startswith("The door")
    assert "Enfield" in lines[1]
    assert lines[-2:] == ["", " 1 ▪▪··· ·····"]


def test_where_takes_a_section_too(jekyll_story: Story) -> None:
    assert any("The door" in _text(line) for line in where(query(jekyll_story, 10, "a will in the safe")))


def test_a_name_may_be_mistyped_and_where_it_is_not_clear_who_is_meant_they_are_listed(jekyll_story: Story) -> None:
    assert find_person(VisibleStory(jekyll_story.as_of(10)), "uterson").id == "utterson"
    with pytest.raises(NothingFound) as error:
        find_person(VisibleStory(jekyll_story.as_of(10)), "dr")
    assert "matches several people" in str(error.value)
    assert "(lanyon)" in str(error.value)
