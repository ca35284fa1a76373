from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it.token import Token

from aotad_tui.library.check_spoilers import SpoilerChecker
from aotad_tui.story.timeline import Position

from .guides import HEAD, PAGE, check_for_faults, write

CAST = """\
ann: {name: Ann, since: start}
hyde:
  name: [{since: "2", text: Mr Hyde}, {since: "5", text: Edward Hyde}]
  native: 하이드
  aliases: [Hyde, {name: the small man, since: "7"}]
  since: "2"
  played_by: {name: Fredric March, native: 프레드릭 마치}
"""


def check_messages(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    return [str(problem) for problem in check_for_faults(write(folder, {"characters.yaml": CAST, **files}))]


def page(body: str, front: str = "since: start") -> dict[str, str | bytes]:
    return {"sections/page.md": f"---\n{front}\n---\n{body}\n"}


@pytest.mark.parametrize(
    ("body", "line", "name", "when"),
    [
        ("Ann meets Mr Hyde.", 4, "Mr Hyde", 2),
        ("Ann\n\nmeets\n\n- Hyde.", 8, "Hyde", 2),
        ("하이드가 온다.", 4, "하이드", 2),
        ("> [!spoiler] 2\n> Edward Hyde.", 5, "Edward Hyde", 5),
        ("> [!spoiler] 6\n> the small man.", 5, "the small man", 7),
        ("| a |\n|---|\n| Hyde |", 6, "Hyde", 2),
        ("x[^1]\n\n[^1]: Hyde.", 6, "Hyde", 2),
    ],
)
def test_a_name_that_is_shown_too_early_is_a_leak(tmp_path: Path, body: str, line: int, name: str, when: int) -> None:
    (problem,) = check_messages(tmp_path, page(body))
    column = body.split("\n")[line - 4].index(name) + 1
    assert problem.startswith(f"sections/page.md:{line}:{column}: LEAK the text is shown from ")
    assert f" contains '{name}', known from point {when}; " in problem


@pytest.mark.parametrize(
    ("body", "path", "words"),
    [
        ("The Jekylls live there.", "page", "'Jekylls', as in 'Jekyll',"),
        ("Rain.", "10-what-jekyll-saw", "'Jekyll', known from point 2"),
    ],
)
def test_a_listed_name_is_looked_for_in_the_plural_and_in_paths(
    tmp_path: Path, body: str, path: str, words: str
) -> None:
    cast = {"characters.yaml": "jekyll: {name: Jekyll, aliases: [Dr Jekyll], since: 2}\n"}
    text = f"---\ntitle: A page\nsince: 1\n---\n{body}\n"
    (problem,) = [str(one) for one in check_for_faults(write(tmp_path, {**cast, f"sections/{path}.md": text}))]
    assert ": LEAK " in problem
    assert words in problem


@pytest.mark.parametrize("name", ["Rose", "Stranger", "Wells"])
def test_a_listed_name_that_is_a_usual_word_is_not_looked_for_in_paths(tmp_path: Path, name: str) -> None:
    cast = {"characters.yaml": f"ann: {{name: {name}, since: 2}}\n"}
    text = "---\ntitle: A page\nsince: 1\n---\nThe wells are deep.\n"
    assert check_for_faults(write(tmp_path, {**cast, f"sections/the-{name.lower()}.md": text})) == ()


@pytest.mark.parametrize(("first_kind", "is_leak"), [(4, True), (5, False)])
def test_a_label_is_shown_from_the_first_kind_of_its_relationship(
    tmp_path: Path, first_kind: int, is_leak: bool
) -> None:
    cast = "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 1}\ndan: {name: Dan, since: 5}\n"
    kind = f"kind: [{{since: {first_kind}, text: love}}]"
    tie = f"- {{from: ann, to: bob, since: 1, {kind}, label: is betrayed to Dan by}}\n"
    found = check_messages(tmp_path, {"characters.yaml": cast, "relationships.yaml": tie})
    assert any(" LEAK " in problem for problem in found) == is_leak


SINGLE_EVENTS = """\
ann: {name: Ann, since: 1, facts: [{since: 1, text: Falls., event: crash}, {since: 1, text: Stands., event: crsh}]}
bob: {name: Bob, since: 1, facts: [{since: 1, text: Falls., event: crash}]}
"""


def test_an_event_of_one_fact_or_relationship_alone_is_reported(tmp_path: Path) -> None:
    tie = "- {from: ann, to: bob, kind: love, since: 1, event: wedding}\n"
    found = check_messages(tmp_path, {"characters.yaml": SINGLE_EVENTS, "relationships.yaml": tie})
    assert [problem.partition(" EVENT ")[2] for problem in found] == [
        "nothing else has the event 'crsh'; did you mean 'crash'?",
        "nothing else has the event 'wedding'; give the id to what else belongs to the event, or remove it",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Ann meets a man.",
        "> [!spoiler] 2\n> Mr Hyde.",
        "> [!spoiler] 3\n> x\n>\n> > [!spoiler] 5\n> > Edward Hyde.",
        "Fredric March plays somebody.",
        "A hyde, a Hydeous one.",
    ],
)
def test_a_name_that_is_shown_in_time_is_not_a_leak(tmp_path: Path, body: str) -> None:
    assert check_messages(tmp_path, page(body)) == []


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("characters.yaml", CAST + "bob: {name: Bob, since: start, about: Fears Hyde.}\n", "characters.yaml:8:39"),
        (
            "characters.yaml",
            CAST + 'bob:\n  name: Bob\n  since: start\n  about: [{since: "1", text: Fears Hyde.}]\n',
            "characters.yaml:11:11",
        ),
        (
            "characters.yaml",
            CAST + 'bob: {name: Bob, since: start, facts: [{since: "1", text: Fears Hyde.}]}\n',
            "characters.yaml:8:40",
        ),
        (
            "relationships.yaml",
            "- {from: ann, to: hyde, kind: love, since: start, label: fears Edward Hyde}\n",
            "relationships.yaml:1:58",
        ),
        (
            "relationships.yaml",
            "- {from: ann, to: hyde, kind: love, since: start, back: he is Edward Hyde}\n",
            "relationships.yaml:1:57",
        ),
        (
            "relationships.yaml",
            '- {from: ann, to: hyde, kind: love, since: start, until: "4", ended: sees Edward Hyde}\n',
            "relationships.yaml:1:3",
        ),
        ("sections/page.md", "---\nsince: start\ntitle: Mr Hyde\n---\n", "sections/page.md:1:1"),
        ("sections/page.md", "---\nsince: start\naliases: [The case of Hyde]\n---\n", "sections/page.md:1:1"),
    ],
)
def test_a_leak_is_found_in_every_text_that_is_shown(tmp_path: Path, file: str, text: str, place: str) -> None:
    (problem,) = check_messages(tmp_path, {file: text})
    assert problem.startswith(f"{place}: LEAK ")


