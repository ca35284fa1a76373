"""`terms.yaml`: reading it, and what `check` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.named import Stage, Term

from .guides import JEKYLL, PAGE, check_for_faults, messages_of, opened, write


def test_all_keys_of_a_term_are_read(tmp_path: Path) -> None:
    text = """\
roof:
  name: [{since: 1, text: the roof, live: false}, {since: 4, text: the helipad}]
  native: 옥상
  aliases: [upstairs, {name: the way out, since: 5, live: true}]
  since: 1
  about: Above the school.
"""
    assert opened(tmp_path, {"terms/places.yml": text}).terms == (
        Term(
            id="roof",
            since=1,
            name_stages=(Stage(1, "the roof", live=False), Stage(4, "the helipad")),
            native_stages=(Stage(1, "옥상"),),
            aliases=(Stage(1, "upstairs"), Stage(5, "the way out", live=True)),
            about_stages=(Stage(1, "Above the school."),),
        ),
    )
    assert messages_of(tmp_path) == []


@pytest.mark.parametrize(
    ("terms", "code", "seen"),
    [
        ("roof: {name: the roof}\n", "NO-STAMP", 9),
        ("roof: {name: the roof, since: 33}\n", "UNKNOWN-POINT", 9),
        ("roof: {name: the roof, since: 1, group: x}\n", "UNKNOWN-KEY", 9),
        ("roof: {name: [{text: the roof, since: 4}], since: 2}\n", "NO-NAME", 4),
    ],
)
def test_a_mistake_hides_the_term(tmp_path: Path, terms: str, code: str, seen: int) -> None:
    whole = opened(tmp_path, {"terms.yaml": terms})
    assert [len(whole.as_of(point).terms) for point in (seen - 1, seen)] == [0, 1]
    assert [line.split()[1] for line in messages_of(tmp_path)] == [code]


def test_of_two_terms_with_one_id_the_earlier_stamped_counts(tmp_path: Path) -> None:
    files = {"terms.yaml": "roof: {name: A, since: 3}\n", "terms/more.yaml": "roof: {name: B, since: 2}\n"}
    assert [term.name for term in opened(tmp_path, files).terms] == ["B"]
    assert [line.split()[1] for line in messages_of(tmp_path)] == ["DUPLICATE"]


def test_the_id_of_a_character_is_reported(tmp_path: Path) -> None:
    files = {"characters.yaml": "red: {name: Red, since: 1}\n", "terms.yaml": "red: {name: a light, since: 1}\n"}
    opened(tmp_path, files)
    (message,) = messages_of(tmp_path)
    assert message == (
        "terms.yaml:1:1: DUPLICATE 'red' is the id of a character too, and means the character; rename the term"
    )


def test_check_finds_the_names_of_later_terms_in_every_text(tmp_path: Path) -> None:
    files = {
        "characters.yaml": "ann: {name: Ann, since: start, about: Seeks the Silver Key.}\n",
        "terms.yaml": "key: {name: the Silver Key, since: 5}\n",
        "terms/b.yaml": "box: {name: a box, since: 2, about: Of the Silver Key.}\n",
        "sections/a.md": f"{PAGE}The Silver Key is lost. [It](term:key), [that](term:kay)\n",
    }
    found = [(problem.mark.path, problem.code) for problem in check_for_faults(write(tmp_path, files))]
    assert found == [
        ("characters.yaml", "LEAK"),
        ("sections/a.md", "LEAK"),
        ("sections/a.md", "BROKEN-LINK"),
        ("terms/b.yaml", "LEAK"),
    ]


def test_the_terms_of_the_second_guide_have_no_problems() -> None:
    assert [problem for problem in check_for_faults(JEKYLL) if problem.mark.path == "terms.yaml"] == []
