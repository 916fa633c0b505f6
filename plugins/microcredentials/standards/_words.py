"""What counts as a word, for every rule that counts or compares words."""

import re

_AROUND = re.compile(r"^\W+|\W+$")


def words(text: str) -> list[str]:
    """Return the words of *text* in small letters, without the punctuation around them.

    What stands between two spaces is one word (``open-ended``, ``3.5``), unless it holds no letter or digit.
    """
    return [word for each in text.casefold().split() if (word := _AROUND.sub("", each))]
