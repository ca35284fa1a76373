"""Charts of people and relationships as rows of styled spans. Nothing here needs a screen."""
