"""The catalog's folders contain only files that belong to the catalog.

Micro-credentials and stacks are Markdown files directly in their folders, and the program's files have fixed names. Any
other file, such as a picture, a word processor document or a settings file with a misspelled name, is neither read nor
published. Its writer would think that it counts, but educators would never see it.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-20", "error error error", __name__)
