"""Open Badges as badge platforms read them: valid by the official schema and contexts, complete, and found at their own
addresses.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from interop import schema
from openbadgeslib import baking
from openbadgeslib.ob3.ldp import OB3LdpSigner, OB3LdpVerifier, add_data_integrity_proof
from openbadgeslib.ob3.verifier import OB3VerificationError
from project import Project, copy_project
from pyld import jsonld
from website import KINDS, Site

from microcredentials.catalog.loading import load
from microcredentials.publishing.exports import badge, ctdl, open_badges
from microcredentials.publishing.write import to_files, write_files

SITE = "https://catalog.sample-state.example/"
STACK = "formative-assessment-in-action"
SMALL = "wait-time"
POINTS, PLAIN, RETIRED = "rich-vocabulary-instruction", "questioning-and-wait-time", "exit-tickets"
CONTEXTS = {
    "https://www.w3.org/ns/credentials/v2": "contexts/credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "contexts/ob-v3p0-3.0.3.json",
}


@pytest.fixture(scope="module")
def built(served: Site) -> Path:
    return served.folder


def read(folder: Path, path: str) -> Any:
    return json.loads((folder / path).read_text("utf-8"))


def achievements(folder: Path) -> list[tuple[str, Any]]:
    """Return every Achievement with the address it is fetched from."""
    found = sorted(folder.glob("*/**/achievement.json"))
    return [(f"{SITE}{path.relative_to(folder).as_posix()}", json.loads(path.read_text("utf-8"))) for path in found]


def test_each_achievement_is_valid_and_its_id_is_its_address(built: Path, moved: Path, interop: Path):
    whole = schema(interop, "ob3/achievementcredential.json")
    validator = jsonschema.Draft201909Validator({**whole["$defs"]["Achievement"], "$defs": whole["$defs"]})
    found = achievements(built)
    assert len(found) > 10
    for address, data in found:
        validator.validate(data)
        assert data["id"] == address
        assert (built / data["criteria"]["id"].removeprefix(SITE) / "index.html").is_file()
    for address, data in achievements(moved):
        validator.validate(data)
        assert data["id"] == address
    broken = {name: value for name, value in found[0][1].items() if name != "criteria"}
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(broken)


def test_the_list_contains_each_listed_achievement(built: Path):
    catalog = read(built, "catalog.json")
    listed = {each["id"]: each for each in read(built, "achievements.json")}
    specs = [*catalog["credentials"], *catalog["stacks"]]
    assert {f"{each['url']}achievement.json" for each in specs} == listed.keys()
    for each in specs:
        data = listed[f"{each['url']}achievement.json"]
        assert (data["name"], data["version"]) == (each["title"], each["version"])
        assert data["criteria"]["id"] == each["url"]
        assert data["otherIdentifier"][0]["identifier"] == f"ce-{each['uid']}"


def leaf_values(data: Any) -> Iterator[str]:
    """Yield every value of plain JSON, except contexts."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaf_values(value) if name != "@context" else ()
    elif isinstance(data, list):
        for value in data:
            yield from leaf_values(value)
    else:
        yield str(data)


def kept(data: Any) -> Iterator[str]:
    """Yield every value that JSON-LD made from it, except types."""
    if isinstance(data, dict) and "@value" in data:
        yield str(data["@value"])
    elif isinstance(data, dict):
        for value in data.values():
            yield from kept(value)
    elif isinstance(data, list):
        for value in data:
            yield from kept(value)
    else:
        yield str(data)


def test_every_term_of_a_badge_is_defined_by_its_contexts(built: Path, interop: Path):
    def load(url: str, _: Any) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": schema(interop, CONTEXTS[url])}

    options = {"documentLoader": load}
    for _, data in [*achievements(built), ("", read(built, "issuer.json"))]:
        assert len(list(kept(jsonld.expand(data, options)))) == len(list(leaf_values(data)))
    strange = {**data, "seatTime": "none"}
    assert len(list(kept(jsonld.expand(strange, options)))) < len(list(leaf_values(strange)))


