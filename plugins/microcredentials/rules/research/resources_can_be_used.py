"""There are several learning resources, mostly free, each with a description and a link that still works.

Educators who begin a micro-credential open the resources first. They want to know what each one is, what it costs, and
why it was chosen from among thousands, and they want it to open. A shortened address hides where it leads, a file on a
personal drive disappears with its owner, and a link that has not been tested for a year is likely to be dead.

Fails:

    resources:
      - title: An article on silence
        url: https://tinyurl.com/on-silence
        type: article
        access: free
        why: Good.
        last_checked: 2026-08-01

Passes:

    resources:
      - title: An article on silence
        url: https://example.org/silence
        type: article
        access: free
        why: A short account of what happens in a classroom when nobody speaks for three seconds.
        last_checked: 2026-08-01
      - title: A guide to questions
        url: https://example.org/questions
        type: guide
        access: free
        why: Lists ways to turn a question with one right answer into one that asks for reasons.
        last_checked: 2026-08-01
      - title: An article on answers
        url: https://example.org/answers
        type: article
        access: library
        why: Describes how students answered each other once their teacher stopped judging at once.
        last_checked: 2026-08-01
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem
from ._resource import check_addresses, check_description, check_last_test


@rule(
    "RR-06", "warning warning error", derived_from=("DP", "NEA"),
    settings={"min_resources": 3, "min_free": 2, "min_why_words": 10, "max_age_months": 12}, reads=("resources",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    resources, settings = credential.resources, context.settings
    access = [resource.access for resource in resources]
    if len(resources) < settings["min_resources"]:
        count = plural(len(resources), "learning resource") if resources else "no learning resource"
        message = f"The spec offers {count}; at least {settings['min_resources']} are expected."
        yield Problem(("resources",), message, "Add what you would give to a colleague who wants to learn this.")
    elif None not in access and access.count("free") < settings["min_free"]:
        message = f"{plural(access.count('free'), 'resource is', 'resources are')} free; "
        message += f"at least {settings['min_free']} are expected."
        yield Problem(("resources",), message, "Find others that educators can open without paying or signing in.")
    for i, resource in enumerate(resources):
        yield from check_description(resource, ("resources", i), settings["min_why_words"])
        yield from check_last_test(resource, ("resources", i), settings["max_age_months"], context.today)
    yield from check_addresses(resources)
