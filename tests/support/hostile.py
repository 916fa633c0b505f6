"""Files as careless, unlucky and hostile people write them, each with the findings that a check must report.

Every case is one file with its own name. ``found`` lists the findings of reading (families FM and SC) as rule, line and
column; a column of 0 matches any column. If the list is empty, the file is good.
"""

import re
from dataclasses import dataclass

Found = tuple[tuple[str, int, int], ...]

_SIGN = re.compile(r"⟨U\+([0-9A-F]+)⟩")
HEAD = "---\ntitle: A draft about silence\nstatus: draft\ncompetency: The educator waits after each question.\n"
FIRST = 5  # the line of the first field that a case adds
BODY = "\n## About this micro-credential\n\n"


@dataclass(frozen=True)
class Case:
    """A file below ``content/`` and the findings in it."""

    name: str
    content: bytes
    found: Found
    path: str = ""

    def __post_init__(self) -> None:
        if not self.path:
            object.__setattr__(self, "path", f"credentials/{self.name}.md")


def seen(text: str) -> str:
    """Return *text* with the characters that its signs (⟨U+200B⟩) represent."""
    return _SIGN.sub(lambda sign: chr(int(sign[1], 16)), text)


def fields(name: str, text: str, *found: tuple[str, int, int]) -> Case:
    """Return a draft with the fields *text* below the three that every spec has."""
    return Case(name, f"{HEAD}{seen(text)}\n---\n{BODY}Text.\n".encode(), found)


def body(name: str, text: str, *found: tuple[str, int, int]) -> Case:
    """Return a draft with *text* in its first section; its first line is ``TEXT``."""
    return Case(name, f"{HEAD}---\n{BODY}{seen(text)}\n".encode(), found)


TEXT = HEAD.count("\n") + 1 + BODY.count("\n") + 1

