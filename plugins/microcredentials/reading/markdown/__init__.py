"""Prose in CommonMark: its structure, what it may not contain, and its HTML."""
