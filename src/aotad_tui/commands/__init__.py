"""The tables of commands, keys and panes."""
