"""The table from command ids to functions.

A command is one row of the registry and one method, marked with `@command`, of the same name. Screens and panes
collect the methods of their parts into one table; their bindings and clicks run commands through it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, runtime_checkable

Handler = Callable[[], object]
"""Runs a command. A coroutine function is awaited by Textual."""

_MARK = "_is_command"

MethodT = TypeVar("MethodT", bound=Callable[..., object])


def command(method: MethodT) -> MethodT:
    """Mark a method as the function of the command with the same id as its name."""
    setattr(method, _MARK, True)
    return method


def handlers(*owners: object) -> dict[str, Handler]:
    """The marked methods of some objects, bound to them, by command id. Raises ValueError where two share an id."""
    table: dict[str, Handler] = {}
    for owner in owners:
        names = {name for cls in type(owner).__mro__ for name, member in vars(cls).items() if hasattr(member, _MARK)}
        for name in sorted(names):
            if name in table:
                raise ValueError(f"two functions for the command {name!r}")
            table[name] = getattr(owner, name)
    return table


@runtime_checkable
class RunsCommands(Protocol):
    """A screen that has commands of the registry."""

    def has_command(self, id: str) -> bool:
        """Whether it has the command of that id."""
        ...
