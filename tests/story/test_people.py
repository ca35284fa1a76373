from __future__ import annotations

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


def test_two_entries_are_two_people_until_they_turn_out_to_be_one() -> None:
    assert ids(people(HYDE, JEKYLL, seen=5)) == ["hyde", "jekyll"]
    assert ids(people(HYDE, JEKYLL, seen=6)) == ["jekyll"]


def test_one_person_goes_by_the_names_of_both_entries_and_under_either_id() -> None:
    found = people(HYDE, JEKYLL)
    assert get(found, "hyde") == get(found, "jekyll")
    one = get(found, "hyde")
    assert one.name == "Henry Jekyll"
    assert one.spellings == ("Henry Jekyll", "Edward Hyde", "Mr Hyde", "하이드", "the small man")


def test_the_facts_of_both_stand_in_story_order_and_the_latest_state_holds() -> None:
    one = get(people(HYDE, JEKYLL), "jekyll")
    assert [fact.text for fact in one.facts] == ["Gives a dinner.", "Is sought.", "Is found."]
    assert one.state == "dead"
    assert one.since == 1


def test_before_they_are_one_neither_has_anything_of_the_other() -> None:
    found = people(HYDE, JEKYLL, seen=5)
    assert get(found, "jekyll").spellings == ("Henry Jekyll",)
    assert get(found, "jekyll").state == "alive"
    assert get(found, "hyde").state == "missing"


def test_somebody_who_becomes_one_who_is_not_met_yet_stays_who_they_are() -> None:
    hidden = person("jekyll", since=7)
    assert ids(people(HYDE, hidden, seen=6)) == ["hyde"]
    assert ids(people(HYDE, hidden, seen=7)) == ["jekyll"]


def test_a_chain_ends_at_its_last_entry_as_far_as_it_is_known() -> None:
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


def test_several_entries_may_turn_out_to_be_one_person() -> None:
    found = people(person("ann", becomes=Becomes("cat", 0)), person("bob", becomes=Becomes("cat", 0)), person("cat"))
    assert ids(found) == ["cat"]
    assert get(found, "cat").spellings == ("Cat", "Ann", "Bob")


def test_a_ring_is_left_apart_and_ends_nothing() -> None:
    ring = (person("ann", becomes=Becomes("bob", 0)), person("bob", becomes=Becomes("ann", 3)))
    assert ids(people(*ring, seen=2)) == ["bob"], "no ring yet"
    assert ids(people(*ring, seen=3)) == ["ann", "bob"]


def test_who_leads_into_a_ring_is_left_apart_too() -> None:
    ring = (person("ann", becomes=Becomes("bob", 0)), person("bob", becomes=Becomes("cat", 0)))
    found = people(*ring, person("cat", becomes=Becomes("bob", 0)), person("dan", becomes=Becomes("dan", 0)))
    assert ids(found) == ["ann", "bob", "cat", "dan"]


def test_nobody_is_found_under_an_id_that_is_not_there() -> None:
    found = people(person("ann"), person("bob", since=5), seen=4)
    assert found.get("bob") is None
    assert found.get("") is None
    assert found.ties("bob") == ()


def only_tie(found: People, id: str) -> RelationshipSide:
    (one,) = found.ties(id)
    return one


def test_a_tie_is_told_from_either_end() -> None:
    known = tie("ann", "bob", "teacher", label_stages=stages((0, "teaches the violin to")))
    found = people(person("ann"), person("bob"), relationships=(known,))
    out, into = only_tie(found, "ann"), only_tie(found, "bob")
    assert (out.other, out.direction, out.told_by_other) == ("bob", Direction.OUT, False)
    assert (into.other, into.direction, into.told_by_other) == ("ann", Direction.IN, True)
    assert out.sentence("Ann", "Bob") == into.sentence("Bob", "Ann") == "Ann teaches the violin to Bob"


def test_a_tie_with_words_of_its_own_at_the_other_end_is_told_in_them() -> None:
    known = tie("ann", "bob", label_stages=stages((0, "fears")), back_stages=stages((0, "trusts")))
    found = people(person("ann"), person("bob"), relationships=(known,))
    assert only_tie(found, "ann").sentence("Ann", "Bob") == "Ann fears Bob"
    assert only_tie(found, "bob").sentence("Bob", "Ann") == "Bob trusts Ann"


def test_a_tie_without_words_has_those_of_its_kind() -> None:
    found = people(person("ann"), person("bob"), relationships=(tie("ann", "bob", "killed"),))
    assert only_tie(found, "ann").sentence("Ann", "Bob") == "Ann killed Bob"
    assert only_tie(found, "bob").sentence("Bob", "Ann") == "Bob killed by Ann"


