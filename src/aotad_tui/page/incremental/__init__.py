"""Parses very long texts and blocks in slices, with the block rules of markdown-it.

`block_stream` yields the blocks of a text one at a time. `source_lines` splits the text into lines as far as needed.
A block of more than 300 lines is parsed in pieces: `containers` enters quotes, items and notes, `long_lists` splits
lists between items, `long_leaves` splits tables, code and paragraphs between lines.
"""
