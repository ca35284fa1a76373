"""The authors' tools on the command line. What they print contains spoilers."""

from __future__ import annotations

import re
from pathlib import Path

from aotad_tui.authoring.guide_files import FileExists, write_new
from aotad_tui.authoring.new_guide import NewGuide
from aotad_tui.cleaning import clean_line

from .arguments import Arguments
from .exit_codes import Exit, WrongUse, fail
from .output import print_data, print_notice


def run_tool(arguments: Arguments) -> Exit:
    """Run the tool that the arguments name, and return the exit code."""
    try:
        return _TOOLS[arguments.command or ""](arguments)
    except WrongUse as error:
        return fail(str(error), Exit.WRONG_USE)


def _new(arguments: Arguments) -> Exit:
    """`new`: write a small guide, and say what to do next."""
    options, folder = arguments.authoring, Path(arguments.words[0])
    if len(options.counts) > 1 and not options.volume:
        raise WrongUse("several counts need a word for a volume; add --volume season, or give one count")
    title = clean_line(options.title) or title_of(folder)
    new = NewGuide(title, options.unit, options.counts, options.volume)
    try:
        write_new(folder, new.files())
    except FileExists as error:
        return fail(str(error), Exit.FINDINGS)
    except OSError as error:
        return fail(f"cannot write {folder}: {error.strerror or error}", Exit.FINDINGS)
    print_data("\n".join(f"{folder}/{path}" for path in new.files()))
    print_notice(
        f"\n{title}: a guide to begin with. Next:\n"
        f"  aotad-tui {folder} --seen {new.ids[0]}   read it as of a point\n"
        f"  aotad-tui check {folder}      look for mistakes and leaks after each change\n"
        "Then replace the people and texts by yours. The schemas in the folder `schema` describe every key."
    )
    return Exit.DONE


def title_of(folder: Path) -> str:
    """A title for a guide in a folder: "my-novel" is "My novel"."""
    words = clean_line(re.sub(r"[-_]+", " ", folder.absolute().name))
    return words[:1].upper() + words[1:] or "A story"


_TOOLS = {"new": _new}
