"""No text is lost after a number sign, or after a comma between braces.

In YAML, a space followed by “#” begins a comment, and everything after it is dropped without a warning. In the same
way, a comma between “{” and “}” ends a value, and the rest of the sentence is taken for the name of an empty field. The
page would show half a title, and the missing half would be easy to overlook. To write a real comment, put it on its own
line or leave two spaces before the “#”.

Fails:

    title: Start a lesson with #hashtags

Fails:

    changelog:
      - {version: "1.0.0", date: 2026-04-20, change: Four levels, and a log.}

Passes:

    title: "Start a lesson with #hashtags"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-12", "error error error", __name__, derived_from=("YAML",))
