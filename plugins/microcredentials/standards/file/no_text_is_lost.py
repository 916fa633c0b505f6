"""No text is lost behind a number sign.

In YAML a space and “#” begin a comment, and what follows is thrown away without a word. The page would show half a
title, and nobody would miss the rest. A comment that is meant stands on a line of its own, or behind two spaces.

Fails:

    title: Start a lesson with #hashtags

Passes:

    title: "Start a lesson with #hashtags"
"""

from ...check import reading_rule

CHECK = reading_rule("FM-12", "error error error", __name__, derived_from=("YAML",))
