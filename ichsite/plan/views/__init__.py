"""Views: frozen values with just what a page shows. Templates see these and nothing else.

Addresses are `UrlPath`s below the site's base; the filters `href` and `absolute` make links of them.
The view that a template gets is named in the view's docstring.
"""

from ichsite.plan.views.cards import (
    ChosenView,
    CraftCardView,
    MasterCardView,
    OfferLine,
    Pager,
    PostCardView,
    ShowcaseCardView,
    StreamCardView,
    StreamCraftView,
    TierColumn,
)
from ichsite.plan.views.chrome import Chrome, Head, Link, PictureFileView, PictureView, TreeLink
from ichsite.plan.views.craft import CraftView, OfferView, OutcomeView, StageLine
from ichsite.plan.views.finding import CraftFilters, FilterChoice, GalleryFilters, SearchView
from ichsite.plan.views.machines import FeedEntry, FeedView, RobotsView, SitemapView
from ichsite.plan.views.pages import (
    CraftListView,
    HomeView,
    MastersView,
    MasterView,
    MethodView,
    NotFoundView,
    NotFoundWords,
    PageView,
    PicturesView,
    PostsView,
    PostView,
    ShowcasesView,
    ShowcaseView,
    StreamsView,
    StreamView,
    TermListView,
    TiersView,
)

__all__ = [
    "ChosenView",
    "Chrome",
    "CraftCardView",
    "CraftFilters",
    "CraftListView",
    "CraftView",
    "FeedEntry",
    "FeedView",
    "FilterChoice",
    "GalleryFilters",
    "Head",
    "HomeView",
    "Link",
    "MasterCardView",
    "MasterView",
    "MastersView",
    "MethodView",
    "NotFoundView",
    "NotFoundWords",
    "OfferLine",
    "OfferView",
    "OutcomeView",
    "PageView",
    "Pager",
    "PictureFileView",
    "PictureView",
    "PicturesView",
    "PostCardView",
    "PostView",
    "PostsView",
    "RobotsView",
    "SearchView",
    "ShowcaseCardView",
    "ShowcaseView",
    "ShowcasesView",
    "SitemapView",
    "StageLine",
    "StreamCardView",
    "StreamCraftView",
    "StreamView",
    "StreamsView",
    "TermListView",
    "TierColumn",
    "TiersView",
    "TreeLink",
]
