"""One script for a site on a local disk or USB drive, from which browsers load neither modules nor data.

It contains every module of the site as a function and, as text, the files that the modules load. ``frame.js`` loads it
only under ``file:``. A module that is written in an unusual way is left out, so it does not run there.
"""

import base64
import json
import posixpath
import re
from collections.abc import Iterable, Mapping

BUNDLE = "assets/javascripts/offline.js"
"""The path of the script on the site."""

_DATA = re.compile(r"assets/(?:search/(?!lunr-index)|plan/).+|credentials/[^/]+/facts\.json")
_CODE = re.compile(r"assets/(?:search|javascripts)/[\w-]+\.js")
_NO_MODULES = {"frame.js", posixpath.basename(BUNDLE)}

_IMPORT = re.compile(r"(?m)^import (\{[^}]*\}) from '([^']+)';$")
_DYNAMIC_IMPORT = re.compile(r"\bimport\('([^']+)'\)")
_EXPORT = re.compile(r"(?m)^export (?=(?:async )?(?:const|function|class) (\w+))")
_UNUSUAL = re.compile(r"(?m)^(?:import|export)\b|\bimport\.meta\b|\bimport\(")

_FRAME = """\
(() => {
  'use strict';
  const root = new URL('../../', document.currentScript.src);
  const files = %(files)s;
  const loaded = {};
  const use = (name) => (loaded[name] ??= modules[name](new URL(name, root).href));
  const fetch = async (url) => {
    const text = files[decodeURI(String(url).slice(root.href.length))];
    const bytes = text === undefined ? null : Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new Response(bytes, { status: bytes ? 200 : 404 });
  };
  const toFile = (address) => {
    const url = new URL(address, location);
    if (url.protocol === 'file:' && url.pathname.endsWith('/')) url.pathname += 'index.html';
    return url.href;
  };
  const follow = ({ target }) => {
    const link = target.closest?.('a[href]');
    if (link) link.href = toFile(link.href);
  };
  const modules = {
%(modules)s
  };
  document.addEventListener('click', follow, true);
  document.addEventListener('auxclick', follow, true);
  const start = () => {
    for (const form of document.forms) form.action = toFile(form.action);
    for (const { src } of document.querySelectorAll('script[type="module"][src]')) {
      const name = src.slice(root.href.length);
      if (modules[name]) use(name);
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
"""


def offline_bundle(scripts: Mapping[str, str], data: Iterable[tuple[str, bytes]]) -> str:
    """Return the script for the *scripts* and *data* files of a site, both by their paths relative to its root."""
    modules = {path: _module(path, code) for path, code in sorted(scripts.items()) if _is_module(path)}
    usual = {path: code for path, code in modules.items() if not _UNUSUAL.search(code)}
    files = {path: base64.b64encode(content).decode() for path, content in data if _DATA.fullmatch(path)}
    wrapped = (f"    {json.dumps(path)}: (here) => {{\n{code}\n    }}," for path, code in usual.items())
    return _FRAME % {"files": json.dumps(dict(sorted(files.items()))), "modules": "\n".join(wrapped)}


def _is_module(path: str) -> bool:
    return _CODE.fullmatch(path) is not None and posixpath.basename(path) not in _NO_MODULES


def _module(path: str, code: str) -> str:
    """Return the body of a function that does the same as the module at *path* and returns its exports."""

    def used(name: str) -> str:
        return f"use({json.dumps(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))})"

    names = _EXPORT.findall(code)
    code = _EXPORT.sub("", code)
    code = _IMPORT.sub(lambda found: f"const {found[1].replace(' as ', ': ')} = {used(found[2])};", code)
    code = _DYNAMIC_IMPORT.sub(lambda found: f"Promise.resolve({used(found[1])})", code)
    return f"{code.replace('import.meta.url', 'here')}\nreturn {{ {', '.join(names)} }};"