YAML_TRAPS = (
    fields("duplicate-key", "level: leading\nlevel: practicing", ("FM-07", 6, 1)),
    fields("duplicate-key-below", "cost:\n  amount: 1\n  amount: 2", ("FM-07", 7, 3)),
    fields("norway", "language: no", ("FM-16", 5, 11)),
    fields("on-off-yes", "tags: [on, Off, y, question]", ("FM-16", 5, 8), ("FM-16", 5, 12), ("FM-16", 5, 17)),
    fields("key-on", "on: push", ("SC-01", 5, 1)),
    fields("version-as-number", "version: 1.10", ("SC-02", 5, 10)),
    fields("octal-and-sexagesimal", "tags: [010, 12:30, 0x1F]", ("FM-16", 5, 8), ("FM-16", 5, 13), ("FM-16", 5, 20)),
    fields("underscore-and-exponent", "tags: [1_000, 1e3]", ("FM-16", 5, 8), ("FM-16", 5, 15)),
    fields("refused-anyway", "version: 010", ("SC-05", 5, 10)),
    fields("infinite", "cost: {amount: .inf}", ("SC-02", 5, 16)),
    fields("huge-number", f"cost: {{amount: {'9' * 400}}}", ("SC-02", 5, 16)),
    fields("big-number", "cost: {amount: 99999999999}", ("SC-07", 5, 16)),
    fields("no-such-day", "dates: {created: 2026-02-31}", ("SC-05", 5, 18)),
    fields("a-time-of-day", "dates: {created: 2026-01-31 10:00:00}", ("SC-05", 5, 18)),
    fields("empty-values", "level:   \ntags: ~\nsummary: null"),
    fields("hash", "summary: Use #hashtags in class", ("FM-12", 5, 14)),
    fields("hash-first", "summary: #hashtags in class", ("FM-12", 5, 10)),
    fields("comma", "cost: {amount: 0, note: Free for all, and for good}", ("FM-12", 5, 39)),
    fields("comma-in-quotes", 'cost: {amount: 0, note: "Free for all, and for good"}'),
    fields("comma-and-null", "cost: {amount: 0, note: }"),
    fields("hash-inside-a-word", "summary: A first course in C# or F#"),
    fields("comment", "level: leading  # chosen in May\n# and confirmed\ntags: [a]"),
    fields("colon", "summary: Questioning: a strategy", ("FM-06", 5, 21)),
    fields("colon-in-a-list", "tags:\n  - one: two: three", ("FM-06", 6, 13)),
    fields("curly-quotes", "summary: “Ask and wait”", ("FM-15", 5, 10)),
    fields("curly-quotes-and-colon", "summary: “Ask: then wait”", ("FM-06", 5, 10)),
    fields("curly-quotes-inside", "summary: “Ask” is the first word, “wait” the second"),
    fields("hard-space-indent", "cost:\n⟨U+00A0⟩⟨U+00A0⟩amount: 1", ("FM-13", 6, 1)),
    fields("hard-space-after-colon", "summary:⟨U+00A0⟩Ask and wait", ("FM-13", 5, 9)),
    fields("hard-space-after-dash", "tags:\n  -⟨U+00A0⟩silence", ("FM-13", 6, 4)),
    fields("hard-space-in-prose", "summary: >-\n  Note :⟨U+00A0⟩wait 3⟨U+202F⟩seconds."),
    fields("tab-indent", "cost:\n\tamount: 1", ("FM-06", 6, 1)),
    fields("at-sign", "summary: @teacher", ("FM-06", 5, 10)),
    fields("percent", "summary: %x", ("FM-06", 5, 10)),
    fields("backtick", "summary: `code` first", ("FM-06", 5, 10)),
    fields("emphasis", "summary: *emphasis* here", ("FM-06", 5, 10)),
    fields("strong", "tags:\n  - **bold** words", ("FM-06", 6, 5)),
    fields("ampersand", "summary: &nbsp; x", ("FM-06", 5, 10)),
    fields("exclamation", "summary: !important", ("FM-10", 5, 10)),
    fields("exclamation-alone", "summary: ! important", ("FM-10", 5, 10)),
    fields("question-mark", "summary: ? why", ("FM-06", 5, 10)),
    fields("template-braces", "summary: {{ var }}", ("FM-08", 5, 11)),
    fields("template-braces-and-text", "summary: {{ var }} and more", ("FM-06", 5, 10)),
    fields("markdown-link", "summary: [link](http://x)", ("FM-06", 5, 10)),
    fields("dash", "summary: - x", ("FM-06", 5, 10)),
    fields("code-after-escaped-newlines", 'summary: "Ask\\n\n  and \\\n  wait \\x07"', ("FM-13", 7, 8)),
    fields("pipe", "summary: | x", ("FM-06", 5, 12)),
    fields("fold", "summary: > x", ("FM-06", 5, 12)),
    fields("text-behind-quotes", "summary: 'Ask' and wait", ("FM-06", 5, 16)),
    fields("apostrophe", "summary: 'It's time'", ("FM-06", 5, 14)),
    fields("open-quote", 'summary: "Ask and wait', ("FM-06", 5, 10)),
    fields("missing-space", "level:leading\ntags: [a]", ("FM-06", 5, 6)),
    fields("open-quote-and-another", 'summary: "Ask and wait\nlevel: leading\ntags: ["a"]', ("FM-06", 5, 10)),
    fields("opening-apostrophe", "summary: 'Tis time\nlevel: it's leading\ntags: [a]", ("FM-06", 5, 10)),
    fields("no-colon", "level leading\ntags: [a]", ("FM-06", 5, 1)),
    fields("lost-indent", "summary: >-\nAsk and wait\nlevel: leading", ("FM-06", 6, 1)),
    fields("odd-indent", "level: leading\n  cost: 1", ("FM-06", 6, 7)),
    fields("line-separator", "summary: Ask⟨U+2028⟩and wait", ("FM-13", 5, 13)),
    fields("next-line", "summary: Ask⟨U+0085⟩and wait", ("FM-13", 5, 13)),
    fields("control", "summary: Ask⟨U+0007⟩and wait", ("FM-13", 5, 13)),
    fields("control-as-code", 'summary: "Ask\\x07and wait"', ("FM-13", 5, 14)),
    fields("nul-as-code", 'tags: ["Ask\\0"]', ("FM-13", 5, 12)),
    fields("surrogate-pair", 'summary: "\\ud83d\\ude00"', ("FM-06", 5, 13)),
    fields("unknown-escape", 'summary: "C:\\path"', ("FM-06", 5, 13)),
    fields("second-document", "level: leading\n...\ntags: [a]", ("FM-17", 7, 1)),
    fields("number-as-name", "1: a", ("FM-08", 5, 1)),
    fields("list-as-name", "? [a, b]\n: c", ("FM-08", 5, 3)),
    fields("broken-flow", "tags: [a, b", ("FM-06", 5, 7)),
    fields("recursive", "tags: &x [*x]", ("FM-09", 5, 7), ("FM-09", 5, 11)),
    fields("undefined-alias", "tags: *x", ("FM-09", 5, 7)),
    fields("merge-key", "cost:\n  <<: *x\n  amount: 1", ("FM-09", 6, 3), ("FM-09", 6, 7)),
    fields("python-tag", 'tags: !!python/object/apply:os.system ["id"]', ("FM-10", 5, 7)),
    fields("binary-tag", "tags: !!binary aGVsbG8=", ("FM-10", 5, 7)),
    fields("set-tag", "tags: !!set {x, y}", ("FM-10", 5, 7)),
    fields("custom-tag", "tags: !mine [x]", ("FM-10", 5, 7)),
    fields("deep-25", f"tags: {'[' * 25}{']' * 25}", ("FM-11", 5, 0)),
    fields("deep-5000", f"tags: {'[' * 5000}{']' * 5000}", ("FM-11", 5, 0)),
    fields("many-values", f"tags: [{', '.join(['a'] * 6000)}]", ("FM-11", 5, 0)),
    fields("harmless-signs", "summary: Ask & wait, *then* listen! 1 << 2, 50 % of it"),
)

