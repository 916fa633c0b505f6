"""A page that the catalog links to responds.

One missing answer proves nothing: servers go down for a while, and many refuse to answer programs. So at first it is
only noted. If a page has not responded for two weeks, a person should open it, because teachers may find it closed,
too. The command “microcredentials links” tries once or twice, and contacts only the public internet.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("LK-03", "info warning warning", __name__)
