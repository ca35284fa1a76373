"""Files of any encoding, ending and name are read, or reported; none is skipped in silence."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from aotad_tui.library.encodings import decode, encoding_advice
from aotad_tui.library.file_watch import signature
from aotad_tui.library.load import load
from aotad_tui.story.visible import VisibleStory

from .guides import PAGE, check_for_faults, messages_of, opened, write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_8_and_utf_16_with_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    files: dict[str, str | bytes] = {
        "characters.yaml": mark + "ann: {name: 온조, since: start}\n".encode(encoding),
        "sections/page.md": mark + f"{PAGE}Caf\xe9 남온조\r\n".encode(encoding),
    }
    story = opened(tmp_path, files)
    assert story.characters[0].name == "온조"
    assert story.text(story.sections[0]) == "Caf\xe9 남온조\n"


@pytest.mark.parametrize(
    ("text", "encoding", "guess", "iconv"),
    [
        ("Caf\xe9 na\xefve", "latin-1", "Latin-1", "LATIN1"),
        ("한국어 text", "cp949", "CP949 (Korean)", "CP949"),
        ("これは日本語の text", "shift_jis", "Shift-JIS (Japanese)", "SHIFT_JIS"),
        ("A text in Latin letters \xe9", "utf-16-le", "UTF-16", "UTF-16"),
    ],
)
def test_another_encoding_is_guessed_for_the_author(text: str, encoding: str, guess: str, iconv: str) -> None:
    data = text.encode(encoding)
    with pytest.raises(UnicodeDecodeError):
        decode(data)
    assert (
        encoding_advice(data)
        == f"not UTF-8, probably {guess}; convert it, for example with `iconv -f {iconv} -t UTF-8`"
    )


def test_a_wrong_encoding_is_reported_at_its_line(tmp_path: Path) -> None:
    write(tmp_path, {"sections/a.md": PAGE.encode() + "x\n한국어\n".encode("cp949"), "sections/b.md": PAGE})
    (message,) = messages_of(tmp_path)
    assert message.startswith("sections/a.md:5:1: ENCODING not UTF-8, probably CP949 (Korean);")


@pytest.mark.parametrize("name", ["10-a.md", "10-a.MD", "10-a.markdown", "10-A.Markdown"])
def test_pages_may_have_any_usual_ending(tmp_path: Path, name: str) -> None:
    story = opened(tmp_path, {f"sections/{name}": PAGE, "sections/b.md": f"{PAGE}[x]({name}) [[10-a]] [[a]]\n"})
    first, second = story.sections
    assert (first.id.lower(), first.title) == ("a", "A")
    links = VisibleStory(story).links
    found = (links.resolve(name, second), *(links.read_wikilink(target, second).link for target in ("10-a", "a")))
    assert {link and link.id for link in found} == {first.id}


@pytest.mark.parametrize("ending", ["yaml", "yml"])
def test_yaml_may_have_both_endings(tmp_path: Path, ending: str) -> None:
    files: dict[str, str | bytes] = {
        f"characters.{ending}": "ann: {name: Ann, since: start}\n",
        f"characters/more.{ending}": "ben: {name: Ben, since: start}\n",
        f"relationships.{ending}": "- {from: ann, to: ben, kind: friend, since: start}\n",
        f"sources.{ending}": "book: {title: A book}\n",
        "sections/a.md": "---\nsince: start\nsources: [book]\n---\n",
    }
    story = opened(tmp_path, files)
    assert [character.id for character in story.characters] == ["ann", "ben"]
    assert (len(story.relationships), len(story.sources)) == (1, 1)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("character.yaml", "character.yaml:1:1: UNREAD this file is not read; did you mean 'characters.yaml'?"),
        ("people.yml", "people.yml:1:1: UNREAD this file is not read; rename it or move it to a folder of the guide"),
        ("a.md", "a.md:1:1: UNREAD this page is not read; move it to the folder sections"),
        ("section/a.md", "section:1:1: UNREAD this folder is not read; did you mean 'sections'?"),
        ("charakters/a.yaml", "charakters:1:1: UNREAD this folder is not read; did you mean 'characters'?"),
        ("term/a.yaml", "term:1:1: UNREAD this folder is not read; did you mean 'terms'?"),
        ("relations/a.yaml", "relations:1:1: UNREAD this folder is not read; did you mean 'relationships'?"),
        ("sections/a.txt", "sections/a.txt:1:1: UNREAD this file is not read; only .md and .markdown files are"),
        ("characters/a.json", "characters/a.json:1:1: UNREAD this file is not read; only .yaml and .yml files are"),
    ],
)
def test_a_file_that_is_not_read_is_reported(tmp_path: Path, path: str, message: str) -> None:
    loaded = load(write(tmp_path, {path: "x", "sections/page.md": PAGE}))
    assert [str(problem) for problem in loaded.problems] == [message]
    assert loaded.story is not None


@pytest.mark.parametrize(
    "path",
    [
        *("README.MD", "LICENSE.md", "sections/map.PNG", "drafts/a.md", ".obsidian/app.yaml", "x.txt"),
        *("notes/a.md", "themes/a.css", "items/a.md", "other/a.md", "seasons/a.md"),
    ],
)
def test_other_files_beside_a_guide_are_no_problem(tmp_path: Path, path: str) -> None:
    assert messages_of(write(tmp_path, {path: "x", "sections/page.md": PAGE})) == []


@pytest.mark.parametrize("name", ["ep #9", "what?", "100% & more", "a b", "50%20", "#1", "c++", "it's (one)"])
def test_a_file_with_signs_in_its_name_can_be_linked(tmp_path: Path, name: str) -> None:
    encoded = "".join(f"%{byte:02X}" if chr(byte) in "#?%& ()" else chr(byte) for byte in name.encode())
    page = f"{PAGE}[x]({encoded}.md) [x](<{encoded}.md#The%20heading>) [[{name.replace('#', '')}]]\n"
    guide = write(tmp_path, {"sections/a.md": page, f"sections/{name}.md": f"{PAGE}## The heading\n"})
    wrong = [str(problem) for problem in check_for_faults(guide) if "[[" not in problem.message and "#" not in name]
    assert wrong == []
    story = opened(tmp_path, {})
    here = story.section_by_id["a"]
    links = VisibleStory(story).links
    assert links.resolve(f"{encoded}.md", here) is not None
    link = links.resolve(f"{encoded}.md#The%20heading", here)
    assert link is not None
    assert link.fragment == "the-heading"


def test_a_sign_of_a_fragment_in_a_name_need_not_be_encoded(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/a.md": PAGE, "sections/ep #9.md": PAGE})
    link = VisibleStory(story).links.resolve("ep%20#9.md", story.section_by_id["a"])
    assert link is not None
    assert link.id == "ep #9"


@pytest.mark.parametrize("blank", ["\n", " \n\n"])
def test_front_matter_after_blank_lines_is_read(tmp_path: Path, blank: str) -> None:
    story = opened(tmp_path, {"sections/a.md": f"{blank}---\ntitle: Late\nsince: 3\n---\nText.\n"})
    assert [(section.title, section.since) for section in story.sections] == [("Late", 3)]
    assert story.as_of(9).text(story.sections[0]) == "Text.\n"
    write(tmp_path, {"sections/a.md": f"{blank}---\nsince: 33\n---\n"})
    assert messages_of(tmp_path)[0].startswith(f"sections/a.md:{blank.count(chr(10)) + 2}:8: UNKNOWN-POINT")


def test_a_rule_after_blank_lines_is_no_front_matter(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/a.md": "\n---\n\nText.\n\n---\n"})
    assert story.text(story.sections[0]) == "\n---\n\nText.\n\n---\n"


def test_front_matter_in_toml_is_reported_and_not_shown(tmp_path: Path) -> None:
    write(tmp_path, {"sections/a.md": '+++\ntitle = "It was him"\n+++\nText.\n'})
    loaded = load(tmp_path)
    assert [(problem.mark.line, problem.code) for problem in loaded.problems] == [(1, "FRONT-MATTER")]
    assert loaded.readable is not None
    story = loaded.readable.story
    assert story.sections[0].since == len(story.timeline)
    assert story.text(story.sections[0]) == "Text.\n"


@pytest.mark.parametrize("path", ["sections/a.MD", "sections/a.markdown", "characters.yml"])
def test_a_change_of_any_file_that_is_read_is_noticed(tmp_path: Path, path: str) -> None:
    (tmp_path / "sections").mkdir()
    before = signature(tmp_path)
    (tmp_path / path).write_text("x")
    assert signature(tmp_path) != before
