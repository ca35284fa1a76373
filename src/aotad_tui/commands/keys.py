"""The current keys: those of the registry, replaced by those in the reader's settings."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from .registry import BY_ID, COMMANDS, Scope, key_in_words

Keys = Mapping[str, tuple[str, ...]]
"""Keys by command id. A command may have none."""

DEFAULT_KEYS: Keys = {command.id: command.keys for command in COMMANDS}

_NOT_MAP = frozenset(command.id for command in COMMANDS if command.scope is not Scope.MAP)

LATER_KEYS = frozenset({"d", "u", "ctrl+f", "ctrl+b", "h", "l", "M", "z", "(", ")"})
"""Default keys of later versions: settings that were written before may give them to other commands, and keep them."""

_NAMED = (
    "space|enter|tab|escape|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right|f[1-9]|f1[0-9]|f2[0-4]"
)
_KEY = re.compile(rf"(?:(?:ctrl|alt|shift)\+)*(?:\S|{_NAMED})")
_LONG = re.compile(r"\w{2,}")
_CALLED = {"esc": "escape", "page down": "pagedown", "page up": "pageup", "return": "enter", " ": "space"}


def key_named(words: str) -> str | None:
    """The program's name of a key, from how a person writes it; None if there is no such key."""
    plain = words if len(words) == 1 else _LONG.sub(lambda part: part[0].lower(), words)  # "F5", "Ctrl+b"
    if plain.startswith("ctrl+"):
        plain = plain.lower()  # terminals do not distinguish capital letters after ctrl
    name = _CALLED.get(plain, plain)
    return name if _KEY.fullmatch(name) else None


def keys_in_force(chosen: Keys) -> tuple[Keys, dict[str, str]]:
    """The keys of every command, and by command the error for each chosen key that another command has.

    If another command has a chosen key already, the command keeps its default keys.
    """
    refused: dict[str, str] = {}
    taken = LATER_KEYS.intersection(key for id, own in chosen.items() if id in _NOT_MAP for key in own)
    defaults = {id: _without(keys, taken) if id in _NOT_MAP else keys for id, keys in DEFAULT_KEYS.items()}
    while True:
        keys = {**defaults, **{id: own for id, own in chosen.items() if id in BY_ID and id not in refused}}
        clash = _clash(keys, [id for id in chosen if id in BY_ID and id not in refused])
        if clash is None:
            return keys, refused
        id, message = clash
        refused[id] = message


def _without(keys: tuple[str, ...], taken: Collection[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in taken)


def _clash(keys: Keys, chosen: list[str]) -> tuple[str, str] | None:
    """The last chosen command that shares a key with another, and the error."""
    for id in reversed(chosen):
        for other, others in keys.items():
            apart = (BY_ID[id].scope is Scope.MAP) != (BY_ID[other].scope is Scope.MAP)
            shared = [key for key in keys[id] if other != id and not apart and key in others]
            if shared:
                return id, f"{key_in_words(shared[0])} is already the key of {other}"
    return None
