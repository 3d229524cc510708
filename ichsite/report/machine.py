"""Findings for machines: JSON with a versioned shape, and annotations for GitHub's checks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place, Where
from ichsite.text.words import Words

SCHEMA_VERSION = 1


def as_json(findings: Iterable[Diagnostic], summary: Mapping[str, Any]) -> str:
    """One JSON object: `version`, `findings`, and what `summary` holds. Keys and codes stay; both languages are given."""
    return json.dumps(
        {"version": SCHEMA_VERSION, **summary, "findings": [_finding(one) for one in findings]},
        ensure_ascii=False,
        indent=2,
    )


def github_annotations(findings: Iterable[Diagnostic]) -> Iterable[str]:
    """GitHub's workflow commands, one a finding."""
    for one in findings:
        place = _place(one.where)
        fields = f"file={_property(place.path)},line={max(1, place.line)},col={max(1, place.column)},title={one.code}"
        yield f"::{one.severity} {fields}::{_data(one.message.zh)}"


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        **_where(finding.where),
        "message": _words(finding.message),
        "help": _words(finding.help) if finding.help is not None else None,
        "related": [{**_where(one.where), "note": _words(one.note)} for one in finding.related],
    }


def _words(words: Words) -> dict[str, str]:
    return {"zh-CN": words.zh, "en": words.en}


def _place(where: Where) -> Place:
    return where if isinstance(where, Place) else Place(where.path)


def _where(where: Where) -> dict[str, Any]:
    place = _place(where)
    return {"file": place.path, "line": place.line, "column": place.column, "end_column": place.end_column}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
