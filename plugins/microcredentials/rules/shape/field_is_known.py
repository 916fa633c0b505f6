"""Every field has a name that this catalog knows.

A misspelled name is not an error to a computer; it is one more field that nobody reads. The summary an author wrote
under “sumary” would be missing from the page, from the search and from every export, and an earner could not know
that it was ever written.

Fails:

    sumary: Plan questions that ask students to reason, and give every student time to think before an answer.

Passes:

    summary: Plan questions that ask students to reason, and give every student time to think before an answer.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-01", "error error error", __name__)
