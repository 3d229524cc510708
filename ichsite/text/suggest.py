"""“Did you mean”: the known name nearest to an unknown one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from ichsite.text.words import Words


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` most likely stands for, or None.

    Full-width letters, invisible characters, case and `-`/`_` are no difference to a person.
    """
    candidates = list(known)
    plain = {_plain(candidate): candidate for candidate in candidates}
    if (wanted := _plain(name)) in plain:
        return plain[wanted]
    found = get_close_matches(wanted, list(plain), n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str], few: int = 12) -> Words | None:
    """The help line for an unknown name: the nearest one, or all of them where they are no more than `few`."""
    candidates = sorted(known)
    if (close := nearest(name, candidates)) is not None:
        return Words(f"是不是想写 `{close}`？", f"did you mean `{close}`?")
    if candidates and len(candidates) <= few:
        listed = "、".join(candidates), ", ".join(candidates)
        return Words(f"可以写的有：{listed[0]}", f"known here: {listed[1]}")
    return None


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if unicodedata.category(char) not in ("Cf", "Zs")).replace("-", "_")