def test_a_tie_that_holds_alike_both_ways_names_both() -> None:
    known = tie("ann", "bob", "family", label_stages=stages((0, "sisters")))
    found = people(person("ann"), person("bob"), relationships=(known,))
    assert only_tie(found, "ann").sentence("Ann", "Bob") == "Ann and Bob: sisters"
    assert only_tie(found, "bob").sentence("Bob", "Ann") == "Bob and Ann: sisters"
    assert {only_tie(found, id).direction for id in ("ann", "bob")} == {Direction.BOTH}


def test_a_tie_is_over_once_its_end_is_reached() -> None:
    ending = (tie("ann", "bob", until=4, ended="they part"),)
    before, after = (people(person("ann"), person("bob"), relationships=ending, seen=seen) for seen in (3, 4))
    assert not only_tie(before, "ann").over
    assert only_tie(after, "bob").over
    assert only_tie(after, "bob").relationship.ended == "they part"


def test_the_ties_of_one_who_turned_out_to_be_another_are_the_others_ties() -> None:
    known = (tie("utterson", "hyde", "rival", since=1), tie("utterson", "jekyll", "friend", since=2))
    cast = (person("utterson"), HYDE, JEKYLL)
    assert [one.other for one in people(*cast, relationships=known, seen=5).ties("utterson")] == ["jekyll", "hyde"]
    merged = people(*cast, relationships=known, seen=6)
    assert [one.other for one in merged.ties("utterson")] == ["jekyll", "jekyll"]
    assert merged.ties("hyde") == merged.ties("jekyll")
    assert len(merged.ties("hyde")) == 2


def test_nobody_has_a_tie_to_themselves() -> None:
    known = (tie("jekyll", "hyde", "protects", since=2),)
    assert people(HYDE, JEKYLL, relationships=known, seen=6).ties("jekyll") == ()


def test_ties_stand_by_kind_in_the_order_of_kinds_and_then_as_the_guide_has_them() -> None:
    hunts = Kind("hunts", "hunts", "hunted by", "hunting", "»", LineStyle.HEAVY)
    enemy = Kind("enemy", "hates", "hated by", "hatred", "×")
    known = (tie("ann", "cat", "enemy"), tie("dan", "ann", "hunts"), tie("ann", "bob", "enemy"))
    cast = [person(id) for id in ("ann", "bob", "cat", "dan")]
    found = People(story(*cast, kinds=(hunts, enemy), relationships=known).as_of(LENGTH))
    assert [(one.kind.id, one.other) for one in found.ties("ann")] == [
        ("hunts", "dan"),
        ("enemy", "cat"),
        ("enemy", "bob"),
    ]


@given(stories(), positions)
def test_every_tie_is_told_from_both_ends(whole: Story, seen: int) -> None:
    found = People(whole.as_of(seen))
    told = [(one.id, tie.other, tie.relationship) for one in found.everyone for tie in found.ties(one.id)]
    assert sorted((other, mine, id(known)) for mine, other, known in told) == sorted(
        (mine, other, id(known)) for mine, other, known in told
    )


@given(stories(), positions)
def test_no_name_and_no_fact_is_lost_or_told_twice_when_people_are_taken_together(whole: Story, seen: int) -> None:
    now = whole.as_of(seen)
    everyone = People(now).everyone
    entries = sorted(id(fact) for one in now.characters for fact in one.facts)
    assert sorted(id(fact) for one in everyone for fact in one.facts) == entries
    assert {name for one in everyone for name in one.spellings} == {
        name for one in now.characters for name in one.spellings
    }


@given(stories(), positions)
def test_somebodys_ties_are_the_same_whether_looked_for_alone_or_after_all_were_sorted(whole: Story, seen: int) -> None:
    alone, sorted_before = People(whole.as_of(seen)), People(whole.as_of(seen))
    assert sorted_before.related is not None
    for one in alone.everyone:
        assert alone.ties(one.id) == sorted_before.ties(one.id)


def test_in_a_large_story_the_ties_of_all_are_the_same_as_those_of_each() -> None:
    cast = [person(f"p{number}") for number in range(100)]
    ties = tuple(tie(f"p{number}", f"p{number * 7 % 100}") for number in range(1, 100))
    found = people(*cast, relationships=ties)
    in_turn = {one.id: found.ties(one.id) for one in found.everyone}
    assert in_turn == {one.id: people(*cast, relationships=ties).ties(one.id) for one in found.everyone}
    assert "related" in vars(found), "after so many they are sorted"
