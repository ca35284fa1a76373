"""Titles in the sidebar that are longer than the room for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import width
from aotad_tui.ui.section_titles import fitted


@pytest.mark.parametrize(
    ("title", "part", "cells", "words"),
    [
        ("Episode 1", "Episodes", 20, "Episode 1"),
        ("Where does production stand?", "Season 2", 19, "Where doe…on stand?"),
        ("Season 2: who returns?", "Season 2", 16, "… who returns?"),
        ("Seasonal work at the school", "Season", 16, "Seasonal…school"),
        ("창가 자리에 앉은 아이", "", 11, "창가…아이"),
    ],
)
def test_a_long_title_is_cut_after_what_the_part_says_or_in_the_middle(
    title: str, part: str, cells: int, words: str
) -> None:
    assert fitted(title, part, cells) == words


@given(title=st.text(max_size=40), part=st.text(max_size=10), cells=st.integers(0, 40))
def test_a_title_is_never_wider_than_the_room(title: str, part: str, cells: int) -> None:
    assert width(fitted(part + title, part, cells)) <= max(cells, 4)
