"""Scripts and styles as they travel: without the notes that are for those who change them."""


def without_notes(code: str) -> str:
    """Return *code*, JavaScript or CSS, without comments that have lines to themselves; a text in backticks is kept."""
    kept, in_note, in_text = list[str](), False, False
    for line in code.splitlines(keepends=True):
        said = line.strip()
        begins = not in_text and (said.startswith("//") or (said.startswith("/*") and _ends_whole(said)))
        if in_note or begins:
            in_note = "*/" not in said and (in_note or said.startswith("/*"))
            continue
        in_text ^= line.count("`") % 2 == 1
        kept.append(line)
    return "".join(kept)


def _ends_whole(said: str) -> bool:
    """Say whether a note that begins a line has no code behind it on that line."""
    return said.endswith("*/") or "*/" not in said
