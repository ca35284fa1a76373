"""The kinds of relationship and the states that every guide has by default."""

from __future__ import annotations

from .values import Kind, Line, State

KINDS: tuple[Kind, ...] = (
    Kind("family", "family of", "family of", "family", "=", Line.DOUBLE, mutual=True, strength=5),
    Kind("love", "loves", "loved by", "love", "♥", Line.HEAVY, strength=5),
    Kind("friend", "friends", "friends", "friends", "+", Line.LIGHT, mutual=True, strength=4),
    Kind("ally", "allies", "allies", "allies", "&", Line.LIGHT, mutual=True),
    Kind("protects", "protects", "protected by", "protection", "◊", Line.LIGHT, strength=4),
    Kind("rival", "rivals", "rivals", "rivals", "~", Line.DASHED, mutual=True, strength=2),
    Kind("enemy", "enemies", "enemies", "enemies", "×", Line.DASHED, mutual=True),
    Kind("hurts", "hurts", "hurt by", "harm", "!", Line.DASHED),
    Kind("killed", "killed", "killed by", "killing", "†", Line.DASHED, strength=4),
    Kind("teacher", "teaches", "taught by", "teaching", "¶", Line.LIGHT, strength=2),
    Kind("colleague", "works with", "works with", "work & duty", "▫", Line.LIGHT, mutual=True, strength=1),
)

STATES: tuple[State, ...] = (
    State("alive", "alive", "•"),
    State("dead", "dead", "†"),
    State("missing", "missing", "?"),
    State("unknown", "fate unknown", "~"),
)
