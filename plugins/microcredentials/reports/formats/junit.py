"""JUnit XML, for dashboards that show tests: a suite per file, a case per error."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree

from ...checking.finding import Finding
from ...checking.report import Report
from ...reading.problem import Severity
from ..safe import plain
from ._location import format_location

_STAMP = "1970-01-01T00:00:00"  # the schema requires a time, but a report depends on its content alone


def render(report: Report) -> str:
    """Return *report* as JUnit XML: errors are failures, and the output of a suite lists the other open findings."""
    root = ElementTree.Element("testsuites")
    by_path = {path: list(found) for path, found in groupby(report.findings, key=lambda f: f.place.path)}
    for number, path in enumerate(sorted({*report.titles, *by_path})):
        _add_suite(root, number, path, by_path.get(path, []))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _add_suite(root: ElementTree.Element, number: int, path: str, findings: list[Finding]) -> None:
    open_ = [finding for finding in findings if finding.status == "open"]
    failures = [finding for finding in open_ if finding.severity is Severity.ERROR]
    lesser = [finding for finding in open_ if finding.severity is not Severity.ERROR]
    counts = {"tests": max(1, len(failures)), "failures": len(failures), "errors": 0}
    attributes = {"name": plain(path), "package": "microcredentials", "id": number, "timestamp": _STAMP,
                  "hostname": "localhost", **counts, "time": 0}  # fmt: skip
    suite = ElementTree.SubElement(root, "testsuite", {key: str(value) for key, value in attributes.items()})
    ElementTree.SubElement(suite, "properties")
    for finding in failures:
        case = ElementTree.SubElement(suite, "testcase", _test(path, f"{finding.rule.id} {finding.label}"))
        failure = ElementTree.SubElement(case, "failure", {"type": finding.rule.id, "message": plain(finding.message)})
        failure.text = _line(finding)
    if not failures:
        ElementTree.SubElement(suite, "testcase", _test(path, "quality standards"))
    ElementTree.SubElement(suite, "system-out").text = _lines(lesser)
    ElementTree.SubElement(suite, "system-err").text = ""


def _test(path: str, name: str) -> dict[str, str]:
    return {"name": plain(name), "classname": plain(path), "time": "0"}


def _lines(findings: Iterable[Finding]) -> str:
    return "\n".join(f"{finding.severity} {finding.rule.id} {_line(finding)}" for finding in findings)


def _line(finding: Finding) -> str:
    return f"{format_location(finding.place)}: {plain(finding.message)} {plain(finding.advice)}"
