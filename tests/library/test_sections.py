from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.library.sections import split_front_matter
from aotad_tui.story.grounds import Certainty, Grounds
from aotad_tui.story.story import Story
from aotad_tui.story.values import Role, Section

from .guides import PAGE, messages_of, opened, write


def pages(folder: Path, *paths: str) -> Story:
    return opened(folder, {f"sections/{path}": PAGE for path in paths})


def ids(story: Story) -> list[str]:
    return [section.id for section in story.sections]


@pytest.mark.parametrize(
    ("path", "id", "title", "parts"),
    [
        ("10-season-2/10-renewed.md", "season-2/renewed", "Renewed", ("Season 2",)),
        ("renewed.md", "renewed", "Renewed", ()),
        ("010_who_returns.md", "who_returns", "Who returns", ()),
        ("1. The door.md", "The door", "The door", ()),
        ("1.a.md", "a", "A", ()),
        ("2-1-a.md", "1-a", "1 a", ()),
        ("42.md", "42", "42", ()),
        ("42-.md", "42-", "42", ()),
        ("a-10.md", "a-10", "A 10", ()),
        ("10-a/20-b/30-c/40-d.md", "a/b/c/d", "D", ("A", "B", "C")),
        ("10-온조의-집/10-방.md", "온조의-집/방", "방", ("온조의 집",)),
        ("notes.v2.md", "notes.v2", "Notes.v2", ()),
    ],
)
def test_ids_and_titles_are_derived_from_the_path(
    tmp_path: Path, path: str, id: str, title: str, parts: tuple[str, ...]
) -> None:
    (section,) = pages(tmp_path, path).sections
    assert (section.id, section.title, section.parts, section.file) == (id, title, parts, path)


def test_sections_are_sorted_by_number_then_by_name(tmp_path: Path) -> None:
    story = pages(tmp_path, "10-ten.md", "9-nine.md", "b.md", "a.md", "010-also-ten.md", "0-zero.md", "100-hundred.md")
    assert ids(story) == ["zero", "nine", "also-ten", "ten", "hundred", "a", "b"]


def test_a_part_is_sorted_by_number_and_its_sections_stay_together(tmp_path: Path) -> None:
    story = pages(tmp_path, "20-b/10-x.md", "15-middle.md", "10-a/20-y.md", "10-a/3-x.md", "30-last.md", "z/w.md")
    assert ids(story) == ["a/x", "a/y", "middle", "b/x", "last", "z/w"]


def test_order_replaces_the_number_in_its_own_folder(tmp_path: Path) -> None:
    files = {
        "sections/10-a.md": PAGE,
        "sections/20-b.md": PAGE,
        "sections/30-c.md": PAGE.replace("---\n", "---\norder: 15\n", 1),
        "sections/no-number.md": PAGE.replace("---\n", "---\norder: 0\n", 1),
        "sections/20-p/99-x.md": PAGE.replace("---\n", "---\norder: 012\n", 1),
        "sections/20-p/13-y.md": PAGE,
    }
    story = opened(tmp_path, dict(files))
    assert ids(story) == ["no-number", "a", "c", "b", "p/x", "p/y"]


@pytest.mark.parametrize("order", ["-1", "1.5", "first", '"1"', "1_000", "[1]", "1000001"])
def test_order_must_be_a_whole_number(tmp_path: Path, order: str) -> None:
    write(tmp_path, {"sections/a.md": f"---\nsince: start\norder: {order}\n---\n"})
    assert any(line.startswith("sections/a.md:3:8: SHAPE expected a whole number") for line in messages_of(tmp_path))


@pytest.mark.parametrize(
    ("first", "second", "id", "other"),
    [
        ("10-p/a.md", "20-p/1-a.md", "p/a", "20-p/1-a"),
        ("1-a.md", "a.md", "a", "a.md"),
    ],
)
def test_of_two_sections_with_one_id_the_other_keeps_its_number(
    tmp_path: Path, first: str, second: str, id: str, other: str
) -> None:
    story = pages(tmp_path, first, second)
    assert ids(story) == [id, other]
    assert [section.file for section in story.sections] == [first, second]
    (problem,) = messages_of(tmp_path)
    assert problem.startswith(f"sections/{second}:1:1: DUPLICATE")
    assert f"'{id}', also that of {first};" in problem


