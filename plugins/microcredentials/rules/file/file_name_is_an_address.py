"""The name of a file can be part of a web address.

It becomes the address of the page, and earners write addresses on applications, say them on the telephone and keep
them for years. Small letters, digits and single hyphens survive all of that, and every computer can store them. A few
short words serve best; eighty characters are the most.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-21", "error error error", __name__)
