"""An event that several people share is one row of the recap and of what is new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.progress.events import Length, events, merge_shared, recap, since
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stories, story, tie

CRASH = story(
    person("ann", facts=(Fact(2, "The bus crashes.", event="crash"), Fact(2, "Swears.", event="oath"))),
    person("bob", facts=(Fact(2, "Is thrown out.", "dead", event="crash"), Fact(2, "Had stood.", event="crash"))),
    person("cat", facts=(Fact(2, "Sits in the bus.", event="crash"), Fact(2, "Sings."))),
    person("dan", facts=(Fact(4, "Was in the bus, too.", event="crash"),)),
    relationships=(tie("ann", "cat", "enemy", since=2, event="oath"),),
)


def told(seen: int, length: Length = Length.USUAL) -> dict[int, list[str]]:
    found = recap(VisibleStory(CRASH.as_of(seen)), length)
    return {at: [one.words for one in rows] for at, rows in found.items()}


def test_a_shared_event_is_one_row_in_the_first_words_with_everybody_in_it() -> None:
    assert told(2) == {2: ["Ann: The bus crashes. (also † Bob, Cat)", "Ann: Swears.", "Cat: Sings."]}
    assert told(4)[2][0] == "Ann: The bus crashes. (also † Bob, Cat, Dan)"
    assert list(told(4)) == [2]


def test_a_fact_and_a_relationship_can_share_an_event() -> None:
    assert [words for words in told(2, Length.FULL)[2] if "Swears" in words or "enemies" in words] == [
        "Ann: Swears. (also Cat)"
    ]


def test_what_is_new_has_a_later_part_of_an_earlier_event() -> None:
    visible = VisibleStory(CRASH.as_of(4))
    assert [one.words for one in since(visible, 3)] == ["Dan: Was in the bus, too."]


def test_the_short_recap_has_the_change_of_state_in_an_event() -> None:
    assert told(2, Length.SHORT) == {2: ["Bob: Is thrown out."]}


@given(stories(), st.integers(0, LENGTH))
def test_no_event_is_shared_by_two_rows_and_nobody_is_lost(whole: Story, seen: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    found = list(events(visible))
    merged = merge_shared(visible, found)
    shared = [one.shared for one in merged if one.shared]
    assert len(shared) == len(set(shared))
    assert {id for one in merged for id in one.people} == {id for one in found for id in one.people}
    assert [one for one in merged if not one.shared] == [one for one in found if not one.shared]
