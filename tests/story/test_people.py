from __future__ import annotations

import pytest
from hypothesis import given

from aotad_tui.story.people import Direction, People, RelationshipSide
from aotad_tui.story.story import Story
from aotad_tui.story.values import Becomes, Character, Fact, Kind, LineStyle, Relationship

from .stories import LENGTH, person, positions, stages, stories, story, tie


def people(*characters: Character, relationships: tuple[Relationship, ...] = (), seen: int = LENGTH) -> People:
    return People(story(*characters, relationships=relationships).as_of(seen))


def ids(found: People) -> list[str]:
    return [one.id for one in found.everyone]


def get(found: People, id: str) -> Character:
    person = found.get(id)
    assert person is not None
    return person


HYDE = person(
    "hyde",
    since=1,
    name_stages=stages((1, "Mr Hyde"), (2, "Edward Hyde")),
    native_stages=stages((1, "하이드")),
    aliases=stages((1, "the small man")),
    facts=(Fact(4, "Is sought.", "missing"), Fact(8, "Is found.", "dead")),
    becomes=Becomes("jekyll", 6),
)
JEKYLL = person("jekyll", since=2, name_stages=stages((2, "Henry Jekyll")), facts=(Fact(3, "Gives a dinner."),))


def test_entries_are_merged_only_from_the_stamp_of_becomes_on() -> None:
    assert ids(people(HYDE, JEKYLL, seen=5)) == ["hyde", "jekyll"]
    assert ids(people(HYDE, JEKYLL, seen=6)) == ["jekyll"]


def test_a_merged_person_has_the_names_and_ids_of_both_entries() -> None:
    found = people(HYDE, JEKYLL)
    assert get(found, "hyde") == get(found, "jekyll")
    one = get(found, "hyde")
    assert one.name == "Henry Jekyll"
    assert one.spellings == ("Henry Jekyll", "Edward Hyde", "Mr Hyde", "하이드", "the small man")


def test_a_merged_person_has_all_facts_in_story_order_and_the_latest_state() -> None:
    one = get(people(HYDE, JEKYLL), "jekyll")
    assert [fact.text for fact in one.facts] == ["Gives a dinner.", "Is sought.", "Is found."]
    assert one.state == "dead"
    assert one.since == 1


def test_before_the_merge_entries_share_nothing() -> None:
    found = people(HYDE, JEKYLL, seen=5)
    assert get(found, "jekyll").spellings == ("Henry Jekyll",)
    assert get(found, "jekyll").state == "alive"
    assert get(found, "hyde").state == "missing"


def test_an_entry_that_becomes_a_hidden_person_is_not_merged() -> None:
    hidden = person("jekyll", since=7)
    assert ids(people(HYDE, hidden, seen=6)) == ["hyde"]
    assert ids(people(HYDE, hidden, seen=7)) == ["jekyll"]


def test_a_chain_of_becomes_ends_at_its_last_visible_entry() -> None:
    chain = (
        person("mask", becomes=Becomes("thief", 2)),
        person("thief", becomes=Becomes("king", 5)),
        person("king"),
    )
    assert ids(people(*chain, seen=1)) == ["mask", "thief", "king"]
    assert ids(people(*chain, seen=2)) == ["thief", "king"]
    found = people(*chain, seen=5)
    assert ids(found) == ["king"]
    assert get(found, "mask").spellings == ("King", "Mask", "Thief")


def test_a_person_is_met_once_one_of_their_entries_is() -> None:
    entries = (person("mask", met=3, becomes=Becomes("king", 1)), person("king", met=5))
    for seen, is_met in ((2, False), (3, True)):
        (king,) = people(*entries, seen=seen).everyone
        assert (king.is_met, king.state) == (is_met, "alive" if is_met else "announced")


def test_several_entries_can_merge_into_one_person() -> None:
    found = people(person("ann", becomes=Becomes("cat", 0)), person("bob", becomes=Becomes("cat", 0)), person("cat"))
    assert ids(found) == ["cat"]
    assert get(found, "cat").spellings == ("Cat", "Ann", "Bob")


def test_entries_in_a_cycle_of_becomes_are_not_merged() -> None:
    ring = (person("ann", becomes=Becomes("bob", 0)), person("bob", becomes=Becomes("ann", 3)))
    assert ids(people(*ring, seen=2)) == ["bob"], "no ring yet"
    assert ids(people(*ring, seen=3)) == ["ann", "bob"]


def test_entries_that_lead_into_a_cycle_are_not_merged() -> None:
    ring = (person("ann", becomes=Becomes("bob", 0)), person("bob", becomes=Becomes("cat", 0)))
    found = people(*ring, person("cat", becomes=Becomes("bob", 0)), person("dan", becomes=Becomes("dan", 0)))
    assert ids(found) == ["ann", "bob", "cat", "dan"]


def test_unknown_and_hidden_ids_have_no_person() -> None:
    found = people(person("ann"), person("bob", since=5), seen=4)
    assert found.get("bob") is None
    assert found.get("") is None
    assert found.relationships_of("bob") == ()


def only_side(found: People, id: str) -> RelationshipSide:
    (one,) = found.relationships_of(id)
    return one


def test_a_relationship_is_seen_from_both_sides() -> None:
    known = tie("ann", "bob", "teacher", label_stages=stages((0, "teaches the violin to")))
    found = people(person("ann"), person("bob"), relationships=(known,))
    out, into = only_side(found, "ann"), only_side(found, "bob")
    assert (out.other, out.direction, out.other_is_subject) == ("bob", Direction.OUT, False)
    assert (into.other, into.direction, into.other_is_subject) == ("ann", Direction.IN, True)
    assert out.sentence("Ann", "Bob") == into.sentence("Bob", "Ann") == "Ann teaches the violin to Bob"


