"""Safe fixes, one file each: its docstring says what the text has after the fix; ``find_edits`` yields the edits."""
