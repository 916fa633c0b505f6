"""No text is lost behind a number sign, or behind a comma between braces.

In YAML a space and “#” begin a comment, and what follows is thrown away without a word. In the same way a comma between
“{” and “}” ends a value, and the rest of a sentence passes for the name of a field that has none. The page would show
half a title, and nobody would miss the rest. A comment that is meant stands on a line of its own, or behind two spaces.

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
