"""Search of people, sections and text for what a reader types."""
