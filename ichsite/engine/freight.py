"""Values as bytes, for the cache and for other processes; read back as data only.

The cache lies in the project's folder, and a project may come from anywhere: a pickle from there may
name only our own frozen classes and a few plain types, so that reading it can run nothing else.
"""

from __future__ import annotations

import io
import pickle
from typing import Any

_PLAIN = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("ichsite.text.foreign", "Foreign"),
    }
)
_VALUE_PACKAGES = (
    "ichsite.model.",
    "ichsite.assess.",
    "ichsite.catalog.",
    "ichsite.plan.",
    "ichsite.text.",
    "ichsite.images.",
    "ichsite.media.",
    "ichsite.render.",
    "ichsite.kit.",
    "ichsite.api.",
    "ichsite.write.",
    "ichsite.read.",
    "ichsite.decode.",
    "ichsite.engine.",
    "ichsite.registry.",
    "ichsite.rules.",
    "ichsite.stage.",
    "ichsite.verify.",
    "ichsite.brief.",
)
_WRONG = (
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    MemoryError,
    OverflowError,
    RecursionError,
)
_known: dict[tuple[str, str], Any] = {}


def pack(value: object) -> bytes:
    """The bytes of a frozen value."""
    return pickle.dumps(value, 5)


def unpack(data: bytes) -> Any:
    """The value of bytes that `pack` made; raises `pickle.UnpicklingError` or ValueError for anything else."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except _WRONG as wrong:
        raise pickle.UnpicklingError(str(wrong)) from wrong


class _Reader(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        key = (module_name, global_name)
        if (found := _known.get(key)) is None:
            found = _known[key] = self._allowed(module_name, global_name)
        return found

    def _allowed(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) in _PLAIN:
            return super().find_class(module_name, global_name)
        if module_name.startswith(_VALUE_PACKAGES) and "." not in global_name:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and hasattr(found, "__dataclass_fields__") and found.__module__ == module_name:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value")
