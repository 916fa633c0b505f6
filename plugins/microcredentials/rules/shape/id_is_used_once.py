"""An id stands for one thing.

Criteria say by id which evidence they score, and research says by id which part of the method it supports. If two
things answer to one id, an assessor may score the wrong artifact, and an earner cannot tell what she is asked for.

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
