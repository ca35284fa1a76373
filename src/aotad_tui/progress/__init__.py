"""A reader's progress: the session, its history, what is stored, the settings, the recap."""
