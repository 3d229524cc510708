"""The registry holds every rule, and every rule explains itself."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import ichsite.rules
from ichsite.rules.registry import CATALOG_RULES, CRAFT_RULES

FOLDER = Path(ichsite.rules.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if re.search(r"^CODE = ", path.read_text("utf-8"), re.M))


def test_every_check_is_registered_once() -> None:
    registered = [(rule.__module__.rpartition(".")[2], rule.__name__) for rule in (*CRAFT_RULES, *CATALOG_RULES)]
    written = [
        (name, function)
        for name in NAMES
        for function in ("check", "check_whole")
        if hasattr(import_module(f"ichsite.rules.{name}"), function)
    ]
    assert sorted(registered) == sorted(written)


def test_registry_is_in_the_order_of_names() -> None:
    for rules in (CRAFT_RULES, CATALOG_RULES):
        names = [rule.__module__ for rule in rules]
        assert names == sorted(names)


def test_docstrings_show_a_pass_a_fail_and_a_source() -> None:
    for name in NAMES:
        module = import_module(f"ichsite.rules.{name}")
        assert module.__doc__ is not None
        assert module.__doc__.startswith(f"{module.CODE}: "), name
        assert name == module.CODE.replace("-", "_")
        for part in ("Passes:", "Fails", "Source"):
            assert part in module.__doc__, (name, part)
