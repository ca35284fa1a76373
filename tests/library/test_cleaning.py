"""No text of a guide can move the cursor, write to the clipboard, open a link or change the reading direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cleaning import REPLACEMENT, clean, clean_line, harmless
from aotad_tui.invisible import visible
from aotad_tui.library.load import load, open_guide

from .guide_maker import ADDRESSES, FORMS, FullGuide
from .guides import PAGE, check_for_faults, opened, write

MARKUP = "[/b] [@click=app.quit]x"
ATTACKS = {
    "escape": "\x1b[2J\x1b[31m",
    "clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "title": "\x1b]0;x\x1b\\",
    "eight bit": "\x9b31m\x9d0;x\x9c",
    "controls": "\x00\x01\x07\x08\x0b\x0c\x0e\x1f\x7f",
    "line ends": "\x85\u2028\u2029",
    "overrides": "\u202a\u202b\u202c\u202d\u202e",
    "isolates": "\u2066\u2067\u2068\u2069",
    "nothing": "",
}

ONE_LETTER = {"guide/kinds/sign", "guide/states/sign"}
"""Texts of which the loader keeps only the first character."""
MARKED = re.compile("§(.*?)§")
"""The placeholder for an attack in a generated guide, with the path of the text between the signs."""


def escaped(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


def raw(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def is_harmless(text: str) -> bool:
    for char in text:
        if char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
            return False
        if unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"):
            return False
    return unicodedata.is_normalized("NFC", text)


def attacked(yaml: str, attack: str, written: Callable[[str], str]) -> str:
    """The YAML with the attack in each text, after the path of the text and, in an address field, after `https://`."""

    def text(mark: re.Match[str]) -> str:
        return written(f"{'https://' if mark[1] in ADDRESSES else ''}{mark[1]}{attack}{MARKUP}")

    return MARKED.sub(text, yaml.replace("https://example.org/", ""))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("written", [escaped, raw])
@FORMS
def test_an_attack_in_any_text_of_the_format_is_shown_as_harmless_text(
    tmp_path: Path, attack: str, written: Callable[[str], str], short: bool, timeline: str
) -> None:
    paths: set[str] = set()

    def text(path: str) -> str:
        paths.add(path)
        return f"§{path}§"

    files = FullGuide(text, short=short, timeline=timeline).files()
    story = open_guide(write(tmp_path, {path: attacked(yaml, attack, written) for path, yaml in files.items()}))
    texts = list(strings(story))
    assert all(is_harmless(item) and "\n" not in item for item in texts)
    shown = {item for item in texts if item.endswith(MARKUP)}
    expected = {clean_line(f"{path}{attack}{MARKUP}") for path in paths - ONE_LETTER}
    assert {item.removeprefix("https://") for item in shown} == expected, "each is there, its markup as plain words"
    assert all((REPLACEMENT in item) == bool(attack) for item in shown)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_text_of_a_section_is_harmless_and_keeps_its_lines(tmp_path: Path, attack: str) -> None:
    story = opened(tmp_path, {"sections/page.md": f"{PAGE}One {attack}{MARKUP}\n\tTwo\n"})
    text = story.text(story.sections[0])
    assert is_harmless(text)
    assert text.startswith("One ")
    assert text.endswith(f"{MARKUP}\n\tTwo\n")


@pytest.mark.parametrize("attack", [*ATTACKS.values(), "\n\n"], ids=[*ATTACKS, "several lines"])
@pytest.mark.parametrize("written", [escaped, raw])
def test_messages_do_not_repeat_an_attack(tmp_path: Path, attack: str, written: Callable[[str], str]) -> None:
    bad = written(f"a{attack}b")
    files: dict[str, str | bytes] = {
        "characters.yaml": f"ann: {{name: Ann, since: {bad}, {bad}: x, group: {bad}, becomes: {{character: {bad}}}}}\n"
        f"{bad}: {{name: Ben, since: start, facts: [{{text: x, state: {bad}, certainty: {bad}, sources: {bad}}}]}}\n",
        "relationships.yaml": f"- {{from: {bad}, to: ann, kind: {bad}, since: {bad}, mutual: {bad}}}\n- {bad}\n",
        "sources.yaml": f"book: {{title: x, url: {bad}}}\n",
        "characters/more.yaml": "film: !%1b%9b x\n",
        "sections/page.md": f"---\nsince: {bad}\n{bad}: x\norder: {bad}\n---\n",
    }
    guide = write(tmp_path, files)
    assert len(check_for_faults(guide)) > 8
    assert all(is_harmless(str(problem)) and "\n" not in str(problem) for problem in check_for_faults(guide))


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("guide.yaml", 'format: 1\ntitle: "a\\u202eb"\n', "2:8"),
        ("characters.yaml", "x:\n  name: X\n  since: start\n  about: a\x1bb\n", "4:10"),
        ("characters.yaml", "x:\n  name: X\n  since: start\n  about: a\ufffeb\uffff\n", "4:10"),
        ("sections/page.md", '---\nsince: start\ntitle: "\\e"\n---\n', "3:8"),
    ],
)
def test_a_control_character_is_reported_at_its_position(tmp_path: Path, path: str, text: str, place: str) -> None:
    (problem,) = load(write(tmp_path, {path: text})).problems
    assert str(problem).startswith(f"{path}:{place}: CONTROL ")
    assert not problem.fatal


def test_decomposed_text_is_composed_and_matches_composed_text(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "남온조 Zoë")
    assert apart != "남온조 Zoë"
    files: dict[str, str | bytes] = {
        "characters.yaml": f"{apart.split()[0]}: {{name: {apart}, since: start}}\nann: {{name: Ann, since: start}}\n",
        "relationships.yaml": "- {from: ann, to: 남온조, kind: friend, since: start}\n",
        "sections/page.md": f"---\nsince: start\ntitle: {apart}\n---\n{apart}\n",
    }
    story = opened(tmp_path, files)
    assert (story.characters[0].id, story.characters[0].name) == ("남온조", "남온조 Zoë")
    assert story.sections[0].title == "남온조 Zoë"
    assert story.text(story.sections[0]) == "남온조 Zoë\n"


def test_decomposed_file_names_give_composed_ids_and_titles(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "남온조")
    (section,) = opened(tmp_path, {f"sections/{apart}/10-{apart}.md": PAGE}).sections
    assert (section.id, section.title, section.parts) == ("남온조/남온조", "남온조", ("남온조",))


def test_emoji_and_foreign_scripts_are_unchanged() -> None:
    text = "❤ 👨 🇰🇷 한글 עברית العربية हिन्दी a\u00a0b — … “x”"
    assert clean(text) == text


@given(st.text(st.characters(), max_size=30))
def test_cleaned_text_is_harmless_and_cleaning_is_idempotent(text: str) -> None:
    assert is_harmless(clean(text))
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean(text)) == clean_line(text)
    assert not set(clean_line(text)) & set("\n\t\r")


@given(st.text(st.characters(exclude_categories=("C", "Z")), max_size=30))
def test_cleaning_does_not_change_visible_text(text: str) -> None:
    assert visible(clean(text)) == unicodedata.normalize("NFC", visible(text))


@given(st.text(max_size=30))
def test_all_line_endings_become_newlines(text: str) -> None:
    for ending in ("\r\n", "\r"):
        assert clean(text.replace("\r", "").replace("\n", ending)) == clean(text.replace("\r", ""))


@pytest.mark.slow
def test_no_harmful_character_is_printable() -> None:
    letters = (chr(number) for number in range(0x110000))
    harmful = [letter for letter in letters if REPLACEMENT in harmless(letter) and letter != REPLACEMENT]
    assert harmful
    assert not any(letter.isprintable() for letter in harmful)
    assert [letter for letter in harmful if clean(f"a long text\n\n{letter}") != f"a long text\n\n{REPLACEMENT}"] == []
