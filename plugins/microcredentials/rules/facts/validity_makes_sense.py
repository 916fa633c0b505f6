"""The validity is a span of years after which it makes sense to show the practice again.

A validity of zero means that the credential has ended before it is awarded. One of some weeks asks educators for
a new submission before the first one has been scored, and one of decades is “none” in other words.

Fails:

    validity: P0Y

Passes:

    validity: P5Y
"""

import re
from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem

_PARTS = {"Y": 12.0, "M": 1.0, "W": 12 / 52, "D": 12 / 365}
"""The months in one unit of a duration."""


@rule("FA-05", "info warning warning", settings={"min_months": 12, "max_months": 120}, reads=("validity",))
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if spec.validity is None or spec.validity == "none":
        return
    months = sum(int(n) * _PARTS[unit] for n, unit in re.findall(r"(?<!\d)(\d++)([YMWD])", spec.validity))
    low, high = context.settings["min_months"], context.settings["max_months"]
    if not months:
        yield Problem(
            ("validity",), "It ends on the day on which it is awarded.", "Write none, or a duration such as P5Y."
        )
    elif months < low:
        message = f"It is valid for less than {low} months, so educators would have to begin again at once."
        yield Problem(("validity",), message, "Write none, or a duration such as P5Y.")
    elif months > high:
        message = f"It is valid for {months / 12:.0f} years, longer than most rules for licenses last."
        yield Problem(("validity",), message, "Write none if it never expires, or a duration such as P5Y.")
