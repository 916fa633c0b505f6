"""No value carries a type of its own.

A word that begins with “!” tells YAML to make something special of the value: a date, a piece of binary data, in some
programs even a command. Specs need none of that. A title that should begin with an exclamation mark belongs in
quotation marks; otherwise its first word never reaches the page.

Fails:

    title: !Important questions for a first lesson

Passes:

    title: Important questions for a first lesson
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-10", "error error error", __name__, derived_from=("YAML",))
