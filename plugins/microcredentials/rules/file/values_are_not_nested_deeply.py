"""Values do not stand inside values without end.

A spec needs six levels at most, from the rubric down to the words of one level. More than twenty, or more values than
a form could hold, come from a slip with brackets or from somebody who wants to bring the checker down. One such file
must not keep all the others from being published.

Fails:

    tags: [[[[[[[[[[[[[[[[[[[[[wait time]]]]]]]]]]]]]]]]]]]]]

Passes:

    tags: [wait time]
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-11", "error error error", __name__)
