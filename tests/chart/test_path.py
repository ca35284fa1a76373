"""The path between two people: a chain of cards, then sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.chart.path import not_connected, path_lines, steps
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import Group
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, stories, story, tie

from .row_texts import rows, too_wide, without_spaces


def chain() -> VisibleStory:
    cast = (
        person("ann", native_stages=stages((0, "앤"))),
        person("bob"),
        person("cat"),
        person("dan"),
    )
    ties = (
        tie("ann", "bob", "love", label_stages=stages((0, "is in love with")), secret_from=("bob",)),
        tie("bob", "ann", "colleague"),
        tie("cat", "bob", "hurts", until=3, ended="they make peace"),
        tie("cat", "dan", "family", label_stages=stages((0, "sisters"))),
    )
    return VisibleStory(story(*cast, relationships=ties).as_of(LENGTH))


def test_a_chain_shows_the_strongest_relationships_and_sentences() -> None:
    visible = chain()
    assert rows(path_lines(visible, visible.paths.between("ann", "dan"), 50)) == [
        "╭──────────────────╮",
        "│ Ann  앤  • alive │",
        "╰──┰───────────────╯",
        "   ┃ ♥ is in love with ▾",
        "   ┃ Bob does not know",
        "╭──┸───────────╮",
        "│ Bob  • alive │",
        "╰──┬───────────╯",
        "   ╎ ! hurt by ▴",
        "   ╎ ended in known from 3: they make peace",
        "╭──┴───────────╮",
        "│ Cat  • alive │",
        "╰──╥───────────╯",
        "   ║ = sisters",
        "╭──╨───────────╮",
        "│ Dan  • alive │",
        "╰──────────────╯",
        "",
        "Ann is in love with Bob; Bob does not know.",
        "",
        "Cat hurts Bob; ended in known from 3: they make",
        "peace.",
        "",
        "Cat and Dan: sisters.",
    ]


def test_the_cards_of_a_chain_are_links() -> None:
    visible = chain()
    lines = path_lines(visible, visible.paths.between("dan", "bob"), 50)
    links = [span.link for line in lines for span in line if span.link]
    assert list(dict.fromkeys(links)) == [Link.character(id) for id in ("dan", "cat", "bob")]


def test_people_without_a_path_have_a_message() -> None:
    ann, dan = person("ann"), person("dan")
    first, before = (VisibleStory(story(ann, dan).as_of(seen)) for seen in (3, 0))
    assert not_connected(first, ann, dan) == "Ann and Dan are not connected up to Chapter 3."
    assert not_connected(before, ann, dan) == "Ann and Dan are not connected before Chapter 1."
    assert not_connected(first, ann, ann) == "Both names belong to Ann."


def test_namesakes_on_a_path_are_told_apart() -> None:
    crew = (Group("crew", "Crew", 0), Group("court", "Court", 0))
    joe, other = (person(id, name_stages=stages((0, "Joe")), group_stages=stages((0, id))) for id in ("crew", "court"))
    visible = VisibleStory(story(joe, other, groups=crew, relationships=(tie("crew", "court", "hurts"),)).as_of(1))
    for way in (("crew", "court"), ("court", "crew")):
        assert rows(path_lines(visible, way, 60))[-1] == "Joe (Crew) hurts Joe (Court)."
    assert not_connected(visible, joe, other) == "Joe (Crew) and Joe (Court) are not connected up to Chapter 1."


def test_the_reverse_path_has_the_same_relationships() -> None:
    visible = chain()
    there, back = (steps(visible, visible.paths.between(*ends)) for ends in (("ann", "dan"), ("dan", "ann")))
    assert [step.side.relationship for step in there] == [step.side.relationship for step in reversed(back)]


@given(stories(), st.integers(0, LENGTH), st.integers(12, 60))
def test_a_chain_of_any_story_fits_and_says_every_name_and_label(whole: Story, seen: int, cells: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    for one in visible.people.everyone:
        for other in visible.people.everyone:
            way = visible.paths.between(one.id, other.id)
            lines = path_lines(visible, way, cells) if way else []
            assert too_wide(lines, cells) == []
            text = without_spaces("".join(rows(lines))).casefold()
            for step in steps(visible, way):
                assert without_spaces(step.sentence(visible)).casefold() in text
            assert len(steps(visible, way)) == max(len(way) - 1, 0)
