"""Textual's bindings, made of the registry of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from aotad_tui.commands.registry import COMMANDS, Scope

# Textual's names for the keys that have no letter of their own.
_NAMES = {
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    ":": "colon",
    "@": "at",
    "#": "number_sign",
    ">": "greater_than_sign",
    "+": "plus",
    "=": "equals_sign",
    "-": "minus",
    "?": "question_mark",
    "/": "slash",
}


_KEYS = {name: key for key, name in _NAMES.items()}


def in_words(key: str) -> str:
    """The key that Textual names so, as the registry writes it."""
    return _KEYS.get(key, key)


def bindings_for(*scopes: Scope) -> list[BindingType]:
    """A binding for each key of each command in these scopes; the action has the command's id.

    What opens a line to type in is done before the next key is looked at, which else went where the focus was.
    """
    return [
        Binding(
            _NAMES.get(key, key),
            command.id,
            command.title,
            show=False,
            id=command.id,
            priority=command.opens_line,
        )
        for command in COMMANDS
        if command.scope in scopes
        for key in command.keys
    ]
