"""Commands are collected from the methods marked `@command`."""

from __future__ import annotations

import pytest

from aotad_tui.ui.command_table import command, handlers


def test_only_marked_methods_are_commands() -> None:
    class Part:
        def __init__(self) -> None:
            self.done: list[str] = []

        @command
        def next_thing(self) -> None:
            self.done.append("next")

        def helper(self) -> None:
            self.done.append("helper")

    part = Part()
    table = handlers(part)
    assert list(table) == ["next_thing"]
    table["next_thing"]()
    assert part.done == ["next"]


def test_two_functions_for_one_command_are_rejected() -> None:
    class One:
        @command
        def open(self) -> None: ...

    class Other:
        @command
        def open(self) -> None: ...

    with pytest.raises(ValueError, match="'open'"):
        handlers(One(), Other())
