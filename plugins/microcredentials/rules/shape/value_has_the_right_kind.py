"""Every value is of the kind that its field requires: text, a number, true or false, a date, or a list.

Without quotation marks, the version 1.10 is read as the number 1.1, which is a different version. Hours written as
words cannot be compared, so educators who look for something that takes less than ten hours would not find it.

Fails:

    requires_video: sometimes

Passes:

    requires_video: false
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-02", "error error error", __name__)
