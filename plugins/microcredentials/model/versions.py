"""Compare version numbers."""


def version_number(version: str) -> tuple[int, ...]:
    """Return ``1.10.0`` as ``(1, 10, 0)``, so that versions can be sorted."""
    return tuple(int(part) for part in version.split("."))
