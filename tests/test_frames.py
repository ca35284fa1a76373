"""A frame that has changed shows the rows that differ and how to renew frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from .frames import assert_equals_frame


@pytest.fixture
def frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("RENEW_FRAMES", raising=False)
    file = tmp_path / "frames" / "one.txt"
    file.parent.mkdir()
    file.write_text("first\nsecond\n", encoding="utf-8")
    return file


def test_equal_rows_pass_whatever_spaces_are_at_their_ends(frame: Path) -> None:
    assert_equals_frame(frame, ["first  ", "second"])


def test_a_changed_row_is_shown_with_the_command_that_renews_it(frame: Path) -> None:
    with pytest.raises(AssertionError) as failure:
        assert_equals_frame(frame, ["first", "third"])
    message = str(failure.value)
    assert "-second" in message
    assert "+third" in message
    assert "RENEW_FRAMES=1 python -m pytest -n0 " in message
    assert "'third'" in message  # pytest shows the values, since assertions of helpers are rewritten


def test_a_missing_frame_is_a_failure(frame: Path) -> None:
    frame.unlink()
    with pytest.raises(AssertionError, match="RENEW_FRAMES=1"):
        assert_equals_frame(frame, ["first"])


def test_renewed_frames_are_written_and_pass(frame: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENEW_FRAMES", "1")
    assert_equals_frame(frame, ["first", "third  "])
    assert frame.read_text(encoding="utf-8") == "first\nthird\n"