def test_a_label_is_shown_only_once_both_people_are_visible(tmp_path: Path) -> None:
    ties = '- {from: ann, to: hyde, kind: love, since: "1", label: fears Mr Hyde, until: "5", ended: Edward Hyde}\n'
    assert check_messages(tmp_path, {"relationships.yaml": ties}) == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("sections/Hyde/10-page.md", "Hyde"),
        ("sections/10-Mr_Hyde/10-page.md", "Mr Hyde"),
        ("sections/10-part/10-하이드.md", "하이드"),
    ],
)
def test_a_name_in_a_path_is_a_leak(tmp_path: Path, file: str, name: str) -> None:
    problems = check_messages(tmp_path, {file: "---\ntitle: A page\nsince: start\n---\n"})
    message = f"the path is shown from the start but contains '{name}', known from point 2; "
    assert any(problem.startswith(f"{file}:1:1: LEAK {message}") for problem in problems), problems


def test_a_character_is_not_shown_before_their_first_name(tmp_path: Path) -> None:
    cast = CAST + 'bob: {name: [{since: "2", text: Bob}], since: start, about: Fears Mr Hyde.}\n'
    assert [line.split()[1] for line in check_messages(tmp_path, {"characters.yaml": cast})] == ["NO-NAME"]


def test_only_the_whole_title_of_a_guide_may_contain_a_name(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "characters.yaml": CAST,
        "sources.yaml": "book: {title: The case of Ann and Mr Hyde}\nfilm: {title: Mr Hyde}\n",
    }
    (problem,) = [
        str(problem) for problem in check_for_faults(write(tmp_path, files, HEAD.replace("A tale", "Ann and Mr Hyde")))
    ]
    assert problem.startswith(
        "sources.yaml:2:7: LEAK 'title' of 'film' is shown from the start but contains 'Mr Hyde', known from point 2; "
    )


