"""Every file is text in UTF-8, the encoding that every browser and editor shares.

In another encoding an accent or a quotation mark turns into a black box on somebody's screen, or into a different
letter. Names are hurt first. (In the example ⟨0xE9⟩ stands for the single byte that older programs write for é.)

Fails:

    title: Reading the caf⟨0xE9⟩ menu in French class

Passes:

    title: Reading the café menu in French class
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-03", "error error error", __name__)
