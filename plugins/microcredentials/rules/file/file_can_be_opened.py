"""Everything in the content folder is an ordinary file that can be opened.

A symbolic link can point outside the folder, and whatever it points to would be published with the catalog: private
notes, for example, or the passwords of the computer that builds the site. Links and devices, even hidden ones, and
files without read permission are therefore refused and never followed. Educators see only what was meant for them.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-05", "error error error", __name__)
