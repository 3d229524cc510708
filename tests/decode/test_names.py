"""Names that become addresses: long folders, references to them, addresses that lead elsewhere, lists without end."""

from __future__ import annotations

import unicodedata

import pytest

from ichsite.catalog.known import Destination, Known
from ichsite.catalog.links import Unresolved, address_of, follow
from ichsite.catalog.term import term_of, told_apart
from ichsite.decode.compose import compose
from ichsite.decode.kinds import layout_of
from ichsite.decode.typed import typed
from ichsite.model.showcase import Showcase
from ichsite.model.site import Account
from ichsite.model.stream import StreamCraft
from ichsite.text.address import Slug, slug_fault, slug_of_name
from tests.rules.sample import record

NAME = "龙泉青瓷梅瓶" * 14
WITH_USER = ["https://taobao.com@evil.example/", "https://a:b@evil.example/", "HTTPS:///taobao.com@evil.example/"]


def codes(text: str, cls: type) -> list[str]:
    return [one.code for one in typed("a.yaml", compose(text), cls)[1]]


def test_a_long_folder_has_a_short_address() -> None:
    found = layout_of(f"content/crafts/{NAME}/index.md")
    assert found is not None
    slug = found[1]
    assert slug.startswith(NAME[:20] + "-")
    assert slug_fault(slug) is None
    assert slug == slug_of_name(NAME) == slug_of_name(slug)
    assert slug != slug_of_name(NAME + "一")
    assert slug_of_name("é" * 80) == slug_of_name(unicodedata.normalize("NFD", "é" * 80))
    assert slug_of_name("vase") == "vase"
    assert slug_fault(slug_of_name(NAME + " ")) == "character"


def test_a_long_folder_is_named_as_it_is_called() -> None:
    value, findings = typed("a.md", compose(f"craft: {NAME}"), StreamCraft)
    assert findings == ()
    assert value is not None
    assert value.craft == slug_of_name(NAME)
    page = Destination("craft", slug_of_name(NAME), address_of("craft", slug_of_name(NAME)), frozenset())
    known = Known({("craft", page.slug): page}, {page.address: page})
    for target in (f"craft:{NAME}", f"../crafts/{NAME}/index.md", f"/crafts/{NAME}/"):
        answer = follow(target, "content/posts/a.md", known)
        assert not isinstance(answer, Unresolved), target


@pytest.mark.parametrize("url", WITH_USER)
def test_a_user_before_the_host_is_refused(url: str) -> None:
    assert follow(url, "content/posts/a.md", Known({})) == Unresolved("user", url)
    assert codes(f"platform: taobao\nname: 店\nurl: {url}", Account) == ["address-with-user"]


def test_an_at_sign_after_the_host_is_a_path() -> None:
    url = "https://www.youtube.com/@workshop?a=b@c"
    assert not isinstance(follow(url, "content/posts/a.md", Known({})), Unresolved)
    assert codes(f"platform: youtube\nname: 店\nurl: {url}", Account) == []


def test_lists_have_an_end() -> None:
    def tagged(count: int) -> list[str]:
        plain = record("content/showcases/vase-1/showcase.yaml").value
        base = f"id: a\ntitle: 一\ncraft: vase\ntier: {plain.tier}\nbuyer: 甲\nreceived: 2026-11-01\nwords: 好\n"
        return codes(base + f"tags: [{', '.join(f'签{n}' for n in range(count))}]", Showcase)

    assert tagged(12) == []
    assert tagged(13) == ["too-many"]


def test_terms_that_sound_alike_have_addresses_of_their_own() -> None:
    names = ["清词", "青瓷", "花器"]
    terms = told_apart((term_of(name) for name in names), {})
    assert terms == told_apart((term_of(name) for name in reversed(names)), {})
    assert len({term.slug for term in terms.values()}) == 3
    assert terms["清词"].slug == "qing-ci"
    assert terms["青瓷"].slug.startswith("qing-ci-")
    assert terms["花器"].slug == Slug("hua-qi")
