"""The panel apart from relationships: facts as a timeline, and people on the page."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span, line_width
from aotad_tui.link import Link
from aotad_tui.story.grounds import Certainty, Grounds
from aotad_tui.story.timeline import Point, Timeline
from aotad_tui.story.values import Fact
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import person, stages, story

from .panels import CAST, lines, named, rows, visible

FACTS = (
    Fact(0, "Is in class 2-5."),
    Fact(2, "Loses I-sak, the friend she is closest to."),
    Fact(2, "Is bitten.", "unknown"),
    Fact(4, "Lives.", "alive", Grounds(Certainty.CONFIRMED)),
    Fact(4, "Comes back.", None, Grounds(Certainty.CONFIRMED, "2025-07-23")),
    Fact(5, "May lead them.", None, Grounds(Certainty.REPORTED, "2026")),
    Fact(5, "May die.", None, Grounds(Certainty.SPECULATION)),
)
ON_JO = named("on-jo", "Nam On-jo", facts=FACTS)


def now(seen: int) -> VisibleStory:
    return VisibleStory(story(ON_JO).as_of(seen))


def facts(seen: int, cells: int = 40) -> list[str]:
    told = rows(now(seen), "on-jo", cells)
    heading = next(number for number, row in enumerate(told) if row.startswith("facts ┄"))
    return told[heading + 1 :]


def test_facts_are_under_their_points_with_the_sign_of_their_state() -> None:
    assert facts(4, 32) == [
        "from the start",
        "· Is in class 2-5.",
        "known from 2",
        "· Loses I-sak, the friend she is",
        "  closest to.",
        "¿ Is bitten.",
        "known from 4",
        "• Lives.",
        "· Comes back.",
        "  ✓ confirmed, 2025-07-23",
    ]


def test_the_title_of_a_point_is_broken_at_the_width() -> None:
    title = "The one in which everybody waits on the roof for a helicopter"
    tale = story(ON_JO, timeline=Timeline("chapter", (Point("1"), Point("2", title))))
    drawn = lines(VisibleStory(tale.as_of(2)), "on-jo", 32)
    assert all(line_width(line) <= 32 for line in drawn)
    points = [span.text for line in drawn for span in line if span.style == "point"]
    assert len(points) > 2
    assert title in " ".join(points)


def test_certainty_is_shown_unless_the_fact_is_plain() -> None:
    assert facts(5)[-5:] == ["known from 5", "· May lead them.", "  ◌ reported, 2026", "· May die.", "  ? speculation"]


def test_later_facts_are_not_shown() -> None:
    assert facts(1) == ["from the start", "· Is in class 2-5."]
    assert not any("facts" in row for row in rows(VisibleStory(story(*CAST).as_of(9)), "on-jo"))


def test_without_a_timeline_facts_are_headed_known() -> None:
    one = person("ann", name_stages=stages((0, "Ann")), facts=(Fact(0, "Waits."),))
    assert rows(VisibleStory(story(one, timeline=Timeline(), seen=0)), "ann")[-2:] == ["known", "· Waits."]


def test_people_on_the_page_are_above_the_card_in_order_of_appearance() -> None:
    told = rows(visible(), "on-jo", on_page=["gwi-nam", "on-jo", "cheong-san", "nobody"])
    assert told[:4] == ["on this page 3 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄", "Yoon Gwi-nam · Nam On-jo · 이청산", "", ""]
    assert rows(visible(), "on-jo", on_page=[])[:2] == [
        "on this page 0 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "no people mentioned",
    ]


@pytest.mark.parametrize("id", ["", "nobody", "su-hyeok"])
def test_without_a_person_the_panel_lists_people_on_the_page(id: str) -> None:
    now = visible(seen=1)
    assert rows(now, id, on_page=["cheong-san", "su-hyeok"]) == ["on this page 1 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄", "• 이청산"]
    assert rows(now, id) == []


def test_the_whole_row_of_a_person_on_the_page_is_a_link() -> None:
    dead = named("ann", "Ann", native_stages=stages((0, "앤")), facts=(Fact(3, "Falls.", "dead"),))
    now = VisibleStory(story(dead).as_of(9))
    assert lines(now, "", on_page=["ann"])[-1] == (
        Span("† ", "state dead", Link.character("ann")),
        Span("Ann 앤", "name", Link.character("ann")),
    )


@pytest.mark.parametrize("cells", [-1, 0, 5, 15])
def test_below_sixteen_cells_a_panel_is_drawn_as_if_it_had_sixteen(cells: int) -> None:
    assert rows(now(5), "on-jo", cells) == rows(now(5), "on-jo", 16)
    assert max(map(line_width, lines(now(5), "on-jo", cells))) == 16
