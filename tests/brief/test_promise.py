"""A promise's file: read back as it was written, refused where anybody changed it."""

from __future__ import annotations

from datetime import date

import pytest

from ichsite.brief.promise import Promise, PromiseName, Since, name_of, promise_json, read_promise
from ichsite.brief.terms import TermsRefused, terms_json, version_of
from tests.brief.dossiers import every_terms

TERMS = every_terms()[min(every_terms())]
SINCE = (Since(date(2026, 11, 22)), Since(date(2026, 11, 22), 2), Since(date(2027, 3, 1)))
FILE = promise_json(Promise(SINCE, TERMS))


def test_a_file_is_read_back_as_it_was() -> None:
    assert FILE.startswith(b'{"since":["2026-11-22","2026-11-22/2","2027-03-01"],\n"terms":{')
    version = version_of(terms_json(TERMS))
    assert read_promise(FILE) == (Promise(SINCE, TERMS), version)
    assert read_promise(FILE.replace(b"\n", b"\r\n")) == (Promise(SINCE, TERMS), version)


@pytest.mark.parametrize("id", ["vase", "青瓷.1", "a.element"])
def test_a_name_says_whose_it_is(id: str) -> None:
    name = PromiseName(id, "deep", "0123456789")
    assert name_of(name.path) == name
    for path in (name.path.replace("deep", "dear"), f"{name.path}l", name.path.replace("9", "A"), f"x/{name.path}"):
        assert name_of(path) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'["2026-11-22",', b'["2026-11-31",'),
        (b'"2027-03-01"', b'"2025-03-01"'),
        (b'"2026-11-22/2"', b'"2026-11-22"'),
        (b'["2026-11-22","2026-11-22/2","2027-03-01"]', b"[]"),
        (b'["2026-11-22","2026-11-22/2","2027-03-01"]', b'"2026-11-22"'),
        (b"],\n", b'],"since":[],\n'),
        (b"],\n", b'],"more":1,\n'),
        (b'\n"terms":', b'"terms":'),
        (FILE[-40:], b""),
        (FILE, b""),
        (FILE, b"null\n"),
        (b"}\n", b"}}\n"),
        (b'"schema":1', b'"schema":2'),
    ],
)
def test_a_changed_file_is_refused(old: bytes, new: bytes) -> None:
    assert old in FILE
    with pytest.raises(TermsRefused):
        read_promise(FILE.replace(old, new))
