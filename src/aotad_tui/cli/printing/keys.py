"""`keys`: the keys in force, and the errors of the settings."""

from __future__ import annotations

from aotad_tui.cells import pad, width
from aotad_tui.cli.exit_codes import Exit
from aotad_tui.cli.output import print_data, print_notice
from aotad_tui.commands.registry import by_topic, keys_in_words
from aotad_tui.progress.folders import settings_file
from aotad_tui.progress.settings import read_settings


def print_keys() -> Exit:
    """Print keys, title and id of each command by topic, and return the exit code."""
    read = read_settings(settings_file())
    keys = {id: keys_in_words(names) for id, names in read.settings.keys.items()}
    room = max(width(words) for words in keys.values())
    for number, (topic, commands) in enumerate(by_topic().items()):
        print_data(f"{chr(10) if number else ''}{topic}")
        longest = max(width(command.title) for command in commands)
        for command in commands:
            print_data(f"  {pad(keys[command.id], room)}  {pad(command.title, longest)}  {command.id}")
    for trouble in read.troubles:
        print_notice(trouble)
    return Exit.DONE