def test_a_message_names_points_by_number_and_not_by_title(tmp_path: Path) -> None:
    head = HEAD.replace(
        "count: 9", "unit: chapter, points: [{id: '1'}, {id: '2', title: Jekyll is Hyde}, {id: '5'}, {id: '7'}]"
    )
    guide = write(tmp_path, {"characters.yaml": CAST, **page("Hyde.")}, head)
    (problem,) = [str(problem) for problem in check_for_faults(guide)]
    assert "known from chapter 2" in problem
    assert "Jekyll" not in problem


@pytest.mark.parametrize(
    ("body", "line", "target"),
    [
        ("x\n\n[x](nothing.md)", 6, "nothing.md"),
        ("[x](character:nobody)", 4, "character:nobody"),
        ("[[nothing]]", 4, "nothing"),
        ("One line,\\\nanother,\nand [[nothing]]", 6, "nothing"),
        ("[[nothing|x]]", 4, "nothing"),
        ("[x](../../etc/passwd)", 4, "../../etc/passwd"),
        ("[x](ftp://example.org)", 4, "ftp://example.org"),
        ("- [x][y]\n\n[y]: gone.md", 4, "gone.md"),
    ],
)
def test_a_dead_link_is_reported(tmp_path: Path, body: str, line: int, target: str) -> None:
    message = f"no page, person, term or web address '{target}'; correct the link"
    column = max(body.split("\n")[line - 4].find(target), 0) + 1
    assert check_messages(tmp_path, page(body)) == [f"sections/page.md:{line}:{column}: BROKEN-LINK {message}"]


@pytest.mark.parametrize(
    ("link", "similar"),
    [
        ("[x](20-fort.md)", "20-the-fort.md"),
        ("[x](20-the-fort.md)", "../20-b/20-the-fort.md"),
        ("[x](../b/30-a%20bel.md)", "../20-b/30-a%20bell.md"),
        ("[x](character:hide)", "character:hyde"),
        ("[x](term:sal)", "term:salt"),
        ("[[Edward Hide]]", "Edward Hyde"),
        ("[[20-the-ford|there]]", "20-the-fort"),
        ("[[The front]]", "The fort"),
        ("[x](#the-frist)", "the-first"),
        ("[[Page#The frist]]", "the-first"),
    ],
)
def test_a_dead_link_is_reported_with_what_it_may_mean(tmp_path: Path, link: str, similar: str) -> None:
    fort = "10-a" if "](20-fort" in link else "20-b"
    files: dict[str, str | bytes] = {
        "sections/10-a/10-page.md": f"{PAGE}{link}\n\n## The first\n",
        f"sections/{fort}/20-the-fort.md": "---\ntitle: The fort\nsince: start\n---\n",
        "sections/20-b/30-a bell.md": PAGE,
        "terms.yaml": "salt: {name: the white powder, since: start}\n",
    }
    (problem,) = check_messages(tmp_path, files)
    assert problem.endswith(f"; did you mean '{similar}'?")


@pytest.mark.parametrize(
    ("link", "known"),
    [
        ("#one", True),
        ("#two-and-code", True),
        ("#one-1", True),
        ("#그리고", True),
        ("#a-friend", True),
        ("#three", False),
        ("page.md#three", False),
    ],
)
def test_a_link_to_an_unknown_heading_is_reported(tmp_path: Path, link: str, known: bool) -> None:
    body = f"[x]({link})\n\n# One\n\n> ## *Two* and `code`\n\n## One\n\n## 그리고\n\n## A [[ann|friend]]\n"
    message = f"no such heading on the page of '{link}'; correct the part after `#`"
    where = f"sections/page.md:4:5: BROKEN-LINK {message}"
    assert check_messages(tmp_path, {**page(body), "characters.yaml": CAST}) == ([] if known else [where])


