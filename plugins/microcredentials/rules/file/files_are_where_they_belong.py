"""Only what belongs to the catalog stands in its folders.

Credentials and stacks are Markdown files directly in their folder, and the program's files have fixed names. Anything
else, such as a picture, a draft in a word processor's format or a settings file with a misspelled name, is neither
read nor published. Its author would believe that it counts, and an earner would never see it.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-20", "error error error", __name__)
