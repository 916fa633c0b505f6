"""Everything in the content folder is an ordinary file that can be opened.

A link can lead out of the folder, and what lies there would be published with the catalog: somebody's notes, or the
passwords of the computer that builds it. Links, devices and files without permission to read are therefore refused,
never followed. Earners read only what was meant for them.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-05", "error error error", __name__)