@pytest.mark.parametrize("body", ["[[bob]]", "[[bob|him]]", "[him](character:bob)"])
def test_a_link_to_an_unreadable_entry_is_not_reported_too(tmp_path: Path, body: str) -> None:
    cast = f"{CAST}bob: {{nmae: Bob, since: start}}\n"
    problems = check_messages(tmp_path, {**page(f"{body} [[nobody]]"), "characters.yaml": cast})
    assert [problem.split()[1] for problem in problems] == ["MISSING", "UNKNOWN-KEY", "BROKEN-LINK"]
    assert "web address 'nobody'" in problems[-1]


@pytest.mark.parametrize(
    "body",
    [
        "[[page]]",
        "[[ann|her]]",
        "[x](page.md#here)\n\n# Here",
        "[x](#here)\n\n# Here",
        "[x](https://example.org)",
        "`[[nothing]]`",
    ],
)
def test_working_links_and_links_in_code_are_not_reported(tmp_path: Path, body: str) -> None:
    assert check_messages(tmp_path, page(body)) == []


@pytest.mark.parametrize("stamp", ["", " 10", " one"])
def test_a_spoiler_without_a_known_point_is_reported_and_hidden(tmp_path: Path, stamp: str) -> None:
    (problem,) = check_messages(tmp_path, page(f"Hello.\n\n> [!spoiler]{stamp}\n> Edward Hyde.\n"))
    assert problem.startswith("sections/page.md:6:1: UNKNOWN-POINT ")
    assert "stays hidden until the end" in problem


def test_a_lazy_continuation_line_of_a_spoiler_is_reported(tmp_path: Path) -> None:
    lines = check_messages(tmp_path, page("> [!spoiler] 5\n> Edward Hyde\nis here.\n\nHello."))
    assert [line.split(" line")[0] for line in lines] == ["sections/page.md:6:1: LAZY-LINE"]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("Hello.\n\n- [!spoiler] 5\n  Edward Hyde", "STRAY-SPOILER", 6),
        ("> [!spoiler] 4\n> Ann\n> [!spoiler] 5\n> Edward Hyde", "SPOILERS-RUN-ON", 4),
        ("> Ann\n> [!spoiler] 5\n> Edward Hyde", "SPOILERS-RUN-ON", 4),
    ],
)
def test_a_spoiler_that_hides_more_than_its_quote_is_reported(tmp_path: Path, body: str, code: str, line: int) -> None:
    assert f"sections/page.md:{line}:1: {code}" in [
        problem.split(" spoiler marker")[0] for problem in check_messages(tmp_path, page(body))
    ]


def test_an_empty_file_is_reported(tmp_path: Path) -> None:
    (problem,) = check_for_faults(write(tmp_path, {}, head=""))
    assert str(problem).startswith("guide.yaml:1:1: EMPTY ")


def test_a_control_character_in_a_page_is_reported_at_its_line(tmp_path: Path) -> None:
    lines = check_messages(tmp_path, page("Hello.\n\x1b[2J"))
    assert [line.split(" control")[0] for line in lines] == ["sections/page.md:5:1: CONTROL"]


def test_lines_are_counted_from_the_top_of_the_file_with_and_without_front_matter(tmp_path: Path) -> None:
    lines = check_messages(
        tmp_path, {"sections/a.md": "x\n\n[[nothing]]\n", "sections/b.md": PAGE.replace("\n", "\r\n") + "[[nothing]]"}
    )
    assert [line.rpartition(":")[0].rpartition(":")[0] for line in lines if "BROKEN" in line] == [
        "sections/a.md:3",
        "sections/b.md:4",
    ]


DOCTOR = "lanyon: {name: Hastie Lanyon, since: '2'}\nhead: {name: The principal of Hyosan High, since: '2'}\n"


@pytest.mark.parametrize("body", ["Lanyon dines.", "At Lanyon's.", "Dr Lanyon, at last.", "[Lanyon](character:lanyon)"])
def test_a_unique_surname_is_a_leak_too(tmp_path: Path, body: str) -> None:
    (problem,) = check_messages(tmp_path, {"characters.yaml": CAST + DOCTOR, **page(f"Ann and Bob.\n\n{body}")})
    assert problem.startswith(f"sections/page.md:6:{body.index('Lanyon') + 1}: LEAK")
    assert " contains 'Lanyon', as in 'Hastie Lanyon', known from point 2; " in problem


