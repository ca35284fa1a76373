"""The command line: the reader, the printing commands, the authors' commands."""
