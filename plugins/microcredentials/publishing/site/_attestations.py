"""The attestations of a spec, each with the question that it answers."""

from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...model.quality import Clause, Crosswalk
from ...model.record import Attestation
from ...model.spec import Spec


@dataclass(frozen=True)
class AttestedClause:
    """A person's answer; ``clause`` and ``crosswalk`` are None if the program no longer has the question."""

    attestation: Attestation
    clause: Clause | None
    crosswalk: Crosswalk | None


def attested_clauses(spec: Spec, catalog: Catalog) -> tuple[AttestedClause, ...]:
    """Return the attestations of *spec* in the order of its file, each with its question."""
    clauses = catalog.program.clauses
    return tuple(_attested_clause(each, clauses.get(each.standard)) for each in spec.attestations)


def _attested_clause(attestation: Attestation, asked: tuple[Crosswalk, Clause] | None) -> AttestedClause:
    crosswalk, clause = asked or (None, None)
    return AttestedClause(attestation, clause, crosswalk)
