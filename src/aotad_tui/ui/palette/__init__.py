"""The palette: one line to type in, and whatever can be found by it."""
