"""The contents of panels: whole labels, collapse state, facts, people on the page."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.chart.collapse import NO_FACTS, collapsed, expanded
from aotad_tui.chart.panel import panel
from aotad_tui.story.grounds import Certainty, Grounds
from aotad_tui.story.kinds import KINDS
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, stories, story, tie

from .row_texts import (
    collapsed_headings,
    hidden_count,
    relationship_part,
    relationship_texts,
    rows,
    too_wide,
    without_spaces,
)

DEGREES = (0, 1, 5, 60, 300)
WIDTHS = (32, 40, 50)
LABELS = (
    "",
    "loves",
    "has owed money to, for longer than either of them remembers,",
    "친구",
    "is-called-names-without-end-by",
)
NAMES = (
    "Vi",
    "Nam On-jo",
    "최남라",
    "The principal of Hyosan High School and of two other schools",
    "Przesmycka-Zawadowska-Nowa",
)
EVERYTHING = [expanded(kind.id) for kind in KINDS]


def hub(degree: int) -> VisibleStory:
    """Return the story of a person with `degree` relationships of all kinds, to people with all sorts of names."""
    chance = random.Random(degree)
    others = [
        person(f"p{number}", name_stages=stages((0, f"{chance.choice(NAMES)} {number}"))) for number in range(degree)
    ]
    ties = []
    for other in others:
        label = chance.choice(LABELS)
        ends = ("hub", other.id) if chance.random() < 0.5 else (other.id, "hub")
        until = chance.choice((None, None, 2))
        ties.append(
            tie(
                *ends,
                chance.choice(KINDS).id,
                until=until,
                ended="they part at last" if until else "",
                secret_from=("hub",) if chance.random() < 0.2 else (),
                label_stages=stages((0, label)) if label else (),
            )
        )
    return VisibleStory(story(person("hub"), *others, relationships=tuple(ties)).as_of(LENGTH))


@pytest.mark.slow
@pytest.mark.parametrize("degree", DEGREES)
@pytest.mark.parametrize("cells", WIDTHS)
def test_no_row_is_too_wide_in_any_collapse_state(degree: int, cells: int) -> None:
    visible = hub(degree)
    for turned in ([], EVERYTHING, [collapsed(kind.id) for kind in KINDS]):
        assert too_wide(panel(visible, "hub", cells, turned, [f"p{number}" for number in range(degree)]), cells) == []


@pytest.mark.slow
@pytest.mark.parametrize("degree", DEGREES)
@pytest.mark.parametrize("cells", WIDTHS)
def test_every_label_and_name_is_whole(degree: int, cells: int) -> None:
    visible = hub(degree)
    drawn = relationship_texts(relationship_part(rows(panel(visible, "hub", cells, EVERYTHING))))
    for side in visible.people.relationships_of("hub"):
        other = visible.people.get(side.other)
        assert other
        wanted = without_spaces(f"{side.label} {other.name}")
        assert any(text.startswith(wanted) for text in drawn), wanted
    assert len(drawn) == degree + len({side.kind.id for side in visible.people.relationships_of("hub")})


@pytest.mark.parametrize("degree", [60, 300])
@pytest.mark.parametrize("cells", WIDTHS)
def test_a_hub_takes_about_forty_rows_and_counts_hidden_relationships(degree: int, cells: int) -> None:
    drawn = rows(panel(hub(degree), "hub", cells))
    assert 30 <= len(drawn) <= 40
    part = relationship_part(drawn)
    kinds = {side.kind.id for side in hub(degree).people.relationships_of("hub")}
    of_shut = sum(int(words.split()[-1]) for words in collapsed_headings(part))
    assert len(relationship_texts(part)) - len(kinds) + hidden_count(part) + of_shut == degree


@pytest.mark.parametrize("degree", [0, 1, 5])
def test_few_relationships_are_not_collapsed(degree: int) -> None:
    drawn = rows(panel(hub(degree), "hub", 32))
    assert hidden_count(drawn) == 0
    assert collapsed_headings(drawn) == []
    assert ("  no known relationships" in drawn) == (degree == 0)


def test_expanding_or_collapsing_a_kind_changes_no_other_kind() -> None:
    visible = hub(300)
    before = relationship_texts(relationship_part(rows(panel(visible, "hub", 40))))
    opened = relationship_texts(relationship_part(rows(panel(visible, "hub", 40, [expanded("love")]))))
    of_love = [side for side in visible.people.relationships_of("hub") if side.kind.id == "love"]
    assert [text for text in opened if text in before] == before
    assert len(opened) - len(before) == len(of_love) - _shown(before)
    closed = relationship_texts(relationship_part(rows(panel(visible, "hub", 40, [collapsed("love")]))))
    assert _shown(closed) == 0
    assert len(before) - len(closed) == _shown(before)


def _shown(texts: list[str]) -> int:
    """Return how many relationships of love are below their heading."""
    headings = tuple(without_spaces(f"{kind.sign}{kind.heading}") for kind in KINDS)
    start = next(number for number, text in enumerate(texts) if text.startswith("♥"))
    after = (number for number, text in enumerate(texts) if number > start and text.startswith(headings))
    return next(after, len(texts)) - start - 1


def test_current_relationships_come_before_ended_ones() -> None:
    ended = tie("ann", "bob", until=2, ended="they part")
    visible = VisibleStory(story(person("ann"), person("bob"), person("cat"), relationships=(ended, tie("ann", "cat"))))
    assert relationship_part(rows(panel(visible, "ann", 32))) == [
        "  ├─ + friends 2 ───────────────",
        "  ├─ friends ─────────────── Cat",
        "  ├─ friends ─────────────── Bob",
        "  │    ended in known from 2:",
        "  │    they part",
    ]


def test_the_remark_on_who_does_not_know_uses_the_tense_of_the_relationship() -> None:
    cast = (person("ann"), person("bob"), person("cat"))
    secret = tie("ann", "bob", "love", secret_from=("bob", "cat"))
    assert "  │    Bob and Cat do not know" in rows(
        panel(VisibleStory(story(*cast, relationships=(secret,))), "ann", 40)
    )
    past = tie("ann", "bob", "love", secret_from=("bob",), until=1)
    assert "  │    Bob did not know" in rows(panel(VisibleStory(story(*cast, relationships=(past,))), "ann", 40))


def test_facts_are_in_story_order_with_sign_certainty_and_date() -> None:
    facts = (
        Fact(0, "Is born."),
        Fact(2, "Falls from the roof, or is said to.", "dead", Grounds(Certainty.REPORTED, "2024-02")),
    )
    visible = VisibleStory(story(person("ann", facts=facts)))
    drawn = rows(panel(visible, "ann", 32))
    assert drawn[drawn.index("") + 1 :] == [
        "facts ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "from the start",
        "· Is born.",
        "known from 2",
        "† Falls from the roof, or is",
        "  said to.",
        "  ◌ reported, 2024-02",
    ]
    assert rows(panel(visible, "ann", 32, [NO_FACTS]))[-1] == "▸ facts ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"


def test_without_a_person_the_panel_lists_the_people_on_the_page_or_else_everyone() -> None:
    visible = hub(5)
    assert rows(panel(visible, "", 32, (), ["p1", "hub", "nobody"]))[0] == "on this page 2 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"
    assert rows(panel(visible, "", 32))[0].startswith("people so far 6 ")


@given(stories(), st.integers(0, LENGTH), st.integers(16, 60))
def test_no_row_of_any_story_is_too_wide_and_every_label_is_whole(whole: Story, seen: int, cells: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    for one in visible.people.everyone:
        lines = panel(visible, one.id, cells, EVERYTHING, [other.id for other in visible.people.everyone])
        assert too_wide(lines, cells) == []
        texts = " ".join(relationship_texts(rows(lines)))
        for side in visible.people.relationships_of(one.id):
            assert without_spaces(side.label) in texts
