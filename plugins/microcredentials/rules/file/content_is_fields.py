"""What stands where fields belong is fields; a bibliography is a list of works.

A list or a sentence in their place has no names, and without names nothing can be found, checked or compared. An
earner would see a page without a title.

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