def test_the_rubric_is_sorted_from_low_to_high_and_has_the_required_level(built: Path):
    for slug, required in ((POINTS, 1), (PLAIN, -1)):
        results = read(built, f"credentials/{slug}/achievement.json")["resultDescription"]
        assert results
        for result in results:
            points = [int(level["points"]) for level in result["rubricCriterionLevel"]]
            assert points == sorted(points)
            assert all(level["id"].startswith(f"{SITE}credentials/{slug}/") for level in result["rubricCriterionLevel"])
            assert result["requiredLevel"] == result["rubricCriterionLevel"][required]["id"]


def exported(project: Project) -> dict[str, Any]:
    """Return what a project exports as Open Badges, by path."""
    files = open_badges.export(load(project.root / "content"), SITE)
    return {file.path: json.loads(file.content) for file in files}


def test_adding_a_level_does_not_change_other_ids(small: Project):
    def levels() -> dict[str, str]:
        results = exported(small)[f"credentials/{SMALL}/achievement.json"]["resultDescription"]
        return {level["id"]: level["name"] for each in results for level in each["rubricCriterionLevel"]}

    before = levels()
    text = small.path(SMALL).read_text("utf-8")
    first = re.search(r"levels: \[(.+?),", text)
    assert first
    text = text.replace(first[0], f"levels: [Not begun, {first[1]},", 1)
    text = re.sub(
        r"(?m)^( +)descriptors:\n( +)",
        r"\1descriptors:\n\2Not begun: The folder holds neither recordings nor any notes about the lessons.\n\2",
        text,
    )
    small.path(SMALL).write_text(text, "utf-8")
    after = levels()
    assert before.items() < after.items()
    assert {name for id, name in after.items() if id not in before} == {"Not begun"}


def test_all_addresses_are_absolute(built: Path):
    for _, data in achievements(built):
        for each in data.get("alignment", ()):
            assert each["targetUrl"].startswith("https://")
        assert data["creator"]["id"] == f"{SITE}issuer.json"
    assert read(built, "issuer.json")["id"] == f"{SITE}issuer.json"


def test_a_stack_and_its_members_refer_to_each_other(built: Path):
    stack = read(built, "stacks/formative-assessment-in-action/achievement.json")
    assert "- Questioning and wait time" in stack["criteria"]["narrative"]
    member = read(built, f"credentials/{PLAIN}/achievement.json")
    assert stack["id"] in {each["targetUrl"] for each in member["alignment"]}


def test_drafts_are_left_out_and_retired_credentials_are_kept(built: Path):
    assert not (built / "credentials/regrouping-from-current-student-work/achievement.json").exists()
    assert (built / f"credentials/{RETIRED}/achievement.json").exists()


