"""Prose in CommonMark: what may be in it, and its HTML."""
