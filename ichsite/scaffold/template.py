"""The texts of scaffolds, shipped beside this module and filled in by Jinja."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


def filled(path: str, values: Mapping[str, object]) -> bytes:
    """A template below `ichsite/scaffold/` with its values in place: UTF-8, lines end with `\\n` on every system.

    In it `{{ name | yaml }}` writes a text so that YAML reads back the same text. A name that is missing is an error.
    """
    text = _environment().from_string(shipped(path).decode("utf-8")).render(values)
    return text.replace("\r\n", "\n").encode("utf-8")


def shipped(path: str) -> bytes:
    """The bytes of a file below `ichsite/scaffold/`."""
    return files("ichsite.scaffold").joinpath(*path.split("/")).read_bytes()


def yaml_text(text: str) -> str:
    """A text as one line of YAML, quoted only where it must be: `no` is `'no'`, and `青瓷: 杯` keeps its colon."""
    import yaml

    return yaml.safe_dump(text, allow_unicode=True, width=10**9).removesuffix("\n").removesuffix("\n...")


@lru_cache(maxsize=1)
def _environment() -> Any:
    import jinja2

    # what is written is YAML and Markdown, not HTML; `yaml` does the quoting
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = yaml_text
    return environment
