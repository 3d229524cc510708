"""A YAML file of a theme: its plain values, and the place of each in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ichsite.decode.compose import Places, Plain, compose, places_of
from ichsite.decode.yaml_faults import YamlFault
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words


class ThemeRefused(Exception):
    """A theme that cannot be used, with the findings that say why; `finding` is the first of them."""

    def __init__(self, *findings: Diagnostic) -> None:
        super().__init__(findings[0].message.en)
        self.finding, self.findings = findings[0], findings


@dataclass(frozen=True)
class ThemeYaml:
    """One file, `path` as diagnostics name it. A wrong value is a finding at its place, code `theme-settings`."""

    path: str
    plain: dict[str, Plain]
    places: Places

    def at(self, *field: str | int, key: bool = False) -> Place:
        """Where a field stands, or its nearest ancestor."""
        return self.places.of(field, key) or Place(self.path, 1, 1)

    def wrong(self, field: tuple[str | int, ...], what: Words, help: Words | None = None) -> Diagnostic:
        """A finding about a field's value."""
        return error("theme-settings", self.at(*field), what, help)

    def unknown(self, field: tuple[str | int, ...], known: Iterable[str]) -> Diagnostic:
        """A finding about a key that means nothing here."""
        name = str(field[-1])
        what = Words(f"没有 `{name}` 这个字段", f"there is no field `{name}`")
        return error("theme-settings", self.at(*field, key=True), what, did_you_mean(name, known))


def read_yaml(path: str, text: str) -> ThemeYaml:
    """The file of that text; raises ThemeRefused where it is no YAML mapping."""
    try:
        plain = compose(text)
    except YamlFault as fault:
        raise ThemeRefused(replace(fault.finding(path), code="theme-unreadable")) from None
    if not isinstance(plain, dict):
        what = Words("这里应是“字段: 值”", "fields are expected here")
        raise ThemeRefused(error("theme-unreadable", Place(path), what))
    return ThemeYaml(path, plain, places_of(text, path))
