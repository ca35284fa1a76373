from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.cells import width
from aotad_tui.cli.main import main
from tests.library.guides import write

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _guide(jekyll: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AOTAD_GUIDE", str(jekyll))


def test_ties_draws_the_card_the_relationships_and_people_two_steps_away(capsys: Capture) -> None:
    assert main(["ties", "enfield", "--seen", "1", "--width", "44"]) == 0
    assert capsys.readouterr().out == TIES


def test_path_draws_a_chain_and_prints_it_as_sentences(capsys: Capture) -> None:
    assert main(["path", "enfield", "carew", "--seen", "4", "--width", "60", "--ascii"]) == 0
    assert capsys.readouterr().out == PATH


@pytest.mark.parametrize("arguments", [["ties", "hyde"], ["path", "enfield", "jekyll"]])
@pytest.mark.parametrize("cells", [20, 32, 200])
def test_no_row_is_wider_than_the_width_given(arguments: list[str], cells: int, capsys: Capture) -> None:
    assert main([*arguments, "--seen", "end", "--width", str(cells)]) == 0
    assert max(map(width, capsys.readouterr().out.splitlines())) <= min(cells, 80)


def test_two_unconnected_people_and_one_person_alone_have_the_code_1_and_an_error(
    capsys: Capture, tmp_path: Path
) -> None:
    guide = write(tmp_path, {"characters.yaml": "ann: {name: Ann, since: start}\nbob: {name: Bob, since: start}"})
    assert main(["path", "ann", "bob", "--guide", str(guide)]) == 1
    assert "Ann and Bob are not connected before Point 1." in capsys.readouterr().err
    assert main(["path", "jekyll", "hyde", "--seen", "end"]) == 1
    assert "Both names belong to Henry Jekyll." in capsys.readouterr().err


def test_a_hidden_person_gives_the_same_error_as_an_unknown_one(capsys: Capture) -> None:
    errors = []
    for name in ("lanyon", "nobody at all"):
        assert main(["path", "enfield", name, "--seen", "1"]) == 1
        errors.append(capsys.readouterr().err.replace(name, "NAME"))
    assert errors[0] == errors[1]


def test_both_print_json(capsys: Capture) -> None:
    assert main(["path", "enfield", "carew", "--seen", "4", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(step["from"], step["to"]) for step in found["steps"]] == [("enfield", "utterson"), ("utterson", "carew")]
    assert main(["ties", "carew", "--seen", "4", "--json"]) == 0
    assert {tie["with"] for tie in json.loads(capsys.readouterr().out)["ties"]} == {"utterson", "hyde"}


TIES = """\
╭──────────────────────────────────────────╮
│ Richard Enfield                          │
│ The lawyer's circle · • alive            │
│ A man about town; walks with his kinsman │
│ the lawyer on Sundays.                   │
│ first met in Chapter 1: The door         │
╰─┬────────────────────────────────────────╯
  ╞═ = family 1 ════════════════════════════
  ├═ distant kinsman, met on Sundays
  │  ═══════════════════════════ Mr Utterson
  ├╌ × enemies 1 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
  ├╌ caught him by the collar ╌╌╌╌╌╌ Mr Hyde
  └ two steps away 0 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
"""
PATH = """\
.------------------------------------------------.
| Richard Enfield  The lawyer's circle - * alive |
'--+---------------------------------------------'
   H = distant kinsman, met on Sundays
.--+-----------------------------------------.
| Mr Utterson  The lawyer's circle - * alive |
'--+-----------------------------------------'
   | + known to the lawyer
.--+-----------------------------------------.
| Sir Danvers Carew  The Carew case - d dead |
'--------------------------------------------'

Richard Enfield and Mr Utterson: distant kinsman, met on
Sundays.

Mr Utterson and Sir Danvers Carew: known to the lawyer.

No section names both.
"""
