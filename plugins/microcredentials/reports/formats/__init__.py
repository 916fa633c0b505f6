"""One file a format, with ``render(report)``; the file's name is the value of ``--format``."""
