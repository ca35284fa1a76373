"""What the commands of the reading screen do: one object for each topic, given what it needs when it is made."""
