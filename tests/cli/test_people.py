"""`people`: everybody met, by group, sorted and filtered."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.library.guides import write

from .conftest import Run


def test_people_are_listed_by_group_with_their_states(run_jekyll: Run) -> None:
    result = run_jekyll("people", "--seen", "4")
    assert (result.code, result.err) == (0, "")
    assert result.lines == [
        "The lawyer's circle",
        "  Mr Utterson  • alive",
        "  Richard Enfield  • alive",
        "",
        "The by-street",
        "  Edward Hyde  ? missing",
        "",
        "The doctor's household",
        "  Henry Jekyll  • alive",
        "  Poole  • alive",
        "",
        "Old friends at the doctor's table",
        "  Dr Lanyon  • alive",
        "",
        "The Carew case",
        "  Sir Danvers Carew  † dead",
        "  Inspector Newcomen  • alive",
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--group", "case"), ["carew", "newcomen"]),
        (("--group", "the carew CASE"), ["carew", "newcomen"]),
        (("--state", "dead"), ["carew"]),
        (("--kind", "killed"), ["hyde", "carew"]),
        (("--kind", "killing"), ["hyde", "carew"]),
        (("--kind", "killed", "--state", "missing"), ["hyde"]),
        (("--group", "case", "--sort", "name"), ["newcomen", "carew"]),
    ],
)
def test_people_are_filtered(run_jekyll: Run, options: tuple[str, ...], expected: list[str]) -> None:
    result = run_jekyll("people", "--seen", "4", "--json", *options)
    assert [person["id"] for person in result.json] == expected


def test_an_unknown_filter_is_refused_with_what_is_known_by_then(run_jekyll: Run) -> None:
    result = run_jekyll("people", "--seen", "2", "--group", "case")
    assert (result.code, result.out) == (1, "")
    assert result.err == "aotad-tui: no group 'case'; use circle, by-street, household, none\n"
    assert run_jekyll("people", "--seen", "2", "--group", "xyzzy").err == result.err.replace("case", "xyzzy")
    assert run_jekyll("people", "--kind", "enemy").err == "aotad-tui: no kind 'enemy' before Chapter 1\n"


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize(
    "filters",
    ["--group none", "--group case --state missing", "--group 'The Carew case' --state alive --kind killed"],
)
def test_where_nobody_passes_the_filter_it_is_named(run_jekyll: Run, filters: str, form: tuple[str, ...]) -> None:
    result = run_jekyll("people", "--seen", "4", *shlex.split(filters), *form)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"aotad-tui: nobody matches {filters} up to Chapter 4\n"


def test_an_unknown_order_is_wrong_use(run_jekyll: Run) -> None:
    result = run_jekyll("people", "--sort", "age")
    assert (result.code, "invalid choice: 'age'" in result.err) == (2, True)


def test_without_groups_there_are_no_headings(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: start}\nbob: {name: Bob, since: '1'}\n"}))
    assert run("people", "--guide", guide, "--seen", "1").lines == ["Ann  • alive", "Bob  • alive"]
    assert run("people", "--guide", guide, "--seen", "1", "--state", "dead").code == 1
