"""`completion`: scripts by which shells complete commands, options and their choices.

They are written from the parsers, and ask the program nothing while somebody types, so they cannot name what is hidden.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .arguments import command_help, command_parsers, reader_parser
from .exit_codes import Exit
from .output import print_data

_FOLDERS = ("GUIDE", "FOLDER")
"""The names of values that are folders."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option, such as `--sort`: its spellings, its help, and its value, if it takes one."""

    names: tuple[str, ...]
    help: str
    takes_value: bool
    choices: tuple[str, ...]
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Completed:
    """What may follow a command: words for its positional arguments, and options."""

    words: tuple[str, ...]
    options: tuple[Option, ...]


def print_completion(shell: str) -> Exit:
    """Print the script of a shell, and return the exit code."""
    print_data("\n".join(SCRIPTS[shell]({name: _completed(one) for name, one in command_parsers().items()})))
    return Exit.DONE


def _completed(parser: argparse.ArgumentParser) -> Completed:
    actions = parser._actions  # noqa: SLF001  # argparse has no public list of its arguments
    words = (str(word) for action in actions if not action.option_strings for word in action.choices or ())
    return Completed(tuple(words), tuple(_option(action) for action in actions if action.option_strings))


def _option(action: argparse.Action) -> Option:
    return Option(
        tuple(action.option_strings),
        (action.help or "").replace("%(prog)s", "aotad-tui"),
        action.nargs != 0,
        tuple(map(str, action.choices or ())),
        action.metavar in _FOLDERS,
    )


def _values(commands: Mapping[str, Completed]) -> Iterator[tuple[str, Option]]:
    """Each option that takes a value, with its command; "" for the reader."""
    for name, completed in {"": _completed(reader_parser()), **commands}.items():
        yield from ((name, option) for option in completed.options if option.takes_value)


def _bash(commands: Mapping[str, Completed]) -> Iterator[str]:
    yield '# Completion for bash. In ~/.bashrc: eval "$(aotad-tui completion bash)"'
    yield "_aotad_tui() {"
    yield '    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" words="" each'
    yield "    COMPREPLY=()"
    yield '    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f"        case $each in {'|'.join(commands)}) command=$each; break ;; esac"
    yield "    done"
    yield '    case "$command $before" in'
    for name, option in _values(commands):
        patterns = "|".join(f'"{name} {spelling}"' for spelling in option.names)
        if option.choices:
            yield f'        {patterns}) words="{" ".join(option.choices)}" ;;'
        else:
            yield f"        {patterns}) {'' if option.is_folder else 'compopt +o default; '}return ;;"
    yield '        *) case "$command" in'
    for name, completed in {"": _reader(commands), **commands}.items():
        words = [*completed.words, *(spelling for option in completed.options for spelling in option.names)]
        yield f'            "{name}") words="{" ".join(words)}" ;;'
    yield "        esac ;;"
    yield "    esac"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -F _aotad_tui aotad-tui"


def _zsh(commands: Mapping[str, Completed]) -> Iterator[str]:
    yield "#compdef aotad-tui"
    yield '# Completion for zsh. In ~/.zshrc, after compinit: eval "$(aotad-tui completion zsh)"'
    yield "_aotad_tui() {"
    yield "    local -a before=(${words[2,CURRENT-1]}) found options"
    yield f"    local command=${{before[(r)({'|'.join(commands)})]}}"
    yield '    case "$command ${words[CURRENT-1]}" in'
    for name, option in _values(commands):
        patterns = "|".join(f'"{name} {spelling}"' for spelling in option.names)
        if option.choices:
            yield f"        ({patterns}) found=({' '.join(option.choices)}) ;;"
        else:
            yield f"        ({patterns}) {'_files -/' if option.is_folder else '_message value'}; return ;;"
    yield '        (*) case "$command" in'
    for name, completed in {"": _reader(commands), **commands}.items():
        found = {**dict.fromkeys(completed.words, ""), **({} if name else command_help())}
        options = {spelling: option.help for option in completed.options for spelling in option.names}
        yield f'            ("{name}") found=({_described(found)}) options=({_described(options)}) ;;'
    yield "        esac ;;"
    yield "    esac"
    yield "    _describe aotad-tui found"
    yield "    _describe -o option options"
    yield '    [[ -n "$command" ]] || _files -/'
    yield "}"
    yield "compdef _aotad_tui aotad-tui"


def _described(helps: Mapping[str, str]) -> str:
    """Words with their help, as zsh's `_describe` takes them."""
    return " ".join(_quoted(f"{word}:{words}" if words else word) for word, words in helps.items())


def _fish(commands: Mapping[str, Completed]) -> Iterator[str]:
    yield "# Completion for fish. In ~/.config/fish/config.fish: aotad-tui completion fish | source"
    no_command = f"not __fish_seen_subcommand_from {' '.join(commands)}"
    yield f"complete -c aotad-tui -n {_quoted(no_command)} -a '(__fish_complete_directories)'"
    yield "complete -c aotad-tui -f"
    for name, words in command_help().items():
        yield f"complete -c aotad-tui -n {_quoted(no_command)} -a {name} -d {_quoted(words)}"
    for name, completed in {"": _completed(reader_parser()), **commands}.items():
        when = f"complete -c aotad-tui -n {_quoted(f'__fish_seen_subcommand_from {name}' if name else no_command)}"
        if completed.words:
            yield f"{when} -a {_quoted(' '.join(completed.words))}"
        for option in completed.options:
            spelt = " ".join(f"-{'l' if one[:2] == '--' else 's'} {one.lstrip('-')}" for one in option.names)
            value = "-r -a '(__fish_complete_directories)'" if option.is_folder else "-x" if option.takes_value else ""
            choices = f"-a {_quoted(' '.join(option.choices))}" if option.choices else ""
            yield " ".join(filter(None, (when, spelt, value, choices, f"-d {_quoted(option.help)}")))


def _reader(commands: Mapping[str, Completed]) -> Completed:
    """What may stand where no command does yet: a command, or options of the reader."""
    return Completed(tuple(commands), _completed(reader_parser()).options)


def _quoted(text: str) -> str:
    """A text without backslashes in single quotes, as all three shells read it."""
    return "'" + text.replace("'", "'\"'\"'") + "'"


SCRIPTS: Mapping[str, Callable[[Mapping[str, Completed]], Iterator[str]]] = {
    "bash": _bash,
    "fish": _fish,
    "zsh": _zsh,
}
"""The lines of the script, by shell."""
