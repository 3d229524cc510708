"""A stream: the event, and its being broadcast on a platform."""

from __future__ import annotations

from datetime import UTC, timedelta

from ichsite.plan.views import StreamView
from ichsite.render.filters import Speech
from ichsite.render.linked.node import Node, seller_id, text

SCHEDULED, CANCELLED = "https://schema.org/EventScheduled", "https://schema.org/EventCancelled"


def stream(view: StreamView, speech: Speech) -> tuple[Node, ...]:
    """The event with its virtual place, and the broadcast of it. A sample site's event is said not to take place."""
    card, url = view.card, speech.absolute(view.card.url)
    ends = (card.starts.astimezone(UTC) + timedelta(minutes=card.minutes)).astimezone(card.starts.tzinfo)
    platform = speech.label(card.platform, "platform")
    account = next((one.url for one in view.chrome.accounts if one.platform == card.platform and one.url), None)
    common: Node = {
        "name": text(card.title),
        "startDate": card.starts.isoformat(),
        "endDate": ends.isoformat(),
        "url": url,
        "inLanguage": speech.language,
        "eventStatus": CANCELLED if view.chrome.sample else SCHEDULED,
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": {"@type": "VirtualLocation", "name": platform, "url": account or url},
        "organizer": seller_id(speech),
    }
    event: Node = {
        "@type": "Event",
        "@id": f"{url}#event",
        "description": text(card.summary),
        **common,
        "performer": _performers(view, speech),
    }
    if view.crafts:
        event["about"] = [{"@id": f"{speech.absolute(one.card.url)}#product"} for one in view.crafts]
    if card.replay is not None:
        event["recordedIn"] = {"@type": "VideoObject", "name": text(card.title), "url": card.replay}
    broadcast: Node = {
        "@type": "BroadcastEvent",
        "@id": f"{url}#broadcast",
        **common,
        "isLiveBroadcast": True,
        "broadcastOfEvent": {"@id": f"{url}#event"},
        "publishedOn": {"@type": "BroadcastService", "name": platform},
    }
    return event, broadcast


def _performers(view: StreamView, speech: Speech) -> list[Node]:
    people: list[Node] = [{"@type": "Person", "name": text(view.card.host)}]
    if (master := view.card.master) is not None:
        people.append({"@type": "Person", "@id": f"{speech.absolute(master.url)}#person", "name": text(master.title)})
    return people
