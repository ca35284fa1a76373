"""Lets `python -m aotad_tui` do what the command `aotad-tui` does."""

from aotad_tui.cli.main import run

if __name__ == "__main__":
    run()