def test_files_of_one_folder_may_differ_only_in_their_numbers(tmp_path: Path) -> None:
    assert ids(pages(tmp_path, "p/01-episode-1.md", "p/13-episode-1.md")) == ["p/episode-1", "p/13-episode-1"]
    assert messages_of(tmp_path) == []


def test_of_two_sections_with_one_id_the_earlier_stamped_keeps_it(tmp_path: Path) -> None:
    late = PAGE.replace("start", "5")
    story = opened(tmp_path, {"sections/10-a.md": late, "sections/20-a.md": PAGE, "sections/1-20-a.md": late})
    assert [(section.id, section.file) for section in story.sections] == [
        ("20-a", "1-20-a.md"),
        ("10-a", "10-a.md"),
        ("a", "20-a.md"),
    ]
    assert ids(story.as_of(4)) == ["a"]


def test_a_numbered_id_is_not_that_of_another_section(tmp_path: Path) -> None:
    story = pages(tmp_path, "1-20-a.md", "10-a.md", "20-a.md")
    assert ids(story) == ["20-a", "a", "20-a.md"]


def test_all_front_matter_is_read(tmp_path: Path) -> None:
    front = (
        '---\ntitle: "When: is it out?"\nsince: "3"\ncertainty: reported\nas_of: 2026-02-23\n'
        "aliases: [Release date, 1984]\nsources:\n  - book\n---\nIn autumn.\n"
    )
    story = opened(tmp_path, {"sections/10-release.md": front, "sources.yaml": "book: {title: A book}\n"})
    assert story.sections == (
        Section(
            id="release",
            file="10-release.md",
            title="When: is it out?",
            since=3,
            aliases=("Release date", "1984"),
            grounds=Grounds(Certainty.REPORTED, "2026-02-23", ("book",)),
        ),
    )
    assert story.text(story.sections[0]) == "In autumn.\n"


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("---\na: b\n---\nBody\n", "a: b", "Body\n"),
        ("---\na: b\nc: d\n---\n\nBody\n", "a: b\nc: d", "\nBody\n"),
        ("---  \na: b\n---\t\nBody", "a: b", "Body"),
        ("---\na: b\n...\nBody", "a: b", "Body"),
        ("---\na: b\n---", "a: b", ""),
        ("---\n---\nBody", "", "Body"),
        ("---\n\n---\nBody", "", "Body"),
        ("---\na: '---'\nb: ---x\n---\n---\nBody", "a: '---'\nb: ---x", "---\nBody"),
        ("Body\n", None, "Body\n"),
        ("", None, ""),
        ("\n---\na: b\n---\nBody", "a: b", "Body"),
        ("\n---\n\na: b\n---\nBody", None, "\n---\n\na: b\n---\nBody"),
        (" ---\na: b\n---\n", None, " ---\na: b\n---\n"),
        ("----\na: b\n----\n", None, "----\na: b\n----\n"),
        ("---\na: b\nBody\n", None, "---\na: b\nBody\n"),
        ("--- a: b\n---\n", None, "--- a: b\n---\n"),
        ("***\n\nBody\n\n---\n", None, "***\n\nBody\n\n---\n"),
    ],
)
def test_front_matter_is_between_two_lines_of_hyphens_at_the_top(text: str, front: str | None, body: str) -> None:
    found, below = split_front_matter(text)
    assert (found if found is None else found.strip("\n"), below) == (front, body)


@given(st.text("-\n. ab:", max_size=40))
def test_front_matter_and_body_never_share_a_line(text: str) -> None:
    front, body = split_front_matter(text)
    assert text.endswith(body)
    if front is None:
        assert body == text
    else:
        head = text[: len(text) - len(body)]
        assert head.startswith("---")
        assert front in head
        assert head.rstrip("\n").split("\n")[-1].strip() in ("---", "...")


@pytest.mark.parametrize(
    "text", ["Hello.\n", "", "# A heading\n", "---\ntitle: Mine\n---\nHello.\n", "---\n---\nHello.\n"]
)
def test_a_section_without_a_stamp_is_hidden_until_the_end(tmp_path: Path, text: str) -> None:
    story = opened(tmp_path, {"sections/10-a.md": text})
    assert [section.since for section in story.sections] == [9]
    assert story.as_of(8).sections == ()
    assert [line.split(" the section")[0] for line in messages_of(tmp_path)] == ["sections/10-a.md:1:1: NO-STAMP"]


