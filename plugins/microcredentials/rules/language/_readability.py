"""Measure how hard a text is to read: its Flesch-Kincaid grade level, which is a school grade in the US.

The formula is that of Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75 of the US Navy.
As Flesch requires, a number or an abbreviation counts as one syllable. The number of syllables is the number of vowel
groups, without the silent ones, plus one for each pair of neighboring vowels that are spoken separately. The tests
compare the results with counts and grades that others have published.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

_EXCEPTIONS = {
    "anyone": 3, "beyond": 2, "brilliant": 2, "business": 2, "clothes": 1, "conscience": 2, "easier": 3, "elsewhere": 2,
    "evening": 2, "evenings": 2, "everyone": 3, "forehand": 2, "framework": 2, "frameworks": 2, "idea": 3, "ideal": 2,
    "queue": 1, "ratio": 3, "recipe": 3, "someone": 2, "wednesday": 2, "wherever": 3, "whoever": 3,
}  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_FIRST_PART = (
    "base|care|file|fore|frame|grade|guide|home|life|like|line|make|name|note|place|side|some|stake|state|there|time|use|"
    "where|white|whole"
)
_SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$"  # make, file; but table
    r"|[^aeiouydt]ed$"  # asked; but started
    r"|[^aeiouycghlsxz]es$|[aeiouy]les$"  # makes, files; but pages, tables
    r"|(?<!ar)[gq]ues?$"  # colleague, technique; but argue
    r"|(?:(?<=[aeiouy][^aeiouyl])|(?<=[aeiouy][^aeiouy][^aeiouyl]))e(?=(?:ly|ments?|ful(?:ly)?|less(?:ly|ness)?|ness|ty)$)"
    rf"|^every(?=.)|^(?:{_FIRST_PART})(?=[^aeiouydrs]..)"  # everything, homework
)
_SEPARATE = re.compile(
    r"[aeioy]ing|(?<![gq])uing|arguing"  # doing, studying; but fatiguing
    r"|(?<![ctsgxhq])ia(?!ge|rs?$)|[ct]iat"  # material, associate; but special, familiar
    r"|(?<![ctsgxh])io(?!n|r)|(?<![ctsghlnx])ion|rior|^lion"  # audio, champion, prior; but action, million
    r"|iety|(?<![ctn])ien[tc]|iu|[^aeiouy][lprs]iers?$"  # society, client, medium, earlier; but patient
    r"|(?<![gq])(?:ua(?!de|s)|uo|uen|uity|uers?$)"  # evaluate, continuous, fluent; but language, quality
    r"|(?<!g)eo(?!ple|pard|us|n)|^geo|neous|crea(?=t[eio])|thea(?=t)|idea|area"  # video, geography, create; but people
    r"|(?<!con)scien|[dq]u?iet|poe[tm]"  # science, quiet, poem
    r"|^re(?:act|ali|app|arr|ass|en|est|ev|ex|in[^s]|it|o|u)|^co(?:op|ord|ex|inci)|^pre(?:ex|ass|op)"  # react, reuse
    r"|[aou]yers?$|[st]hms?$|sms?$|[^aeiouylrw]led$"  # player, rhythm, autism, handled; but called
)


def grade_level(sentences: Sequence[Sequence[str]]) -> float:
    """Return the school grade that a text requires, from the words of its *sentences*; 0.0 if there are no words."""
    words = list(chain.from_iterable(sentences))
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(count_syllables, words)) / len(words) - 15.59


@cache
def count_syllables(word: str) -> int:
    """Return the number of syllables of *word*, which is the sum of those of its hyphenated parts."""
    if any(sign.isdigit() for sign in word):
        return 1
    parts = re.findall(r"[^\W_]+", re.sub(r"['’]", "", word.lower()))
    return max(1, sum(_count_in_part(part) for part in parts))


def _count_in_part(part: str) -> int:
    count = len(_VOWELS.findall(part)) - len(_SILENT.findall(part)) + len(_SEPARATE.findall(part))
    return _EXCEPTIONS.get(part, max(1, count))
