"""Textual's bindings, made of the registry of commands."""

from __future__ import annotations

from string import punctuation

from textual.binding import Binding, BindingType

from aotad_tui.commands.registry import COMMANDS, Scope
from aotad_tui.ui.platform.textual_internals import key_name


def textual_key(key: str) -> str:
    """Textual's name for a key: `?` is `question_mark`, also after ctrl."""
    *held, last = key.split("+") if len(key) > 1 and not key.endswith("+") else [key]
    return "+".join([*held, key_name(last) if len(last) == 1 else last])


def registry_key(key: str) -> str:
    """The registry's name for a key that Textual names."""
    return _WRITTEN.get(key, key)


def bindings_for(*scopes: Scope) -> list[BindingType]:
    """A binding for each key of each command in these scopes; the action runs the command by its id."""
    return [
        Binding(textual_key(key), f"run_command('{command.id}')", command.title, show=False, id=command.id)
        for command in COMMANDS
        if command.scope in scopes
        for key in command.keys
    ]


_WRITTEN = {textual_key(key): key for key in punctuation}
