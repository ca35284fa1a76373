"""Reading of very long blocks piece by piece, with the rules of markdown-it."""
