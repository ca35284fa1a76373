"""Drawing a map into rows of terminal cells."""
