"""Names in one script: native names, also those of actors, become aliases, which are found but not shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from aotad_tui.story.named import Named
from aotad_tui.story.story import Story
from aotad_tui.story.values import Character

N = TypeVar("N", bound=Named)


def single_script(whole: Story) -> Story:
    """The story without native names next to names. Stamps are kept."""
    characters = tuple(_with_actor_in_one_script(_in_one_script(character)) for character in whole.characters)
    return replace(whole, characters=characters, terms=tuple(_in_one_script(term) for term in whole.terms))


def _in_one_script(named: N) -> N:
    natives = [replace(stage, is_shown=False) for stage in named.native_stages]
    aliases = sorted((*named.aliases, *natives), key=lambda stage: stage.since)
    return replace(named, native_stages=(), aliases=tuple(aliases))


def _with_actor_in_one_script(character: Character) -> Character:
    actor = character.played_by
    if actor and actor.native:
        actor = replace(actor, native="", aliases=(*actor.aliases, actor.native))
    return replace(character, played_by=actor)
