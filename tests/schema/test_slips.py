"""One slip anywhere in a file of the demonstration: what the decoder reads no editor refuses, what it can see it sees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from ichsite.decode.compose import Plain, compose
from ichsite.decode.front_matter import split_front_matter
from ichsite.decode.kinds import BY_KIND
from ichsite.decode.typed import typed
from ichsite.model.record import Kind
from tests.schema.editor import complaints, seen

ROOT = Path(__file__).parents[2]
FILES: tuple[tuple[Kind, str], ...] = (
    ("site", "site.yaml"),
    ("tiers", "content/tiers.yaml"),
    ("craft", "content/crafts/celadon-vase/index.md"),
    ("customization", "content/crafts/silver-plaque/customization.yaml"),
    ("master", "content/masters/ye-qingya/index.md"),
    ("showcase", "content/showcases/celadon-bouquet/showcase.yaml"),
    ("stream", "content/streams/longquan-kiln-opening.md"),
    ("call", "content/calls/how-wide-a-mouth.md"),
    ("material", "content/materials/butterfly/index.md"),
    ("audiences", "content/audiences.yaml"),
    ("event", "content/events/indigo-in-your-own-hands.md"),
    ("feedback", "content/feedback/narrower-mouth.md"),
    ("post", "content/posts/wax-crackle.md"),
)
VALUES = (
    *(
        "",
        "~",
        "12",
        "-1",
        "0",
        "1.5",
        "010",
        "1e3",
        "99999999",
        "true",
        "no",
        "是",
        "abc",
        "a b",
        "花",
        '"20"',
        '"a\\nb"',
        '" "',
    ),
    *(
        "3-5",
        "2026-11-22",
        "2026-11-28T20:00+08:00",
        "none",
        "douyin",
        "抖音",
        "https://example.com/a",
        "/old/",
        '"#8fb3a2"',
    ),
    *(
        "[]",
        "{}",
        "[a]",
        "[[a]]",
        "{a: 1}",
        '"' + "字" * 500 + '"',
        "[" + ", ".join("abcdefghijklmnopqrstuvwxyz") + "]",
    ),
)
DECODER_ALONE = {
    "list-comma",
    "min-over-max",
    "no-such-day",
    "quoted-value",
    "yaml-dash-space",
    "yaml-fullwidth-sign",
    "yaml-invisible-space",
}
"""What no schema can say."""
BY_NUMBER = {"not-a-number", "out-of-range", "site-address", "too-long", "wrong-form", "not-a-range"}
"""What a schema can say of a text, and not of a number or boolean that YAML made of it."""


def _plain(path: str) -> Plain:
    text = (ROOT / path).read_text("utf-8")
    if path.endswith(".md"):
        front, _ = split_front_matter(path, text)
        assert front is not None
        text = front.yaml
    return compose(text)


PLAIN = {path: _plain(path) for _, path in FILES}


def _places(plain: Plain, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [at] if at else []
    for key, one in plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ():
        found += _places(one, (*at, key))
    return found


PLACES = {path: _places(plain) for path, plain in PLAIN.items()}


def _written(plain: Plain, at: tuple[Any, ...], slip: str, value: str) -> str:
    """The file in YAML's flow style with one slip at a place."""
    if isinstance(plain, str) or plain is None:
        return json.dumps(plain, ensure_ascii=False)
    parts: list[str] = []
    for key, one in plain.items() if isinstance(plain, dict) else enumerate(plain):
        here = at[:1] == (key,)
        name = f"{json.dumps(key, ensure_ascii=False)}: " if isinstance(plain, dict) else ""
        if here and len(at) == 1:
            if slip == "left out" or (slip == "replaced" and not value and not name):
                continue
            name = name.replace('":', 's":') if slip == "misspelt" else name
            parts.append(name + (value if slip == "replaced" else _written(one, (), "", "")))
        else:
            parts.append(name + _written(one, at[1:] if here else (), slip, value))
    inner = ", ".join(parts)
    return f"{{{inner}}}" if isinstance(plain, dict) else f"[{inner}]"


@settings(max_examples=120)
@given(some.data())
def test_one_slip_is_judged_alike(data: some.DataObject) -> None:
    kind, path = data.draw(some.sampled_from(FILES))
    at = data.draw(some.sampled_from(PLACES[path]))
    slip = data.draw(some.sampled_from(("left out", "misspelt", "replaced", "replaced", "replaced")))
    value = data.draw(some.sampled_from(VALUES))
    text = _written(PLAIN[path], at, slip, value)
    read, findings = typed(path, compose(text), BY_KIND[kind].cls)
    said = complaints(kind, seen(text))
    codes = {one.code for one in findings if one.severity == "error"}
    if read is not None:
        # `~` is a text to the decoder; an editor cannot tell it from nothing at all
        assert said == [] or value == "~", (at, slip, value, said)
    elif not codes & DECODER_ALONE and not (
        slip == "replaced" and codes & BY_NUMBER and not isinstance(seen(f"v: {value}")["v"], str)
    ):
        assert said != [], (at, slip, value, codes)
