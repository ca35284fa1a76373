"""Drawing a laid-out map into rows of terminal cells."""
