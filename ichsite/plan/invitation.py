"""The page “share yours”: what to show, where to send it, how consent works, what one gets. Made where the site invites."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.urls import SHARE
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, ShareView
from ichsite.text.fingerprint import of_value


def share_specs(material: Material) -> Iterator[PageSpec]:
    """The page; none where `site.yaml` has no invitation."""
    site = material.catalog.site.value
    if (invitation := site.invitation) is None:
        return
    head = Head(material.say("Share yours"), invitation.summary, SHARE)
    view = ShareView(material.chrome, head, invitation, site.links.hashtags)
    parts = (("share", of_value((head, invitation, view.hashtags))), ("site", material.chrome_print))
    yield PageSpec(SHARE, "pages/share.html", view, parts, "site.yaml")
