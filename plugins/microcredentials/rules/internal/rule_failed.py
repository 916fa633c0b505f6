"""Every rule can be applied to every spec.

If a rule crashes on a spec, that is an error in the checker. It is reported, because the missing result could be
mistaken for a pass. The other rules still run.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("IN-01", "error error error", __name__)
