"""The printing commands, a module each: what the reader shows as plain text or JSON, under the same gate."""
