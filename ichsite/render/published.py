"""The static files of a theme as they are published: bundles joined, addresses in stylesheets written, names with hashes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from ichsite.render.manifest import Bundle
from ichsite.render.script import minified
from ichsite.render.stylesheet import addressed, without_comments
from ichsite.render.theme_yaml import ThemeRefused
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import of_bytes
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

FOLDER = "assets"
TOKENS = "tokens"
"""The name of the part that the tokens are; where no bundle has it, they are the head of SHEET."""
SHEET = "site.css"


def published_files(
    static: Mapping[str, bytes], bundles: Iterable[Bundle], tokens: str, places: Mapping[str, str]
) -> tuple[tuple[tuple[str, bytes], ...], tuple[tuple[str, str], ...]]:
    """(file, bytes) by the name that templates use, and (name, published path). `places` is where each file lies.

    Raises ThemeRefused with every finding.
    """
    bundled = {one.name: one for one in bundles}
    parts = {part.path for one in bundled.values() for part in one.parts}
    findings = [finding for one in bundled.values() for finding in _missing(one, static)]
    files = {name: data for name, data in static.items() if name not in parts}
    findings += [_taken(one) for one in bundled.values() if one.name in files]
    sheets = {name for name in (*files, *bundled) if name.endswith(".css")}
    made: dict[str, bytes] = {name: data for name, data in files.items() if name not in sheets}
    for one in bundled.values():
        if one.name not in sheets:
            made[one.name] = _script(static[part.path] for part in one.parts if part.path in static)
    paths = {name: hashed(name, data) for name, data in made.items()}
    own_place = any(part.path == TOKENS for one in bundled.values() for part in one.parts)
    for name in sorted(sheets):
        listed = [part.path for part in bundled[name].parts] if name in bundled else [name]
        if name == SHEET and not own_place:
            listed = [TOKENS, *listed]
        texts = [tokens if path == TOKENS else _sheet(path, name, static, paths, places, findings) for path in listed]
        made[name] = "".join(texts).encode()
        paths[name] = hashed(name, made[name])
    if findings:
        raise ThemeRefused(*findings)
    return tuple(sorted(made.items())), tuple(sorted(paths.items()))


def hashed(name: str, data: bytes) -> str:
    """The published path of a file: a name that changes with what is in it."""
    digest = of_bytes(data).hex()[:10]
    stem, dot, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{digest}{dot}{ending}" if dot else f"{FOLDER}/{name}.{digest}"


def _sheet(
    part: str,
    sheet: str,
    static: Mapping[str, bytes],
    paths: Mapping[str, str],
    places: Mapping[str, str],
    findings: list[Diagnostic],
) -> str:
    if part not in static:
        return ""
    here = posixpath.dirname(f"{FOLDER}/{sheet}")

    def published(target: str) -> str | None:
        return quote(posixpath.relpath(paths[target], here)) if target in paths else None

    text = static[part].decode("utf-8-sig", "replace").replace("\r\n", "\n")
    written, wrong = addressed(text, part, places.get(part, part), published)
    findings += wrong
    bare = without_comments(written)
    return bare if bare.endswith("\n") or not bare else bare + "\n"


def _script(parts: Iterable[bytes]) -> bytes:
    # a part that ends without a semicolon or in a comment must not swallow the next one
    return b"".join(minified(part) + b"\n;\n" for part in parts)


def _missing(bundle: Bundle, static: Mapping[str, bytes]) -> list[Diagnostic]:
    return [
        error(
            "theme-asset",
            part.place,
            Words(f"主题的 static/ 里没有 `{part.path}`", f"the theme's static/ has no `{part.path}`"),
            did_you_mean(part.path, static),
        )
        for part in bundle.parts
        if part.path not in static and part.path != TOKENS
    ]


def _taken(bundle: Bundle) -> Diagnostic:
    return error(
        "theme-asset",
        bundle.place,
        Words(
            f"static/ 里已有 `{bundle.name}`，它不在这一组部件里",
            f"static/ has a `{bundle.name}` that is no part of this bundle",
        ),
        Words("把它列为部件，或改个名字", "list it as a part, or rename one of them"),
    )