SHAPES = (
    Case("title-list", b"---\ntitle: [1, 2]\nstatus: draft\ncompetency: It waits.\n---\n", (("SC-02", 2, 8),)),
    fields("tags-map", "tags: {a: b}", ("SC-02", 5, 7)),
    fields("tags-number", "tags: 5", ("SC-02", 5, 7)),
    fields("odd-tags", "tags: [a, 3, [b], {c: d}, ~]", *(("SC-02", 5, c) for c in (11, 14, 19)), ("SC-05", 5, 27)),
    fields("empty-tag", "tags:\n  -\n  - b", ("SC-05", 6, 0)),
    fields("map-for-list", "rubric:\n  criteria:\n    id: a\n    name: b", ("SC-02", 6, 3)),
    fields("text-for-map", "evidence:\n  artifacts:\n    - plan", ("SC-02", 7, 7)),
    fields("yes-for-true", "requires_video: yes", ("SC-02", 5, 17)),
    fields("words-for-number", "cost: {amount: free}", ("SC-02", 5, 16)),
    fields("reserved", "template: x.html\nsearch: yes", ("SC-01", 5, 1), ("SC-01", 6, 1)),
    fields("handler-and-content", "content: x\nhandler: y", ("SC-01", 5, 1), ("SC-01", 6, 1)),
    fields("unknown-deep-below", "cost:\n  amount: 1\n  note: b\n  color: d", ("SC-01", 8, 3)),
    fields("unknown-in-a-list", "method_components:\n  - id: a\n    red: d", ("SC-01", 7, 5), *(("SC-03", 6, 5),) * 2),
    fields("missing-deep-below", "method_components:\n  - id: a\n    text: c", ("SC-03", 6, 5)),
    fields("misspelled-choice", "stacks: [{stack: a, role: requird}]", ("SC-04", 5, 27)),
    fields("word-for-limit", "assessment:\n  resubmission: {limit: unlimted}", ("SC-04", 6, 25)),
    fields("language-in-small-letters", "language: en-us", ("SC-05", 5, 11)),
    fields("not-an-address", "replaced_by: Wait Time", ("SC-05", 5, 14)),
    fields("hidden-in-address", "replaced_by: wait⟨U+200B⟩time", ("FM-13", 5, 18), ("SC-05", 5, 14)),
    fields("two-ids", "evidence:\n  overview:\n    - {id: a, prompt: b}\n    - {id: a, prompt: c}", ("SC-06", 8, 12)),
    fields("backward-range", "effort: {hours: {min: 5, max: 2}}", ("SC-07", 5, 17)),
    Case("no-fields", b"---\n---\n", (("SC-03", 1, 1),) * 3),
    Case("only-comments", b"---\n# title: x\n\n---\n", (("SC-03", 1, 1),) * 3),
    Case("a-list", b"---\n- title\n- status\n---\n", (("FM-18", 2, 3),)),
    Case("a-sentence", b"---\nJust a sentence.\n---\n", (("FM-18", 2, 1),)),
    Case("no-closing-newline", f"{HEAD}---".encode(), ()),
    Case("closing-spaces", f"{HEAD}---  \n".encode(), ()),
    body("odd-heading", "## Introduction\n\nText.", ("SC-09", TEXT, 1)),
    body("top-heading", "# Introduction", ("SC-09", TEXT, 1)),
    body("two-same-sections", "## About this micro-credential\n\nText.", ("SC-10", TEXT, 1)),
)

