"""Every value is of the kind its field holds: text, a number, true or false, a date, or a list.

A version typed as 1.10 without quotes is a number, and as a number it is 1.1: another version. Hours typed as words
cannot be compared, so an earner who looks for something that takes less than ten hours would not find it.

Fails:

    requires_video: sometimes

Passes:

    requires_video: false
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-02", "error error error", __name__)
