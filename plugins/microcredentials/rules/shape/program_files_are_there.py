"""The two files that everything else rests on are there: program.yml and vocabulary.yml.

The first says who issues the micro-credentials, how to submit evidence and what holds for every one of them. The
second holds the words a spec may choose from. Without them half of the rules cannot be applied, and a page could not
tell an earner whom to ask or where to begin.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-08", "error error error", __name__)
