"""JSON-LD: every page of the demonstration parses, speaks in schema.org's terms, and says what the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.machines.reading import graphs, nodes, of_type, read_json
from tests.sites_support import ichsite, laid_out


def terms() -> frozenset[str]:
    """The terms that rdflib brings; `MadeToOrder` (https://schema.org/MadeToOrder) came later than its copy."""
    from rdflib.namespace import SDO  # at the top of a module pytest asks it for terms that it does not have

    return frozenset(SDO.__annotations__) | {"MadeToOrder"}


@pytest.fixture(scope="module")
def found(built: dict[str, Path]) -> dict[str, list[dict[str, Any]]]:
    return graphs(built["/"])


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that is no sample, with one offer that is commissioned offline and one that is ready-made."""
    root = laid_out(tmp_path_factory.mktemp("shop") / "site")
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("sample: true", "sample: false"), "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    return root / "output"


def test_every_page_that_search_may_list_has_it(built: dict[str, Path], found: dict[str, list[dict[str, Any]]]) -> None:
    for path in built["/"].rglob("*.html"):
        name = path.relative_to(built["/"]).as_posix()
        text = path.read_text("utf-8")
        unlisted = 'name="robots" content="noindex"' in text or 'http-equiv="refresh"' in text
        assert (name in found) is (not unlisted or name.endswith("/pictures/index.html")), name
    assert len(found) > 150


def test_every_term_is_schema_org(found: dict[str, list[dict[str, Any]]]) -> None:
    used: set[str] = set()
    for graph in found.values():
        for node in nodes(graph):
            for key, value in node.items():
                # `query-input`: an action's property with a suffix (https://schema.org/docs/actions.html)
                used |= {value} if key == "@type" else {key.removesuffix("-input")} - {"@id", "@context"}
                if isinstance(value, str) and value.startswith("https://schema.org/"):
                    used.add(value.removeprefix("https://schema.org/"))
    assert {"Product", "AggregateOffer", "ImageGallery", "BroadcastEvent", "Organization", "Person"} <= used
    assert used <= terms(), used - terms()


def test_nothing_is_rated(found: dict[str, list[dict[str, Any]]]) -> None:
    for graph in found.values():
        for node in nodes(graph):
            assert node.get("@type") not in ("Review", "Rating", "AggregateRating")
            assert not {"review", "aggregateRating", "ratingValue"} & set(node)


def test_every_page_but_home_says_where_it_is(found: dict[str, list[dict[str, Any]]]) -> None:
    for name, graph in found.items():
        crumbs = [one for one in graph if one["@type"] == "BreadcrumbList"]
        assert len(crumbs) == (0 if name in ("index.html", "en/index.html") else 1), name
        for one in crumbs:
            steps = one["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert steps[-1]["item"].endswith(f"/{name.removesuffix('index.html')}"), name


def test_prices_and_days_are_those_of_the_page(built: dict[str, Path], found: dict[str, list[dict[str, Any]]]) -> None:
    offers = commissioned = 0
    for name, graph in found.items():
        if not re.fullmatch(r"crafts/(?!page)[^/]+/index.html", name):
            continue
        page = (built["/"] / name).read_text("utf-8")
        offered = of_type(graph, "Product").get("offers", {}).get("offers", [])
        for offer in offered:
            offers += 1
            tier = offer["url"].rpartition("#order-")[2]
            prices = offer.get("priceSpecification", {})
            for amount in (prices.get("minPrice"), prices.get("maxPrice"), offer.get("price")):
                if amount is not None:
                    assert re.fullmatch(r"\d+\.\d\d", amount)
                    whole, _, rest = amount.partition(".")
                    assert f"{int(whole):,}{'' if rest == '00' else '.' + rest}" in page
            lead = offer.get("deliveryLeadTime")
            if lead is not None:
                shown = f"{lead['minValue']}–{lead['maxValue']}"
                assert re.search(rf'data-when="{tier}:days">{shown} 天', page), (name, shown)
            assert f'id="order-{tier}"' in page
            assert f'id="returns-{tier}"' in page
        told = read_json(built["/"] / "api/v1/crafts" / f"{name.split('/')[1]}.json")["offers"]
        unfit = {one["tier"] for one in told if not one["takes_orders"]}
        commissioned += len(unfit)
        tiers = [one["url"].rpartition("#order-")[2] for one in offered]
        assert tiers == [one["tier"] for one in told if one["tier"] not in unfit], name
    assert offers > 15
    assert commissioned > 2


def test_a_sample_is_found_as_no_shop(found: dict[str, list[dict[str, Any]]]) -> None:
    seller = of_type(found["index.html"], "Organization")
    assert set(seller) == {"@type", "@id", "name", "url", "disambiguatingDescription"}
    everything = [node for graph in found.values() for node in nodes(graph)]
    availability = {one["availability"] for one in everything if "availability" in one}
    assert availability == {"https://schema.org/OutOfStock"}
    assert {one["eventStatus"] for one in everything if "eventStatus" in one} == {"https://schema.org/EventCancelled"}


def test_a_shop_says_what_it_is(shop: Path) -> None:
    found = graphs(shop)
    seller = of_type(found["index.html"], "Organization")
    assert seller["telephone"] == "000-00000000"
    assert seller["identifier"][0]["value"] == "示例-0000"
    offer = of_type(found["crafts/vase/index.html"], "Product")["offers"]["offers"][0]
    assert offer["availability"] == "https://schema.org/MadeToOrder"
    assert offer["seller"] == {"@id": seller["@id"]}
    assert offer["hasMerchantReturnPolicy"]["returnPolicyCategory"].endswith("/MerchantReturnNotPermitted")
    event = of_type(found["streams/evening/index.html"], "Event")
    assert event["startDate"] == "2026-11-28T20:00:00+08:00"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    broadcast = of_type(found["streams/evening/index.html"], "BroadcastEvent")
    assert broadcast["broadcastOfEvent"] == {"@id": event["@id"]}


def test_open_graph(built: dict[str, Path]) -> None:
    import pyvips

    page = (built["/"] / "crafts/celadon-vase/index.html").read_text("utf-8")
    meta = dict(re.findall(r'<meta (?:property|name|itemprop)="([\w:]+)" content="([^"]*)">', page))
    assert (meta["og:type"], meta["twitter:card"]) == ("product", "summary_large_image")
    assert meta["name"] == meta["og:title"]
    assert meta["image"] == meta["og:image"]
    picture = pyvips.Image.new_from_file(str(built["/"] / meta["og:image"].removeprefix("https://shop.example/")))
    assert (meta["og:image:width"], meta["og:image:height"]) == (str(picture.width), str(picture.height))
    assert meta["og:image:alt"]
    post = (built["/"] / "posts/one-kiln-four-greens/index.html").read_text("utf-8")
    assert '<meta property="og:type" content="article">' in post
    assert re.search(r'<meta property="article:published_time" content="\d{4}-\d\d-\d\d">', post)
    assert '<meta property="og:type" content="website">' in (built["/"] / "index.html").read_text("utf-8")
