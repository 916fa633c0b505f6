"""A file name can be used in a web address.

The file name becomes the address of the page. Educators write addresses on applications, read them aloud over the
phone, and keep them for years. Lowercase letters, digits and single hyphens survive all of that, and every computer can
store them. A few short words work best; the limit is eighty characters.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-21", "error error error", __name__)
