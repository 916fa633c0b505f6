"""Every rule can be applied to every spec.

A rule that fails on a spec is a fault of the checker. It is reported so that nobody takes silence for a pass,
and the other rules go on.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("IN-01", "error error error", __name__)
