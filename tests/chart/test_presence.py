"""Where somebody is named, as cells, and where two people are named together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aotad_tui.cells import line_width, plain
from aotad_tui.chart.collapse import PRESENCE
from aotad_tui.chart.panel import panel
from aotad_tui.chart.presence import presence_lines, together_lines
from aotad_tui.link import Link
from aotad_tui.search.full_text import FullText
from aotad_tui.search.passages import mention_points
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.timeline import Timeline, Volume
from aotad_tui.story.visible import VisibleStory
from tests.copies import POINTS, Copies
from tests.story.stories import LENGTH, Pages, person, section, story

PAGES = {"cast": 0, "one": 1, "two": 2, "three": 3, "three-more": 3, "five": 5, "six": 6, "seven": 7}
TEXTS = {"cast": "Ann.", "one": "Ann, Bob.", "three": "Ann.", "three-more": "Bob.", "five": "Ann, Bob."}
TEXTS |= {"six": "Ann, Bob.", "seven": "Bob, Ann."}
STORY = story(
    person("ann"),
    person("bob"),
    sections=tuple(section(id, since) for id, since in PAGES.items()),
    texts=Pages({f"{id}.md": TEXTS.get(id, "Nobody.") for id in PAGES}),
)


def named_at(visible: VisibleStory, id: str) -> MentionPoints:
    (points,) = mention_points(visible, [Link.character(id)])
    return points


def rows(seen: int, id: str, cells: int = 40) -> list[str]:
    visible = VisibleStory(STORY.as_of(seen))
    return [plain(line) for line in presence_lines(visible, named_at(visible, id), cells)]


def test_each_point_has_a_cell_and_pages_before_the_first_point_a_row_of_their_own() -> None:
    assert rows(7, "ann") == ["1 ▪·▪·▪ ▪▪", "▪ on a page open from the start"]
    assert rows(7, "bob") == ["1 ▪·▪·▪ ▪▪"]
    assert rows(2, "ann") == ["1 ▪·", "▪ on a page open from the start"], "nothing later"


def test_several_pages_before_the_first_point_are_counted() -> None:
    visible = VisibleStory(STORY.as_of(3))
    named_at = {"cast": frozenset((0,)), "one": frozenset((0,))}
    expected = ["1 ···", "▪ on 2 pages", "open from the", "start"]
    assert [plain(line) for line in presence_lines(visible, named_at, 14)] == expected


def test_rows_begin_with_the_number_of_their_first_point() -> None:
    assert rows(9, "bob", 12) == ["1 ▪·▪·▪", "6 ▪▪"]


def test_each_volume_begins_a_row_with_the_short_name_of_its_first_point() -> None:
    volumes = (Volume("one", 1, "episode", 1, 4), Volume("two", 2, "episode", 5, LENGTH))
    timeline = replace(STORY.timeline, volumes=volumes, volume_unit="season")
    visible = VisibleStory(replace(STORY, timeline=timeline).as_of(7))
    each = [named_at(visible, id) for id in ("ann", "bob")]
    assert [plain(line) for line in presence_lines(visible, each[1], 40)] == ["S1 E1 ▪·▪·", "S2 E1 ▪▪▪"]
    assert [plain(line) for line in together_lines(visible, each, 80)] == [
        "Together in Season 1, episode 1; Season 2, episode 1 to Season 2, episode 3."
    ]


def test_a_cell_leads_to_the_first_section_that_names_the_person_there() -> None:
    visible = VisibleStory(STORY.as_of(3))
    links = [span.link for line in presence_lines(visible, named_at(visible, "bob"), 40) for span in line if span.link]
    assert links == [Link.section("one"), Link.section("three-more")]


def test_without_a_timeline_each_section_has_a_cell() -> None:
    sections = tuple(section(id) for id in PAGES)
    whole = story(person("ann"), sections=sections, texts=STORY.texts, timeline=Timeline(), seen=0)
    visible = VisibleStory(whole.as_of(0))
    lines = presence_lines(visible, named_at(visible, "ann"), 40)
    assert [plain(line) for line in lines] == ["1 ▪▪·▪· ▪▪▪"]


def test_a_person_who_is_named_nowhere_has_no_cells() -> None:
    visible = VisibleStory(story(person("ann")).as_of(3))
    assert [plain(line) for line in presence_lines(visible, {}, 40)] == ["named in no section"]


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (0, ["No section names both."]),
        (1, ["Together in Chapter 1."]),
        (6, ["Together in Chapter 1; Chapter 5; Chapter 6."]),
        (7, ["Together in Chapter 1; Chapter 5 to Chapter 7."]),
    ],
)
def test_two_people_are_together_at_the_points_of_the_sections_that_name_both(seen: int, expected: list[str]) -> None:
    visible = VisibleStory(STORY.as_of(seen))
    each = [named_at(visible, id) for id in ("ann", "bob")]
    assert [plain(line) for line in together_lines(visible, each, 60)] == expected


GROWING = story(
    *map(person, ("ann", "bob", "cat")),
    sections=(section("page", 2),),
    texts=Pages({"page.md": "Ann.\n\n> [!spoiler] 4\n> Bob.\n\n> [!spoiler] 6\n> Cat, Bob.\n"}),
)


@pytest.mark.parametrize(
    ("seen", "ann", "bob", "together"),
    [
        (3, "1 ·▪", "named in no section", "No section names both."),
        (4, "1 ·▪", "1 ···▪", "Together in Chapter 4."),
        (6, "1 ·▪", "1 ···▪· ▪", "Together in Chapter 4."),
    ],
)
def test_a_mention_in_a_spoiler_counts_at_its_point(seen: int, ann: str, bob: str, together: str) -> None:
    visible = VisibleStory(GROWING.as_of(seen))
    each = [named_at(visible, id) for id in ("ann", "bob")]
    assert [plain(line) for own in each for line in presence_lines(visible, own, 40)] == [ann, bob]
    assert [plain(line) for line in together_lines(visible, each, 60)] == [together]


def test_a_section_names_two_people_together_again_where_it_names_both_again() -> None:
    visible = VisibleStory(GROWING.as_of(7))
    lines = together_lines(visible, [{"page": frozenset((2, 5, 7))}, {"page": frozenset((3, 7))}], 60)
    assert [plain(line) for line in lines] == ["Together in Chapter 3; Chapter 7."]


def test_sections_without_a_point_have_their_titles() -> None:
    visible = VisibleStory(STORY.as_of(1))
    lines = together_lines(visible, [{"cast": frozenset((0,)), "one": frozenset((1,))}], 60)
    assert [plain(line) for line in lines] == ["Together in “Cast”; Chapter 1."]


def test_the_panel_shows_it_once_it_is_unfolded_and_known() -> None:
    visible = VisibleStory(STORY.as_of(7))
    closed, loading, shown = (
        [plain(line).rstrip("┄ ") for line in panel(visible, "bob", 30, toggled, (), sections)][-2:]
        for toggled, sections in (((), None), ((PRESENCE,), None), ((PRESENCE,), named_at(visible, "bob")))
    )
    assert closed == ["", "▸ named in"]
    assert loading == ["named in", "Loading …"]
    assert shown == ["named in", "1 ▪·▪·▪ ▪▪"]


@pytest.mark.parametrize("cells", range(16, 60, 7))
def test_no_row_is_wider_than_the_panel(cells: int) -> None:
    visible = VisibleStory(STORY.as_of(9))
    assert all(line_width(line) <= cells for line in presence_lines(visible, named_at(visible, "ann"), cells))


@pytest.mark.slow
@pytest.mark.parametrize(("guide", "seen"), POINTS)
def test_cells_and_shared_points_equal_those_of_a_copy_cut_at_the_point(copies: Copies, guide: str, seen: int) -> None:
    copy = copies.cut(guide, seen)
    drawn = []
    for visible in (VisibleStory(copies.whole(guide).as_of(seen)), VisibleStory(copy.as_of(copy.seen))):
        text = FullText(visible).fill()
        everyone = [Link.character(person.id) for person in visible.people.everyone]
        each = mention_points(visible, everyone)
        assert each == [text.mention_points(person) for person in everyone]
        cells = [presence_lines(visible, own, 40) for own in each]
        drawn.append((cells, [together_lines(visible, (each[0], own), 60) for own in each[1:]]))
    assert drawn[0] == drawn[1]
