"""Every character in a file can be seen.

Text pasted from word processors and chat windows brings spaces that are none, invisible marks, and signs that turn
the direction of a line around. Searches then miss a word that is plainly there, a screen reader stumbles, and a
reviewer may approve something other than what an earner will read. (In the example ⟨U+200B⟩ stands for an invisible
space.)

Fails:

    title: Questions and wait⟨U+200B⟩time

Passes:

    title: Questions and wait time
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-13", "error error error", __name__)
