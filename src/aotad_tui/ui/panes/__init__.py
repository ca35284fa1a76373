"""The three panes. None knows another, nor the screen: each says what was done in it by a message."""
