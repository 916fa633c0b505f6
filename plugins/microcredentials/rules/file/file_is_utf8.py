"""Every file is text in UTF-8, the encoding that all browsers and editors share.

In any other encoding, an accented letter or a quotation mark may turn into a black box or a wrong letter on the screen.
Names suffer first. (In the example, ⟨0xE9⟩ represents the single byte that older programs write for é.)

Fails:

    title: Reading the caf⟨0xE9⟩ menu in French class

Passes:

    title: Reading the café menu in French class
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-03", "error error error", __name__)
