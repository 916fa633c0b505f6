"""A page that the catalog refers to answers when it is asked.

Silence proves nothing: servers rest, and many refuse to talk to programs. So it is only noted at first. When a page
has kept silent for two weeks, a person should open it, because a teacher may be standing before the same closed door.
“microcredentials links” asks, once or twice, and never anything but the public internet.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("LK-03", "info warning warning", __name__)
