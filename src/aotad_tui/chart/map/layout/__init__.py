"""Layered graph layout: which column and row each card stands in."""
