"""The name of a field is plain text.

A number, a word like true, or a list in place of a name cannot be matched with any field, so what stands behind it
would be lost. Curly brackets at the beginning of a text have the same effect. What an author wrote should reach the
earner, so such a name is reported instead.

Fails:

    summary: {{ summary of the course }}

Passes:

    summary: Plan questions that ask students to reason, and give every student time to think before an answer.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-08", "error error error", __name__, derived_from=("YAML",))
