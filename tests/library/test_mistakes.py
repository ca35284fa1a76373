"""A mistake hides one thing: before the end, a guide with it is the guide from which an author deleted that thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.library.load import GuideUnreadable, load, open_guide
from aotad_tui.story.story import Story

from .guides import HEAD, opened, write

LENGTH = 9

PEOPLE, TIES, SOURCES, GUIDE = "characters.yaml", "relationships.yaml", "sources.yaml", "guide.yaml"
PAGE = "sections/page.md"
FILES = {
    GUIDE: HEAD + "groups: {crew: {name: Crew, since: start}}\nkinds: {hunts: {label: hunts}}\n",
    PEOPLE: """\
ann: {name: Ann, since: 1, facts: [{since: 1, text: Leads.}]}
bob: {name: [{since: 1, text: A man}, {since: 3, text: Bob}], since: 1, aliases: [Bobby]}
cat: {name: Cat, since: 2, group: crew, about: Small.}
""",
    TIES: "- {from: ann, to: bob, kind: friend, since: 1}\n- {from: bob, to: cat, kind: hunts, since: 2}\n",
    SOURCES: "book: {title: A book, since: 2}\n",
    PAGE: "---\nsince: 1\nsources: [book]\n---\nText.\n",
    "sections/other.md": "---\nsince: 2\n---\nMore.\n",
}


@dataclass
class Mistake:
    """A replacement in a file, and how an author deletes what it makes doubtful. `at_end`: words shown at the end."""

    path: str
    old: str
    wrong: str
    deleted: str
    at_end: str = ""


FACT = ", facts: [{since: 1, text: Leads.}]"
TIE = "- {from: ann, to: bob, kind: friend, since: 1}\n"
HUNT = "- {from: bob, to: cat, kind: hunts, since: 2}\n"
ALIAS = ", aliases: [Bobby]"
CAT = "cat: {name: Cat, since: 2, group: crew, about: Small.}\n"
BOOK = "book: {title: A book, since: 2}\n"


def fact(more: str) -> str:
    return f", facts: [{{since: 1, text: Leads., {more}}}]"


def tie(more: str) -> str:
    return TIE.replace("since: 1", f"since: 1, {more}")


MISTAKES = {
    "a point of a fact": Mistake(PEOPLE, FACT, FACT.replace("1", "11"), "", "Leads."),
    "a point of a person": Mistake(PEOPLE, CAT, CAT.replace("since: 2", "since: two"), "", "Small."),
    "a point of a name": Mistake(PEOPLE, ", {since: 3, text: Bob}", ", {since: 33, text: Bob}", "", "Bob"),
    "a point of an alias": Mistake(PEOPLE, ALIAS, ", aliases: [{name: Bobby, since: 33}]", "", "Bobby"),
    "a point of a tie": Mistake(TIES, TIE, TIE.replace("1", "11"), "", "friend"),
    "a point of an end": Mistake(TIES, TIE, tie("until: 44, ended: betrayed"), TIE, "betrayed"),
    "a point of a source": Mistake(SOURCES, BOOK, BOOK.replace("2", "22"), "", "A book"),
    "a point of a group": Mistake(GUIDE, "Crew, since: start", "Crew, since: strat", "Crew, since: end", "Crew"),
    "met before since": Mistake(PEOPLE, "since: 2, group", "since: 2, met: 1, group", "since: 2, group"),
    "a point of a meeting": Mistake(PEOPLE, "since: 2, group", "since: 2, met: 22, group", "since: 2, met: end, group"),
    "a key that is a list": Mistake(PEOPLE, CAT, CAT.replace("cat:", "[cat]:"), ""),
    "a key in an entry that is a list": Mistake(PEOPLE, CAT, CAT.replace("about:", "[about]:"), "", "Cat"),
    "a group": Mistake(PEOPLE, "group: crew, ", "group: crwe, ", ""),
    "a state": Mistake(PEOPLE, FACT, fact("state: daed"), "", "Leads."),
    "a source of a fact": Mistake(PEOPLE, FACT, fact("sources: [boko]"), "", "Leads."),
    "a source of a tie": Mistake(TIES, TIE, tie("sources: [boko]"), "", "friend"),
    "a certainty": Mistake(PEOPLE, FACT, fact("certainty: sure"), "", "Leads."),
    "a kind": Mistake(TIES, TIE, TIE.replace("friend", "fiend"), "", "fiend"),
    "a later kind": Mistake(
        TIES, TIE, TIE.replace("friend", "[{since: 1, text: friend}, {since: 3, text: fiend}]"), TIE, "fiend"
    ),
    "a kind that cannot be read": Mistake(GUIDE, "label: hunts", "lable: hunts", "label: hunts", "hunts"),
    "a person at one end": Mistake(TIES, TIE, TIE.replace("bob", "bbo"), ""),
    "one person at both ends": Mistake(TIES, TIE, TIE.replace("bob", "ann"), ""),
    "a tie without kind": Mistake(TIES, TIE, TIE.replace(", kind: friend", ""), ""),
    "a secret from nobody": Mistake(TIES, TIE, tie("secret_from: [dan]"), "", "friend"),
    "a point of a secret": Mistake(
        TIES, TIE, tie("secret_from: [{who: ann, until: 33}]"), tie("secret_from: [ann]"), "friend"
    ),
    "ended without until": Mistake(TIES, TIE, tie("ended: betrayed"), TIE, "betrayed"),
    "until before since": Mistake(TIES, HUNT, HUNT.replace("2", "2, until: 1, ended: caught"), HUNT, "caught"),
    "an address": Mistake(SOURCES, BOOK, BOOK.replace("since: 2", "url: 'ftp://x.org'"), "", "A book"),
    "an unknown key of a source": Mistake(SOURCES, BOOK, BOOK.replace("since: 2", "sinse: 5"), "", "A book"),
    "an empty stamp of a source": Mistake(SOURCES, BOOK, BOOK.replace("since: 2", "since: "), "", "A book"),
    "an unknown key of an alias": Mistake(PEOPLE, ALIAS, ", aliases: [{name: Bobby, sinse: 5}]", "", "Bobby"),
    "an unknown key of a person": Mistake(PEOPLE, CAT, CAT.replace("since: 2", "since: 2, alias: x"), "", "Small."),
    "an unknown key of a tie": Mistake(TIES, TIE, tie("utnil: 4"), "", "friend"),
    "a key twice": Mistake(PEOPLE, CAT, CAT.replace("since: 2", "since: 2, since: 5"), "", "Small."),
    "a list that is none": Mistake(PEOPLE, CAT, CAT.replace("since: 2", "since: 2, aliases: x"), "", "Small."),
    "a name that is none": Mistake(PEOPLE, CAT, CAT.replace("Cat", "[Cat]"), ""),
    "a source of a page": Mistake(PAGE, "[book]", "[boko]", "", "page.md"),
    "an order of a page": Mistake(PAGE, "since: 1", "since: 1\norder: -1", "", "page.md"),
    "a front matter that is open": Mistake(PAGE, "sources: [book]\n---", "sources: [book]", "", "page.md"),
    "becoming nobody": Mistake(PEOPLE, ALIAS, ", becomes: {character: dan, since: 4}", ""),
    "an unknown key of the guide": Mistake(GUIDE, "kinds:", "sumary: x\nkinds:", "kinds:"),
    "a file that cannot be read": Mistake(SOURCES, BOOK, "book: {", ""),
}
"""Mistakes in a guide. Deleting something from a page means deleting the page."""

GONE_WITH = {
    "a point of a person": {TIES: FILES[TIES].replace(HUNT, "")},
    "an unknown key of a person": {TIES: FILES[TIES].replace(HUNT, "")},
    "a key twice": {TIES: FILES[TIES].replace(HUNT, "")},
    "a list that is none": {TIES: FILES[TIES].replace(HUNT, "")},
    "a name that is none": {TIES: FILES[TIES].replace(HUNT, "")},
    "a kind that cannot be read": {TIES: FILES[TIES].replace(HUNT, "")},
    **{name: {PAGE: FILES[PAGE].replace("book", "")} for name, mistake in MISTAKES.items() if mistake.path == SOURCES},
}
"""Other files from which an author deletes what refers to a deleted thing."""


def with_mistake(mistake: Mistake) -> dict[str, str | bytes]:
    assert FILES[mistake.path].count(mistake.old) == 1
    return {**FILES, mistake.path: FILES[mistake.path].replace(mistake.old, mistake.wrong)}


def without_thing(name: str, mistake: Mistake) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {**FILES, **GONE_WITH.get(name, {})}
    text = FILES[mistake.path].replace(mistake.old, mistake.deleted)
    if mistake.path == PAGE:
        del files[PAGE]
    else:
        files[mistake.path] = text
    return files


def everything(story: Story) -> str:
    return f"{story} {[story.text(section) for section in story.sections]}"


@pytest.mark.slow
@pytest.mark.parametrize("name", MISTAKES)
def test_before_the_end_a_mistake_hides_its_thing_as_if_it_had_been_deleted(tmp_path: Path, name: str) -> None:
    mistake = MISTAKES[name]
    wrong = opened(tmp_path / "wrong", with_mistake(mistake))
    deleted = opened(tmp_path / "deleted", without_thing(name, mistake))
    for seen in range(LENGTH):
        assert wrong.as_of(seen) == deleted.as_of(seen), seen
    assert mistake.at_end in everything(wrong.as_of(LENGTH))
    assert load(tmp_path / "wrong").problems


def test_only_what_a_mistake_touches_is_hidden(tmp_path: Path) -> None:
    """All mistakes at once, those that touch the same words apart, leave the rest as it is."""
    files: dict[str, str] = dict(FILES)
    for name in ("a state", "a kind", "an address", "a group"):
        mistake = MISTAKES[name]
        files[mistake.path] = files[mistake.path].replace(mistake.old, mistake.wrong)
    story = opened(tmp_path, dict(files)).as_of(LENGTH - 1)
    assert [character.id for character in story.characters] == ["ann", "bob", "cat"]
    assert [relationship.kind for relationship in story.relationships] == ["hunts"]
    assert [section.id for section in story.sections] == ["other", "page"]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "no guide.yaml in this folder"),
        ({GUIDE: ""}, "guide.yaml is empty"),
        ({GUIDE: "format: 1\ntitle: [x\n"}, "line 3 of guide.yaml is wrong"),
        ({GUIDE: "title: x\n"}, "line 1 of guide.yaml is wrong"),
        ({GUIDE: HEAD, PEOPLE: "ann: {"}, "nothing in it can be read"),
        ({GUIDE: HEAD, PEOPLE: "ann: {nmae: Ann}"}, "nothing in it can be read"),
    ],
)
def test_a_guide_without_a_readable_guide_yaml_or_anything_readable_does_not_open(
    tmp_path: Path, files: Mapping[str, str], why: str
) -> None:
    for path, text in files.items():
        (tmp_path / path).write_text(text)
    with pytest.raises(GuideUnreadable) as unreadable:
        open_guide(tmp_path)
    advice = f"`aotad-tui check {tmp_path}` lists all problems"
    assert str(unreadable.value) == f"{tmp_path} cannot be opened as a guide: {why}; {advice}"


def test_a_folder_that_does_not_exist_does_not_open(tmp_path: Path) -> None:
    with pytest.raises(GuideUnreadable, match="no such folder"):
        open_guide(tmp_path / "nowhere")


def test_a_guide_that_is_empty_without_a_problem_opens(tmp_path: Path) -> None:
    assert opened(tmp_path, {PEOPLE: ""}).characters == ()


STAMPS = st.sampled_from(["start", *map(str, range(1, LENGTH)), "end"])


@given(st.lists(st.tuples(STAMPS, STAMPS), min_size=2, max_size=4), st.integers(0, LENGTH))
def test_of_two_entries_with_one_id_the_one_visible_first_holds(
    tmp_path_factory: pytest.TempPathFactory, stamps: list[tuple[str, str]], seen: int
) -> None:
    """Whatever the order of the stamps, an entry that is stamped later changes nothing before its point."""
    folder = tmp_path_factory.mktemp("guide")

    def guide(name: str, entries: list[tuple[int, tuple[str, str]]]) -> Story:
        lines = [
            f"ann: {{since: {since}, name: [{{text: Ann {number}, since: {named}}}]}}\n"
            for number, (since, named) in entries
        ]
        return opened(folder / name, {PEOPLE: "".join(lines), "sections/a.md": "---\nsince: start\n---\n"})

    def position(stamp: str) -> int:
        return {"start": 0, "end": LENGTH}.get(stamp) or int(stamp.replace("start", "0"))

    entries = list(enumerate(stamps))
    cut = [entry for entry in entries if max(map(position, entry[1])) <= seen]
    assert guide("whole", entries).as_of(seen) == guide("cut", cut).as_of(seen)


def test_the_other_entry_is_reported(tmp_path: Path) -> None:
    files = {
        PEOPLE: "ann: {name: Ann, since: 5}\n",
        "characters/more.yaml": "ann: {name: Anna, since: 2}\nann: {name: Hanna, since: 2}\n",
        SOURCES: "book: {title: A, since: 3}\nbook: {title: B}\n",
        GUIDE: HEAD + "groups: {crew: {name: A, since: 2}, crew: {name: B, since: 1}}\n"
        "kinds: {hunts: {label: A}, hunts: {label: B}}\nstates: {lost: {label: A}, lost: {label: B}}\n",
    }
    story = opened(tmp_path, dict(files))
    assert [character.name for character in story.characters] == ["Anna"]
    assert [source.title for source in story.sources] == ["B"]
    assert [group.name for group in story.groups] == ["B"]
    assert (story.kind_by_id["hunts"].label, story.state_by_id["lost"].label) == ("A", "A")
    message = re.compile(r"duplicate id '(\w+)'; the entry at (\S+) is used, so rename one of the two")
    found = [(str(problem.mark), message.fullmatch(problem.message)) for problem in load(tmp_path).problems]
    assert [(mark, *match.groups()) for mark, match in found if match] == [
        ("characters.yaml:1:1", "ann", "characters/more.yaml:1:1"),
        ("characters/more.yaml:2:1", "ann", "characters/more.yaml:1:1"),
        ("guide.yaml:4:10", "crew", "guide.yaml:4:37"),
        ("guide.yaml:5:28", "hunts", "guide.yaml:5:9"),
        ("guide.yaml:6:28", "lost", "guide.yaml:6:10"),
        ("sources.yaml:1:1", "book", "sources.yaml:2:1"),
    ]
    assert all(match for _, match in found)


@given(st.permutations(["ann", "bob", "cat"]), st.lists(STAMPS, min_size=6, max_size=6), st.integers(0, LENGTH))
def test_of_a_cycle_the_part_that_is_visible_last_is_dropped(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], stamps: list[str], seen: int
) -> None:
    """So a cycle that only a later point closes changes nothing before it."""
    folder = tmp_path_factory.mktemp("guide")
    numbers = {"start": 0, "end": LENGTH}
    since = dict(zip(order, stamps, strict=False))
    becomes = {
        id: (other, stamps[3 + n]) for n, (id, other) in enumerate(zip(order, [*order[1:], order[0]], strict=True))
    }

    def position(stamp: str) -> int:
        return numbers[stamp] if stamp in numbers else int(stamp)

    def guide(name: str, until: int) -> Story:
        there = {id for id in order if position(since[id]) <= until}
        lines = [
            f"{id}: {{name: {id}, since: {since[id]}"
            + (
                f", becomes: {{character: {becomes[id][0]}, since: {becomes[id][1]}}}}}\n"
                if becomes[id][0] in there and position(becomes[id][1]) <= until
                else "}\n"
            )
            for id in sorted(there)
        ]
        return opened(folder / name, {PEOPLE: "".join(lines)})

    assert guide("whole", LENGTH).as_of(seen) == guide("cut", seen).as_of(seen)


def test_an_alias_without_a_stamp_holds_from_that_of_its_bearer(tmp_path: Path) -> None:
    files = {PEOPLE: "x: {name: X, since: 2, aliases: [Y, {name: Z}, {name: W, live: false}, {name: V, since: 4}]}\n"}
    story = opened(tmp_path, dict(files))
    assert [(alias.text, alias.since, alias.live) for alias in story.characters[0].aliases] == [
        ("Y", 2, None),
        ("Z", 2, None),
        ("W", 2, False),
        ("V", 4, None),
    ]
    assert load(write(tmp_path, dict(files))).problems == ()
