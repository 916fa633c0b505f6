"""The address at which a content file is published."""


def address_of(path: str) -> str:
    """Return the address of the Markdown file *path*: ``a/b.md`` and ``a/b/index.md`` both give ``a/b/``."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem[: -len("index")]
    return f"{stem}/"
