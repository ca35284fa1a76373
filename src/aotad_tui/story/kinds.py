"""The kinds of relationship and the states that every guide has by default."""

from __future__ import annotations

from .values import ANNOUNCED, Family, Kind, LineStyle, State

_KINSHIP, _LOVE, _ALLIANCE, _CONFLICT, _DUTY = Family
_LIGHT, _HEAVY, _DOUBLE, _DASHED = LineStyle

KINDS: tuple[Kind, ...] = (
    Kind("family", "family of", "family of", "family", "=", _DOUBLE, mutual=True, strength=5, family=_KINSHIP),
    Kind("love", "loves", "loved by", "love", "♥", _HEAVY, strength=5, family=_LOVE),
    Kind("friend", "friends", "friends", "friends", "+", _LIGHT, mutual=True, strength=4),
    Kind("ally", "allies", "allies", "allies", "&", _LIGHT, mutual=True),
    Kind("protects", "protects", "protected by", "protection", "◊", _LIGHT, strength=4),
    Kind("rival", "rivals", "rivals", "rivals", "~", _DASHED, mutual=True, strength=2, family=_CONFLICT),
    Kind("enemy", "enemies", "enemies", "enemies", "×", _DASHED, mutual=True, family=_CONFLICT),
    Kind("hurts", "hurts", "hurt by", "harm", "!", _DASHED, family=_CONFLICT),
    Kind("killed", "killed", "killed by", "killing", "‡", _DASHED, strength=4, family=_CONFLICT),
    Kind("teacher", "teaches", "taught by", "teaching", "¶", _LIGHT, strength=2, family=_DUTY),
    Kind("colleague", "works with", "works with", "work & duty", "▫", _LIGHT, mutual=True, strength=1, family=_DUTY),
)

STATES: tuple[State, ...] = (
    State("alive", "alive", "•"),
    State("dead", "dead", "†"),
    State("missing", "missing", "?"),
    State("unknown", "fate unknown", "¿"),
    State(ANNOUNCED, "announced, not met yet", "○"),
)
