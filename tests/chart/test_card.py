"""A person's card: names, group, state, description, actor."""

from __future__ import annotations

from aotad_tui.cells import Span, plain
from aotad_tui.chart.card import card, name_line
from aotad_tui.story.values import Actor, Character, Fact, Group, State
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import Pages, person, section, stages, story

from .panels import named, rows

ON_JO = person(
    "on-jo",
    name_stages=stages((0, "Nam On-jo")),
    native_stages=stages((0, "남온조")),
    group_stages=stages((0, "class")),
    about_stages=stages((0, "Class 2-5; poor grades, good survival sense."), (4, "Keeps the others alive.")),
    played_by=Actor("Park Ji-hu", "박지후"),
    facts=(Fact(3, "Is missing.", "missing"),),
)


def now(one: Character, seen: int = 9) -> VisibleStory:
    return VisibleStory(story(one, groups=(Group("class", "Class 2-5", 0),)).as_of(seen))


def test_a_card_shows_names_group_state_description_and_actor() -> None:
    assert rows(now(ON_JO, seen=2), "on-jo", 40)[:6] == [
        "╭──────────────────────────────────────╮",
        "│ Nam On-jo  남온조                    │",
        "│ Class 2-5 · • alive                  │",
        "│ Class 2-5; poor grades, good         │",
        "│ survival sense.                      │",
        "│ played by Park Ji-hu 박지후          │",
    ]


def test_a_card_shows_the_stages_in_force_at_the_point() -> None:
    assert rows(now(ON_JO, seen=3), "on-jo", 40)[2] == "│ Class 2-5 · ? missing                │"
    assert rows(now(ON_JO, seen=4), "on-jo", 40)[3] == "│ Keeps the others alive.              │"


def test_a_card_has_rows_only_for_known_facts() -> None:
    assert rows(now(named("ann", "Ann")), "ann", 20)[:4] == [
        "╭──────────────────╮",
        "│ Ann              │",
        "│ • alive          │",
        "╰──────────────────╯",
    ]
    actor = named("bob", "Bob", played_by=Actor("Somebody"))
    assert rows(now(actor), "bob", 24)[3] == "│ played by Somebody   │"


def test_a_page_that_is_called_as_the_first_meetings_point_is_named_once() -> None:
    for title, row in (("chapter 2", "first met in Chapter 2"), ("The door", "first met in Chapter 2: The door")):
        pages = story(person("ann", 2), sections=(section("a", 2, title=title),), texts=Pages({"a.md": "Ann."}))
        visible = VisibleStory(pages.as_of(9))
        drawn = [plain(line) for line in card(visible, visible.people.everyone[0], 40, trunk=False)]
        assert drawn[-2] == f"│ {row:<36} │"


def test_long_names_go_on_in_the_next_row_whole() -> None:
    one = named(
        "ann", "Maximiliana Bartholomea Wilhelmina", native_stages=stages((0, "막시밀리아나바르톨로메아빌헬미나"))
    )
    assert rows(now(one), "ann", 32)[1:5] == [
        "│ Maximiliana Bartholomea      │",
        "│ Wilhelmina                   │",
        "│ 막시밀리아나바르톨로메아빌헬 │",
        "│ 미나                         │",
    ]


def test_the_trunk_leaves_the_card_if_there_are_relationships() -> None:
    visible = now(named("ann", "Ann"))
    one = visible.people.everyone[0]
    assert card(visible, one, 20, trunk=True)[-1] == (Span("╰─┬────────────────╯", "frame"),)
    assert card(visible, one, 20, trunk=False)[-1] == (Span("╰──────────────────╯", "frame"),)


def test_a_state_of_the_guides_own_has_its_sign_and_word() -> None:
    one = named("ann", "Ann", facts=(Fact(0, "Is bitten.", "half"),))
    visible = VisibleStory(story(one, states=(State("alive", "alive", "•"), State("half", "half", "◐"))).as_of(9))
    assert rows(visible, "ann", 20)[2] == "│ ◐ half           │"


def test_both_names_stand_in_a_row() -> None:
    assert name_line(now(ON_JO), ON_JO) == "Nam On-jo 남온조"
    assert name_line(now(named("ann", "Ann")), named("ann", "Ann")) == "Ann"