@pytest.mark.parametrize(
    ("cast", "front", "body"),
    [
        (DOCTOR, "since: start", "They meet in Lanyon Street."),
        (DOCTOR, "since: start", "A lanyon is a kind of mill. Lanyon mills are rare."),
        (DOCTOR, "since: start", "Hyosan High is a school. Hyosan!"),
        (DOCTOR, "since: start\nunnamed: [Lanyon]", "Lanyon is a place."),
        (DOCTOR, "since: '2'", "Lanyon dines."),
        (DOCTOR + "bob: {name: Robert Lanyon, since: start}\n", "since: start", "Lanyon dines."),
        (
            "lanyon: {name: Hastie Lanyon, since: '2', aliases: [{name: Lanyon, since: '2', live: false}]}\n",
            "since: start",
            "Lanyon is a place.",
        ),
        ("head: {name: The Principal, since: '2'}\n", "since: start", "Her Principal waits."),
        ("roe: {name: Dr Roe, since: '2'}\n", "since: start", "The Roe."),
    ],
)
def test_an_ambiguous_surname_is_not_a_leak(tmp_path: Path, cast: str, front: str, body: str) -> None:
    assert check_messages(tmp_path, {"characters.yaml": CAST + cast, **page(body, front)}) == []


@pytest.mark.parametrize(
    ("marker", "meant"),
    [
        ("[!spoilr] 8", "[!spoiler] 8"),
        ("**[!spoiler] 8**", "[!spoiler] 8"),
        ("[spoiler]", "[!spoiler] POINT"),
        ("[!sp\u043eiler] 8", "[!spoiler] 8"),
        ("[!reveal] 8", "[!spoiler] 8"),
        ("[!note] 8", "[!spoiler] 8"),
    ],
)
def test_what_may_be_a_misspelt_spoiler_is_reported(tmp_path: Path, marker: str, meant: str) -> None:
    message = f"'{marker}' may be a spoiler marker, so the quote stays hidden until the end; did you mean '{meant}'?"
    expected = f"sections/page.md:6:1: UNKNOWN-CALLOUT {message}"
    assert check_messages(tmp_path, page(f"Ann.\n\n> {marker}\n> Hyde.")) == [expected]


@pytest.mark.parametrize(
    ("body", "line", "hint"),
    [
        ("> [!warnign]\n> x", 4, "did you mean 'warning'?"),
        ("Ann.\n\n- > [!reveal] Something", 6, "use a known one, such as note"),
        ("> x\n>\n> > [!Info ] x\n> > y\n\n> [!notte]\n> x", 9, "did you mean 'note'?"),
    ],
)
def test_an_unknown_callout_is_reported(tmp_path: Path, body: str, line: int, hint: str) -> None:
    (problem,) = check_messages(tmp_path, page(body))
    assert problem.startswith(f"sections/page.md:{line}:1: UNKNOWN-CALLOUT unknown callout '[!")
    assert problem.endswith(hint)


@pytest.mark.parametrize(
    "body",
    [
        "> [!note] x",
        "> [!info]- x",
        "> [!reported] 8",
        "> [!spoiler] 8\n> x",
        "```\n> [!spoilr] 8\n```",
        "> [!x](page.md)",
        "x [!reveal] x",
        "Spoiler 8",
    ],
)
def test_what_is_no_unknown_callout_is_not_reported(tmp_path: Path, body: str) -> None:
    assert check_messages(tmp_path, page(body)) == []


