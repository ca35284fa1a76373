"""The kinds of relationship and the states that every guide has without saying so."""

from __future__ import annotations

from .values import Kind, Line, State

KINDS: tuple[Kind, ...] = (
    Kind("family", "family of", "family of", "family", "=", Line.DOUBLE, mutual=True),
    Kind("love", "loves", "loved by", "love", "♥", Line.HEAVY),
    Kind("friend", "friends", "friends", "friends", "+", Line.LIGHT, mutual=True),
    Kind("ally", "allies", "allies", "allies", "&", Line.LIGHT, mutual=True),
    Kind("protects", "protects", "protected by", "protection", "◊", Line.LIGHT),
    Kind("rival", "rivals", "rivals", "rivals", "~", Line.DASHED, mutual=True),
    Kind("enemy", "enemies", "enemies", "enemies", "×", Line.DASHED, mutual=True),
    Kind("hurts", "hurts", "hurt by", "harm", "!", Line.DASHED),
    Kind("killed", "killed", "killed by", "killing", "†", Line.DASHED),
    Kind("teacher", "teaches", "taught by", "teaching", "¶", Line.LIGHT),
    Kind("colleague", "works with", "works with", "work & duty", "▫", Line.LIGHT, mutual=True),
)

STATES: tuple[State, ...] = (
    State("alive", "alive", "•"),
    State("dead", "dead", "†"),
    State("missing", "missing", "?"),
    State("unknown", "fate unknown", "~"),
)
