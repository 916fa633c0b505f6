"""Dates, web addresses, versions and ids are written in the one form that every program understands.

The date 04/05/26 is in April in one place and in May in another, so educators may plan around the wrong day. An address
that does not begin with https:// may lead nowhere, or to a different page than it claims. An empty field suggests that
something is missing: fill it in, or delete the line.

Fails:

    dates: {created: 2026-02-30}

Passes:

    dates: {created: 2026-02-27}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-05", "error error error", __name__)
