"""Safe fixes, one file each: the docstring says what is true afterward, ``edits(source, aids)`` yields the edits."""
