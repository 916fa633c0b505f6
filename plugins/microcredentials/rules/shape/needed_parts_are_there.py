"""What an item cannot do without is there.

A spec needs a title, a status and a competency or outcome, even as a first draft. Smaller items have needs of their
own: a standard its code, an artifact its name and description. Without them there is nothing to show or to refer to,
and an earner would be sent to look something up that has no name.

Fails:

    alignment:
      - framework: teaching-practices

Passes:

    alignment:
      - {framework: teaching-practices, code: "1"}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-03", "error error error", __name__)
