"""Videos and recordings say whether they have captions, and links to files say which format they open.

Educators who are deaf, or who sit in a room full of people, must know before they click whether they can follow. A link
that starts a download, or opens a program they do not have, takes them away from the page; a label such as PDF lets
them decide. “Neither” is an answer, too: it is honest, and it reminds writers to look for a better resource.

Fails:

    resources:
      - title: A lesson with long pauses
        url: https://www.edutopia.org/video/warming-up-cold-calling-by-writing-ideas-down-first/
        type: video

Passes:

    resources:
      - title: A lesson with long pauses
        url: https://www.edutopia.org/video/warming-up-cold-calling-by-writing-ideas-down-first/
        type: video
        captions: captions
"""

import re
from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.rule import Context, rule
from ...model.evidence import Resource
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Problem

_FILE = re.compile(r"(?i)\.(pdf|docx?|odt|rtf|pptx?|odp|xlsx?|ods|csv|zip|epub|mp3|mp4|m4a|mov)(?=$|[?#])")
_FORMATS = {"doc": "Word", "docx": "Word", "ppt": "PowerPoint", "pptx": "PowerPoint", "xls": "Excel", "xlsx": "Excel"}


@rule("AX-03", "warning warning error", derived_from=("WCAG", "OBA"), needs=("vocabulary",), reads=("resources",))
def check(node: Spec | Guide, context: Context) -> Iterator[Problem]:
    for i, resource in enumerate(node.resources if isinstance(node, MicroCredential) else ()):
        yield from _resource(i, resource, context)
    for piece in context.prose.body:
        for each in piece.links:
            file_format = _format(each.link.address)
            if file_format and not re.search(rf"(?i)\b{file_format}\b", each.link.words):
                message = f"This link opens a {file_format} file but does not say so."
                yield piece.problem(each.words, message, f"Add ({file_format}) at the end of its text.")


def _resource(i: int, resource: Resource, context: Context) -> Iterator[Problem]:
    term = context.program.term("resource_types", resource.type)
    if term and term.timed and not resource.captions:
        message = f"“{resource.title}” does not say whether it has captions or a transcript."
        advice = "Play it to find out, then add the field captions with captions, transcript, both or none."
        yield Problem(("resources", i, "captions"), message, advice)
    file_format = _format(resource.url)
    if file_format and not resource.file_format:
        message = f"“{resource.title}” opens a {file_format} file but does not state its format."
        advice = "Add file_format, with a value from the list “formats” in vocabulary.yml."
        yield Problem(("resources", i, "file_format"), message, advice)


def _format(address: str) -> str:
    found = _FILE.search(address)
    return _FORMATS.get(found[1].lower(), found[1].upper()) if found else ""
