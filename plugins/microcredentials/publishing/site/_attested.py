"""What people have judged about a spec: each answer with the question it answers."""

from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...model.quality import Clause, Crosswalk
from ...model.record import Attestation
from ...model.spec import Spec


@dataclass(frozen=True)
class Attested:
    """A person's judgment; ``clause`` and ``crosswalk`` are None where the program no longer knows what was asked."""

    attestation: Attestation
    clause: Clause | None
    crosswalk: Crosswalk | None


def attested(spec: Spec, catalog: Catalog) -> tuple[Attested, ...]:
    """Return the attestations of *spec* in its order."""
    return tuple(_attested(attestation, catalog.program.crosswalks or {}) for attestation in spec.attestations)


def _attested(attestation: Attestation, crosswalks: dict[str, Crosswalk]) -> Attested:
    file, _, id_ = attestation.standard.partition("/")
    crosswalk = crosswalks.get(file)
    clause = next((clause for clause in crosswalk.clauses if clause.id == id_), None) if crosswalk else None
    return Attested(attestation, clause, crosswalk)