ENCODINGS = (
    Case("empty-file", b"", (("FM-01", 1, 1),)),
    Case("no-front-matter", b"# Wait time\n\nText.\n", (("FM-01", 1, 1),)),
    Case("blank-line-first", f"\n{HEAD}---\n".encode(), (("FM-01", 1, 1),)),
    Case("unclosed", HEAD.encode(), (("FM-02", 1, 1),)),
    Case("bom", f"\ufeff{HEAD}---\n".encode(), ()),
    Case("two-boms", f"\ufeff\ufeff{HEAD}---\n".encode(), (("FM-01", 1, 1), ("FM-13", 1, 1))),
    Case("utf-16", f"{HEAD}---\n".encode("utf-16"), (("FM-03", 1, 1),)),
    Case("utf-16-without-mark", f"{HEAD}---\n".encode("utf-16-le"), (("FM-03", 1, 1),)),
    Case("latin-1", f"{HEAD}summary: Café\n---\n".encode("latin-1"), (("FM-03", 5, 13),)),
    Case("truncated-utf-8", f"{HEAD}summary: Café".encode()[:-1], (("FM-03", 5, 13),)),
    body("nul-byte", "Ask⟨U+0000⟩and wait.", ("FM-13", TEXT, 4)),
    body("escape-sequence", "Ask ⟨U+001B⟩[2J and wait.", ("FM-13", TEXT, 5)),
    body("direction-override", "Ask ⟨U+202E⟩and⟨U+202C⟩ wait.", ("FM-13", TEXT, 5), ("FM-13", TEXT, 9)),
    body("direction-isolate", "Ask ⟨U+2066⟩and⟨U+2069⟩ wait.", ("FM-13", TEXT, 5), ("FM-13", TEXT, 9)),
    body("zero-width", "Ask⟨U+200B⟩and wait.", ("FM-13", TEXT, 4)),
    body("soft-hyphen", "Ques⟨U+00AD⟩tions.", ("FM-13", TEXT, 5)),
    body("bom-inside", "Ask ⟨U+FEFF⟩and wait.", ("FM-13", TEXT, 5)),
    body("invisible-tags", "Ask⟨U+E0041⟩⟨U+E0042⟩ and wait.", ("FM-13", TEXT, 4)),
    body("lost-character", "Caf⟨U+FFFD⟩ questions.", ("FM-13", TEXT, 4)),
    body("font-bullet", "⟨U+F0B7⟩ Ask and wait.", ("FM-13", TEXT, 1)),
    body("no-character", "Ask ⟨U+FFFE⟩ and wait.", ("FM-13", TEXT, 5)),
    body("stacked-accents", f"A{'⟨U+0301⟩' * 1000}sk.", ("FM-13", TEXT, 2)),
    body("stacked-marks-of-thai", f"ก{'⟨U+0E31⟩' * 100}.", ("FM-13", TEXT, 2)),
    body("stacked-selectors", f"A{'⟨U+FE0F⟩' * 300}sk.", ("FM-13", TEXT, 2)),
    body("look-alike", "W⟨U+0430⟩it for an answer.", ("FM-14", TEXT, 1)),
    body("look-alike-greek", "An ⟨U+0391⟩nswer.", ("FM-14", TEXT, 4)),
    fields("look-alike-title", "tags: [w⟨U+0430⟩it]", ("FM-14", 5, 8)),
    body("right-to-left", "اسأل وانتظر. שאל והמתן. ⟨U+200F⟩"),
    body("russian-and-greek", "Спросить и подождать. Ρώτα και περίμενε."),
    body("vietnamese", "Hỏi và chờ câu trả lời: n⟨U+0303⟩ and a⟨U+0323⟩⟨U+0302⟩."),
    body("emoji", "👩⟨U+200D⟩🏫 asks 👍🏽 and ❤⟨U+FE0F⟩"),
    body("flag", "🏴⟨U+E0067⟩⟨U+E0062⟩⟨U+E0065⟩⟨U+E006E⟩⟨U+E0067⟩⟨U+E007F⟩ plays 🇫🇷"),
    body("joiners", "نمی⟨U+200C⟩خواهم"),
    body("hard-spaces-in-text", "10⟨U+00A0⟩%, «⟨U+202F⟩oui⟨U+202F⟩»."),
)

