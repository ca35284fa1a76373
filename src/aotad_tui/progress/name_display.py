"""Names in one script: native names, also those of actors, become aliases, which are found but not shown."""

from __future__ import annotations

from dataclasses import replace

from aotad_tui.story.story import Story
from aotad_tui.story.values import Character


def single_script(whole: Story) -> Story:
    """The story without native names next to names. Stamps are kept."""
    return replace(whole, characters=tuple(_in_one_script(character) for character in whole.characters))


def _in_one_script(character: Character) -> Character:
    natives = [replace(stage, is_shown=False) for stage in character.native_stages]
    aliases = sorted((*character.aliases, *natives), key=lambda stage: stage.since)
    actor = character.played_by
    if actor and actor.native:
        actor = replace(actor, native="", aliases=(*actor.aliases, actor.native))
    return replace(character, native_stages=(), aliases=tuple(aliases), played_by=actor)
