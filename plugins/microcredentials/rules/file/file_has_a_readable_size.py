"""No file is longer than a person would read.

The fields of a spec may take up 64 KB and its text 256 KB; a program file may take up 1 MB. That is many times what an
honest file needs. Larger files are pasted by mistake or made to slow a computer down, and an educator who opened such a
page on a phone would have to wait too long.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-04", "error error error", __name__)
