"""Each id names only one thing.

Criteria refer by id to the evidence they score, and research refers by id to the part of the method it supports. If two
things share an id, an assessor may score the wrong artifact, and educators cannot tell what they are asked for.

Fails:

    method_components:
      - {id: pause, title: Pause before an answer, text: Stay silent for three seconds after the question.}
      - {id: pause, title: Pause after an answer, text: Stay silent again before the next person speaks.}

Passes:

    method_components:
      - {id: pause-before, title: Pause before an answer, text: Stay silent for three seconds after the question.}
      - {id: pause-after, title: Pause after an answer, text: Stay silent again before the next person speaks.}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-06", "error error error", __name__)
