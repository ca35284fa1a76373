"""A reader's journey: where they are, what they have seen, what was open before."""
