"""Terms that group crafts (tags, regions, uses): a name and its address in letters that can be spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from ichsite.text.address import Slug, slug_fault

_LONGEST = 60


@dataclass(frozen=True, order=True)
class Term:
    """A name as it is read and its slug."""

    name: str
    slug: Slug


@lru_cache(maxsize=4096)
def term_of(name: str) -> Term:
    """The term of a name: pinyin for Chinese, the letters themselves for Latin, a hash where nothing is left."""
    return Term(name, spoken_slug(name))


def told_apart(terms: Iterable[Term], known: Mapping[str, Slug], taken: Iterable[Slug] = ()) -> dict[str, Term]:
    """The terms by name. `known` are slugs that names have already, and keep; `taken` are those that nobody else may have.

    Of new names that sound alike (`青瓷` and `清词`) all but the first by name get a hash.
    """
    found: dict[str, Term] = {}
    taken = {*taken, *known.values()}
    for term in sorted(terms):
        if term.name in known:
            found[term.name] = Term(term.name, known[term.name])
            continue
        slug = term.slug if term.slug not in taken else Slug(f"{term.slug}-{_hash(term.name)}")
        taken.add(slug)
        found[term.name] = Term(term.name, slug)
    return found


def spoken_slug(name: str) -> Slug:
    """An ASCII slug that can be read aloud: `浙江龙泉` is `zhe-jiang-long-quan`."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(unicodedata.normalize("NFKC", name), errors="default")
    latin = unicodedata.normalize("NFKD", "-".join(syllables)).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    if len(slug) > _LONGEST:
        slug = f"{slug[:_LONGEST].rstrip('-')}-{_hash(name)}"
    if slug_fault(slug) is not None:
        slug = f"{slug}-{_hash(name)}".strip("-")
    return Slug(slug)


def _hash(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