ACTIVE = (
    Case("xss-title", HEAD.replace("A draft", "<script>alert(1)</script>").encode() + b"---\n", (("FM-19", 2, 8),)),
    fields("xss-attribute", "summary: 'Ask\"><img src=x onerror=alert(1)>'", ("FM-19", 5, 16)),
    fields("xss-author", "authors: [{role: practitioner, organization: <b>School</b>}]", ("FM-19", 5, 46)),
    fields("xss-tag", "tags: ['<img src=x onerror=alert(1)>']", ("FM-19", 5, 9)),
    fields("xss-level-text", "key_method: Wait <svg onload=x> then.", ("FM-19", 5, 18)),
    fields("xss-after-escaped-newlines", 'tags: [a]\nsummary: "Ask\\n\n  and <b>wait\\n"', ("FM-19", 7, 7)),
    fields("link-in-field", "summary: 'Ask, see [here](https://example.org).'", ("FM-19", 5, 20)),
    fields("script-address", "resources: [{title: a, url: 'javascript:alert(1)'}]", ("SC-05", 5, 29)),
    fields("plain-http", "resources: [{title: a, url: http://example.org/}]", ("SC-05", 5, 29)),
    fields("address-with-quotes", "resources: [{title: a, url: 'https://example.org/\"onx='}]", ("SC-05", 5, 29)),
    fields("protocol-relative", "resources: [{title: a, url: //example.org/}]", ("SC-05", 5, 29)),
    fields("less-than", "summary: Ask when 3 < 5 and wait <3 seconds"),
    body("script", "<script>alert(1)</script>", ("FM-19", TEXT, 1)),
    body("script-inline", "Ask <script>alert(1)</script>.", ("FM-19", TEXT, 1), ("FM-19", TEXT, 1)),
    body("event-handler", 'Ask\n<b onmouseover="x">and</b> wait.', ("FM-19", TEXT + 1, 1), ("FM-19", TEXT + 1, 1)),
    body("tag-over-lines", 'Ask <b\nclass="x">and <i>wait.', ("FM-19", TEXT, 1), ("FM-19", TEXT + 1, 1)),
    body("form", "Text.\n\n<form action=https://evil.example>\n<input>\n</form>", ("FM-19", TEXT + 2, 1)),
    body("style", "<style>body{display:none}</style>", ("FM-19", TEXT, 1)),
    body("iframe", "<iframe src=//evil.example></iframe>", ("FM-19", TEXT, 1)),
    body("refresh", '<meta http-equiv=refresh content="0;url=//evil.example">', ("FM-19", TEXT, 1)),
    body("base", "<base href=//evil.example>", ("FM-19", TEXT, 1)),
    body("comment-in-text", "<!-- a note -->", ("FM-19", TEXT, 1)),
    body("mathml", "<math><mtext><mglyph><style><img src=x onerror=alert(1)>", *(("FM-19", TEXT, 1),) * 5),
    body("html-in-list", "- Ask\n- <b>wait</b>", ("FM-19", TEXT + 1, 1), ("FM-19", TEXT + 1, 1)),
    body("html-in-table", "| a |\n|---|\n| b |\n| <i> |", ("FM-19", TEXT + 3, 1)),
    body("html-in-heading", "### Ask <i>", ("FM-19", TEXT, 1)),
    body("html-in-quotation", "> Ask\n> <i>", ("FM-19", TEXT + 1, 1)),
    body("code-is-no-html", "Write `<b>` or\n\n    <script>\n\nor\n\n```\n<i>\n```"),
    body("link-script", "[x](javascript:alert(1))", ("FM-19", TEXT, 1)),
    body("link-script-entity", "[x](&#106;avascript:alert(1))", ("FM-19", TEXT, 1)),
    body("link-script-tab", "[x](java&#09;script:alert(1))", ("FM-19", TEXT, 1)),
    body("link-script-case", "[x](JaVaScRiPt:alert(1))", ("FM-19", TEXT, 1)),
    body("link-script-auto", "<javascript:alert(1)>", ("FM-19", TEXT, 1)),
    body("link-data", "[x](data:text/html,hi)", ("FM-19", TEXT, 1)),
    body("link-vbscript", "[x](vbscript:x)", ("FM-19", TEXT, 1)),
    body("link-http", "One line.\n[x](http://example.org)", ("FM-19", TEXT + 1, 1)),
    body("link-relative", "[x](../other.md)", ("FM-19", TEXT, 1)),
    body("link-protocol", "[x](//evil.example)", ("FM-19", TEXT, 1)),
    body("link-by-name", "[x][y].\n\n[y]: javascript:alert(1)", ("FM-19", TEXT, 1), ("FM-19", TEXT + 2, 1)),
    body("link-good", "[a](https://example.org) [b](/about/) [c](mailto:a@example.org) [d](#top) <https://a.example>"),
    body("link-shows-another", "Ask.\nSee [https://bank.example](https://evil.example/).", ("FM-19", TEXT + 1, 1)),
    body("link-shows-another-in-bold", "See [**www.bank.example/a**](https://evil.example/).", ("FM-19", TEXT, 1)),
    body("link-shows-another-host", "See\n[bank.example][x]\n\n[x]: https://evil.example", ("FM-19", TEXT + 1, 1)),
    body("link-shows-its-own", "[https://a.example](https://www.a.example/b), [Node.js](https://nodejs.example/)"),
    body("link-with-a-name", "<https://bank.example@evil.example/>", ("FM-19", TEXT, 1)),
    body("picture", "Ask.\n![alt](https://example.org/a.png)", ("FM-19", TEXT + 1, 1)),
    body("picture-by-name", "![alt][y]\n\n[y]: https://example.org/a.png", ("FM-19", TEXT, 1)),
    body("snippet", '--8<-- "/etc/passwd"'),
    body("template-code", "{{ 7 * 7 }} {% raw %} ${x}"),
    body("attributes", "Ask { onclick=alert(1) }"),
    body("attribute-list", 'Ask.\n{: onclick=alert(1) }\n\n### Ask {: style="position:fixed" onmouseover=x }'),
    body("handler-with-slashes", "Ask <img/src=x/onerror=alert(1)> and <svg/onload=alert(1)>"),
    body("runner-command", "::error::hello\n\n##[error]hello"),
)

