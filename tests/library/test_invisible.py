"""Invisible characters: dropped or kept, never shown as a replacement, and ignored by all matching."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import width
from aotad_tui.cleaning import REPLACEMENT, clean
from aotad_tui.page.find import Match, PageSearch
from aotad_tui.page.page import Page
from aotad_tui.search.folding import fold
from aotad_tui.search.marking import marks
from aotad_tui.story.name_index import NameIndex
from aotad_tui.story.visible import VisibleStory

from .guides import check_for_faults, opened, write

INVISIBLE = {
    "soft hyphen": "\xad",
    "zero-width space": "\u200b",
    "joiner": "\u200d",
    "non-joiner": "\u200c",
    "word joiner": "\u2060",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "Arabic mark": "\u061c",
    "byte order mark": "\ufeff",
    "variation selector": "\ufe0f",
    "ideographic variation": "\U000e0100",
    "tag": "\U000e0067",
    "grapheme joiner": "\u034f",
    "Hangul filler": "\u3164",
    "interlinear mark": "\ufff9",
}
every = pytest.mark.parametrize("sign", INVISIBLE.values(), ids=INVISIBLE)
CAST = "hyde: {name: Hyde, since: 2}\nutterson: {name: Utterson, since: start}\n"


@every
def test_an_invisible_character_is_dropped_between_latin_letters(sign: str) -> None:
    assert clean(f"{sign}Hy{sign}{sign}de{sign} walks") == "Hyde walks"


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\u202e", "\u2066", "\ud800"])
def test_controls_overrides_and_isolates_are_replaced(sign: str) -> None:
    assert clean(f"a{sign}b") == f"a{REPLACEMENT}b"


def test_line_separators_are_spaces() -> None:
    assert clean("a\u2028b\u2029c") == "a b c"


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "ශ්\u200dරී",
        "ᠭ\u180bᠠ",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
    ids=["Persian", "Hindi", "Sinhala", "Mongolian", "the flag of England"],
)
def test_what_changes_a_letter_or_a_flag_is_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("written", "drawn", "cells"),
    [
        ("👨\u200d👩\u200d👧\u200d👦", "👨👩👧👦", 8),
        ("❤\ufe0f", "❤", 1),
        ("1\ufe0f\u20e3", "1\u20e3", 1),
        ("👍🏽", "👍", 2),
        ("🏳\ufe0f\u200d🌈", "🏳🌈", 3),
        ("🇰🇷", "🇰🇷", 2),
    ],
)
def test_a_sign_of_several_emoji_is_drawn_as_signs_of_certain_width(written: str, drawn: str, cells: int) -> None:
    assert clean(written) == drawn
    assert width(drawn) == cells == sum(width(sign) for sign in drawn)


def test_a_name_with_kept_joiners_is_found_at_its_place() -> None:
    index = NameIndex([("علی\u200cرضا", "ali"), ("Hyde", "hyde")])
    without, within = "با علیرضا و Hyde", "با علی\u200cرضا\u200c و Hyde"
    assert [(without[one.start : one.end], one.meaning) for one in index.find(without)] == [
        ("علیرضا", ("ali",)),
        ("Hyde", ("hyde",)),
    ]
    assert [within[one.start : one.end] for one in index.find(within)] == ["علی\u200cرضا", "Hyde"]


@every
def test_typed_text_and_text_to_search_are_folded_without_it(sign: str) -> None:
    assert fold(f"Hy{sign}de {sign}é") == fold("Hyde é")
    assert marks(f"x é{sign}Hy{sign}de", [fold("hyde")])


def test_text_in_a_page_is_found_across_joiners(tmp_path: Path) -> None:
    files = {"sections/page.md": "---\nsince: start\n---\nx می\u200cخواهم y\n"}
    story = opened(tmp_path, files)
    search = PageSearch(Page(VisibleStory(story), story.sections[0]), "می\u200cخواهم y")
    search.search_all()
    assert search.matches == [Match(1, 2, 12)]


@every
def test_it_neither_opens_a_spoiler_nor_hides_a_name(tmp_path: Path, sign: str) -> None:
    page = f"---\nsince: start\n---\nHere is Hy{sign}de.\n\n> [!spo{sign}iler]{sign} 3{sign}\n> It was Hyde.\n"
    guide = write(tmp_path, {"characters.yaml": CAST, "sections/page.md": page})
    (leak,) = [problem for problem in check_for_faults(guide) if problem.code == "LEAK"]
    assert leak.mark.line == 4
    story = opened(tmp_path, {"characters.yaml": CAST, "sections/page.md": page}).as_of(2)
    assert "It was" not in story.text(story.sections[0])
    now = VisibleStory(story)
    page_rows = [span.link for line in Page(now, story.sections[0]).lines(80) for span in line if span.link]
    assert [str(link) for link in page_rows] == ["character:hyde"]


@pytest.mark.parametrize("written", ["Hy&shy;de", "Hy&#8203;de", "&rlm;Hyde"])
def test_an_invisible_character_written_as_an_entity_does_not_hide_a_name(tmp_path: Path, written: str) -> None:
    guide = write(tmp_path, {"characters.yaml": CAST, "sections/page.md": f"---\nsince: start\n---\n{written}\n"})
    assert [problem.code for problem in check_for_faults(guide)] == ["LEAK"]


def test_a_file_name_with_an_invisible_character_is_read(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/Hy\xadde.md": "---\nsince: start\n---\nText.\n"})
    assert [(section.id, section.title, story.text(section)) for section in story.sections] == [
        ("Hyde", "Hyde", "Text.\n")
    ]
