"""The first wall: texts are clean where they are read or decoded. Asked of the values, before anything is drawn.

`tests/library/test_cleaning.py` asks the same of every text of the format. The second wall is asked in
`tests/cli/test_output.py` and `tests/ui/test_output_filter.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aotad_tui.library.check import check
from aotad_tui.library.load import GuideUnreadable, open_guide
from aotad_tui.page.page import Page
from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.settings import read_settings
from aotad_tui.progress.store import Namespace, Store
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.search.passages import passages
from aotad_tui.story.visible import VisibleStory
from tests.library.guides import PAGE, opened, write
from tests.story.stories import story
from tests.systems import posix

from .hostile import HOSTILE, IN_A_PAGE, SURROGATES, harmful, percent, yaml_escaped, yaml_raw

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide with every hostile text in every place where it is decoded; each is a paragraph of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    files: dict[str, str | bytes] = {
        f"sections/{name.replace(' ', '-')}.md": PAGE + "\n\n".join(map(written, HOSTILE.values()))
        for name, written in IN_A_PAGE.items()
    }
    return write(folder, {**files, "sections/other.md": PAGE})


@pytest.fixture(scope="module")
def visible(guide: Path) -> VisibleStory:
    return VisibleStory(open_guide(guide))


def harmful_on_a_line(text: str) -> list[str]:
    return harmful(text, allowed="")


@pytest.mark.parametrize("name", IN_A_PAGE)
def test_what_a_page_decodes_is_clean_where_it_is_drawn_and_where_it_leads(visible: VisibleStory, name: str) -> None:
    section = visible.story.section_by_id[name.replace(" ", "-")]
    spans = [span for line in Page(visible, section).lines(80) for span in line]
    assert len(spans) >= len(HOSTILE)
    assert [span for span in spans if harmful_on_a_line(span.text)] == []
    assert [span for span in spans if span.link and harmful_on_a_line(str(span.link))] == []


@pytest.mark.parametrize("name", IN_A_PAGE)
def test_what_a_page_decodes_is_clean_where_it_is_searched(visible: VisibleStory, name: str) -> None:
    found = list(passages(visible, visible.story.section_by_id[name.replace(" ", "-")]))
    assert len(found) > 1
    assert [one for one in found if harmful(f"{one.text}{one.heading}{one.slug}")] == []
    links = [str(reference.link) for one in found for reference in one.references]
    assert [link for link in links if harmful_on_a_line(link)] == []


def test_the_fragment_of_a_link_to_no_heading_is_clean(visible: VisibleStory) -> None:
    """It is repeated to the reader who follows the link."""
    section = visible.story.section_by_id["fragment"]
    link = visible.links.resolve("#%1b%5d52;c;ZXZpbA==%1b%5c%9b%e2%80%ae", section)
    assert link is not None
    assert link.fragment == "52czxzpba"


def test_no_problem_repeats_what_was_decoded(guide: Path) -> None:
    problems = check(guide)
    assert len(problems) > len(HOSTILE)
    assert [problem for problem in problems if harmful_on_a_line(str(problem))] == []


WRONG: dict[str, Callable[[str], str]] = {
    "key": lambda text: f"{text}: x",
    "duplicate key": lambda text: f"{text}: {{name: A, since: start}}\n{text}: {{name: B, since: start}}",
    "id that differs in case": lambda text: f"{text}x: {{name: A, since: start}}\n{text}X: {{name: B, since: start}}",
    "value": lambda text: f"ann: {{name: Ann, since: {text}, group: {text}, facts: {text}}}",
    "other key": lambda text: f"ann: {{name: Ann, since: start, {text}: x}}",
    "chain": lambda text: f"{text}: {{name: A, since: start, becomes: {{character: {text}, since: start}}}}",
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("written", [yaml_escaped, yaml_raw])
def test_a_problem_takes_one_line_whatever_is_wrong(tmp_path: Path, name: str, written: Callable[[str], str]) -> None:
    files: dict[str, str | bytes] = {
        f"characters/{number}.yaml": WRONG[name](written(text)) for number, text in enumerate(HOSTILE.values())
    }
    problems = check(write(tmp_path, files))
    assert len(problems) >= len(HOSTILE)
    assert [problem for problem in problems if harmful_on_a_line(str(problem))] == []


@pytest.mark.parametrize("form", ["!{}", "!<{}>", "!a!{}", "&{} x\nb: *{}"])
def test_a_tag_or_an_alias_takes_one_line(tmp_path: Path, form: str) -> None:
    """`%0a` in a tag is a line end once YAML has decoded it."""
    for number, text in enumerate(HOSTILE.values()):
        guide = write(tmp_path / str(number), {"characters.yaml": f"a: {form.replace('{}', percent(text))} x\n"})
        problems = check(guide)
        assert problems
        assert [problem for problem in problems if harmful_on_a_line(str(problem))] == []


def names() -> Iterator[str]:
    """The hostile texts that can be the name of a file or a folder, with those that are not UTF-8."""
    for text in (*HOSTILE.values(), *SURROGATES[1:]):
        if "/" not in text and "\0" not in text and len(os.fsencode(text)) < 200:
            yield f"x{text}"


@posix
def test_the_name_of_a_folder_is_clean_where_it_is_told(tmp_path: Path) -> None:
    for name in names():
        (tmp_path / name).mkdir()
        with pytest.raises(GuideUnreadable) as unreadable:
            open_guide(tmp_path / name)
        assert not harmful_on_a_line(str(unreadable.value))


@posix
def test_no_problem_repeats_the_name_of_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {}) / "sections"
    folder.mkdir()
    for name in names():
        (folder / f"{name}.md").write_text("x")
        (folder / name).mkdir()
        (folder / name / "a.md").write_text("x")
    problems = check(tmp_path)
    assert len(problems) > len(list(names()))
    assert [problem for problem in problems if harmful_on_a_line(str(problem))] == []


def recent(store: Store, title: str, folder: str) -> None:
    record = json.dumps({"title": title, "folder": folder})
    store.put(Namespace("", "", "guide"), title.encode("utf-8", "replace").hex(), record)


def test_the_titles_of_other_guides_are_clean() -> None:
    """The store is a file, which may contain anything."""
    store = Store(None)
    for text in (*HOSTILE.values(), *SURROGATES):
        recent(store, text, "/guides/x")
    titles = [guide.title for guide in ReaderState(store, story()).recent_guides()]
    assert len(titles) >= len(HOSTILE)
    assert [title for title in titles if harmful_on_a_line(title)] == []


def test_the_note_of_a_bookmark_is_clean() -> None:
    state = ReaderState(Store(None), story())
    for text in (*HOSTILE.values(), *SURROGATES):
        state.save_bookmark(Bookmark(text.encode("utf-8", "replace").hex(), "a", TextAnchor("", "", 0.0), text, 0))
    notes = [bookmark.note for bookmark in state.bookmarks(0)]
    assert len(notes) >= len(HOSTILE)
    assert [note for note in notes if harmful_on_a_line(note)] == []


@posix
def test_a_folder_whose_name_is_not_utf_8_is_remembered(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"bad\xff")
    here, other = (replace(story(), title=title) for title in ("Here", "Other"))
    file = tmp_path / "reading.db"
    for tale in (other, here):
        store = Store(file)
        ReaderState(store, tale).save_guide(tale.title, folder)
        store.close()
        assert store.trouble == ""
    store = Store(file)
    assert [guide.folder for guide in ReaderState(store, here).recent_guides()] == [folder]
    store.close()


def toml(text: str) -> str:
    """A quoted text of TOML in which every character is escaped."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


