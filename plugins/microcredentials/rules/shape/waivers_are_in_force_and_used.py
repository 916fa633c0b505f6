"""Every waiver is in force and still needed.

A waiver is a decision for a limited time. When that time is over, or when the text has changed so that the rule no
longer finds anything, a leftover waiver suggests an exception that does not exist. Educators who read which rules were
waived should see only today's waivers.

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
        reason: Each part has only one sentence, because the text below shows it at length.
        approved_by: {role: state-officer, organization: State Education Office, office: Program lead}
        date: 2026-06-01
        expires: 2028-06-30
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-14", "warning warning warning", __name__)
