"""A waiver is in force, and there is something that it sets aside.

A waiver is a decision for a time. When the time is over, or the text has changed so that no rule objects any more,
it stays behind and lets a reader believe in an exception that does not exist. An educator who reads under “rules set
aside” should read what is set aside today.

Fails:

    waivers:
      - rule: CO-04
        reason: The method has two parts only.
        approved_by: {role: state-officer, organization: State Education Office, office: Program lead}
        date: 2025-09-01
        expires: 2026-06-30

Passes:

    method_components:
      - {id: plan-questions, title: Plan the questions, text: Write five questions that ask for reasons.}
      - {id: pause-before, title: Pause before an answer, text: Ask once and stay silent for three seconds.}
      - {id: pause-after, title: Pause after an answer, text: Stay silent again for three seconds.}
    waivers:
      - rule: CO-04
        reason: Each part is told in a sentence, because the text below shows it at length.
        approved_by: {role: state-officer, organization: State Education Office, office: Program lead}
        date: 2026-06-01
        expires: 2028-06-30
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-14", "warning warning warning", __name__)
