"""The printed twins of the journey, and how far one is where the command line does not say it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.cli.main import main
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from tests.copies import Copies
from tests.own_files import settings_file, state_file

pytestmark = pytest.mark.usefixtures("own_folders")


def said(whole: Story, seen: int, viewer: str = "") -> None:
    store = Store(state_file())
    ReaderState(store, whole, viewer).save_seen(whole.timeline, seen)
    store.close()


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", [("people",), ("sections",), ("show",), ("recap",), ("new-since", "1"), ()])
def test_what_was_said_in_the_reader_holds_where_seen_is_left_out(
    jekyll: Path, jekyll_story: Story, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    guide = ("--guide", str(jekyll)) if command else (str(jekyll),)
    nothing = told(capsys, *command, *guide)
    assert nothing == told(capsys, *command, *guide, "--seen", "0")
    said(jekyll_story, 4)
    assert told(capsys, *command, *guide) == told(capsys, *command, *guide, "--seen", "4") != nothing
    assert told(capsys, *command, *guide, "--as", "mina") == nothing
    said(jekyll_story, 7, "mina")
    assert told(capsys, *command, *guide, "--as", "mina") == told(capsys, *command, *guide, "--seen", "7")


def test_printing_leaves_nothing_behind(jekyll: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told(capsys, "recap", "--guide", str(jekyll))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_told_on_stderr_and_nothing_is_seen(
    jekyll: Path, jekyll_story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    said(jekyll_story, 9)
    state_file().write_bytes(b"what is this" * 1000)
    assert main(["people", "--guide", str(jekyll)]) == 0
    out, err = capsys.readouterr()
    assert out == told(capsys, "people", "--guide", str(jekyll), "--seen", "0")
    assert err.count("\n") == 1
    assert "a new file was started" in err


def test_a_recap_is_printed_by_point_in_three_lengths(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("--guide", str(jekyll), "--seen", "3")
    lengths = [len(told(capsys, "recap", length, *common)) for length in ("short", "usual", "full")]
    assert lengths == sorted(lengths)
    points = json.loads(told(capsys, "recap", "full", *common, "--json"))
    assert [point["point"] for point in points][-1] == "3"


def test_other_lengths_and_points_are_wrong(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recap", "endless", "--guide", str(jekyll)]) == 2
    assert main(["new-since", "99", "--guide", str(jekyll)]) == 2


def test_keys_are_printed_as_they_are_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('[keys]\nrecap = "f9"\nfnd = "x"\n')
    assert main(["keys"]) == 0
    out, err = capsys.readouterr()
    (row,) = (line for line in out.splitlines() if line.endswith("  recap"))
    assert row.split()[0] == "f9"
    assert err == f"{settings_file()}:3: keys.fnd: unknown command; did you mean find?\n"


@pytest.mark.slow
@pytest.mark.usefixtures("guides_opened_once")
@pytest.mark.parametrize("seen", range(11))
def test_what_is_printed_of_the_story_so_far_is_that_of_a_copy_cut_at_that_point(
    jekyll: Path, copies: Copies, capsys: pytest.CaptureFixture[str], seen: int
) -> None:
    copy = copies.cut_folder("jekyll", seen)
    since = (("new-since", point) for point in {"start", str(max(seen - 1, 0)), "8"})
    for command in (("recap", "short"), ("recap",), ("recap", "full"), *since):
        for form in ((), ("--json",)):
            whole = told(capsys, *command, *form, "--guide", str(jekyll), "--seen", str(seen))
            assert whole == told(capsys, *command, *form, "--guide", str(copy), "--seen", "end")


def test_what_pages_say_more_is_printed_too(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("new-since", "8", "--guide", str(jekyll), "--seen", "9")
    assert "1 updated passage\n» Three papers\n" in told(capsys, *common)
    last = json.loads(told(capsys, *common, "--json"))[-1]
    assert (last["sort"], last["since"], last["leads_to"]) == ("more", "9", "section:the-cabinet/three-papers")
