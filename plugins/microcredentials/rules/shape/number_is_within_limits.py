"""Every number is possible, and a range runs from its minimum to its maximum.

A range from twelve to eight hours is a typing error, and so is a share of 7.1 where 0.71 was meant. Educators who plan
an evening or a semester by such a number plan it wrong, and comparisons put the micro-credential in the wrong place.

Fails:

    effort: {hours: {min: 12, max: 8}, weeks: {min: 3, max: 6}, best_window: any}

Passes:

    effort: {hours: {min: 8, max: 12}, weeks: {min: 3, max: 6}, best_window: any}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-07", "error error error", __name__)
