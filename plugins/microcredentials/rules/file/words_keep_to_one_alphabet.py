"""All letters of a word come from one alphabet.

Some Greek and Cyrillic letters look exactly like Latin ones. A word that mixes them looks right, but search cannot find
it and a screen reader spells it out. The cause is a keyboard set to the wrong language, or an attempt to make one name
pass for another. (In the example, ⟨U+0430⟩ represents the Cyrillic letter that looks like an a.)

Fails:

    title: Questions and w⟨U+0430⟩it time

Passes:

    title: Questions and wait time
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-14", "warning warning warning", __name__)
