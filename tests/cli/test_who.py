"""`who` and `people`: one person and all people, as text and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import width
from tests.library.guides import write

from .conftest import Run


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Hyde", "Edward Hyde", "hyde edward", "EDWARDHYDE", "juggernaut", "Mr Hyde", "edw"])
def test_a_person_is_found_by_any_name(run_jekyll: Run, name: str) -> None:
    assert run_jekyll("who", name, "--seen", "3") == run_jekyll("who", "hyde", "--seen", "3")
    assert run_jekyll("who", name, "--seen", "3").code == 0


@pytest.mark.parametrize(
    ("command", "name", "who"),
    [
        ("who", "uterson", "Mr Utterson  (utterson)"),
        ("ties", "lanion", "Dr Lanyon  (lanyon)"),
        ("map", "poolle", "Poole  (poole)"),
        ("where", "hide", "Edward Hyde  (hyde)"),
    ],
)
def test_the_closest_match_is_named_on_stderr(run_jekyll: Run, command: str, name: str, who: str) -> None:
    id = who.partition("(")[2][:-1]
    closest, exact = run_jekyll(command, name, "--seen", "3"), run_jekyll(command, id, "--seen", "3")
    assert (closest.code, closest.out) == (exact.code, exact.out) == (0, exact.out)
    assert closest.err == f"aotad-tui: no person is named {name!r}; using the closest match: {who}\n"
    assert exact.err == ""


def test_every_closest_match_of_a_path_and_of_a_search_is_named(run_jekyll: Run) -> None:
    assert run_jekyll("path", "uterson", "hide", "--seen", "3").err.count("closest match") == 2
    assert (
        run_jekyll("search", "who:uterson door", "--seen", "3").err
        == "aotad-tui: no person is named 'uterson'; using the closest match: Mr Utterson  (utterson)\n"
    )
    assert run_jekyll("search", "who:utterson to:the-street/the-will", "--seen", "3").err == ""


def test_where_prefers_an_exact_section_to_a_person_of_a_similar_name(run: Run, tmp_path: Path) -> None:
    page = "---\ntitle: The {}\nsince: start\n---\nSee [the other](20-two.md).\n"
    files = {
        "characters.yaml": "tow: {name: Tow, since: start}\n",
        "sections/10-one.md": page.format("one"),
        "sections/20-two.md": page.format("two"),
    }
    guide = str(write(tmp_path, files))
    assert run("where", "two", "--guide", guide).lines[:2] == ["The one  (one)", "  See the other."]


def test_who_prints_the_card_with_every_relationship_and_fact(run_jekyll: Run) -> None:
    result = run_jekyll("who", "lanyon", "--seen", "6", "--width", "60")
    assert (result.code, result.err) == (0, "")
    assert result.lines == [
        "Dr Lanyon",
        "Old friends at the doctor's table · † dead",
        "A doctor who had a shock, and did not get over it.",
        "first met in Chapter 2: A will in the safe",
        "",
        "  ├╌ ~ rivals 1 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
        "  ├╌ will not hear his name ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌► Henry Jekyll",
        "",
        "Search for Mr Hyde",
        "· Has never heard of the heir.",
        "Incident of Dr Lanyon",
        "† Dies within weeks, and leaves an envelope inside an",
        "  envelope.",
        "",
        "named in",
        "1 ·▪··· ▪",
    ]


def test_the_first_line_is_the_current_name(run_jekyll: Run) -> None:
    assert run_jekyll("who", "hyde", "--seen", "1").lines[0] == "Mr Hyde"
    assert run_jekyll("who", "hyde", "--seen", "8").lines[0] == "Edward Hyde"
    assert run_jekyll("who", "hyde", "--seen", "9").lines[0] == "Henry Jekyll"


def test_all_relationships_are_printed_at_the_width_given(run: Run, tmp_path: Path) -> None:
    others = [f"p{number:02}" for number in range(30)]
    files = {
        "characters.yaml": "".join(f"{id}: {{name: Person {id}, since: start}}\n" for id in ("hub", *others)),
        "relationships.yaml": "".join(f"- {{from: hub, to: {id}, kind: friend, since: start}}\n" for id in others),
    }
    guide = str(write(tmp_path, files))
    lines = run("who", "hub", "--guide", guide, "--width", "40").lines
    assert lines[3:] == [
        "  ├─ + friends 30 ──────────────────────",
        *[f"  ├─ friends ──────────────── Person {id}" for id in others],
    ]
    assert len(run("who", "hub", "--guide", guide, "--json").json["ties"]) == 30


def test_a_person_without_relationships_and_facts_is_printed_with_a_message(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: start}\n"}))
    assert run("who", "ann", "--guide", guide).lines == ["Ann", "• alive", "", "no known relationships"]
    assert run("who", "ann", "--guide", guide, "--json").json["ties"] == []


@pytest.mark.parametrize("name", ["nobody", "carew", "sir danvers", "zzz", "!"])
def test_a_hidden_person_gives_the_same_error_as_an_unknown_one(run_jekyll: Run, name: str) -> None:
    result = run_jekyll("who", name, "--seen", "3")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"aotad-tui: nobody matches '{name}' up to Chapter 3\n"


def test_an_ambiguous_name_lists_the_visible_matches(run_jekyll: Run) -> None:
    result = run_jekyll("who", "mr", "--seen", "1")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "aotad-tui: 'mr' matches several people; use one of the ids in brackets:\n"
        "  Richard Enfield  (enfield)\n  Mr Hyde  (hyde)\n  Mr Utterson  (utterson)\n"
    )
    assert "Mr Guest" in run_jekyll("who", "mr", "--seen", "5").err


def test_several_names_that_only_resemble_the_typed_one_are_no_match(run: Run, tmp_path: Path) -> None:
    cast = "irene: {name: Irene Krog, since: start}\nolga: {name: Olga Krog, since: start}\n"
    result = run("who", "groug", "--guide", str(write(tmp_path, {"characters.yaml": cast})))
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines()[0] == "aotad-tui: nobody is named 'groug'; use one of the ids in brackets:"


@pytest.mark.parametrize(
    ("name", "what"), [("red r", "people"), ("red h", "terms"), ("red", "people and terms"), ("red l", "terms")]
)
def test_an_ambiguous_name_is_said_to_match_what_it_matches(run: Run, tmp_path: Path, name: str, what: str) -> None:
    cast = "rob: {name: Red Rob, since: start}\nroy: {name: Red Roy, since: start}\n"
    terms = "".join(f"{id}: {{name: Red {id}, since: start}}\n" for id in ("hall", "hill", "lion", "lamp"))
    guide = str(write(tmp_path, {"characters.yaml": cast, "terms.yaml": terms}))
    result = run("who", name, "--guide", guide)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"aotad-tui: {name!r} matches several {what}; use one of the ids in brackets:\n")


def test_people_as_json_have_every_visible_name(run_jekyll: Run) -> None:
    people = run_jekyll("people", "--seen", "2", "--json").json
    assert [one["id"] for one in people] == ["utterson", "enfield", "hyde", "jekyll", "poole", "lanyon"]
    assert people[2] == {
        "id": "hyde",
        "name": "Edward Hyde",
        "native": None,
        "names": ["Edward Hyde", "Mr Hyde", "Hyde", "the Juggernaut"],
        "group": "The by-street",
        "met": True,
        "state": "alive",
        "about": "Young, small and disliked on sight; named in a will as friend and benefactor.",
        "played_by": None,
        "distinction": None,
    }


def test_both_scripts_and_the_actor_are_printed(run: Run, tmp_path: Path) -> None:
    actor = "played_by: {name: Park Ji-hu, native: 박지후}"
    cast = f"on-jo: {{name: Nam On-jo, native: 남온조, since: start, {actor}}}\n"
    guide = str(write(tmp_path, {"characters.yaml": cast}))
    one = run("who", "남온", "--guide", guide, "--json").json
    assert (one["name"], one["native"], one["played_by"]) == ("Nam On-jo", "남온조", "Park Ji-hu")
    assert run("who", "on-jo", "--guide", guide).lines[:3] == [
        "Nam On-jo  남온조",
        "• alive",
        "played by Park Ji-hu 박지후",
    ]
    assert run("people", "--guide", guide).lines == ["Nam On-jo  남온조  • alive"]


def test_a_person_as_json_has_relationships_as_sentences_and_facts_with_grounds(run_jekyll: Run) -> None:
    one = run_jekyll("who", "lanyon", "--seen", "9", "--json").json
    assert one["ties"] == [
        {
            "with": "jekyll",
            "kind": "ally",
            "direction": "both",
            "says": "Hastie Lanyon and Henry Jekyll: gave him the drawer at midnight",
            "ended": None,
            "over_since": None,
            "event": None,
            "secret_from": ["poole", "utterson"],
            "revealed_to": [],
        },
        {
            "with": "jekyll",
            "kind": "rival",
            "direction": "out",
            "says": "Hastie Lanyon saw what he had made of himself Henry Jekyll",
            "ended": None,
            "over_since": None,
            "event": None,
            "secret_from": [],
            "revealed_to": [],
        },
    ]
    assert one["facts"][1] == {
        "since": "6",
        "text": "Dies within weeks, and leaves an envelope inside an envelope.",
        "state": "dead",
        "event": None,
        "certainty": None,
        "as_of": None,
        "sources": [],
    }
    forged = run_jekyll("who", "jekyll", "--seen", "5", "--json").json["facts"][-1]
    assert (forged["certainty"], [one["id"] for one in forged["sources"]]) == ("speculation", ["gutenberg-43"])


def test_relationships_combined_in_the_panel_are_combined_in_json(run: Run, tmp_path: Path) -> None:
    known = (
        "- {from: father, to: on-jo, kind: family, label: father of, since: start}\n"
        "- {from: on-jo, to: father, kind: family, label: daughter of, since: start}\n"
    )
    cast = "on-jo: {name: On-jo, since: start}\nfather: {name: So-ju, since: start}\n"
    guide = str(write(tmp_path, {"characters.yaml": cast, "relationships.yaml": known}))
    says = [tie["says"] for tie in run("who", "on-jo", "--guide", guide, "--json").json["ties"]]
    assert says == ["On-jo and So-ju: daughter of / father of"]


@pytest.mark.parametrize(("seen", "ended", "over"), [("7", None, None), ("8", "finds him already dead", "8")])
def test_the_end_of_a_relationship_is_in_json_from_its_point_on(
    run_jekyll: Run, seen: str, ended: str | None, over: str | None
) -> None:
    ties = run_jekyll("who", "utterson", "--seen", seen, "--json").json["ties"]
    (rivals,) = (tie for tie in ties if tie["kind"] == "rival")
    assert (rivals["with"], rivals["ended"], rivals["over_since"]) == ("hyde", ended, over)


def test_other_names_and_the_first_meeting_are_printed_and_in_json(run_jekyll: Run) -> None:
    assert run_jekyll("who", "hyde", "--seen", "2").lines[1] == "also the Juggernaut"
    one = run_jekyll("who", "hyde", "--seen", "9", "--json").json
    assert (one["name"], one["also"]) == (
        "Henry Jekyll",
        ["Harry Jekyll", "poor Harry", "Edward Hyde", "the Juggernaut", "the small man", "the masked figure"],
    )
    assert one["first_met"] == {"point": "1", "section": "the-street/the-door"}


NAMESAKES = (
    "a1: {name: Aureliano, since: start, about: The colonel.}\n"
    "a2: {name: Aureliano, since: start, about: The twin.}\n"
    "a3: {name: Aureliano, since: '2', about: The last one.}\n"
)


def test_namesakes_are_told_apart_in_lists_and_errors(run: Run, tmp_path: Path) -> None:
    guide = str(write(tmp_path, {"characters.yaml": NAMESAKES}))
    assert run("people", "--guide", guide, "--seen", "1").lines == [
        "Aureliano  The colonel.  • alive",
        "Aureliano  The twin.  • alive",
    ]
    assert run("who", "aureliano", "--guide", guide, "--seen", "1").err == (
        "aotad-tui: 'aureliano' matches several people; use one of the ids in brackets:\n"
        "  Aureliano  The colonel.  (a1)\n  Aureliano  The twin.  (a2)\n"
    )
    alike = str(
        write(tmp_path / "alike", {"characters.yaml": "b1: {name: Bo, since: start}\nb2: {name: Bo, since: start}\n"})
    )
    assert run("who", "bo", "--guide", alike, "--seen", "1").err.splitlines()[1:] == ["  Bo  (b1)", "  Bo  (b2)"]
    everyone = run("people", "--guide", guide, "--seen", "2", "--json").json
    assert [one["distinction"] for one in everyone] == [
        "known from the start · The colonel.",
        "known from the start · The twin.",
        "first met in Point 2",
    ]
    missing = run("where", "a1", "--guide", guide, "--seen", "1")
    assert (missing.code, missing.err) == (1, "aotad-tui: no section mentions Aureliano (The colonel.) up to Point 1\n")
    assert "Aureliano (first met in" in run("map", "--guide", guide, "--seen", "2").out


def test_a_match_across_words_or_of_something_else_than_a_name_is_only_offered(run: Run, tmp_path: Path) -> None:
    cast = (
        "walder: {name: Black Walder, since: start, played_by: {name: Tim Plester}}\n"
        "cora: {name: Cora, since: start, about: Fisherman with a scar.}\n"
    )
    page = "---\ntitle: Peter Dinklage\nsince: start\n---\nText.\n"
    guide = str(write(tmp_path, {"characters.yaml": cast, "sections/10-a.md": page}))
    for command, name, kind, who in (
        ("who", "imp", "nobody", "Black Walder  (walder)"),
        ("where", "scar", "nobody", "Cora  Fisherman with a scar.  (cora)"),
        ("show", "erd", "no section", "Peter Dinklage  (a)"),
    ):
        result = run(command, name, "--guide", guide)
        assert (result.code, result.out) == (1, "")
        assert result.err == f"aotad-tui: {kind} is named {name!r}; use one of the ids in brackets:\n  {who}\n"
    assert run("search", "who:imp", "--guide", guide).code == 1


def test_search_prints_what_is_known_after_the_names(run_jekyll: Run) -> None:
    result = run_jekyll("search", "doctor", "--seen", "6")
    assert (result.code, result.err) == (0, "")
    assert result.lines[0] == "Henry Jekyll  The doctor's household  (jekyll)"
    assert run_jekyll("search", "doctor", "--seen", "6", "--json").json["names"][0] == {
        "kind": "character",
        "id": "jekyll",
        "title": "Henry Jekyll",
        "as": "The doctor's household",
        "fit": "known",
    }


@pytest.mark.parametrize("name", ["utterson", "hyde", "jekyll"])
def test_a_person_is_printed_at_the_width(run_jekyll: Run, name: str) -> None:
    lines = run_jekyll("who", name, "--seen", "9", "--width", "40").lines
    assert [line for line in lines if width(line) > 40] == []


def test_points_with_a_volume_have_one_spelling_on_a_card(run: Run, tmp_path: Path) -> None:
    guide = write(
        tmp_path,
        {
            "characters.yaml": "ann:\n  name: Ann\n  since: s1e2\n  facts:\n"
            "    - {since: s1e1, text: Is rich.}\n    - {since: s2e1, text: Is poor.}\nbo: {name: Bo, since: start}\n",
            "relationships.yaml": "- {from: ann, to: bo, kind: friend, since: s1e2, until: s2e2}\n",
            "sections/1-a.md": "---\ntitle: A day\nsince: s1e2\n---\nAnn.\n",
        },
        "format: 1\ntitle: A\ntimeline: {unit: episode, volume: season, "
        "volumes: [{count: 2, titles: {1: Pilot}}, {count: 2}]}\n",
    )
    lines = run("who", "ann", "--guide", str(guide), "--seen", "end").lines
    assert [line for line in lines if "S1" in line or "S2" in line] == [
        "first met in S1 E2: A day",
        "  │    ended in S2 E2",
        "S1 E1 Pilot",
        "S2 E1",
        "S1 E1 ·▪",
    ]
    assert not any("Season" in line for line in lines)