def test_unclosed_front_matter_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"sections/a.md": "---\nsince: start\n\nIt was him.\n"})
    assert [line.startswith("sections/a.md:1:1: FRONT-MATTER ") for line in messages_of(tmp_path)] == [True]


def test_keys_of_other_programs_are_no_problem(tmp_path: Path) -> None:
    front = "since: start\ntags: [a, b]\ncssclasses: wide\npublish: true\n2024: x"
    assert ids(opened(tmp_path, {"sections/a.md": f"---\n{front}\n---\n"})) == ["a"]
    assert messages_of(tmp_path) == []


def test_a_key_that_may_be_misspelt_is_reported(tmp_path: Path) -> None:
    assert ids(opened(tmp_path, {"sections/a.md": "---\nsince: start\ntitel: x\n---\n"})) == ["a"]
    assert messages_of(tmp_path) == ["sections/a.md:3:1: UNKNOWN-KEY unknown key 'titel'; did you mean 'title'?"]


@pytest.mark.parametrize("key", ["aliases", "unnamed"])
def test_a_text_alone_is_a_list_of_it(tmp_path: Path, key: str) -> None:
    (section,) = opened(tmp_path, {"sections/a.md": f"---\nsince: start\n{key}: Fold\n---\n"}).sections
    assert getattr(section, key) == ("Fold",)


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("since: start\nsince: 3", "3:1: DUPLICATE"),
        ("since: 33", "2:8: UNKNOWN-POINT"),
        ("since: start\ncertainty: sure", "3:12: SHAPE"),
        ("since: start\nsources: [nothing]", "3:11: UNKNOWN-SOURCE"),
        ("since: start\naliases: {a: word}", "3:10: SHAPE"),
        ("since: start\ntitle: [a]", "3:8: SHAPE"),
        ("since: start\ntitle: a: b", "3:9: YAML"),
        ("- since", "2:1: SHAPE"),
        ("words", "2:1: SHAPE"),
        ("since: *x", "2:8: ALIAS"),
    ],
)
def test_front_matter_errors_are_reported_at_their_line_of_the_file(tmp_path: Path, front: str, problem: str) -> None:
    write(tmp_path, {"sections/a.md": f"---\n{front}\n---\nBody\n"})
    assert [line.startswith(f"sections/a.md:{problem} ") for line in messages_of(tmp_path)] == [True], messages_of(
        tmp_path
    )


def test_texts_are_read_when_they_are_opened(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/a.md": PAGE + "Old.\n"})
    (tmp_path / "sections" / "a.md").write_text(PAGE + "New.\n")
    assert story.text(story.sections[0]) == "New.\n"


def test_a_guide_can_have_no_sections(tmp_path: Path) -> None:
    assert opened(tmp_path, {}).sections == ()


def test_front_matter_is_read_to_its_end_however_long_it_is(tmp_path: Path) -> None:
    names = ", ".join(f"name {number}" for number in range(4_000))
    text = f"---\nsince: start\naliases: [{names}]\ntitle: Mine\n---\nHello.\n"
    story = opened(tmp_path, {"sections/a.md": text})
    assert [(one.title, len(one.aliases)) for one in story.sections] == [("Mine", 4_000)]
    assert story.text(story.sections[0]) == "Hello.\n"


def test_role_and_covered_point_are_read(tmp_path: Path) -> None:
    files = {"sections/a.md": "---\nsince: 1\nrole: recap\ncovers: 3\n---\n"}
    (section,) = opened(tmp_path, files).sections
    assert (section.role, section.covers) == (Role.RECAP, 3)


def test_a_wrong_point_to_cover_is_reported_and_counts_as_the_end(tmp_path: Path) -> None:
    (section,) = opened(tmp_path, {"sections/a.md": "---\nsince: 1\ncovers: 33\n---\n"}).sections
    assert (section.since, section.covers) == (1, 9)
    assert [line.split()[1] for line in messages_of(tmp_path)] == ["UNKNOWN-POINT"]
