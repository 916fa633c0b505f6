"""Numbers lie within what is possible, and a range runs from the least to the most.

Twelve to eight hours is a slip of the hand, and so is a share of 7.1 where 0.71 was meant. An earner who plans an
evening or a semester by such a number plans wrongly, and comparisons put the micro-credential in the wrong place.

Fails:

    effort: {hours: {min: 12, max: 8}, weeks: {min: 3, max: 6}, best_window: any}

Passes:

    effort: {hours: {min: 8, max: 12}, weeks: {min: 3, max: 6}, best_window: any}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-07", "error error error", __name__)
