"""A choice comes from the list that the state has set, and a name from what exists.

Filters, comparisons and exports rest on these words. “publshed” is no status, so the page would not appear among the
published ones, and an earner would never meet it. Names of rules in waivers and settings are held to the same: one
that does not exist has no effect, and nobody would notice.

Fails:

    status: publshed

Passes:

    status: published
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-04", "error error error", __name__)
