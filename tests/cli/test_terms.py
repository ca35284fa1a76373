"""Terms on the command line: listed, shown by `who`, found by `search` and `where`."""

from __future__ import annotations

from .conftest import Run


def test_terms_are_listed_with_their_names_and_descriptions(run_jekyll: Run) -> None:
    assert run_jekyll("terms").lines == []
    assert run_jekyll("terms", "--seen", "3").lines == [
        "Soho",
        "A quarter of London; the second address of Mr Hyde.",
        "",
        "holograph  holographos",
        "also in his hand",
        "A will in the testator's own hand.",
    ]


def test_who_answers_with_a_term(run_jekyll: Run) -> None:
    assert run_jekyll("who", "soho", "--seen", "4").lines == [
        "Soho",
        "A quarter of London, where the police find the other half of a stick.",
    ]
    assert run_jekyll("who", "in his hand", "--seen", "2").lines[0] == "holograph  holographos"
    assert run_jekyll("who", "holograph", "--seen", "2", "--json").json == {
        "id": "holograph",
        "name": "holograph",
        "native": "holographos",
        "names": ["holograph", "holographos", "in his hand"],
        "about": "A will in the testator's own hand.",
    }
    hidden = run_jekyll("who", "soho", "--seen", "1")
    assert (hidden.code, hidden.out) == (1, "")


def test_where_lists_the_mentions_of_a_term(run_jekyll: Run) -> None:
    lines = run_jekyll("where", "soho", "--seen", "4").lines
    assert len(lines) == 2
    assert lines[0].startswith("Murder under the moon")
    assert run_jekyll("search", "who:soho", "--seen", "4").lines[0].startswith("Murder under the moon")


def test_search_finds_a_term_by_any_name(run_jekyll: Run) -> None:
    found = run_jekyll("search", "in his hand", "--seen", "2", "--json").json
    assert [(name["kind"], name["id"]) for name in found["names"]] == [("term", "holograph")]


def test_only_people_have_relationships(run_jekyll: Run) -> None:
    result = run_jekyll("ties", "soho", "--seen", "4")
    assert (result.code, result.out) == (1, "")
