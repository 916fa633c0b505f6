"""The tools that need Node: locked by hash for every platform, from any registry that npm is set to."""

import json

from project import REPOSITORY

HOME = REPOSITORY / "scripts" / "node"
LOCK = (HOME / "package-lock.json").read_text("utf-8")
PACKAGES = {path: each for path, each in json.loads(LOCK)["packages"].items() if path}


def test_the_lock_file_contains_no_addresses():
    assert "://" not in LOCK
    assert "omit-lockfile-registry-resolved=true" in (HOME / ".npmrc").read_text("utf-8")


def test_every_package_is_locked_by_hash():
    assert len(PACKAGES) > 20
    assert [path for path, each in PACKAGES.items() if not each.get("integrity", "").startswith("sha512-")] == []


def test_tools_with_a_binary_are_locked_for_every_platform():
    platforms = {
        name: {(system, cpu) for path, each in PACKAGES.items() if name in path for system in each.get("os", ())
               for cpu in each.get("cpu", ())}
        for name in ("@biomejs/", "@typescript/")
    }  # fmt: skip
    common = {(system, cpu) for system in ("darwin", "linux", "win32") for cpu in ("arm64", "x64")}
    assert all(common <= found for found in platforms.values())


def test_versions_are_exact():
    wanted = json.loads((HOME / "package.json").read_text("utf-8"))["devDependencies"]
    assert {f"node_modules/{name}": version for name, version in wanted.items()} == {
        f"node_modules/{name}": PACKAGES[f"node_modules/{name}"]["version"] for name in wanted
    }
