"""Every explanation there is: one file a code in `texts/`, read when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

from ichsite.explain.explanation import Explanation, Sample, Unsampled
from ichsite.explain.family import FAMILIES
from ichsite.text.diagnostic import Severity
from ichsite.text.words import Words

_ENDING = ".yaml"
_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning"}


@cache
def codes() -> tuple[str, ...]:
    """All codes, sorted; no file is opened for it."""
    names = (one.name for one in files("ichsite.explain").joinpath("texts").iterdir())
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


def explanation_of(code: str) -> Explanation:
    """The explanation of one of `codes()`. Raises KeyError for another, ValueError where its file is not sound."""
    import yaml

    if code not in codes():
        raise KeyError(code)
    text = files("ichsite.explain").joinpath("texts", code + _ENDING).read_text("utf-8")
    plain: Any = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are the safe ones
    try:
        return _explanation(code, _Fields(plain))
    except (KeyError, TypeError) as wrong:
        raise ValueError(f"{code}{_ENDING}: {wrong}") from wrong


def by_family() -> dict[str, tuple[Explanation, ...]]:
    """All explanations by family, families in their order and codes sorted."""
    told = [explanation_of(code) for code in codes()]
    return {family: tuple(one for one in told if one.family == family) for family in FAMILIES}


class _Fields:
    """The fields of a mapping, each taken once."""

    def __init__(self, plain: object) -> None:
        if not isinstance(plain, Mapping):
            raise TypeError("fields are expected")
        self._left = dict(cast("Mapping[str, object]", plain))

    def text(self, name: str, default: str | None = None) -> str:
        """A text without the line end of a block."""
        value = self._left.pop(name, default)
        if not isinstance(value, str):
            raise TypeError(f"{name} should be a text")
        return value.rstrip("\n") if default is None else value

    def whole(self, name: str, default: int) -> int:
        """A whole number."""
        value = self._left.pop(name, default)
        if not isinstance(value, int):
            raise TypeError(f"{name} should be a whole number")
        return value

    def inner(self, name: str) -> _Fields:
        """A mapping inside."""
        return _Fields(self._left.pop(name))

    def done(self) -> None:
        """Raises TypeError where a field was not asked for."""
        if self._left:
            raise TypeError(f"nothing reads {', '.join(sorted(self._left))}")


def _explanation(code: str, fields: _Fields) -> Explanation:
    family, severity = fields.text("family"), fields.text("severity")
    if family not in FAMILIES:
        raise KeyError(family)
    zh, en = fields.inner("zh"), fields.inner("en")
    says, why, do = (Words(zh.text(name), en.text(name)) for name in ("says", "why", "do"))
    made = Explanation(code, family, _SEVERITIES[severity], says, why, do, _sample(fields.inner("sample")))
    for one in (zh, en, fields):
        one.done()
    return made


def _sample(fields: _Fields) -> Sample | Unsampled:
    file = fields.text("file", "")
    if not file:
        none = fields.inner("none")
        unsampled = Unsampled(Words(none.text("zh"), none.text("en")))
        none.done()
        fields.done()
        return unsampled
    sample = Sample(
        file,
        fields.text("failing"),
        fields.text("mended"),
        fields.whole("marked", 0),
        fields.text("encoding", "utf-8"),
    )
    fields.done()
    return sample
