"""Leaks of names in every script and form, and of names of one letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from .guides import check_for_faults, opened, write

HEAD = "format: 1\ntitle: A tale\ntimeline: {count: 9}\nendings: [а, и]\n"
CAST = """
dai: {name: 林黛玉, since: 3}
sri: {name: สมศรี, since: 3}
tasha: {name: Даша, since: 3}
hound: {name: The Hound, since: 3}
zed: {name: ZED KANE, since: 3}
edmond: {name: Dantès, since: 3}
weiss: {name: Weiß, since: 3}
l: {name: [{since: 3, text: L, live: true}], since: 3}
m: {name: M, since: 3}
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("那天林黛玉来了。", "林黛玉"),
        ("วันสมศรีไป", "สมศรี"),
        ("Это у Даши.", "Даша"),
        ("Then came the Hound.", "The Hound"),
        ("Zed Kane came.", "ZED KANE"),
        ("Dantes came.", "Dantès"),
        ("Weiss came.", "Weiß"),
        ("L came.", "L"),
    ],
)
def test_a_later_name_is_a_leak_in_each_of_its_forms(tmp_path: Path, text: str, name: str) -> None:
    files = {"characters.yaml": CAST, "sections/page.md": f"---\nsince: start\n---\n{text}\n"}
    (problem,) = check_for_faults(write(tmp_path, files, HEAD))
    assert problem.code == "LEAK"
    assert f"'{name}'" in problem.message


def test_a_name_of_one_letter_is_no_leak_by_itself(tmp_path: Path) -> None:
    files = {"characters.yaml": CAST, "sections/page.md": "---\nsince: start\n---\nM came.\n"}
    assert check_for_faults(write(tmp_path, files, HEAD)) == ()


def test_the_endings_are_read(tmp_path: Path) -> None:
    assert opened(tmp_path, {"characters.yaml": CAST}, HEAD).endings == ("а", "и")
