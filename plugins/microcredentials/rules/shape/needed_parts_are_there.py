"""Every item has its required fields.

Even a first draft of a spec needs a title, a status and a competency or outcome. Smaller items have required fields,
too: a standard needs its code, an artifact its name and description. Without them there is nothing to show or refer to,
and educators would be sent to look up something that has no name.

Fails:

    alignment:
      - framework: teaching-practices

Passes:

    alignment:
      - {framework: teaching-practices, code: "1"}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-03", "error error error", __name__)
