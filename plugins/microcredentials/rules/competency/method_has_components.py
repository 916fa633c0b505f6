"""The key method has several components, each with its own title and enough words to act on.

Components turn a method into steps that educators can try on Monday. The rubric, the research and the resources refer
to them, so a component that is missing or says almost nothing leaves part of the score unexplained.

Fails:

    method_components:
      - id: pause
        title: Pause
        text: Wait after each question.

Passes:

    method_components:
      - id: plan-questions
        title: Plan the questions
        text: >-
          Write five questions before the lesson that ask students to explain, compare or predict. Beside each one
          note an answer you hope for and one that would show a misunderstanding.
      - id: pause-before
        title: Pause before an answer
        text: >-
          Ask each question a single time and then say nothing for three seconds. Look around the room while you
          count, and call on someone only when the time is over.
      - id: pause-after
        title: Pause after an answer
        text: >-
          Keep silent for three more seconds once a student has spoken. Leave praise and correction for later, so
          that the student can go on and others can answer.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem, Related
from .._tokens import split_words

AT = "method_components"


@rule(
    "CO-04", "warning error error", derived_from=("DP", "NEA"),
    settings={"min_components": 3, "max_components": 8, "min_words": 25}, reads=("method_components",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    yield from _count(len(credential.method_components), context)
    titles: list[list[str]] = []
    for i, component in enumerate(credential.method_components):
        count, least = len(split_words(component.text)), context.settings["min_words"]
        if count < least:
            message = f"The component “{component.title}” has {plural(count, 'word')}; at least {least} are expected."
            yield Problem((AT, i, "text"), message, "Say what to do, and how educators can tell that it is done.")
        if (title := split_words(component.title)) in titles:
            first = Related("first here", (AT, titles.index(title), "title"))
            message = f"Two components have the title “{component.title}”."
            yield Problem((AT, i, "title"), message, "Give each one a title that says what it adds.", related=(first,))
        titles.append(title)


def _count(count: int, context: Context) -> Iterator[Problem]:
    low, high = context.settings["min_components"], context.settings["max_components"]
    if count == 0:
        advice = f"Break it into {low} to {high} steps or parts, each with an id, a title and a text."
        yield Problem((AT,), "The key method has no components.", advice)
    elif not low <= count <= high:
        message = f"The key method has {plural(count, 'component')}; {low} to {high} are expected."
        yield Problem((AT,), message, "Split a broad one." if count < low else "Combine those that belong together.")
