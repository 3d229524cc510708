"""An event: where and when it takes place, and for how much."""

from __future__ import annotations

from ichsite.plan.views import EventView
from ichsite.render.filters import Speech
from ichsite.render.linked.node import Node, picture, seller_id, text
from ichsite.render.linked.stream import CANCELLED, SCHEDULED


def event(view: EventView, speech: Speech) -> Node:
    """The event. A sample site's event is said not to take place; places left are no offer, for nobody counts them."""
    card, url = view.card, speech.absolute(view.card.url)
    off = view.chrome.sample or card.state == "cancelled"
    made: Node = {
        "@type": "Event",
        "@id": f"{url}#event",
        "name": text(card.title),
        "description": text(card.summary),
        "url": url,
        "inLanguage": speech.language,
        "startDate": card.starts.isoformat(),
        "endDate": card.ends.isoformat(),
        "eventStatus": CANCELLED if off else SCHEDULED,
        "eventAttendanceMode": f"https://schema.org/{_mode(view)}EventAttendanceMode",
        "location": _locations(view, speech),
        "organizer": seller_id(speech),
    }
    if card.places is not None:
        made["maximumAttendeeCapacity"] = card.places.total
    if view.fee is not None:
        made["isAccessibleForFree"] = view.fee.highest == 0
    if view.master is not None:
        name = text(view.master.title)
        made["performer"] = {"@type": "Person", "@id": f"{speech.absolute(view.master.url)}#person", "name": name}
    if view.crafts:
        made["about"] = [{"@id": f"{speech.absolute(one.url)}#product"} for one in view.crafts]
    if view.report is not None and view.report.pictures:
        made["image"] = [picture(one, speech) for one in view.report.pictures]
    return made


def _mode(view: EventView) -> str:
    if view.card.online is None:
        return "Offline"
    return "Mixed" if view.card.place is not None else "Online"


def _locations(view: EventView, speech: Speech) -> list[Node]:
    found: list[Node] = []
    if (place := view.card.place) is not None:
        found.append({"@type": "Place", "name": text(place.name), "address": text(place.address or place.name)})
    if (online := view.card.online) is not None:
        url = online.url or speech.absolute(view.card.url)
        found.append({"@type": "VirtualLocation", "name": speech.label(online.platform, "platform"), "url": url})
    return found
