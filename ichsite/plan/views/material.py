"""The material library: its cards, its list, the pages of motifs, palettes and films, and what a craft's page shows of it."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.model.material import MaterialKind, MaterialLicence, NamedColour, NotFor
from ichsite.model.site import Platform
from ichsite.model.tier import TierName
from ichsite.plan.views.cards import CraftCardView, Pager
from ichsite.plan.views.chrome import Chrome, Head, Link, PictureView
from ichsite.plan.views.finding import FilterChoice
from ichsite.text.address import UrlPath
from ichsite.text.words import Language


@dataclass(frozen=True)
class DrawingView:
    """A motif's drawing, an SVG shown as a picture; its size is in units of its own."""

    url: UrlPath
    width: float
    height: float
    alt: str
    ai_generated: bool


@dataclass(frozen=True)
class MaterialCardView:
    """A material in a list. `meaning` is a motif's, `colours` are the first few of a palette, `seconds` a film's."""

    url: UrlPath
    kind: MaterialKind
    title: str
    summary: str
    tags: tuple[str, ...]
    meaning: str = ""
    drawing: DrawingView | None = None
    picture: PictureView | None = None
    colours: tuple[NamedColour, ...] = ()
    seconds: int | None = None


@dataclass(frozen=True)
class AcceptedView:
    """An option of a craft that takes the material; `url` leads to it on the craft's page."""

    craft: str
    tier: TierName
    option: str
    url: UrlPath
    anchor: str


@dataclass(frozen=True)
class DownloadView:
    """A file to take away: its address, the name to save it by, what it is."""

    url: UrlPath
    name: str
    form: str


@dataclass(frozen=True)
class RightsView:
    """Who holds the right, and what others may do; `downloads` are empty where nothing may be taken."""

    holder: str
    licence: MaterialLicence
    words: str
    source: str
    downloads: tuple[DownloadView, ...]


@dataclass(frozen=True)
class FoundByView:
    """What a material is found by: tags, occasions, the place it comes from; crafts' tags that it suits, with their lists."""

    tags: tuple[str, ...]
    occasions: tuple[str, ...]
    region: str
    suits: tuple[Link, ...]


@dataclass(frozen=True)
class MotifView:
    """`pages/motif.html`: what a motif means, where it may stand and where not, which options take it."""

    chrome: Chrome
    head: Head
    card: MaterialCardView
    story: str
    found_by: FoundByView
    allowed: str
    not_for: tuple[NotFor, ...]
    accepted: tuple[AcceptedView, ...]
    rights: RightsView


@dataclass(frozen=True)
class PaletteView:
    """`pages/palette.html`: named colours, each a value or a range, and what it becomes in the technique."""

    chrome: Chrome
    head: Head
    card: MaterialCardView
    story: str
    found_by: FoundByView
    technique: str
    colours: tuple[NamedColour, ...]
    accepted: tuple[AcceptedView, ...]
    rights: RightsView


@dataclass(frozen=True)
class TrackView:
    """Captions of a film, in one language by its own name."""

    url: UrlPath
    language: Language
    name: str


@dataclass(frozen=True)
class VideoView:
    """A film of the site's own; `media_type` is what `<source type>` has."""

    url: UrlPath
    media_type: str
    tracks: tuple[TrackView, ...]


@dataclass(frozen=True)
class FilmView:
    """`pages/film.html`: a film to be watched here (`video`) or on a platform (`link`); the story is its transcript."""

    chrome: Chrome
    head: Head
    card: MaterialCardView
    story: str
    found_by: FoundByView
    video: VideoView | None
    link: str
    platform: Platform | None
    crafts: tuple[CraftCardView, ...]
    rights: RightsView


@dataclass(frozen=True)
class MaterialFilters:
    """The filters of the library; `craft_pages` lead to the crafts that take something of it, for who has no script."""

    facts: UrlPath
    kinds: tuple[FilterChoice, ...]
    crafts: tuple[FilterChoice, ...]
    tags: tuple[FilterChoice, ...]
    occasions: tuple[FilterChoice, ...]
    craft_pages: tuple[Link, ...]


@dataclass(frozen=True)
class MaterialsView:
    """`pages/materials.html`: every motif, palette and film; `filters` stand on the first page."""

    chrome: Chrome
    head: Head
    materials: tuple[MaterialCardView, ...]
    pager: Pager
    filters: MaterialFilters | None = None


@dataclass(frozen=True)
class ShownMaterialView:
    """A motif or a palette beside the option that takes it."""

    url: UrlPath
    title: str
    drawing: DrawingView | None
    picture: PictureView | None
