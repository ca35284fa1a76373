"""Layered graph layout after Sugiyama: columns are the layers; ordering, then row assignment."""