def test_a_back_label_is_used_from_the_other_side() -> None:
    known = tie("ann", "bob", label_stages=stages((0, "fears")), back_stages=stages((0, "trusts")))
    found = people(person("ann"), person("bob"), relationships=(known,))
    assert only_side(found, "ann").sentence("Ann", "Bob") == "Ann fears Bob"
    assert only_side(found, "bob").sentence("Bob", "Ann") == "Bob trusts Ann"


def test_a_relationship_without_labels_has_those_of_its_kind() -> None:
    found = people(person("ann"), person("bob"), relationships=(tie("ann", "bob", "killed"),))
    assert only_side(found, "ann").sentence("Ann", "Bob") == "Ann killed Bob"
    assert only_side(found, "bob").sentence("Bob", "Ann") == "Bob killed by Ann"


def test_a_mutual_relationship_names_both_people() -> None:
    known = tie("ann", "bob", "family", label_stages=stages((0, "sisters")))
    found = people(person("ann"), person("bob"), relationships=(known,))
    assert only_side(found, "ann").sentence("Ann", "Bob") == "Ann and Bob: sisters"
    assert only_side(found, "bob").sentence("Bob", "Ann") == "Bob and Ann: sisters"
    assert {only_side(found, id).direction for id in ("ann", "bob")} == {Direction.BOTH}


def test_a_relationship_has_ended_from_its_end_on() -> None:
    ending = (tie("ann", "bob", until=4, ended="they part"),)
    before, after = (people(person("ann"), person("bob"), relationships=ending, seen=seen) for seen in (3, 4))
    assert not only_side(before, "ann").has_ended
    assert only_side(after, "bob").has_ended
    assert only_side(after, "bob").relationship.ended == "they part"


def test_merged_entries_share_their_relationships() -> None:
    known = (tie("utterson", "hyde", "rival", since=1), tie("utterson", "jekyll", "friend", since=2))
    cast = (person("utterson"), HYDE, JEKYLL)
    assert [one.other for one in people(*cast, relationships=known, seen=5).relationships_of("utterson")] == [
        "jekyll",
        "hyde",
    ]
    merged = people(*cast, relationships=known, seen=6)
    assert [one.other for one in merged.relationships_of("utterson")] == ["jekyll", "jekyll"]
    assert merged.relationships_of("hyde") == merged.relationships_of("jekyll")
    assert len(merged.relationships_of("hyde")) == 2


def test_nobody_has_a_relationship_with_themselves() -> None:
    known = (tie("jekyll", "hyde", "protects", since=2),)
    assert people(HYDE, JEKYLL, relationships=known, seen=6).relationships_of("jekyll") == ()


def test_relationships_are_in_the_order_of_kinds_then_of_the_guide() -> None:
    hunts = Kind("hunts", "hunts", "hunted by", "hunting", "»", LineStyle.HEAVY)
    enemy = Kind("enemy", "hates", "hated by", "hatred", "×")
    known = (tie("ann", "cat", "enemy"), tie("dan", "ann", "hunts"), tie("ann", "bob", "enemy"))
    cast = [person(id) for id in ("ann", "bob", "cat", "dan")]
    found = People(story(*cast, kinds=(hunts, enemy), relationships=known).as_of(LENGTH))
    assert [(one.kind.id, one.other) for one in found.relationships_of("ann")] == [
        ("hunts", "dan"),
        ("enemy", "cat"),
        ("enemy", "bob"),
    ]


@given(stories(), positions)
def test_every_relationship_is_listed_for_both_people(whole: Story, seen: int) -> None:
    found = People(whole.as_of(seen))
    told = [(one.id, tie.other, tie.relationship) for one in found.everyone for tie in found.relationships_of(one.id)]
    assert sorted((other, mine, id(known)) for mine, other, known in told) == sorted(
        (mine, other, id(known)) for mine, other, known in told
    )


@given(stories(), positions)
def test_merging_entries_loses_and_repeats_no_name_or_fact(whole: Story, seen: int) -> None:
    now = whole.as_of(seen)
    everyone = People(now).everyone
    entries = sorted(id(fact) for one in now.characters for fact in one.facts)
    assert sorted(id(fact) for one in everyone for fact in one.facts) == entries
    assert {name for one in everyone for name in one.spellings} == {
        name for one in now.characters for name in one.spellings
    }


@given(stories(), positions)
def test_relationships_are_the_same_with_and_without_the_index(whole: Story, seen: int) -> None:
    alone, sorted_before = People(whole.as_of(seen)), People(whole.as_of(seen))
    assert sorted_before.neighbours is not None
    for one in alone.everyone:
        assert alone.relationships_of(one.id) == sorted_before.relationships_of(one.id)


@pytest.mark.slow
def test_in_a_large_story_the_index_gives_the_same_relationships() -> None:
    cast = [person(f"p{number}") for number in range(100)]
    ties = tuple(tie(f"p{number}", f"p{number * 7 % 100}") for number in range(1, 100))
    found = people(*cast, relationships=ties)
    in_turn = {one.id: found.relationships_of(one.id) for one in found.everyone}
    assert in_turn == {one.id: people(*cast, relationships=ties).relationships_of(one.id) for one in found.everyone}
    assert "neighbours" in vars(found), "the index is built after that many people"
