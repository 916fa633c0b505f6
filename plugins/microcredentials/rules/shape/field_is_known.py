"""Every field has a name that this catalog knows.

A computer does not see a misspelled name as an error; it sees one more field, which it never uses. A summary written
under “sumary” would be missing from the page, from search and from every export, and educators could not know that it
was ever written.

Fails:

    sumary: Plan questions that ask students to reason, and give every student time to think before an answer.

Passes:

    summary: Plan questions that ask students to reason, and give every student time to think before an answer.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-01", "error error error", __name__)
