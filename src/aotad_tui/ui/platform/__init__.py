"""How the program deals with the terminal toolkit and the interpreter: nothing here knows a guide."""
