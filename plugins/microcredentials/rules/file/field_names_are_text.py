"""The name of a field is plain text.

A number, a word such as true, or a list cannot be the name of a field, so the value after it would be lost. Curly
braces at the beginning of a value have the same effect. The check reports such a name, so that everything the writer
wrote reaches educators.

Fails:

    summary: {{ summary of the course }}

Passes:

    summary: Plan questions that ask students to reason, and give every student time to think before an answer.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-08", "error error error", __name__, derived_from=("YAML",))
