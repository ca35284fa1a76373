"""The messages of `check`, stored in `frames/messages.txt` so that reviews show every change of wording.

The examples of errors and missing stamps are those of `test_problems` and `test_planted_faults`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import aotad_tui.library
from aotad_tui.library import yaml_nodes
from aotad_tui.library.check import check
from aotad_tui.library.codes import CODES
from aotad_tui.library.problems import Problem
from tests.frames import assert_equals_frame

from .code_examples import BASE, text_of
from .guides import JEKYLL, PAGE, edited, write
from .test_check import SINGLE_EVENTS
from .test_planted_faults import FAULTS, LEAKS
from .test_problems import CASES, CAST, FATAL, WARNED, planted

FRAME = Path(__file__).parent / "frames" / "messages.txt"

MORE: dict[str, tuple[str, str | bytes]] = {
    "a file instead of a guide": ("guide.yaml", ""),
    "an address that is none": ("sources.yaml", "book: {title: A book, url: 'ftp://example.org'}\n"),
    "a late first name": ("characters.yaml", "x: {name: [{text: X, since: 4}], since: 2}\n"),
    "ids in two cases": ("characters.yaml", "ann: {name: Ann, since: 1}\nAnn: {name: Bea, since: 1}\n"),
    "an event of one fact alone": ("characters.yaml", SINGLE_EVENTS),
    "an alias": ("characters.yaml", "a: &x {name: A, since: start}\nb: *x\n"),
    "a tag": ("characters.yaml", "a: {name: !!str 1, since: start}\n"),
    "a version without a list": ("characters.yaml", "a: {name: {since: start, text: A}, since: start}\n"),
    "a list as a key": ("characters.yaml", "? [a]\n: {name: A}\n"),
    "a second document": ("characters.yaml", CAST + "---\na: {name: A}\n"),
    "a control character": ("characters.yaml", 'a: {name: "A\\u001b", since: start}\n'),
    "deep nesting": ("characters.yaml", "[" * 30),
    "many values": ("sources.yaml", "".join(f"book-{number}: {{title: A book}}\n" for number in range(400))),
    "a file that is not UTF-8": ("characters.yaml", b"\xff"),
    "a folder instead of a file": ("sources.yaml/x", ""),
    "deep folders": (f"sections/{'a/' * 20}a.md", PAGE),
    "an escape in a file name": ("sections/\x1b.md", PAGE),
    "a file with another ending": ("sections/a.txt", "x"),
    "a file with another name": ("character.yaml", "x"),
    "a page beside the folders": ("a.md", "x"),
    "front matter in TOML": ("sections/a.md", "+++\ntitle = 'x'\n+++\n"),
    "open front matter": ("sections/a.md", "---\nsince: start\n"),
    "an escape in a page": ("sections/a.md", PAGE + "\x1b\n"),
    "an open comment": ("sections/a.md", PAGE + "<!-- x\n"),
    "a silencing comment without a reason": ("sections/a.md", PAGE + "<!-- check: ignore LEAK -->\n"),
    "a silencing comment without a code": ("sections/a.md", PAGE + "<!-- check: ignore LAEK x -->\n"),
    "a silencing comment in other words": ("sections/a.md", PAGE + "<!-- check: off -->\n"),
    "a silencing comment with nothing to silence": ("sections/a.md", PAGE + "<!-- check: ignore LEAK x -->\n"),
    "a tab": ("characters.yaml", "ann:\n\tname: Ann\n"),
    "a comma in braces": ("characters.yaml", "ann: {name: Ann, since: 1, about: Waits, and sings}\n"),
    "a colon in a text": ("characters.yaml", "ann:\n  name: Ann: the first\n"),
    "an open quotation mark": ("characters.yaml", "ann:\n  name: 'Ann\n"),
    "an open brace": ("characters.yaml", "ann: {name: Ann\nbob: {name: Bob}\n"),
    "a text that begins with %": ("characters.yaml", "ann: {name: %Ann}\n"),
    "a text that begins with *": ("characters.yaml", "ann:\n  name: *Ann* the first\n"),
    "a link without a heading": ("sections/a.md", PAGE + "[x](#nothing)\n"),
    "a spoiler outside a quote": ("sections/a.md", PAGE + "[!spoiler] 2\n"),
    "two spoilers in a quote": ("sections/a.md", PAGE + "> [!spoiler] 2\n> x\n> [!spoiler] 3\n> x\n"),
    "a misspelt spoiler": ("sections/a.md", PAGE + "> [!spoilr] 2\n> x\n"),
    "a misspelt spoiler without a point": ("sections/a.md", PAGE + "> [!spoilr]\n> x\n"),
    "an unknown callout": ("sections/a.md", PAGE + "> [!notte] x\n"),
    "an unknown callout like no other": ("sections/a.md", PAGE + "> [!reveal] x\n"),
    "a hidden first item": ("sections/a.md", PAGE + "1. > [!spoiler] 2\n2. x\n"),
    "a hidden note": ("sections/a.md", PAGE + "x[^g]\n\n[^g]: > [!spoiler] 2\n"),
}


def codes_in_source() -> set[str]:
    """The codes that are the second argument of a call in the library, except those built from a word."""
    calls = (
        node
        for path in Path(aotad_tui.library.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and len(node.args) == 3
    )
    second = (call.args[1] for call in calls)
    words = (word.value for word in second if isinstance(word, ast.Constant))
    return {word for word in words if isinstance(word, str) and word.isupper()}


def examples(folder: Path) -> Iterator[Problem]:
    for number, wrong in enumerate((*FATAL.values(), *CASES.values(), *WARNED.values())):
        problems = check(planted(folder / f"wrong-{number}", wrong))
        yield from (problem for problem in problems if problem.code == wrong.code)
    for name, faults in (("faults", FAULTS), ("leaks", LEAKS)):
        (folder / name).mkdir()
        edits = [(fault.path, fault.valid, fault.faulty.replace("«", "")) for fault in faults]
        yield from set(check(edited(folder / name, edits))) - set(check(JEKYLL))
    for name, (path, text) in MORE.items():
        yield from check(write(folder / name, {path: text}))
    late = {"characters.yaml": "x: {name: Mr X, since: 4}\n", "sections/a.md": f"{PAGE}<!-- Mr X -->\n[[b]]\n"}
    yield from check(write(folder / "late", late | {f"sections/{place}/b.md": PAGE for place in "cd"}))
    for number, code in enumerate(code for code in CODES.values() if code.file):
        yield from check(write(folder / f"example-{number}", {**BASE, code.file: text_of(code.file, code.wrong)}))
    many = ", ".join(f"{{since: 1, text: Waits {number}.}}" for number in range(12))
    early = {"characters.yaml": f"ann: {{name: Ann, since: 1, facts: [{many}]}}\n"}
    yield from check(write(folder / "early", early))
    rose = {"characters.yaml": "rose: {name: Rose Quibble, since: 1}\n"}
    yield from check(write(folder / "short", rose | {"sections/b.md": f"{PAGE}{'And Rose waits. ' * 3}"}))
    linked = write(folder / "linked", {})
    (linked / "sections").symlink_to(folder)
    yield from check(linked)
    yield from check(folder / "nothing")
    yield from check(folder)


def test_messages_are_the_reviewed_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "MOST_NODES", 1_000)  # more than the second guide has in a file
    found = set(examples(tmp_path))
    assert codes_in_source() <= {problem.code for problem in found}
    lines = {f"{problem.code} {problem.message}" for problem in found}
    assert_equals_frame(FRAME, sorted(lines))
