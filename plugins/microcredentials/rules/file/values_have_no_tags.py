"""No value begins with a YAML tag.

A word that begins with “!” is a tag. It tells YAML to turn the value into something special: a date, binary data or, in
some programs, even a command. Specs need none of these. Put a title that should begin with an exclamation mark in
quotation marks; otherwise its first word never reaches the page.

Fails:

    title: !Important questions for a first lesson

Passes:

    title: Important questions for a first lesson
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-10", "error error error", __name__, derived_from=("YAML",))
