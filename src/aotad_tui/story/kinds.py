"""The kinds of relationship and the states that every guide has by default."""

from __future__ import annotations

from .values import ANNOUNCED, Kind, LineStyle, State

KINDS: tuple[Kind, ...] = (
    Kind("family", "family of", "family of", "family", "=", LineStyle.DOUBLE, mutual=True, strength=5),
    Kind("love", "loves", "loved by", "love", "♥", LineStyle.HEAVY, strength=5),
    Kind("friend", "friends", "friends", "friends", "+", LineStyle.LIGHT, mutual=True, strength=4),
    Kind("ally", "allies", "allies", "allies", "&", LineStyle.LIGHT, mutual=True),
    Kind("protects", "protects", "protected by", "protection", "◊", LineStyle.LIGHT, strength=4),
    Kind("rival", "rivals", "rivals", "rivals", "~", LineStyle.DASHED, mutual=True, strength=2),
    Kind("enemy", "enemies", "enemies", "enemies", "×", LineStyle.DASHED, mutual=True),
    Kind("hurts", "hurts", "hurt by", "harm", "!", LineStyle.DASHED),
    Kind("killed", "killed", "killed by", "killing", "†", LineStyle.DASHED, strength=4),
    Kind("teacher", "teaches", "taught by", "teaching", "¶", LineStyle.LIGHT, strength=2),
    Kind("colleague", "works with", "works with", "work & duty", "▫", LineStyle.LIGHT, mutual=True, strength=1),
)

STATES: tuple[State, ...] = (
    State("alive", "alive", "•"),
    State("dead", "dead", "†"),
    State("missing", "missing", "?"),
    State("unknown", "fate unknown", "~"),
    State(ANNOUNCED, "announced, not met yet", "○"),
)
