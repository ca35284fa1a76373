"""The printing commands: what the reader shows, as plain text or JSON, under the same gate; a module each."""
