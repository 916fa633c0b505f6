"""Formats that can be imported, one file each, with ``read(data, program)`` yielding drafts."""
