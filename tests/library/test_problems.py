"""Each kind of problem, reported as path:line:column: CODE message. `test_planted_faults` has many at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from aotad_tui.library.load import GuideUnreadable, load, open_guide
from aotad_tui.library.problems import Mark, Problems, did_you_mean

from .guides import HEAD, messages_of, write


@dataclass
class Wrong:
    """A file with a « before the error, and the code and some words of the expected message."""

    path: str
    marked: str
    code: str
    words: str = ""

    @property
    def text(self) -> str:
        return self.marked.replace("«", "")

    @property
    def place(self) -> str:
        before = self.marked.partition("«")[0]
        return f"{self.path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


GUIDE = "guide.yaml"
PEOPLE = "characters.yaml"
TIES = "relationships.yaml"
SOURCES = "sources.yaml"
STORY = "format: 1\ntitle: A tale\n"
VOLUMES = "timeline: {volumes: ["
POINTS = STORY + "timeline: {points: [{id: a}, {id: b}"
CAST = "nam-on-jo: {name: Nam On-jo, since: start}\nlee-cheong-san: {name: Lee Cheong-san, since: start}\n"
BOTH = "from: nam-on-jo, to: lee-cheong-san"
FACT = "x: {name: X, since: start, facts: [{since: 1, text: a"

FATAL = {
    "no format": Wrong(GUIDE, "«title: A tale\n", "MISSING", "missing key 'format'"),
    "no title": Wrong(GUIDE, "«format: 1\n", "MISSING", "missing key 'title'"),
    "a later format": Wrong(GUIDE, "format: «2\ntitle: x\n", "FORMAT", "format 2, which needs a newer version"),
    "no such format": Wrong(GUIDE, "format: «0\ntitle: x\n", "SHAPE", "expected the number 1, found '0'"),
    "a quoted number": Wrong(GUIDE, "title: x\nformat: «'1'\n", "SHAPE", "expected the number 1"),
    "a list for a guide": Wrong(GUIDE, "«- format\n", "SHAPE", "found a list"),
    "a word for a guide": Wrong(GUIDE, "# x\n\n  «guide\n", "SHAPE", "found 'guide'"),
    "a title twice": Wrong(
        GUIDE, STORY + "«title: Another\n", "DUPLICATE", "duplicate key 'title', first used on line 2"
    ),
    "two timelines": Wrong(GUIDE, HEAD + "«timeline: {count: 3}\n", "DUPLICATE", "duplicate key 'timeline'"),
    "points and count": Wrong(GUIDE, STORY + "timeline: «{count: 3, points: [{id: a}]}\n", "TIMELINE", "either"),
    "neither of them": Wrong(GUIDE, STORY + "timeline:\n  «unit: episode\n", "TIMELINE", "either"),
    "no points": Wrong(GUIDE, STORY + "timeline: {count: «0}\n", "SHAPE", "from 1 to"),
    "too many points": Wrong(GUIDE, STORY + "timeline: {count: «100001}\n", "SHAPE", "to 100000"),
    "an unknown key of the timeline": Wrong(GUIDE, STORY + "timeline: {count: 3, «untis: x}\n", "UNKNOWN-KEY", "unit"),
    "volumes and points": Wrong(
        GUIDE, STORY + "timeline: «{volumes: [{count: 2}], points: [{id: a}]}\n", "TIMELINE", "either"
    ),
    "no volumes": Wrong(GUIDE, STORY + "timeline: «{volumes: []}\n", "TIMELINE", "`volumes` is empty"),
    "an empty volume": Wrong(GUIDE, STORY + VOLUMES + "«{points: []}]}\n", "TIMELINE", "at least one point"),
    "a volume without points": Wrong(GUIDE, STORY + VOLUMES + "«{title: x}]}\n", "TIMELINE", "a volume needs either"),
    "too many points in volumes": Wrong(
        GUIDE, STORY + "timeline: «{volumes: [{count: 99999}, {count: 2}]}\n", "TIMELINE", "at most 100000 points"
    ),
    "two volumes with one id": Wrong(
        GUIDE, STORY + VOLUMES + "{id: a, count: 1}, {id: «a, count: 1}]}\n", "DUPLICATE", "volume id 'a'"
    ),
    "a point in two volumes": Wrong(
        GUIDE, STORY + VOLUMES + "{points: [{id: a}]}, {points: [{id: «a}]}]}\n", "DUPLICATE", "point id 'a'"
    ),
    "an unknown key of a volume": Wrong(GUIDE, STORY + VOLUMES + "{count: 1, «titel: x}]}\n", "UNKNOWN-KEY", "title"),
    "a title of no point": Wrong(
        GUIDE, STORY + "timeline: {count: 3, titles: {«4: x}}\n", "TIMELINE", "a number from 1 to 3"
    ),
    "a title of no point of a volume": Wrong(
        GUIDE, STORY + VOLUMES + "{count: 3, titles: {«01: x}}]}\n", "TIMELINE", "a number from 1 to 3"
    ),
    "two titles of a point": Wrong(
        GUIDE, STORY + "timeline: {count: 3, titles: {1: x, «1: y}}\n", "DUPLICATE", "title of point 1"
    ),
    "titles beside points": Wrong(
        GUIDE, STORY + "timeline: {points: [{id: a}], titles: {«1: x}}\n", "TIMELINE", "belongs to `count`"
    ),
    "a point without id": Wrong(GUIDE, STORY + "timeline: {points: [«{title: x}]}\n", "MISSING", "'id'"),
    "a point called end": Wrong(GUIDE, POINTS + ", {id: «end}]}\n", "TIMELINE", "'end'"),
    "a point twice": Wrong(GUIDE, POINTS + ", {id: «a}]}\n", "DUPLICATE", "'a'"),
}
"""The mistakes that keep a guide from opening: those in what every stamp depends on."""

CASES = {
    "an unknown key": Wrong(GUIDE, STORY + "«sumary: x\n", "UNKNOWN-KEY", "did you mean 'summary'?"),
    "a key twice": Wrong(PEOPLE, "x: {name: X, since: 1, «name: Y}\n", "DUPLICATE", "'name', first used on line 1"),
    "a homepage that is no address": Wrong(
        GUIDE, HEAD + "homepage: «ftp://example.org\n", "ADDRESS", "is not an http or https address"
    ),
    "a group of no point": Wrong(GUIDE, HEAD + "groups: {a: {name: A, since: «99}}\n", "UNKNOWN-POINT", "'99'"),
    "a group without name": Wrong(GUIDE, HEAD + "groups:\n  a:\n    «since: start\n", "MISSING", "'name'"),
    "a line that is none": Wrong(GUIDE, HEAD + "kinds: {a: {label: b, line: «duble}}\n", "SHAPE", "mean 'double'?"),
    "an id with a space": Wrong(GUIDE, HEAD + "states: {«a b: {label: x}}\n", "SHAPE", "an id without spaces"),
    "a stamp of no point": Wrong(PEOPLE, "x: {name: X, since: «S1E01}\n", "UNKNOWN-POINT", "unknown point 'S1E01'"),
    "a stamp near one": Wrong(PEOPLE, "x: {name: X, since: «strat}\n", "UNKNOWN-POINT", "did you mean 'start'?"),
    "a list for a stamp": Wrong(PEOPLE, "x: {name: X, since: «[1]}\n", "SHAPE", "expected a point id"),
    "a stage of no point": Wrong(PEOPLE, "x:\n  since: 1\n  name: [{since: «0, text: A}]\n", "UNKNOWN-POINT"),
    "a stage without text": Wrong(PEOPLE, "x:\n  since: 1\n  name:\n  - «since: 1\n", "MISSING", "'text'"),
    "a mapping for a name": Wrong(PEOPLE, "x: {name: «{a: b}, since: start}\n", "SHAPE", "found a mapping"),
    "a word for a list": Wrong(PEOPLE, "x: {name: X, since: 1, aliases: «Y}\n", "SHAPE", "expected a list, found 'Y'"),
    "a file of no point": Wrong(PEOPLE, "since: «11\nx: {name: X}\n", "UNKNOWN-POINT", "'11'"),
    "a file with two stamps": Wrong(PEOPLE, "since: 1\n«since: 2\nx: {name: X}\n", "DUPLICATE", "on line 1"),
    "a file with a list for a stamp": Wrong(PEOPLE, "since: «[1]\nx: {name: X}\n", "SHAPE", "expected a mapping"),
    "ties of no point": Wrong(TIES, f"since: «11\nrelationships: [{{{BOTH}, kind: love}}]\n", "UNKNOWN-POINT", "'11'"),
    "ties with an unknown key": Wrong(
        TIES, f"«sinse: 1\nrelationships: [{{{BOTH}, kind: love, since: 1}}]\n", "UNKNOWN-KEY", "did you mean 'since'?"
    ),
    "a person twice": Wrong(
        "characters/a.yaml", "«nam-on-jo: {name: X, since: 1}\n", "DUPLICATE", "the entry at characters.y"
    ),
    "no such group": Wrong(PEOPLE, "x: {name: X, since: 1, group: «crwe}\n", "UNKNOWN-GROUP", "did you mean 'crew'?"),
    "no such state": Wrong(PEOPLE, FACT + ", state: «daed}]}\n", "UNKNOWN-STATE", "did you mean 'dead'?"),
    "no such source": Wrong(PEOPLE, FACT + ", sources: [book, «bok]}]}\n", "UNKNOWN-SOURCE", "did you mean 'book'?"),
    "no such certainty": Wrong(PEOPLE, FACT + ", certainty: «reprted}]}\n", "SHAPE", "did you mean 'reported'?"),
    "becomes nobody": Wrong(
        PEOPLE, "x: {name: X, since: 1, becomes: {character: «y, since: 1}}\n", "UNKNOWN-CHARACTER", "'y'"
    ),
    "a ring": Wrong(
        PEOPLE,
        "x: {name: X, since: 1, becomes: {character: y, since: 1}}\n"
        "«y: {name: Y, since: 1, becomes: {character: x, since: 2}}\n",
        "CYCLE",
        "y to x to y",
    ),
    "met before they are known": Wrong(PEOPLE, "x: {name: X, since: 4, met: «3}\n", "ORDER", "`met` before `since`"),
    "met at no point": Wrong(PEOPLE, "x: {name: X, since: 4, met: «latr}\n", "UNKNOWN-POINT", "'latr'"),
    "a state before they are met": Wrong(
        PEOPLE, FACT + ", state: «dead}], met: 2}\n", "ORDER", "a state of 'x' before `met`"
    ),
    "a ring of one": Wrong(PEOPLE, "«x: {name: X, since: 1, becomes: {character: x, since: 1}}\n", "CYCLE", "x to x"),
    "a tie to nobody": Wrong(
        TIES, "- {from: nam-on-jo, to: «lee-cheongsan, kind: love}\n", "UNKNOWN-CHARACTER", "'lee-ch"
    ),
    "a tie from nobody": Wrong(TIES, "- {from: «nobody, to: nam-on-jo, kind: love}\n", "UNKNOWN-CHARACTER", "'nobody'"),
    "a tie to oneself": Wrong(TIES, "- {from: nam-on-jo, to: «nam-on-jo, kind: love, since: 1}\n", "SELF"),
    "no such kind": Wrong(TIES, f"- {{{BOTH}, kind: «lover, since: 1}}\n", "UNKNOWN-KIND", "did you mean 'love'?"),
    "a kind of no point": Wrong(TIES, f"- {{{BOTH}, since: 1, kind: [{{since: «11, text: love}}]}}\n", "UNKNOWN-POINT"),
    "a kind that is no id": Wrong(TIES, f"- {{{BOTH}, since: 1, kind: «a b}}\n", "SHAPE", "an id without spaces"),
    "no kind at first": Wrong(
        TIES, f"- {{{BOTH}, since: 1, kind: [«{{since: 2, text: love}}]}}\n", "NO-KIND", "until its first kind"
    ),
    "no such later kind": Wrong(
        TIES,
        f"- {{{BOTH}, since: 1, kind: [{{since: 1, text: love}}, «{{since: 2, text: lover}}]}}\n",
        "UNKNOWN-KIND",
        "did you mean 'love'?",
    ),
    "a tie of no kind": Wrong(TIES, f"- «{{{BOTH}, since: 1}}\n", "MISSING", "'kind'"),
    "an end too early": Wrong(
        TIES, f"- {{{BOTH}, kind: love, since: 5, until: «4}}\n", "ORDER", "has `until` before `since`"
    ),
    "an end without time": Wrong(TIES, f"- «{{{BOTH}, kind: love, since: 5, ended: so}}\n", "ENDED", "add `until`"),
    "a secret from nobody": Wrong(
        TIES, f"- {{{BOTH}, kind: love, since: 5, secret_from: [«nam-onjo]}}\n", "UNKNOWN-CHARACTER", "'nam-on-jo'?"
    ),
    "a secret from no point on": Wrong(
        TIES,
        f"- {{{BOTH}, kind: love, since: 5, secret_from: [{{who: nam-on-jo, until: «11}}]}}\n",
        "UNKNOWN-POINT",
        "'11'",
    ),
    "a secret that is out before it is shown": Wrong(
        TIES,
        f"- {{{BOTH}, kind: love, since: 5, secret_from: [{{who: nam-on-jo, until: «4}}]}}\n",
        "ORDER",
        "no secret from 'nam-on-jo'",
    ),
    "a secret without person": Wrong(
        TIES, f"- {{{BOTH}, kind: love, since: 5, secret_from: [«{{until: 4}}]}}\n", "MISSING", "'who'"
    ),
    "ties that are no list": Wrong(TIES, "«nam-on-jo: love\n", "SHAPE", "expected a list, found a mapping"),
    "a source of a tie": Wrong(TIES, f"- {{{BOTH}, kind: love, since: 1, sources: [«x]}}\n", "UNKNOWN-SOURCE", "'x'"),
    "a source without title": Wrong(SOURCES, "book: «{url: 'https://x.org'}\n", "MISSING", "'title'"),
    "a source of no point": Wrong(SOURCES, "book: {title: A book, since: «10}\n", "UNKNOWN-POINT", "'10'"),
}


def planted(folder: Path, wrong: Wrong) -> Path:
    """A guide that is valid except for the wrong file."""
    head = HEAD + "groups: {crew: {name: Crew, since: start}}\n"
    cast = CAST.replace("start}", "start, group: crew}")
    return write(folder, {SOURCES: "book: {title: A book}\n", PEOPLE: cast, GUIDE: head, wrong.path: wrong.text})


@pytest.mark.parametrize("wrong", [*FATAL.values(), *CASES.values()], ids=[*FATAL, *CASES])
def test_a_problem_is_reported_at_its_position(tmp_path: Path, wrong: Wrong) -> None:
    guide = planted(tmp_path, wrong)
    found = [
        line for line in messages_of(guide) if line.startswith(f"{wrong.place}: {wrong.code} ") and wrong.words in line
    ]
    assert len(found) == 1, messages_of(guide)


@pytest.mark.parametrize("wrong", FATAL.values(), ids=FATAL)
def test_a_mistake_in_what_every_stamp_depends_on_prevents_opening(tmp_path: Path, wrong: Wrong) -> None:
    guide = planted(tmp_path, wrong)
    with pytest.raises(GuideUnreadable) as unreadable:
        open_guide(guide)
    assert unreadable.value.problems == load(guide).problems
    fatal = next(problem for problem in unreadable.value.problems if problem.fatal)
    reason = f"line {fatal.mark.line} of guide.yaml is wrong"
    if wrong.code == "FORMAT":
        reason = "the guide has format 2, which needs a newer version of aotad-tui"
    advice = f"`aotad-tui check {guide}` lists all problems"
    assert str(unreadable.value) == f"{guide} cannot be opened as a guide: {reason}; {advice}"


def test_the_command_that_lists_all_problems_can_be_copied(tmp_path: Path) -> None:
    (tmp_path / "a guide").mkdir()
    with pytest.raises(GuideUnreadable, match=f"`aotad-tui check '{tmp_path}/a guide'`"):
        open_guide(tmp_path / "a guide")


@pytest.mark.parametrize("wrong", CASES.values(), ids=CASES)
def test_any_other_mistake_does_not(tmp_path: Path, wrong: Wrong) -> None:
    guide = planted(tmp_path, wrong)
    assert open_guide(guide).title == "A tale"
    assert not any(problem.fatal for problem in load(guide).problems)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:x", "ftp://x.org", "x.org", "//x.org", "mailto:a@b.c"]
)
def test_only_web_addresses_are_allowed_for_sources(tmp_path: Path, url: str) -> None:
    guide = write(tmp_path, {SOURCES: f"book: {{title: A book, url: '{url}'}}\n"})
    (problem,) = load(guide).problems
    assert (problem.mark.path, problem.mark.line, problem.code) == (SOURCES, 1, "ADDRESS")
    (source,) = open_guide(guide).sources
    assert (source.since, source.url) == (9, "")


WARNED = {
    "a person": Wrong(PEOPLE, "«x: {name: X}\n", "NO-STAMP", "'x' has no `since`"),
    "a name": Wrong(PEOPLE, "x: {name: [«{text: X}], since: end}\n", "NO-STAMP", "a name of 'x'"),
    "a native name": Wrong(
        PEOPLE, "x: {name: X, native: [«{text: Y}], since: 1}\n", "NO-STAMP", "a native name of 'x'"
    ),
    "what it is about": Wrong(PEOPLE, "x: {name: X, about: [«{text: Y}], since: 1}\n", "NO-STAMP", "`about` of 'x'"),
    "a fact": Wrong(PEOPLE, "x: {name: X, since: 1, facts: [«{text: a}]}\n", "NO-STAMP", "a fact about 'x'"),
    "becoming": Wrong(
        PEOPLE, CAST + "x: {name: X, since: 1, becomes: «{character: nam-on-jo}}\n", "NO-STAMP", "`becomes`"
    ),
    "a membership": Wrong(PEOPLE, "x: {name: X, since: 1, group: [«{text: crew}]}\n", "NO-STAMP", "a group of 'x'"),
    "a tie": Wrong(TIES, f"- «{{{BOTH}, kind: love}}\n", "NO-STAMP", "from 'nam-on-jo' to 'lee-cheong-san'"),
    "a label": Wrong(TIES, f"- {{{BOTH}, kind: love, since: 1, label: [«{{text: X}}]}}\n", "NO-STAMP", "a label of"),
    "a group": Wrong(GUIDE, HEAD + "groups: {«crew: {name: Crew}}\n", "NO-STAMP", "the group 'crew'"),
}


@pytest.mark.parametrize("wrong", WARNED.values(), ids=WARNED)
def test_an_entry_without_a_stamp_is_reported_and_hidden_until_the_end(tmp_path: Path, wrong: Wrong) -> None:
    guide = planted(tmp_path, wrong)
    (problem,) = load(guide).problems
    assert str(problem).startswith(f"{wrong.place}: {wrong.code} ")
    assert wrong.words in problem.message
    assert not problem.fatal
    before, at_end = open_guide(guide).as_of(8), open_guide(guide).as_of(9)
    assert before != at_end
    assert len(str(before)) < len(str(at_end))


def test_without_a_timeline_stamps_are_optional_and_unknown(tmp_path: Path) -> None:
    guide = write(tmp_path / "none", {PEOPLE: "x: {name: X, facts: [{text: a}]}\n"}, STORY)
    assert messages_of(guide) == []
    assert open_guide(guide).as_of(0).characters[0].facts
    guide = write(tmp_path / "one", {PEOPLE: "x: {name: X, since: S1E01}\n"}, STORY)
    (problem,) = messages_of(guide)
    assert problem.startswith(
        "characters.yaml:1:21: UNKNOWN-POINT unknown point 'S1E01', because guide.yaml has no `tim"
    )


def test_a_person_with_a_late_first_name_is_reported(tmp_path: Path) -> None:
    guide = write(tmp_path, {PEOPLE: "x: {name: [{text: X, since: 4}], since: 2}\n"})
    (problem,) = load(guide).problems
    assert str(problem).startswith("characters.yaml:1:12: NO-NAME 'x' has no name at its own `since`")
    assert not problem.fatal


def test_problems_are_unique_and_sorted_by_file_line_and_column() -> None:
    problems = Problems()
    for path, line, column in (("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1), ("b", 1, 1)):
        problems.report(Mark(path, line, column), "CODE", "message")
    assert [str(problem) for problem in problems.all] == [
        "a:9:1: CODE message",
        "a:9:2: CODE message",
        "a:10:1: CODE message",
        "b:1:1: CODE message",
    ]


def test_only_fatal_problems_prevent_opening() -> None:
    problems = Problems()
    for path, fatal in (("a", False), ("b", True), ("c", False)):
        problems.report(Mark(path), "CODE", "message", fatal=fatal)
    assert [problem.fatal for problem in problems.all] == [False, True, False]
    problems.make_fatal(2)
    assert [problem.fatal for problem in problems.all] == [False, True, True]
    assert problems.fatal


@pytest.mark.parametrize(
    ("wrong", "meant"), [("nam-onjo", "nam-on-jo"), ("nam-on-j", "nam-on-jo"), ("lee", ""), ("", ""), ("xyz", "")]
)
def test_only_similar_words_are_suggested(wrong: str, meant: str) -> None:
    known = ["nam-on-jo", "lee-cheong-san"]
    assert did_you_mean(wrong, known) == (f"; did you mean '{meant}'?" if meant else "")
