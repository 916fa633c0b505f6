"""Text is only text: it contains no HTML, no pictures, and only safe links.

Anyone may propose a change to a spec, and everything that is published appears under the state's name. A script, a
form, or a link that runs a command could read what educators type, or lead them to a harmful site. Fields are plain
sentences. The text below them is Markdown with headings, lists, tables and links. A link begins with https:// or
mailto:, or with / for a page of this site. If its words are an address, it leads there.

Fails:

    summary: Plan <b onclick="start()">open</b> questions, and give every student time to think before an answer.

Passes:

    summary: Plan open questions that ask students to reason, and give every student time to think before an answer.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-19", "error error error", __name__)
