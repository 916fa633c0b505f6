"""Every character in a file is visible.

Text pasted from word processors and chat windows can bring along invisible marks, unusual spaces, and marks that
reverse the direction of a line. A search then misses a word that is plainly on the page, a screen reader stumbles, and
a reviewer may approve something different from what educators will read. (In the example, ⟨U+200B⟩ represents an
invisible space.)

Fails:

    title: Questions and wait⟨U+200B⟩time

Passes:

    title: Questions and wait time
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-13", "error error error", __name__)
