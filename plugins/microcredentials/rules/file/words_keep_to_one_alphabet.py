"""A word keeps to one alphabet.

Some Greek and Cyrillic letters look exactly like Latin ones. A word that mixes them reads well and cannot be found by
search; a screen reader spells it out. It comes from a keyboard left in another language, or from somebody who wants
one name to pass for another. (In the example ⟨U+0430⟩ stands for the Cyrillic letter that looks like an a.)

Fails:

    title: Questions and w⟨U+0430⟩it time

Passes:

    title: Questions and wait time
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-14", "warning warning warning", __name__)
