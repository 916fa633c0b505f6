"""Names of tests that a state gives to all students; each state adds the names of its own."""

_TESTS = "test*/assessment*/exam*/examination*"

STATE_TESTS = dict.fromkeys(
    (
        f"state/statewide {_TESTS}",
        f"state/statewide reading/math/mathematics/science/writing/literacy/achievement/accountability {_TESTS}",
        f"state's … {_TESTS}",
        f"standardized/standardised {_TESTS}",
        "standardized/standardised achievement/reading/math test*",
        f"high stakes {_TESTS}",
        f"accountability {_TESTS}",
        f"norm referenced {_TESTS}",
        f"end of grade/course {_TESTS}",
        "eog/eoc score*/test*/exam*/result*",
        "value added score*",
        "student growth percentile*",
        "naep/mcas/parcc/sbac/staar",
        "smarter balanced",
        "regents exam*",
    ),
    "",
)
