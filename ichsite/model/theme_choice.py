"""`theme` in site.yaml: which theme, and what a site sets in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, cast

from ichsite.model.entry import entry
from ichsite.model.scalar import Pattern, Refused
from ichsite.text.words import Words

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema

SetValue = str | tuple[tuple[str, str | None], ...] | None
Settings = tuple[tuple[str, SetValue], ...]
"""What a site sets, by name, as it is written: only the theme knows what may be set and what a value may be."""
THEME_NAME = Pattern(r"[a-z][a-z0-9-]{0,40}", Words("主题名", "a theme's name"))


class AsWritten:
    """A marker for `Annotated`: `name: text` or `name: {scheme: text}`, kept as pairs."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import PydanticCustomError, core_schema

        def check(value: Any) -> Settings:
            if not isinstance(value, dict):
                raise PydanticCustomError("dataclass_type", "fields are expected")
            return tuple((str(name), _as_written(one)) for name, one in cast("dict[Any, Any]", value).items())

        def _as_written(value: Any) -> SetValue:
            if isinstance(value, dict):
                pairs = cast("dict[Any, Any]", value).items()
                if all(isinstance(one, str) or one is None for _, one in pairs):
                    return tuple((str(name), one) for name, one in pairs)
            elif isinstance(value, str) or value is None:
                return value
            raise PydanticCustomError("wrong-shape", "a single value is expected", {"shape": "list"})

        return core_schema.no_info_plain_validator_function(check)

    def __get_pydantic_json_schema__(self, core: object, handler: object) -> dict[str, Any]:
        value: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
        return {
            "type": "object",
            "additionalProperties": {"anyOf": [value, {"type": "object", "additionalProperties": value}]},
        }


@entry
class ThemeChoice:
    """A theme by its name, options and tokens as the site sets them."""

    name: Annotated[str, THEME_NAME] = "default"
    options: Annotated[Settings, AsWritten()] = ()
    tokens: Annotated[Settings, AsWritten()] = ()


@dataclass(frozen=True)
class NameOrFields:
    """A marker for `Annotated[ThemeChoice, …]`: an author may write the name alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import PydanticCustomError, core_schema

        def check(value: Any, inner: Any) -> ThemeChoice:
            if not isinstance(value, str):
                return inner(value)
            try:
                return ThemeChoice(name=THEME_NAME.parse(value))
            except Refused as refused:
                raise PydanticCustomError("refused", "{en}", {"refused": refused, "en": str(refused)}) from None

        return core_schema.no_info_wrap_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "pattern": f"^(?:{THEME_NAME.pattern})$"}, handler(core)]}
