"""Dates, addresses, versions and names for addresses have the one form that every program understands.

04/05/26 is April in one place and May in another, and an earner may plan around the wrong day. An address that does
not begin with https:// may lead nowhere, or somewhere else than it says. A field that is empty says that something
was meant to stand there; write it, or delete the line.

Fails:

    dates: {created: 2026-02-30}

Passes:

    dates: {created: 2026-02-27}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-05", "error error error", __name__)
