"""A file contains named fields, and a bibliography contains a list of works.

A list or a plain sentence in place of the fields has no field names. Without names, no value can be found, checked or
compared, and educators would see a page without a title.

Fails:

    ---
    - title: Wait time
    - status: draft
    ---

Passes:

    ---
    title: Wait time
    status: draft
    ---
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-18", "error error error", __name__)
