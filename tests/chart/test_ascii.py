"""Drawings in ASCII: same widths, distinct signs, unchanged names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import width
from aotad_tui.chart.ascii import Ascii
from aotad_tui.chart.panel import panel
from aotad_tui.chart.path import path_lines
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.story import Story
from aotad_tui.story.values import Kind, State
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stories, story, tie

from .row_texts import rows


@given(stories(), st.integers(0, LENGTH))
def test_ascii_output_has_the_same_width(whole: Story, seen: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    to_ascii = Ascii(visible)
    everyone = visible.people.everyone
    drawn = [row for one in everyone for row in rows(panel(visible, one.id, 40))]
    ways = [visible.paths.between(everyone[0].id, one.id) for one in everyone]
    drawn += [row for way in ways if way for row in rows(path_lines(visible, way, 40))]
    for row in drawn:
        assert to_ascii.text(row).isascii(), row
        assert width(to_ascii.text(row)) == width(row)


def test_kinds_and_states_have_distinct_ascii_signs() -> None:
    own = (Kind("a", "a", "a", "a", "»"), Kind("b", "b", "b", "b", "☯"), Kind("c", "c", "c", "c", "家"))
    visible = VisibleStory(story(kinds=(*KINDS, *own), states=(*STATES, State("turned", "turned", "◐"))))
    to_ascii = Ascii(visible)
    signs = [to_ascii.text(kind.sign) for kind in visible.story.kinds]
    assert all(sign.isascii() for sign in signs)
    assert len(set(signs)) == len(signs)
    assert width(to_ascii.text("家")) == 2


def test_names_stay_in_their_script() -> None:
    visible = VisibleStory(story(person("ann"), person("bob"), relationships=(tie("ann", "bob"),)))
    assert Ascii(visible).text("남온조 – “Émile’s”") == '남온조 - "Émile\'s"'