@pytest.mark.parametrize(
    "form", ["{} = 1", "keys.{} = 'x'", "keys.find = {}", "theme = [{}]", "measure = {}", "panes = [{}]", "[{}]"]
)
def test_what_is_wrong_with_the_settings_is_told_clean(tmp_path: Path, form: str) -> None:
    file = tmp_path / "settings.toml"
    for text in HOSTILE.values():
        file.write_text(form.replace("{}", toml(text)), encoding="utf-8")
        read = read_settings(file)
        assert [trouble for trouble in read.troubles if harmful_on_a_line(trouble)] == []
        assert read.troubles or form == "keys.find = {}"


@posix
def test_the_path_of_the_settings_is_told_clean(tmp_path: Path) -> None:
    for name in names():
        folder = tmp_path / name
        folder.mkdir()
        file = folder / "settings.toml"
        for wrong in ("x = 1", "x ="):
            file.write_text(wrong)
            (trouble,) = read_settings(file).troubles
            assert not harmful_on_a_line(trouble)


def test_a_text_in_the_guide_is_found_as_it_is_shown(tmp_path: Path) -> None:
    """Both walls replace, neither removes: what a page shows and what search finds have the same characters."""
    tale = opened(tmp_path, {"sections/a.md": f"{PAGE}See <https://e.example/a%1bb> &#x202e;x."})
    visible = VisibleStory(tale)
    shown = "".join(span.text for span in list(Page(visible, tale.sections[0]).lines(80))[-1])
    assert (
        list(passages(visible, tale.sections[0]))[-1].text == shown.strip() == "See https://e.example/a\ufffdb \ufffdx."
    )
