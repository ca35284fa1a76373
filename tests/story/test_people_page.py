"""The list of people and the page made of it: by group, sorted and filtered, as of a point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import plain
from aotad_tui.link import PEOPLE_PAGE, Link
from aotad_tui.page.page import Page
from aotad_tui.page.page_links import links_in
from aotad_tui.story.people_list import NO_GROUP, PeopleFilter, Sort, people_by_group
from aotad_tui.story.people_page import page_of, people_page_id, text_of
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact, Group
from aotad_tui.story.visible import VisibleStory
from tests.copies import Copies

from .stories import LENGTH, person, section, stages, stories, story, tie

STORY = story(
    person("zoe", 1, group_stages=stages((1, "crew"), (3, "court"))),
    person("ann", 2, group_stages=stages((2, "crew")), facts=(Fact(4, "drowns", "dead"),)),
    person("bob", 0),
    person("cat", 1, group_stages=stages((1, "crew"))),
    relationships=(
        tie("ann", "bob", "enemy", since=2),
        tie("ann", "cat", "love", since=4),
        tie("cat", "zoe", "ally", since=1),
    ),
    groups=(Group("court", "The court", 3), Group("crew", "The crew", 0)),
)


def listed(seen: int, chosen: PeopleFilter) -> list[tuple[str, list[str]]]:
    groups = people_by_group(VisibleStory(STORY.as_of(seen)), chosen)
    return [(group.name, [person.id for person in group.people]) for group in groups]


def test_groups_are_in_the_guides_order_and_people_in_the_order_of_the_story() -> None:
    assert listed(2, PeopleFilter()) == [("The crew", ["zoe", "cat", "ann"]), ("No group", ["bob"])]
    assert listed(3, PeopleFilter()) == [("The court", ["zoe"]), ("The crew", ["cat", "ann"]), ("No group", ["bob"])]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (PeopleFilter(sort=Sort.NAME), [("The crew", ["ann", "cat", "zoe"]), ("No group", ["bob"])]),
        (PeopleFilter(sort=Sort.CONNECTED), [("The crew", ["zoe", "ann", "cat"]), ("No group", ["bob"])]),
        (PeopleFilter(group=NO_GROUP), [("No group", ["bob"])]),
        (PeopleFilter(kind="enemy"), [("The crew", ["ann"]), ("No group", ["bob"])]),
        (PeopleFilter(kind="enemy", group="crew"), [("The crew", ["ann"])]),
        (PeopleFilter(state="dead"), []),
    ],
)
def test_people_are_sorted_and_filtered(chosen: PeopleFilter, expected: list[tuple[str, list[str]]]) -> None:
    assert listed(2, chosen) == expected


def test_the_most_connected_person_is_the_one_with_the_strongest_relationships_in_all() -> None:
    assert listed(4, PeopleFilter(group="crew", sort=Sort.CONNECTED)) == [("The crew", ["ann", "cat"])]


def lines(seen: int, id: str) -> list[str]:
    visible = VisibleStory(STORY.as_of(seen))
    page = page_of(visible, id)
    assert page
    return [plain(line) for line in Page(visible, page).lines(80)]


def test_the_page_shows_the_choices_and_the_people_by_group() -> None:
    assert lines(4, people_page_id(PeopleFilter(state="dead"))) == [
        "People",
        "",
        "Sort: story order · name · most connected",
        "Group: all · The court · The crew · no group",
        "State: all · alive · dead",
        "Relationship: all · love · allies · enemies",
        "",
        "1 person",
        "",
        "The crew",
        "",
        "• Ann · dead",
    ]


def test_a_group_or_state_that_nobody_has_now_is_no_choice() -> None:
    groups = (Group("court", "The court", 0), Group("crew", "The crew", 0))
    bob = person("bob", met=2, group_stages=stages((0, "crew"), (3, "court")), facts=(Fact(3, "sails", "missing"),))
    visible = VisibleStory(story(bob, groups=groups).as_of(3))

    def choices(chosen: PeopleFilter) -> list[str]:
        page = page_of(visible, people_page_id(chosen))
        assert page
        return [plain(line) for line in Page(visible, page).lines(80)][3:5]

    assert choices(PeopleFilter()) == ["Group: all · The court", "State: all · missing"]
    earlier = choices(PeopleFilter(group="crew", state="announced"))
    assert earlier == ["Group: all · The court · The crew", "State: all · missing · announced, not met yet"], "chosen"


def test_people_who_are_announced_are_listed_and_do_not_count_as_met() -> None:
    visible = VisibleStory(story(person("ann"), person("bob", met=3)).as_of(2))
    page = page_of(visible, PEOPLE_PAGE)
    assert page
    assert text_of(visible, page).endswith(
        "1 person, 1 announced\n\n- [Ann](character:ann) · alive\n- [Bob](character:bob) · announced\\, not met yet\n"
    )


def test_choices_and_names_are_links() -> None:
    visible = VisibleStory(STORY.as_of(2))
    enemies = page_of(visible, people_page_id(PeopleFilter(kind="enemy")))
    assert enemies
    page = Page(visible, enemies)
    page.read_all()
    links = [link.link for leaf in range(len(page.leaves)) for link in links_in(page, leaf)]
    by_name = people_page_id(PeopleFilter(kind="enemy", sort=Sort.NAME))
    assert links[0] == Link.section(by_name) == Link.section("/people?kind=enemy&sort=name")
    assert Link.section(PEOPLE_PAGE) in links, "all relationships"
    assert links[-2:] == [Link.character("ann"), Link.character("bob")]


@pytest.mark.parametrize("id", ["/people?group=court", "/people?state=dead", "/people?kind=love", "/people?x=1"])
def test_a_page_with_a_filter_that_is_not_visible_does_not_exist(id: str) -> None:
    assert page_of(VisibleStory(STORY.as_of(2)), id) is None


def test_only_the_page_itself_links_to_it() -> None:
    visible = VisibleStory(story(person("ann"), sections=(section("door"),)).as_of(1))
    assert visible.links.resolve(PEOPLE_PAGE, visible.story.sections[0]) is None
    page = page_of(visible, PEOPLE_PAGE)
    assert page
    assert visible.links.resolve("/people?sort=name", page) == Link.section("/people?sort=name")


def test_without_people_there_is_no_page() -> None:
    assert page_of(VisibleStory(story().as_of(9)), PEOPLE_PAGE) is None


def test_names_that_look_like_markdown_are_shown_as_they_are() -> None:
    name = "*A* [b](c) `d` #1 &amp; <e> %%f%% ==g=="
    visible = VisibleStory(story(person("a b(c)", name_stages=stages((0, name)))).as_of(0))
    everybody = page_of(visible, PEOPLE_PAGE)
    assert everybody
    page = Page(visible, everybody)
    page.read_all()
    last = len(page.leaves) - 1
    assert page.text(last) == f"{name} · alive"
    assert [link.link for link in links_in(page, last)] == [Link.character("a b(c)")]


@given(stories(), st.integers(0, LENGTH))
def test_everybody_is_listed_once_in_each_order(whole: Story, seen: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    everyone = sorted(person.id for person in visible.people.everyone)
    for sort in Sort:
        groups = people_by_group(visible, PeopleFilter(sort=sort))
        assert sorted(person.id for group in groups for person in group.people) == everyone
        assert all(group.people for group in groups)


@pytest.mark.slow
@pytest.mark.parametrize("seen", range(11))
def test_the_page_equals_that_of_a_copy_cut_at_the_point(copies: Copies, seen: int) -> None:
    visible, from_copy = (
        VisibleStory(copies.whole("jekyll").as_of(seen)),
        VisibleStory(copies.cut("jekyll", seen).as_of(seen)),
    )
    whole = VisibleStory(copies.whole("jekyll"))
    filters = [PeopleFilter(sort=sort) for sort in Sort]
    filters += [PeopleFilter(group=id) for id in (*whole.story.group_by_id, NO_GROUP)]
    filters += [PeopleFilter(state=id) for id in whole.story.state_by_id]
    filters += [PeopleFilter(kind=id) for id in whole.story.kind_by_id]
    for id in map(people_page_id, filters):
        page = page_of(visible, id)
        assert page == page_of(from_copy, id)
        if page:
            assert text_of(visible, page) == text_of(from_copy, page)
