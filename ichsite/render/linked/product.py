"""A craft as a product, and its tiers as offers.

What is commissioned offline is offered by nobody here, so it has no offer. Amounts are decimals from whole minor units.
Days are counted, never dated: a crawler's copy does not grow wrong in a way that a date would.
"""

from __future__ import annotations

from ichsite.model.offer import Making
from ichsite.plan.views import Chrome, CraftView, OfferView
from ichsite.render.filters import Speech
from ichsite.render.linked.node import Node, picture, seller_id, text

AVAILABILITY: dict[Making, str] = {
    "made-to-order": "https://schema.org/MadeToOrder",
    "ready-made": "https://schema.org/InStock",
    "one-off": "https://schema.org/LimitedAvailability",
}
SAMPLE_AVAILABILITY = "https://schema.org/OutOfStock"
"""Of a sample site nothing can be had."""
DAY = "DAY"
"""A day as UN/CEFACT codes it."""


def product(view: CraftView, speech: Speech) -> Node:
    """The craft."""
    url = speech.absolute(view.head.url)
    made: Node = {
        "@type": "Product",
        "@id": f"{url}#product",
        "name": text(view.title),
        "description": text(view.summary),
        "url": url,
        "category": text(view.category.title),
    }
    if view.pictures:
        made["image"] = [picture(one, speech) for one in view.pictures]
    if view.tags or view.uses:
        made["keywords"] = [text(one) for one in (*(link.title for link in view.tags), *view.uses)]
    if view.randomness.controllability == "low":
        notice = {"@type": "PropertyValue", "name": speech.gettext("What is left to chance")}
        made["additionalProperty"] = [{**notice, "value": speech.label(view.randomness.by, "by-notice")}]
    offered = [one for one in view.offers if one.verdicts.cycle is None or one.verdicts.cycle.takes_stream_orders]
    if offered:
        made["offers"] = _offers(offered, view.chrome, speech, url)
    return made


def _offers(offered: list[OfferView], chrome: Chrome, speech: Speech, url: str) -> Node:
    return {
        "@type": "AggregateOffer",
        "priceCurrency": chrome.currency,
        "lowPrice": _decimal(min(one.offer.price.lowest for one in offered)),
        "highPrice": _decimal(max(one.offer.price.highest for one in offered)),
        "offerCount": len(offered),
        "offers": [_offer(one, chrome, speech, url) for one in offered],
    }


def _offer(view: OfferView, chrome: Chrome, speech: Speech, url: str) -> Node:
    offer, price = view.offer, view.offer.price
    made: Node = {
        "@type": "Offer",
        "name": speech.label(offer.tier, "tier"),
        "description": text(offer.summary),
        "url": f"{url}#order-{offer.tier}",
        "priceCurrency": chrome.currency,
        "availability": SAMPLE_AVAILABILITY if chrome.sample else AVAILABILITY[offer.making],
        "itemCondition": "https://schema.org/NewCondition",
        "seller": seller_id(speech),
        "hasMerchantReturnPolicy": _returns(view, speech, f"{url}#returns-{offer.tier}"),
    }
    if price.lowest == price.highest:
        made["price"] = _decimal(price.lowest)
    else:
        made["priceSpecification"] = {
            "@type": "PriceSpecification",
            "priceCurrency": chrome.currency,
            "minPrice": _decimal(price.lowest),
            "maxPrice": _decimal(price.highest),
        }
    return made | _delivery(view)


def _delivery(view: OfferView) -> Node:
    """The whole window as the lead time; until dispatch (queue, season, making) and on the way, apart."""
    window, production = view.window, view.offer.production
    if window is None or production is None:
        return {}
    shipping = production.shipping_days
    ready = tuple((day - window.today).days for day in window.ready)
    return {
        "deliveryLeadTime": _quantity(window.days.lowest, window.days.highest),
        "shippingDetails": {
            "@type": "OfferShippingDetails",
            "deliveryTime": {
                "@type": "ShippingDeliveryTime",
                "handlingTime": _quantity(ready[0], ready[1]),
                "transitTime": _quantity(shipping.lowest, shipping.highest),
            },
        },
    }


def _quantity(lowest: int, highest: int) -> Node:
    return {"@type": "QuantitativeValue", "minValue": lowest, "maxValue": highest, "unitCode": DAY}


def _returns(view: OfferView, speech: Speech, url: str) -> Node:
    """The right to return it without a reason; claims for what is faulty are in the words, and hold whatever this says."""
    right = view.verdicts.returns
    made: Node = {
        "@type": "MerchantReturnPolicy",
        "description": speech.label(right.basis, "return-means"),
        "merchantReturnLink": url,
    }
    if right.basis == "made-to-order":
        made["returnPolicyCategory"] = "https://schema.org/MerchantReturnNotPermitted"
    else:
        made["returnPolicyCategory"] = "https://schema.org/MerchantReturnFiniteReturnWindow"
        made["merchantReturnDays"] = right.days
    return made


def _decimal(minor: int) -> str:
    whole, rest = divmod(minor, 100)
    return f"{whole}.{rest:02}"
