"""`import`: from other programs' files to a draft of a guide, and from the draft to the files of a guide."""
