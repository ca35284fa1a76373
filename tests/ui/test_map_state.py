"""The state of the map where it needs no screen."""

from __future__ import annotations

from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.views import View
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.map.state import MapState, SavedView
from tests.story.stories import person, story


def test_a_map_of_nobody_keeps_the_view_for_later() -> None:
    cast = story(person("ann", 1), person("bob", 1))
    nobody = MapState(VisibleStory(cast.as_of(0)), Layouts(), None, SavedView())
    assert (nobody.view, nobody.person) == (View.EVERYONE, "")
    later = MapState(VisibleStory(cast.as_of(1)), Layouts(), None, nobody.saved_view)
    assert (later.view, later.person) == (View.EVERYONE, "ann")
