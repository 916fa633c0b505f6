"""Values are nested no deeper than a spec needs.

A spec needs six levels at most, from the rubric down to the words of one rubric level. More than twenty levels, or more
values than a form could contain, come from a mistake with brackets or from an attempt to crash the checker. One such
file must not keep the others from being published.

Fails:

    tags: [[[[[[[[[[[[[[[[[[[[[wait time]]]]]]]]]]]]]]]]]]]]]

Passes:

    tags: [wait time]
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-11", "error error error", __name__)