@pytest.mark.parametrize(
    ("body", "line", "trace"),
    [
        ("1. > [!spoiler] 4\n   > x\n2. y\n3. z", 4, "this list begins at '2.' from point 1 on"),
        ("3. > [!spoiler] 4\n   > x\n4. > [!spoiler] 2\n   > y", 4, "this list begins at '4.' from point 2 on"),
        ("- 1. > [!spoiler] 4\n     > x\n  2. y", 4, "this list begins at '2.' from point 1 on"),
        ("1. x\n2. > [!spoiler] 4\n   > y\n3. z", 5, "a copy of this list lacks a number from point 1 on"),
        ("x[^g]\n\n[^g]: > [!spoiler] 4\n    > y", 4, "'[^g]' is shown as written from point 1 on"),
        ("x\ny[^G]\n\n> [!spoiler] 4\n>\n> [^g]: y", 5, "'[^G]' is shown as written from point 1 on"),
        ("> [!spoiler] 4\n>\n> [Death ]: page.md\n\n[d][death]", 8, "'[death]' is shown as written from point 1 on"),
    ],
)
def test_a_trace_of_a_hidden_spoiler_is_reported(tmp_path: Path, body: str, line: int, trace: str) -> None:
    (problem,) = check_messages(tmp_path, page(body, "since: 1"))
    assert problem.startswith(f"sections/page.md:{line}:1: TRACE {trace}, since its ")
    assert " is hidden until point 4; " in problem


@pytest.mark.parametrize(
    "body",
    [
        "1. x\n1. > [!spoiler] 4\n   > y\n1. z",
        "1. x\n2. y\n3. > [!spoiler] 4\n   > z",
        "1. > [!spoiler] 4\n   > x\n1. y",
        "1. > [!spoiler] 4\n   > x\n2. > [!spoiler] 4\n   > y",
        "1. > [!spoiler] 4\n   > x\n\n   y\n2. z",
        "- > [!spoiler] 4\n  > x\n- y",
        "x[^g]\n\n[^g]: y\n\n    > [!spoiler] 4\n    > z",
        "> [!spoiler] 4\n> x[^g]\n>\n> [^g]: y",
        "`[^g]`\n\n> [!spoiler] 4\n>\n> [^g]: y",
        "[d][life]\n\n[life]: page.md\n\n> [!spoiler] 4\n> [d][life]",
    ],
)
def test_a_spoiler_without_a_trace_is_not_reported(tmp_path: Path, body: str) -> None:
    assert check_messages(tmp_path, page(body, "since: 1")) == []


def test_a_long_numbered_list_is_looked_through_a_few_times_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    shown_from = SpoilerChecker._shown_from

    def counted(checker: SpoilerChecker, token: Token) -> Position:
        looked.append(token)
        return shown_from(checker, token)

    monkeypatch.setattr(SpoilerChecker, "_shown_from", counted)
    assert check_messages(tmp_path, page("".join(f"{number}. x\n" for number in range(1, 201)), "since: 1")) == []
    assert 200 <= len(looked) <= 200 * 6


@pytest.mark.parametrize(
    ("entry", "path", "code"),
    [
        ("x: {name: Xenia Roux}", "characters.yaml", "NO-STAMP"),
        ("x: {name: Xenia Roux, since: 99}", "characters.yaml", "UNKNOWN-POINT"),
        ("x: {name: [{text: Xenia Roux}], since: 1}", "characters.yaml", "NO-STAMP"),
        ("x: {name: [{text: Xenia Roux, since: 99}], since: 1}", "characters.yaml", "UNKNOWN-POINT"),
        ("x: {name: Xenia Roux}", "terms.yaml", "NO-STAMP"),
        ("x: {name: [{text: Xenia Roux}], since: 1}", "terms.yaml", "NO-STAMP"),
    ],
)
def test_a_wrong_stamp_of_a_name_is_one_problem(tmp_path: Path, entry: str, path: str, code: str) -> None:
    """What follows from it, such as that every mention is a leak, is not reported as well."""
    files = {path: entry + "\n", "sections/a.md": "---\nsince: 1\n---\nXenia Roux waits.\n"}
    assert [problem.code for problem in check_for_faults(write(tmp_path, files))] == [code]


def test_a_missing_stamp_of_a_version_names_the_version(tmp_path: Path) -> None:
    entry = "x: {name: [{since: 1, text: A man}, {text: Xenia Roux}], since: 1}\n"
    (problem,) = check_for_faults(write(tmp_path, {"characters.yaml": entry}))
    assert problem.message.startswith("a name of 'x', 'Xenia Roux', has no `since`")
