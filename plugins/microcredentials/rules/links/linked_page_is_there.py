"""A page or work that the catalog links to is still there.

Teachers who follow a dead link lose the free resource they were promised, and readers of research cannot see whether a
work says what the page claims. Pages move without notice, so the command “microcredentials links” checks them from time
to time. This needs the network, so it is not part of a check or a build. A page counts as gone when its server has said
so on two days.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("LK-01", "warning error error", __name__)
