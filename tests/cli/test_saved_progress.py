"""`recap`, `new-since` and `keys`, and the saved progress that applies without `--seen`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.cli.main import main
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from tests.copies import Copies
from tests.library.guides import write
from tests.own_files import settings_file, state_file
from tests.ui.test_written_recap import story_in

pytestmark = pytest.mark.usefixtures("own_folders")


def save_progress(whole: Story, seen: int, viewer: str = "") -> None:
    store = Store(state_file())
    ReaderState(store, whole, viewer).save_seen(whole.timeline, seen)
    store.close()


def output_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("command", [("people",), ("sections",), ("show",), ("recap",), ("new-since", "1"), ()])
def test_without_seen_the_saved_progress_applies(
    jekyll: Path, jekyll_story: Story, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    guide = ("--guide", str(jekyll)) if command else (str(jekyll),)
    nothing = output_of(capsys, *command, *guide)
    assert nothing == output_of(capsys, *command, *guide, "--seen", "0")
    save_progress(jekyll_story, 4)
    assert output_of(capsys, *command, *guide) == output_of(capsys, *command, *guide, "--seen", "4") != nothing
    assert output_of(capsys, *command, *guide, "--as", "mina") == nothing
    save_progress(jekyll_story, 7, "mina")
    assert output_of(capsys, *command, *guide, "--as", "mina") == output_of(capsys, *command, *guide, "--seen", "7")


def test_printing_writes_no_file(jekyll: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    output_of(capsys, "recap", "--guide", str(jekyll))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_reported_on_stderr_and_means_no_progress(
    jekyll: Path, jekyll_story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    save_progress(jekyll_story, 9)
    state_file().write_bytes(b"what is this" * 1000)
    assert main(["people", "--guide", str(jekyll)]) == 0
    out, err = capsys.readouterr()
    assert out == output_of(capsys, "people", "--guide", str(jekyll), "--seen", "0")
    assert err.count("\n") == 1
    assert "a new file was started" in err


def test_a_recap_is_printed_by_point_in_three_lengths(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("--guide", str(jekyll), "--seen", "3")
    lengths = [len(output_of(capsys, "recap", length, *common)) for length in ("short", "usual", "full")]
    assert lengths == sorted(lengths)
    points = json.loads(output_of(capsys, "recap", "full", *common, "--json"))
    assert [point["point"] for point in points] == ["3"]
    points = json.loads(output_of(capsys, "recap", "full", *common, "--json", "--since", "start"))
    assert [point["point"] for point in points] == ["3", "2", "1", "start"]


def test_a_recap_begins_where_progress_was_raised_last(
    jekyll: Path, jekyll_story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    save_progress(jekyll_story, 5)
    store = Store(state_file())
    ReaderState(store, jekyll_story).save_seen_before(jekyll_story.timeline, 3)
    store.close()
    assert main(["recap", "--guide", str(jekyll)]) == 0
    out, err = capsys.readouterr()
    assert out == output_of(capsys, "recap", "--seen", "5", "--since", "3", "--guide", str(jekyll))
    assert "Chapter 5" in out
    assert "Chapter 3" not in out
    assert err == "aotad-tui: 3 earlier points are not shown; add --since start to show everything\n"


def test_a_recap_of_a_person_has_all_points(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("--guide", str(jekyll), "--seen", "6", "--json")
    points = json.loads(output_of(capsys, "recap", "lanyon", *common))
    assert [point["point"] for point in points] == ["6", "2"]
    assert points == json.loads(output_of(capsys, "recap", "usual", "lanyon", *common))
    assert all("Lanyon" in event["text"] for point in points for event in point["happened"])


def test_a_short_recap_has_a_fact_where_no_state_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "facts: [{since: 1, text: Finds the letter.}, {since: 2, text: Burns the house down.}]"
    guide = write(tmp_path / "guide", {"characters.yaml": f"a: {{name: Anna, since: 1, {facts}}}\n"})
    common = ("recap", "short", "--guide", str(guide), "--seen", "end")
    assert output_of(capsys, *common).splitlines()[1:] == ["· Anna: Burns the house down."]
    assert output_of(capsys, *common, "--since", "start").count("· Anna: ") == 2


def test_unknown_lengths_and_points_are_usage_errors(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recap", "endless", "hyde", "--guide", str(jekyll)]) == 2
    assert main(["recap", "--since", "99", "--guide", str(jekyll)]) == 2
    assert main(["new-since", "99", "--guide", str(jekyll)]) == 2


def test_keys_are_printed_as_the_settings_define_them(capsys: pytest.CaptureFixture[str]) -> None:
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
def test_recap_and_new_content_equal_those_of_a_copy_cut_at_the_point(
    jekyll: Path, copies: Copies, capsys: pytest.CaptureFixture[str], seen: int
) -> None:
    copy = copies.cut_folder("jekyll", seen)
    since = (("new-since", point) for point in {"start", str(max(seen - 1, 0)), "8"})
    for command in (("recap", "short"), ("recap",), ("recap", "full"), *since):
        for form in ((), ("--json",)):
            whole = output_of(capsys, *command, *form, "--guide", str(jekyll), "--seen", str(seen))
            assert whole == output_of(capsys, *command, *form, "--guide", str(copy), "--seen", "end")


def test_new_passages_of_pages_are_printed(jekyll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("new-since", "8", "--guide", str(jekyll), "--seen", "9")
    assert "1 updated passage\n» Three papers\n" in output_of(capsys, *common)
    last = json.loads(output_of(capsys, *common, "--json"))[-1]
    assert (last["sort"], last["since"], last["leads_to"]) == ("more", "9", "section:the-cabinet/three-papers")


def test_recap_prints_the_author_s_text_and_the_facts_for_a_length(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story_in(tmp_path / "guide")
    guide = ("--guide", str(tmp_path / "guide"), "--seen")
    assert main(["recap", *guide, "3"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("» Previously\n\nThird\n\nBo leaves with Cy.\n")
    assert "Abroad" not in printed.out
    assert printed.err == "aotad-tui: the recap of the guide; use a length, such as `recap usual`, for the facts\n"
    assert "Abroad\n\nBo is alone." in output_of(capsys, "recap", *guide, "4")
    facts = output_of(capsys, "recap", "usual", *guide, "3")
    assert "Bo: Rides off." in facts
    assert "Previously\n" not in facts
    assert [point["point"] for point in json.loads(output_of(capsys, "recap", "--json", *guide, "3"))] == ["s1e3"]
