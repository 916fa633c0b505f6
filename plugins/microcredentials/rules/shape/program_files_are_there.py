"""The two files that everything else depends on exist: program.yml and vocabulary.yml.

The file program.yml says who issues the micro-credentials, how to submit evidence and what applies to all of them. The
file vocabulary.yml contains the words that a spec may choose from. Without them, half of the rules cannot be applied,
and a page could not tell educators whom to ask or where to begin.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-08", "error error error", __name__)
