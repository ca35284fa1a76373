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
    "+": "plus",
    "=": "equals_sign",
    "-": "minus",
    "?": "question_mark",
    "/": "slash",
}


def bindings_for(*scopes: Scope) -> list[BindingType]:
    """A binding for each key of each command in these scopes; the action has the command's id."""
    return [
        Binding(_NAMES.get(key, key), command.id, command.title, show=False, id=command.id)
        for command in COMMANDS
        if command.scope in scopes
        for key in command.keys
    ]
