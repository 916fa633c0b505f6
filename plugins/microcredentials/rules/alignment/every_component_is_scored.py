"""Every component of the key method is scored by at least one criterion.

The components say what the practice consists of. If no criterion looks at a component, leaving it out goes unnoticed,
and the credential then claims more than was shown. Either the component matters and is scored, or it is advice and
belongs in the text.

Fails:

    method_components:
      - {id: pause-before, title: Pause before an answer, text: Ask once and stay silent for three seconds.}
      - {id: pause-after, title: Pause after an answer, text: Stay silent again for three seconds.}
    rubric:
      criteria:
        - {id: silence, name: Silence after each question, components: [pause-before]}

Passes:

    method_components:
      - {id: pause-before, title: Pause before an answer, text: Ask once and stay silent for three seconds.}
      - {id: pause-after, title: Pause after an answer, text: Stay silent again for three seconds.}
    rubric:
      criteria:
        - {id: silence, name: Silence after each question, components: [pause-before]}
        - {id: extension, name: Room for a second answer, components: [pause-after]}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem


@rule("AL-03", "warning warning error", reads=("method_components", "rubric.criteria"))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    components, criteria = credential.method_components, credential.rubric.criteria
    scored = {name for criterion in criteria for name in criterion.components}
    if not components or not criteria:
        return  # CO-04 or RU-01 reports that they are missing
    if not scored:
        advice = "Add “components: […]” to each criterion, with the ids of the method components it scores."
        yield Problem(("rubric", "criteria"), "No criterion says which method component it scores.", advice)
        return
    for i, component in enumerate(components):
        if component.id not in scored:
            message = f"No criterion scores the method component “{component.title}”."
            advice = f"Add “{component.id}” to the components of a criterion."
            yield Problem(("method_components", i, "id"), message, advice)
