"""Every value is written out where it belongs.

YAML can name a value with “&” and repeat it elsewhere with “*” or “<<”. Readers of the file then have to search for the
value that is meant, web forms lose the connection, and a few lines can expand into millions of values. A reviewer
should see on the line itself what educators will see on the page.

Fails:

    key_method: *as-in-the-first-one

Passes:

    key_method: "*Wait* three seconds after each question, and again after each answer."
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-09", "error error error", __name__, derived_from=("YAML",))
