"""A value means the same thing to every program.

Some programs read words such as no, on or yes, times such as 10:30, and numbers such as 012 as text. Others read them
as true, as false or as a different number. This catalog keeps what the writer typed, but other systems that read the
file may not, and then educators find two records of one micro-credential that disagree. Quotation marks prevent this.

Fails:

    language: no

Passes:

    language: "no"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-16", "warning warning warning", __name__, derived_from=("YAML",))
