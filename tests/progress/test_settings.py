"""Settings: errors have file and line, valid settings apply, and comments survive every change."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from aotad_tui.commands.keys import DEFAULT_KEYS
from aotad_tui.commands.panes import SIDE_PANES
from aotad_tui.progress.settings import FULL_WIDTH, Settings, read_settings
from aotad_tui.progress.settings_writing import SettingsUnwritable, write_setting
from tests.systems import posix


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def read_text(file: Path, text: str) -> tuple[Settings, list[str]]:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    read = read_settings(file)
    return read.settings, [trouble.removeprefix(f"{file}:") for trouble in read.troubles]


def test_without_a_file_the_defaults_apply(file: Path) -> None:
    assert read_settings(file).settings == Settings()
    assert read_settings(file).troubles == ()


def test_every_setting_is_read(file: Path) -> None:
    flags = "ascii = true\nmotion = true\n"
    text = f'theme = "nord"\nmeasure = 72\npanes = ["people"]\nnames = "one"\n{flags}[keys]\nfind = "f2"\n'
    settings, troubles = read_text(file, text)
    assert troubles == []
    keys = {**DEFAULT_KEYS, "find": ("f2",)}
    assert settings == Settings("nord", 72, ("people",), "one", ascii=True, motion=True, keys=keys)


def test_full_width_is_given_as_a_word(file: Path) -> None:
    assert read_text(file, 'measure = "full"')[0].measure == FULL_WIDTH


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nthme = 1", "2: thme: unknown setting; did you mean theme?"),
        ("theme = 1", "1: theme: must be the name of a theme, in quotes"),
        ("# wide\nmeasure = 30", '2: measure: must be a number of cells from 40 to 200, or "full", not 30'),
        ("measure = true", '1: measure: must be a number of cells from 40 to 200, or "full", not True'),
        (
            'panes = ["left"]',
            f"1: panes: must be a list with any of {', '.join(SIDE_PANES)}, not ['left']",
        ),
        ("ascii = 1", "1: ascii: must be true or false, not 1"),
        ('names = "hangul"', '1: names: must be "both" (scripts) or "one", not \'hangul\''),
        ("keys = 1", "1: keys: must be a table of commands with their keys"),
        ('[keys]\nfnd = "x"', "2: keys.fnd: unknown command; did you mean find?"),
        (
            '[keys]\nfind = "ctrl+"',
            """2: keys.find: must be a key such as "x", "ctrl+x" or "f5", or a list of keys, not 'ctrl+'""",
        ),
        ("[keys]\nfind = []", '2: keys.find: must be a key such as "x", "ctrl+x" or "f5", or a list of keys, not []'),
        ('[keys]\n\nfind = "j"', "3: keys.find: j is already the key of line_down; the default key is kept"),
    ],
)
def test_an_error_is_reported_with_its_line_and_the_other_settings_apply(file: Path, text: str, message: str) -> None:
    settings, troubles = read_text(file, f"{text}\n")
    assert troubles == [message]
    assert settings == Settings()
    head = "motion = true\n"
    assert read_text(file, f"{head}{text}\n")[0] == Settings(motion=True)


def test_invalid_toml_is_reported_with_its_line(file: Path) -> None:
    settings, troubles = read_text(file, "ascii = true\nmeasure = = 3\n")
    assert settings == Settings()
    assert [trouble[:39] for trouble in troubles] == ["2: invalid TOML; all settings ignored: "]


class WithLine(ValueError):
    """The error of Python 3.14, which has the line as an attribute."""

    lineno = 7


def test_the_line_is_taken_from_the_error_if_it_has_one(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def loads(text: str) -> None:
        raise WithLine("no more of this at line 3")

    monkeypatch.setattr(tomllib, "loads", loads)
    assert read_text(file, "")[1] == ["7: invalid TOML; all settings ignored: no more of this at line 3"]


NESTED = ("measure = " + "[" * 10_000, "a = " + "{a=" * 10_000)
LONG_NUMBER = "a = " + "9" * 5_000


@pytest.mark.parametrize("text", [*NESTED, LONG_NUMBER], ids=["lists", "tables", "digits"])
def test_exceeding_a_limit_of_the_parser_is_reported(file: Path, text: str) -> None:
    settings, troubles = read_text(file, text)
    assert settings == Settings()
    assert [trouble[:39] for trouble in troubles] == ["1: invalid TOML; all settings ignored: "]


@pytest.mark.parametrize("text", NESTED, ids=["lists", "tables"])
def test_a_file_nested_too_deeply_is_not_overwritten(file: Path, text: str) -> None:
    read_text(file, text)
    with pytest.raises(SettingsUnwritable, match="fix it first"):
        write_setting(file, "ascii", True)
    assert file.read_text() == text


def test_two_commands_may_swap_their_keys(file: Path) -> None:
    settings, troubles = read_text(file, '[keys]\nrecap = "w"\nwhats_new = ["r", "f9"]\n')
    assert troubles == []
    assert (settings.keys["recap"], settings.keys["whats_new"]) == (("w",), ("r", "f9"))


def test_of_two_commands_on_one_key_the_second_keeps_its_default(file: Path) -> None:
    settings, troubles = read_text(file, '[keys]\nrecap = "f6"\nwhats_new = "f6"\n')
    assert troubles == ["3: keys.whats_new: f6 is already the key of recap; the default key is kept"]
    assert (settings.keys["recap"], settings.keys["whats_new"]) == (("f6",), ("w",))


def test_a_change_is_written_and_everything_else_is_unchanged(file: Path) -> None:
    text = '# mine\nmeasure = 80  # as in books\n\n[keys]\n# better\nfind = "f2"\n'
    read_text(file, text)
    write_setting(file, "measure", 100)
    write_setting(file, "theme", "nord")
    written = file.read_text()
    assert "# mine\nmeasure = 100  # as in books\n" in written
    assert '[keys]\n# better\nfind = "f2"\n' in written
    read = read_settings(file)
    assert (read.settings.measure, read.settings.theme, read.settings.keys["find"]) == (100, "nord", ("f2",))


def test_a_missing_file_is_created(file: Path) -> None:
    write_setting(file, "panes", ["people"])
    assert read_settings(file).settings.panes == ("people",)
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@posix
def test_a_link_to_the_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text("ascii = false\n")
    file.parent.mkdir()
    file.symlink_to(target)
    write_setting(file, "ascii", True)
    assert file.is_symlink()
    assert target.read_text() == "ascii = true\n"


def test_invalid_toml_is_not_overwritten(file: Path) -> None:
    read_text(file, "ascii = = true\n")
    with pytest.raises(SettingsUnwritable, match="fix it first"):
        write_setting(file, "ascii", True)
    assert file.read_text() == "ascii = = true\n"


def test_a_file_that_cannot_be_written_raises_an_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(SettingsUnwritable, match="cannot be written"):
        write_setting(tmp_path / "config" / "settings.toml", "ascii", True)


def test_names_of_keys_are_read_in_any_case(file: Path) -> None:
    settings, troubles = read_text(file, '[keys]\nfind = ["F2", "Ctrl+Y", "X", "SHIFT+F3"]\nclose_or_back = "Esc"\n')
    assert (settings.keys["find"], settings.keys["close_or_back"]) == (("f2", "ctrl+y", "X", "shift+f3"), ("escape",))
    assert troubles == []
