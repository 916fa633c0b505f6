"""Text is only text: it holds no HTML, no pictures, and only links that are safe to follow.

Everybody may propose a change to a spec, and what is published stands under the state's name. A script, a form, or a
link that runs a command could read what an earner types, or lead her away. Fields are plain sentences. The text below
them is Markdown with headings, lists, tables and links that begin with https://, mailto: or / for a page of this
site.

Fails:

    summary: Plan <b onclick="start()">open</b> questions, and give every student time to think before an answer.

Passes:

    summary: Plan open questions that ask students to reason, and give every student time to think before an answer.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-19", "error error error", __name__)
