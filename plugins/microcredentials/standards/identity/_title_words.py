"""Words that promise, in a title, something other than a micro-credential, and names of products that come and go."""

_PROMISES = """bachelor* doctorate degree diploma master licence license licensure certificate* certification certified
    accreditation accredited national nationally"""
_PRODUCTS = """Canva ChatGPT Chromebook* ClassDojo Desmos Edpuzzle Flipgrid GeoGebra Google iPad* Kahoot Microsoft
    Nearpod Padlet PowerPoint Quizlet Schoology YouTube"""

TITLE_WORDS = {
    **dict.fromkeys(_PROMISES.split(), "the practice alone: a micro-credential is something else"),
    **dict.fromkeys((*_PRODUCTS.split(), "Khan Academy"), "what is done with it: products change, practice stays"),
}
