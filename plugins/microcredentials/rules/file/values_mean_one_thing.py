"""A value means the same to every program.

Bare words such as no, on or yes, times such as 10:30 and numbers such as 012 are read as text by some programs, as
truth values or other numbers by others. This catalog keeps what the author typed. Other systems that read the file
may not, and then an earner finds two records of one micro-credential that disagree. Quotation marks settle it.

Fails:

    language: no

Passes:

    language: "no"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-16", "warning warning warning", __name__, derived_from=("YAML",))
