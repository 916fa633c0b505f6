"""A choice comes from the state's list, and a name refers to something that exists.

Filters, comparisons and exports depend on these words. “publshed” is not a status, so the page would not appear among
the published ones, and educators would never find it. The same applies to the names of rules in waivers and settings: a
misspelled name has no effect, and the mistake would go unnoticed.

Fails:

    status: publshed

Passes:

    status: published
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-04", "error error error", __name__)
