"""Words that do not belong in a title: promises of something else, and names of products, which come and go."""

_PROMISES = """bachelor* doctorate degree diploma master licence license licensed licensure certificate* certification
    certified accreditation accredited nationally"""
_NATIONAL = (  # but not “national parks”
    "national award*/board/credential*/educator*/exam*/expert*/leader*/micro/qualification*/recognition/seal/"
    "specialist*/standard*/teacher*/title"
)
_PRODUCTS = """Canva ChatGPT Chromebook* ClassDojo Desmos Edpuzzle Flipgrid GeoGebra Google iPad* Kahoot Microsoft
    Nearpod Padlet PowerPoint Quizlet Schoology YouTube"""

TITLE_WORDS = {
    **dict.fromkeys(
        (*_PROMISES.split(), _NATIONAL),
        "only the practice: a micro-credential is not a degree, a license or a certificate",
    ),
    **dict.fromkeys(
        (*_PRODUCTS.split(), "Khan Academy"), "what educators do with it: products change, but the practice stays"
    ),
}