def test_a_kept_version_has_its_own_achievement_related_to_the_current_one(small: Project):
    old = small.path(SMALL).read_text("utf-8").replace('version: "1.1.0"', 'version: "1.0.0"')
    path = small.root / "content/versions" / SMALL / "1.0.0.md"
    path.parent.mkdir(parents=True)
    path.write_text(old, "utf-8")
    files = exported(small)
    now, then = files[f"credentials/{SMALL}/achievement.json"], files[f"credentials/{SMALL}/v/1.0.0/achievement.json"]
    assert (now["version"], then["version"]) == ("1.1.0", "1.0.0")
    assert [each["id"] for each in now["related"]] == [then["id"]]
    assert [each["id"] for each in then["related"]] == [now["id"]]
    assert then["criteria"]["id"] == f"{SITE}credentials/{SMALL}/v/1.0.0/"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a catalog in which a credential with a kept version, and its stack, have been renamed."""
    project = Project(copy_project(tmp_path_factory.mktemp("moved")))
    version = project.root / "content/versions/wait-for-it/1.0.0.md"
    version.parent.mkdir(parents=True)
    kept = project.path(PLAIN).read_text("utf-8").replace('version: "1.1.0"', 'version: "1.0.0"')
    version.write_text(kept, "utf-8")
    for old, new in ((project.path(PLAIN), "wait-for-it"), (project.root / f"content/stacks/{STACK}.md", "in-action")):
        text = re.sub(r"(?m)^aliases:.*\n", "", old.read_text("utf-8"))
        (old.parent / f"{new}.md").write_text(text.replace("\ntags:", f"\naliases: [{old.stem}]\ntags:", 1), "utf-8")
        old.unlink()
    for path in (project.root / "content").rglob("*.md"):
        text = path.read_text("utf-8").replace(f"{{stack: {STACK},", "{stack: in-action,")
        path.write_text(text.replace(f"stack: {STACK}\n", "stack: in-action\n"), "utf-8")
    catalog = load(project.root / "content")
    for export in (open_badges.export, ctdl.export, badge.export):
        write_files(to_files(export(catalog, SITE)), project.root / "out")
    return project.root / "out"


def test_the_address_under_a_former_slug_still_has_an_achievement(moved: Path):
    for old, new in ((f"credentials/{PLAIN}/", "credentials/wait-for-it/"), (f"stacks/{STACK}/", "stacks/in-action/")):
        was, now = read(moved, f"{old}achievement.json"), read(moved, f"{new}achievement.json")
        assert (was["id"], was["criteria"]["id"]) == (f"{SITE}{old}achievement.json", f"{SITE}{new}")
        assert [each["id"] for each in was["related"]] == [now["id"]]
        assert was["id"] in {each["id"] for each in now["related"]}
        ids = [
            (result, level) for result in was.get("resultDescription", ()) for level in result["rubricCriterionLevel"]
        ]
        assert all(part["id"].startswith(f"{was['id']}#") for pair in ids for part in pair)
        assert all(
            result["requiredLevel"] in {level["id"] for level in result["rubricCriterionLevel"]} for result, _ in ids
        )
        assert (moved / old / "badge.svg").read_bytes() == (moved / new / "badge.svg").read_bytes()
        registry = {path: read(moved, f"{path}ctdl.json") for path in (old, new)}
        assert registry[old]["@id"] == f"{SITE}{old}ctdl.json"
        assert registry[old]["ceterms:ctid"] == registry[new]["ceterms:ctid"]
        assert registry[old]["ceterms:subjectWebpage"] == f"{SITE}{new}"
        assert registry[old]["ceterms:sameAs"] == [registry[new]["@id"]]
        assert registry[new]["ceterms:sameAs"] == [registry[old]["@id"]]
        assert read(moved, f"{old}competency.json")["@id"] == f"{SITE}{old}competency.json"
    then = read(moved, f"credentials/{PLAIN}/v/1.0.0/achievement.json")
    assert then["id"] == f"{SITE}credentials/{PLAIN}/v/1.0.0/achievement.json"
    assert then["related"][0]["id"] == f"{SITE}credentials/wait-for-it/v/1.0.0/achievement.json"


def test_former_addresses_are_listed_only_in_the_current_object(moved: Path):
    lists = [read(moved, "achievements.json"), read(moved, "ctdl.jsonld"), read(moved, "ctdlasn.jsonld")]
    named = [each for each in leaf_values(lists) if f"/{PLAIN}/" in each or f"/{STACK}/" in each]
    files = ("achievement.json", "ctdl.json")
    assert sorted(named) == sorted(
        f"{SITE}{way}{file}" for way in (f"credentials/{PLAIN}/", f"stacks/{STACK}/") for file in files
    )


def test_author_text_stays_text(small: Project):
    small.edit(SMALL, "title: Questions and wait time", 'title: "Wait *time* [here]"')
    stack = exported(small)["stacks/classroom-talk/achievement.json"]
    assert r"- Wait \*time\* \[here\]" in stack["criteria"]["narrative"]


def test_a_page_links_to_its_data(served: Site):
    for address in (KINDS["credential"], KINDS["stack"]):
        html = served.html(address)
        assert '<link rel="alternate" type="application/ld+json"' in html
        assert '<a href="achievement.json">' in html
        assert (served.folder / address / "achievement.json").is_file()
    assert "achievement.json" not in served.html(KINDS["guide"])


@pytest.fixture(scope="module")
def key() -> tuple[bytes, bytes]:
    """Return a private and a public key that live as long as this file's tests."""
    private = Ed25519PrivateKey.generate()
    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return private.private_bytes(*plain), public


