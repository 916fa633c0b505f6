"""Write docs/sentences.txt or, with ``--check``, report whether it is current."""

import sys

from .collect import ROOT, TARGET, collect


def main() -> int:
    """Return the exit code: 1 if ``--check`` was asked for and the file is not current."""
    text = collect()
    if "--check" in sys.argv[1:]:
        current = TARGET.is_file() and TARGET.read_text("utf-8") == text
        if not current:
            print(f"{TARGET.relative_to(ROOT)} is not current. Run scripts/sentences, and read the difference.")
        return 0 if current else 1
    TARGET.write_text(text, "utf-8")
    print(f"{TARGET.relative_to(ROOT)} is written. Read what has changed: git diff {TARGET.relative_to(ROOT)}")
    return 0


sys.exit(main())
