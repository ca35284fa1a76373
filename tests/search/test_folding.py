"""Spellings folded, so that every way to write a name is one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.search.folding import fold, parts


@pytest.mark.parametrize(
    "spelling",
    [
        "Nam On-jo",
        "nam on-jo",
        "NAM ON-JO",
        "Nam Onjo",
        "Nam On‐jo",
        "Nam On‑jo",
        "Nam On'jo",
        "Nam On’jo",
        "  Nam   On-jo ",
        "Nam, On-jo.",
        "Nam\tOn-jo\n",
        "Nám Òn-jö",
        "Ｎａｍ Ｏｎ-ｊｏ",
        unicodedata.normalize("NFD", "Nàm Ön-jo"),
    ],
)
def test_every_spelling_of_a_name_is_one(spelling: str) -> None:
    assert fold(spelling) == "nam onjo"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("남온조", "남온조"),
        (unicodedata.normalize("NFD", "남온조"), "남온조"),
        ("남 온조!", "남 온조"),
        ("Straße", "strasse"),
        ("S1E07", "s1e07"),
        ("Dr. Jekyll & Mr. Hyde", "dr jekyll mr hyde"),
        ("漢字", "漢字"),
        ("?!…", ""),
        ("", ""),
    ],
)
def test_what_is_folded_keeps_its_letters_whole(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_what_is_folded_is_folded_for_good(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text) == " ".join(fold(text).split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nam On-jo", ("nam", "onjo", "on", "jo")),
        ("Jekyll", ("jekyll",)),
        ("D'Artagnan", ("dartagnan", "d", "artagnan")),
        ("남온조", ("남온조",)),
        ("on on", ("on",)),
        ("...", ()),
    ],
)
def test_the_words_of_a_name_are_told_whole_and_apart_at_their_hyphens(text: str, words: tuple[str, ...]) -> None:
    assert parts(text) == words