def award(achievement: dict[str, Any], private: bytes) -> dict[str, Any]:
    """Return *achievement* in a badge for an earner, as a platform signs it."""
    method = OB3LdpSigner._did_key_vm(private)
    about = {"id": "did:example:educator", "type": ["AchievementSubject"]}
    plain = {name: value for name, value in achievement.items() if name != "@context"}
    badge = {
        "@context": list(CONTEXTS),
        "id": "urn:uuid:91537dba-56cb-41ec-bf63-0242ac130002",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement["name"],
        "issuer": {"id": method.split("#")[0], "type": ["Profile"], "name": "A platform"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {**about, "achievement": plain},
    }
    return dict(add_data_integrity_proof(badge, private, method))


def sign_and_verify(data: dict[str, Any], key: tuple[bytes, bytes]) -> str:
    """Let a platform sign a badge, verify it, and return its name as the verifier reads it."""
    return str(OB3LdpVerifier(pubkey_pem=key[1]).verify(json.dumps(award(data, key[0]))).achievement.name)


@pytest.mark.parametrize("address", [*(f"credentials/{slug}" for slug in (POINTS, PLAIN, RETIRED)), f"stacks/{STACK}"])
def test_a_signed_badge_can_be_verified(built: Path, key: tuple[bytes, bytes], address: str):
    data = read(built, f"{address}/achievement.json")
    assert sign_and_verify(data, key) == data["name"]


@pytest.mark.nightly
def test_every_signed_badge_can_be_verified(built: Path, moved: Path, key: tuple[bytes, bytes]):
    found = [data for _, data in [*achievements(built), *achievements(moved)]]
    assert len(found) > 80
    assert [sign_and_verify(data, key) for data in found] == [data["name"] for data in found]


def test_a_platform_can_write_a_badge_into_the_pictures(built: Path, key: tuple[bytes, bytes]):
    address = f"credentials/{PLAIN}/"
    signed = json.dumps(award(read(built, f"{address}achievement.json"), key[0]))
    png = baking.bake_png((built / address / "badge.png").read_bytes(), signed, keyword=baking.ITXT_KEYWORD_OB3)
    names = {"element": baking.SVG_ELEMENT_OB3, "namespace": baking.SVG_NS_OB3}
    svg = baking.bake_svg((built / address / "badge.svg").read_bytes(), signed, as_text=True, **names)
    carried = (
        baking.extract_png(png, keyword=baking.ITXT_KEYWORD_OB3),
        baking.extract_svg(svg, element=baking.SVG_ELEMENT_OB3, text_fallback=True),
    )
    for found in carried:
        assert OB3LdpVerifier(pubkey_pem=key[1]).verify(found).achievement.name == "Questioning and wait time"


def lower(achievement: dict[str, Any]) -> None:
    result = achievement["resultDescription"][0]
    result["requiredLevel"] = result["rubricCriterionLevel"][0]["id"]


def relabel(achievement: dict[str, Any]) -> None:
    achievement["resultDescription"][0]["rubricCriterionLevel"][0]["name"] = "Met"


def ask_less(achievement: dict[str, Any]) -> None:
    achievement["criteria"]["narrative"] = "Attend."


@pytest.mark.parametrize("change", [lower, relabel, ask_less])
def test_a_badge_that_was_changed_after_signing_is_refused(
    built: Path, key: tuple[bytes, bytes], change: Callable[[dict[str, Any]], None]
):
    signed = award(read(built, f"credentials/{PLAIN}/achievement.json"), key[0])
    change(signed["credentialSubject"]["achievement"])
    with pytest.raises(OB3VerificationError):
        OB3LdpVerifier(pubkey_pem=key[1]).verify(json.dumps(signed))
