"""The commands of the reading screen: one object for each topic, which gets what it needs in its constructor."""
