"""Reading of very long texts and blocks in slices, with the block rules of markdown-it.

`block_stream` yields the blocks of a text one at a time; `source_lines` knows as many lines of the text as are needed.
A block of more than 300 lines is read in pieces: `containers` enters quotes, items and notes, `long_lists` cuts lists
between items, `long_leaves` cuts tables, code and paragraphs between lines.
"""
