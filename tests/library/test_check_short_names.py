"""What `check` does with first and last names that no entry lists: leaks, and aliases that it proposes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .guides import HEAD, PAGE, check_for_faults, write


def checked(folder: Path, cast: str, text: str, head: str = HEAD) -> list[str]:
    files = {"characters.yaml": cast, "sections/page.md": f"{PAGE}{text}\n"}
    return [str(problem) for problem in check_for_faults(write(folder, files, head))]


NAN = "nan: {name: Old Nan, since: '2'}\n"
LATER = "harry: {name: Harry Lanyon, since: '2'}\nann: {name: Ann, since: start}\n"


@pytest.mark.parametrize(
    ("cast", "text", "name"),
    [
        (LATER, "Then Harry came.", "'Harry', as in 'Harry Lanyon'"),
        (NAN, "Then Nan came.", "'Nan', as in 'Old Nan'"),
        (
            "lee: {name: Lee Cheong-san, native: 이청산, since: '2'}\n",
            "Cheong-san!",
            "'Cheong-san', as in 'Lee Cheong-san'",
        ),
        ("lee: {name: Lee Cheong-san, native: 이청산, since: '2'}\n", "청산이 왔다.", "'청산', as in '이청산'"),
    ],
)
def test_a_first_or_given_name_is_a_leak(tmp_path: Path, cast: str, text: str, name: str) -> None:
    (problem,) = checked(tmp_path, cast, text)
    assert f"contains {name}, known from point 2" in problem


@pytest.mark.parametrize(
    ("cast", "text"),
    [
        (LATER + "harriet: {name: Harry Smith, since: start}\n", "Then Harry came."),
        (LATER.replace("since: '2'", "since: '2', short_names: false"), "Then Harry came."),
        (LATER, "They harry us. Harry!"),
        (NAN, "The Nan is a river."),
        (NAN, "Then Anna Nan came."),
        (LATER, "Then Harry Osborne came."),
        ("rose: {name: Rose Quibble, since: '2'}\n", "Rose came."),
    ],
)
def test_what_may_be_somebody_else_or_a_word_is_no_leak(tmp_path: Path, cast: str, text: str) -> None:
    assert checked(tmp_path, cast, text) == []


ROSE = "rose: {name: Rose Quibble, since: start}\n"
USES = "Then Rose came. And Rose saw, and Rose won."


def test_a_common_word_that_texts_use_as_a_name_is_proposed(tmp_path: Path) -> None:
    assert checked(tmp_path, ROSE, USES) == [
        "characters.yaml:1:1: SHORT-NAME the sections have 'Rose' 3 times, which may be 'Rose Quibble'; "
        "list it in `aliases`, with `live: false` if it is not"
    ]


def test_a_guide_without_short_names_gets_proposals(tmp_path: Path) -> None:
    head = f"{HEAD}short_names: false\n"
    (problem,) = checked(tmp_path, ROSE, USES.replace("Rose", "Quibble"), head)
    assert "'Quibble' 3 times" in problem


@pytest.mark.parametrize(
    ("cast", "text"),
    [
        (ROSE, "Then Rose came. And Rose saw."),
        (ROSE, "Rose came. Rose saw. Rose won. Rose Budd, and Rose Budd, and Rose Budd."),
        (ROSE.replace("since", "aliases: [Rose], since"), USES),
        (ROSE.replace("since", "aliases: [{name: Rose, live: false}], since"), USES),
        (f"{ROSE}other: {{name: Rose Other, since: start}}\n", USES),
        (ROSE, USES.replace("Rose", "Quibble")),
    ],
)
def test_nothing_is_proposed_that_is_rare_listed_shared_or_linked(tmp_path: Path, cast: str, text: str) -> None:
    assert checked(tmp_path, cast, text) == []
