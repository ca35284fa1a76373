"""Files to a `Story`, or every problem of them at once with its path, line and column."""
