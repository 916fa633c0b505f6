"""Formats that can be imported, one file each: ``read(data, program)`` yields drafts."""
