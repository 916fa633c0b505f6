"""Rules about English words are not applied to specs in other languages, and the report says so."""

from pathlib import Path

import pytest
from examples import judged, plant

from microcredentials.checking.finding import Example

SPANISH = """\
language: {language}
summary: Haz preguntas que piden razones, espera las respuestas y muestra lo que el grupo dice después del silencio.
competency: El docente hace preguntas preparadas y espera tres segundos antes y después de cada respuesta del grupo.
validity: P0Y
"""


@pytest.mark.parametrize(("language", "found"), [("es-US", {"FA-05"}), ("en-US", {"CO-02", "FA-05"})])
def test_only_rules_for_any_language_are_applied(language: str, found: set[str], tmp_path: Path):
    plant(Example(SPANISH.replace("{language}", language), passes=False), tmp_path / "content")
    report = judged(tmp_path / "content")
    assert found <= {finding.rule.id for finding in report.findings}
    assert ("CO-02" in {finding.rule.id for finding in report.findings}) == (language == "en-US")
    assert [note for note in report.notes if "1 spec in es-US" in note and "CO-02" in note and "FA-05" not in note] == [
        note for note in report.notes if language == "es-US"
    ]
