"""What a reader types to who or what they meant."""
