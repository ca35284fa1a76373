"""The palette: an input that finds sections, people, headings, commands, points and words."""