RESOURCES = (
    Case("front-matter-70-kb", f"{HEAD}summary: {'Ask and wait. ' * 5000}\n---\n".encode(), (("FM-04", 1, 1),)),
    Case("body-300-kb", f"{HEAD}---\n{BODY}{'Ask and wait. ' * 20_000}".encode(), (("FM-04", 6, 0),)),
    Case("file-2-mb", b"a" * 2_000_000, (("FM-04", 1, 1),)),
    fields(
        "alias-bomb",
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "\n".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefg", "bcdefgh", strict=True)),
        *(("FM-09", 0, 0),),
    ),
    body("brackets-20k", "[" * 20_000, ("FM-19", TEXT, 1)),
    body("brackets-everywhere", ("[" * 390 + "\n\n") * 600, ("FM-19", TEXT + 10, 1)),
    body("pictures-5k", "![](a " * 5_000, ("FM-19", TEXT, 1)),
    body("nested-lists-500", "".join(f"{'  ' * i}- a\n" for i in range(500)), ("FM-19", TEXT + 8, 1)),
    body("nested-in-turn", f"Ask.\n\n{'> - 1. ' * 50}a", ("FM-19", TEXT + 2, 1)),
    body("nested-emphasis", f"{'*_' * 500}a{'_*' * 500}"),
    body("equal-headings-5k", "### Ask\n" * 5_000),
    body("equal-sections-5k", "## About this micro-credential\n" * 5_000, *(("SC-10", 0, 1),) * 101),
    fields("nested-flow-lines", "tags:\n" + "  [\n" * 300 + "  ]\n" * 300, ("FM-11", 26, 3)),
    fields("nested-flow-lines-30", "tags:\n" + "  [\n" * 30 + "  ]\n" * 30, ("FM-11", 26, 3)),
    body("nested-lists-8", "".join(f"{'  ' * i}- a\n" for i in range(8))),
    body("nested-quotations", ">" * 5_000 + "a", ("FM-19", TEXT, 1)),
    body("table-20k-rows", "| a | b |\n|---|---|\n" + "| x | y |\n" * 20_000),
    body("html-everywhere", "a <b> " * 40_000, *(("FM-19", TEXT, 1),) * 101),
    body("comments-unfinished", "a " + "<!--" * 60_000),
    body("emphasis-50k", "**a*b" * 50_000),
    body("one-long-word", f"{'a' * 200_000} Спросить"),
    body("one-long-mixed-word", "aа" * 100_000, ("FM-14", TEXT, 1)),
    body("mixed-words", "aа " * 60_000, *(("FM-14", TEXT, 0),) * 101),
    body("controls", "\x07\n" * 20_000, *(("FM-13", 0, 0),) * 101),
    fields("long-host", f"resources: [{{title: a, url: 'https://{'a' * 60_000}'}}]", ("SC-05", 5, 29)),
    fields("long-mail", f"supports: {{contact: '{'a' * 60_000}'}}", ("SC-05", 5, 21)),
    fields("brackets-in-field", f"summary: '{'[' * 60_000}'"),
    fields("links-in-field", f"summary: '{'[](' * 20_000}'", ("FM-19", 5, 11)),
    fields("tags-in-field", f"summary: '{'<a ' * 20_000}'", ("FM-19", 5, 11)),
    fields("colons", f"summary: {'a: ' * 20_000}", ("FM-06", 5, 11)),
    fields("open-lists", f"summary: {'a: [ ' * 12_000}]", ("FM-06", 5, 0)),
    fields("spaces", f"summary: a{' ' * 60_000}b"),
    fields("dashes", f"tags: {'- ' * 30_000}", ("FM-06", 5, 0)),
    fields("unknown-fields", "\n".join(f"k{i}: 1" for i in range(4_900)), *(("SC-01", 0, 1),) * 101),
    fields("long-name", f"{'k' * 900}: 1", ("SC-01", 5, 1)),
)

CASES = (*YAML_TRAPS, *SHAPES, *ENCODINGS, *ACTIVE, *RESOURCES)
