"""Where the files of the API are. They are named by ids, which outlive the names of folders."""

from __future__ import annotations

from ichsite.text.address import UrlPath

API = "/api/v1/"
CATALOGUE = UrlPath(f"{API}catalogue.json")
STREAMS_FILE = UrlPath(f"{API}streams.json")
CALLS_FILE = UrlPath(f"{API}calls.json")
POLLS_FILE = UrlPath(f"{API}polls.json")
IDEAS_FILE = UrlPath(f"{API}ideas.json")
DESIGNS_FILE = UrlPath(f"{API}designs.json")
MATERIALS_FILE = UrlPath(f"{API}materials.json")
EVENTS_FILE = UrlPath(f"{API}events.json")
FEEDBACK_FILE = UrlPath(f"{API}feedback.json")
LLMS = UrlPath("/llms.txt")
CALENDAR = UrlPath("/streams/calendar.ics")
WHOLE_CALENDAR = UrlPath("/calendar/calendar.ics")


def craft_file(id: str) -> UrlPath:
    """`/api/v1/crafts/<id>.json`."""
    return UrlPath(f"{API}crafts/{id}.json")


def catalogue_part(number: int) -> UrlPath:
    """`/api/v1/catalogue-1.json` and so on, where the catalogue is parted."""
    return UrlPath(f"{API}catalogue-{number}.json")


def schema_file(name: str) -> UrlPath:
    """`/api/v1/schema/<name>.json`: one for all languages."""
    return UrlPath(f"{API}schema/{name}.json")
