"""Small views, built by hand: one craft with chance in it and every kind of option and limit, one commissioned offline."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from ichsite.assess.calendar import calendar_from
from ichsite.assess.card import option_words
from ichsite.assess.share import outcome_shares
from ichsite.assess.track_record import TrackRecord
from ichsite.assess.verdicts import judge
from ichsite.assess.window import delivery_window
from ichsite.model.call import CallAnswer, CallWants
from ichsite.model.craft import FixedFeature, HandStep
from ichsite.model.draw import Draw, Lot
from ichsite.model.event import EventCame, EventOnline, EventPlace, QuizQuestion
from ichsite.model.feedback import Asked, FeedbackStep
from ichsite.model.invitation import AskedConsent, Invitation, SendPlace
from ichsite.model.limit import (
    BoundLimit,
    Condition,
    ExcludeLimit,
    RatioLimit,
    RequireLimit,
    RoomLimit,
    TotalLimit,
)
from ichsite.model.material import NamedColour, NotFor
from ichsite.model.offer import AfterSale, Boundary, Offer, OrderLink
from ichsite.model.option import (
    ChoiceOption,
    ChoiceValue,
    Colour,
    ColourOption,
    NumberOption,
    PictureOption,
    Reason,
    SizeMeasure,
    SizeTableOption,
    TextOption,
)
from ichsite.model.production import Production, Queue, Season, Stage
from ichsite.model.randomness import Alternative, Factor, Outcome, Randomness, Sample, Tolerance
from ichsite.model.site import Account, AssessmentSettings, Licence, Seller
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.tier import Tier, TierName
from ichsite.plan.chart import outcome_chart
from ichsite.plan.scale import scales_of
from ichsite.plan.timeline import plan_text, timeline
from ichsite.plan.views import (
    AcceptedView,
    AgendaEntry,
    AgendaMonth,
    AgendaView,
    AudienceCardView,
    AudiencesView,
    AudienceView,
    BecameView,
    BriefCheckView,
    BriefView,
    CalendarLink,
    CallCardView,
    CallsView,
    CallView,
    ChosenView,
    Chrome,
    CodesView,
    ComparedView,
    CraftCardView,
    CraftListView,
    CraftView,
    DesignCardView,
    DesignQuestionView,
    DesignSuggestionView,
    DesignsView,
    DesignVersionView,
    DesignView,
    DownloadView,
    DrawingView,
    EventCardView,
    EventsView,
    EventView,
    FeasibilityView,
    FeedbackCardView,
    FeedbackListView,
    FeedbackView,
    FeedEntry,
    FeedView,
    FilmView,
    FilterChoice,
    FitGroupView,
    FitReasonView,
    FitView,
    FoundByView,
    GoneView,
    Head,
    HomeView,
    IdeaListView,
    IdeasCardView,
    IdeasView,
    IdeaView,
    KeepView,
    KindLink,
    KitFieldView,
    KitIndexView,
    KitTextView,
    KitView,
    LedToView,
    Link,
    MasterCardView,
    MastersView,
    MasterView,
    MaterialCardView,
    MaterialFilters,
    MaterialsView,
    MergedView,
    MethodView,
    MotifView,
    NotFoundView,
    OfferLine,
    OfferView,
    OutcomeView,
    OverlayView,
    Pager,
    PageView,
    PaletteView,
    PictureFileView,
    PicturesView,
    PictureView,
    PlacesView,
    PollCardView,
    PollsView,
    PollView,
    PostCardView,
    PostsView,
    PostView,
    QuotedThresholdView,
    ReadAloudView,
    RecordView,
    ReportView,
    RightsView,
    RobotsView,
    SearchView,
    SeriesView,
    ShareView,
    ShowcaseCardView,
    ShowcasesView,
    ShowcaseView,
    SitemapIndexView,
    SitemapPage,
    SitemapView,
    StageLine,
    StreamCardView,
    StreamCraftView,
    StreamsView,
    StreamView,
    StripItem,
    StripView,
    TermListView,
    ThankedView,
    ThanksReason,
    ThanksView,
    ThresholdView,
    TierColumn,
    TiersView,
    TrackView,
    VideoView,
    VoteBarView,
    VoteSourceView,
    VotesView,
)
from ichsite.plan.views.figures import ClockView
from ichsite.render.environment import ThemeEnvironment, environment
from ichsite.render.theme import ThemeFiles, load_theme
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.words import Language
from tests.render.promise_samples import PROMISED, promise_views, promises_view

THEME_FOLDER = Path(__file__).parents[2] / "themes" / "default"
BASE = BaseUrl("https://example.com", "/shop/")
TODAY = date(2026, 11, 22)
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")


@cache
def default_theme() -> ThemeFiles:
    """The theme that comes with ichsite."""
    return load_theme(THEME_FOLDER)


@cache
def default_environment(language: Language) -> ThemeEnvironment:
    """Its environment."""
    return environment(default_theme(), BASE, language, "CNY")


def theme_of(**templates: str) -> ThemeFiles:
    """A theme of a few templates; `a__b` names `a/b.html`."""
    named = tuple((f"{name.replace('__', '/')}.html", text) for name, text in templates.items())
    return replace(default_theme(), name="trial", templates=named)


def chrome(*, sample: bool = False, language: Language = "zh-CN") -> Chrome:
    """What every page carries."""
    return Chrome(
        site_name="山川手作社",
        tagline="一句话",
        description="一段话",
        language=language,
        currency="CNY",
        sample=sample,
        seller=Seller(
            name="山川手作社有限公司",
            address="示例市 1 号",
            phone="010-1234 5678",
            email="a@example.com",
            hours="9–18",
            licences=(Licence(title="营业执照", number="LICENCE-1", issued_by="示例局"),),
        ),
        accounts=(
            Account(platform="douyin", name="甲"),
            Account(platform="taobao", name="乙", url="https://example.com/taobao"),
        ),
        menu=(Link("作品", UrlPath("/crafts/")), Link("直播", UrlPath("/streams/"))),
        pages=(Link("关于", UrlPath("/pages/about/")),),
        today=TODAY,
    )


def picture(name: str = "瓶.jpg") -> PictureView:
    """A picture with every label."""
    files = tuple(PictureFileView(UrlPath(f"/assets/瓶-{width}.webp"), width) for width in (320, 640))
    return PictureView(UrlPath(f"/assets/{name}"), files, 640, 480, "#8fb3a2", "一只瓶", "说明", True, True)


REASON = Reason(basis="physical", words="再细就断")
MEANING = Reason(basis="cultural", words="那是另一门手艺")


def offer(tier: TierName, *, waits: DayRange, stages: int = 2, order: bool = True, seasonal: bool = False) -> Offer:
    """An offer with every kind of option and of limit."""
    season = Season(months=(9, 10), force="best", reason="秋天最好") if seasonal else None
    return Offer(
        tier=tier,
        summary="改口径",
        price=PriceRange(lowest=68_000, highest=128_000),
        master_takes_part="看图",
        options=(
            NumberOption(
                kind="number",
                id="mouth",
                label="口径",
                unit="mm",
                lowest=Decimal(40),
                highest=Decimal("110"),
                step=Decimal(5),
                adds_per_step=2_000,
                required=True,
                reason=REASON,
            ),
            NumberOption(
                kind="number",
                id="height",
                label="瓶高",
                unit="mm",
                lowest=Decimal(180),
                highest=Decimal(320),
                step=Decimal(10),
                reason=REASON,
            ),
            NumberOption(
                kind="number",
                id="stems",
                label="花枝",
                unit="piece",
                measure_word="枝",
                lowest=Decimal(1),
                highest=Decimal(40),
                step=Decimal(1),
                reason=REASON,
            ),
            ChoiceOption(
                kind="choice",
                id="glaze",
                label="釉色",
                reason=REASON,
                values=(
                    ChoiceValue(id="plum", label="梅子青", adds=18_000, note="厚"),
                    ChoiceValue(id="bean", label="豆青", ask=True),
                ),
            ),
            TextOption(
                kind="text",
                id="mark",
                label="底款",
                most_characters=6,
                scripts=("han", "latin"),
                character_mm=Decimal("8.0"),
                adds=1_000,
                adds_per_character=550,
                reason=REASON,
            ),
            ColourOption(
                kind="colour",
                id="cord",
                label="绳色",
                palette=(Colour(id="red", label="朱红", value="#aa2211", becomes="旧了发暗"),),
                at_most=2,
                reason=MEANING,
            ),
            SizeTableOption(
                kind="size-table",
                id="body",
                label="身量",
                unit="cm",
                step=Decimal("0.5"),
                measures=(SizeMeasure(id="chest", label="胸围", lowest=Decimal(70), highest=Decimal(120)),),
                tolerance=Decimal(1),
                how="平量",
                reason=REASON,
            ),
            PictureOption(kind="picture", id="place", label="摆处", wanted="照片", reason=MEANING),
        ),
        limits=(
            RoomLimit(
                kind="room",
                count="stems",
                each=Decimal(8),
                space="mouth",
                margin=Decimal(2),
                rows=3,
                instead="放大口",
                reason=REASON,
            ),
            RatioLimit(
                kind="ratio",
                option="mouth",
                to="height",
                at_least=Decimal("0.2"),
                at_most=Decimal("0.4"),
                reason=REASON,
            ),
            RatioLimit(kind="ratio", option="mouth", to="body.chest", at_most=Decimal(2), reason=REASON),
            ExcludeLimit(
                kind="exclude",
                when=(
                    Condition(option="glaze", among=("plum", "bean")),
                    Condition(option="height", at_least=Decimal(300)),
                ),
                option="cord",
                among=("red",),
                reason=REASON,
            ),
            RequireLimit(kind="require", when=(Condition(option="mark", given=True),), option="place", reason=MEANING),
            BoundLimit(kind="bound", option="mark", at_most=Decimal(4), reason=REASON),
            TotalLimit(kind="total", options=("stems", "cord"), at_most=Decimal(13), reason=REASON),
        ),
        boundaries=(
            Boundary(wish="描金", verdict="cannot", reason=MEANING),
            Boundary(wish="刻名", verdict="ask", reason=REASON),
            Boundary(wish="盛水", verdict="can", reason=REASON),
        ),
        production=Production(
            stages=(
                Stage(
                    name="草图",
                    working_days=DayRange(1, 2),
                    actor="master",
                    confirms="草图",
                    revisions=2,
                    change="free",
                    season=season,
                ),
                *(
                    Stage(
                        name=f"烧 {at}",
                        working_days=DayRange(1, 1),
                        wait_days=waits,
                        wait_for="冷窑",
                        change="paid",
                        change_cost=12_000,
                        change_percent=10,
                        change_note="重来",
                    )
                    for at in range(1, stages)
                ),
            ),
            shipping_days=DayRange(3, 5),
            queue=Queue(orders_waiting=9, orders_per_week=Decimal(6)),
        ),
        order=OrderLink(platform="taobao", label="去下单", url="https://example.com/order") if order else None,
        commission="请打电话",
        after_sale=AfterSale(inspection_days=7, repair="修", remake="重做", price_cut="减价", cancelling="可取消"),
    )


RANDOMNESS = Randomness(
    controllability="low",
    by="firing",
    factors=(Factor(name="窑位", effect="差二十度"),),
    tolerances=(Tolerance(what="口径", plus_minus=Decimal("3.0"), unit="percent"),),
    outcomes=(
        Outcome(id="plum", name="梅子青", words="深", count=251),
        Outcome(id="bean", name="豆青", words="暖", count=161),
    ),
    sample=Sample(pieces=412, since=date(2025, 3, 1), until=date(2026, 9, 30), note="只数合格的"),
    alternatives=(Alternative(name="换粉青", words="稳"),),
    outside="可以重烧",
)


def offer_view(one: Offer, randomness: Randomness) -> OfferView:
    """An offer as a craft's page shows it."""
    assert one.production is not None
    window = delivery_window(one.production, TODAY, calendar_from(TODAY))
    verdicts = judge(one, randomness, window, AssessmentSettings())
    lines = tuple(StageLine(*pair) for pair in zip(one.production.stages, window.stages, strict=True))
    return OfferView(
        one,
        window,
        verdicts,
        lines,
        option_words(one),
        timeline(one.production, window),
        plan_text(one.production, window.queue_days),
        scales_of(one),
    )


def card() -> CraftCardView:
    """A craft in a list."""
    line = OfferLine(
        "function", PriceRange(lowest=68_000, highest=128_000), DayRange(12, 18), "communicate", "middle", "mass"
    )
    long = OfferLine("deep", PriceRange(lowest=680_000, highest=680_000), DayRange(50, 90), "unfit", "high", "premium")
    bare = OfferLine("element", PriceRange(lowest=6_850, highest=6_850), None, None, "low", "traffic")
    return CraftCardView(
        UrlPath("/crafts/vase/"),
        "青瓷花瓶",
        "一只瓶",
        picture(),
        "VIII",
        "浙江龙泉",
        "national",
        "low",
        "firing",
        (line, long, bare),
    )


MASTER = MasterCardView(UrlPath("/masters/ye/"), "叶", "provincial", "工艺美术师", "青瓷", "龙泉", "看釉", None)
SHOWCASE = ShowcaseCardView(
    UrlPath("/showcases/a/"),
    "一束芍药",
    "甲",
    date(2026, 8, 16),
    "好看。\n再看。",
    picture(),
    Link("花瓶", UrlPath("/crafts/vase/")),
    "function",
    ("家居",),
)
STREAM = StreamCardView(
    UrlPath("/streams/kiln/"), "开窑", "看什么", "douyin", "open-kiln",
    datetime(2026, 11, 28, 20, 0, tzinfo=ZoneInfo("Asia/Shanghai")), 120, "小满",
    Link("叶", UrlPath("/masters/ye/")), (Link("花瓶", UrlPath("/crafts/vase/")),), False, "https://example.com/replay", "provincial",
)  # fmt: skip
CALL = CallCardView(
    UrlPath("/calls/mouth/"), "瓶口", "瓶口多大最顺手？", "先问一句", "open", date(2026, 11, 21), date(2026, 11, 28),
    datetime(2026, 11, 21, tzinfo=ZoneInfo("Asia/Shanghai")), datetime(2026, 11, 29, tzinfo=ZoneInfo("Asia/Shanghai")),
)  # fmt: skip
POLL = PollCardView(
    UrlPath("/polls/mouth/"), "瓶口投票", "瓶口多大？", "先投一投", "open", "counted", date(2026, 11, 21), date(2026, 11, 28), CALL.begins, CALL.ends,
    30, ("小口",), 18, date(2026, 11, 22),
)  # fmt: skip
IDEAS = IdeasCardView(
    UrlPath("/ideas/mouth/"), "瓶口的点子", "一条条答", date(2026, 11, 20), 12, (("accepted", 1), ("not-possible", 1))
)
MOTIF = MaterialCardView(
    UrlPath("/materials/lotus/"), "motif", "莲花纹", "一朵莲", ("吉祥",), "清白",
    DrawingView(UrlPath("/assets/materials/lotus.svg"), 40, 40, "一朵莲花", ai_generated=True),
)  # fmt: skip
COLOURS = (
    NamedColour(id="meizi", label="梅子青", value="#4f7f66", to="#8db59b", becomes="釉厚才到", origin="青梅"),
    NamedColour(id="ink", label="墨", value="#222222"),
)
FOUND_BY = FoundByView(("吉祥",), ("满月",), "浙江龙泉", (Link("青瓷", UrlPath("/tags/qing-ci/")),))
ACCEPTED = AcceptedView("花瓶", "element", "纹样", UrlPath("/crafts/vase/"), "change-element-relief")
RIGHTS = RightsView(
    "作坊", "own", "可自由使用", "自画", (DownloadView(UrlPath("/assets/materials/lotus.svg"), "lotus.svg", "svg"),)
)
VOTES = VotesView(
    (VoteBarView("小口", "三枝", picture(), 18, (10, 8), 100.0, 600, True, True), VoteBarView("大口", "", None, 12, (12, None), 66.7, 400, False, False)),
    (VoteSourceView("douyin", "后台", "https://example.com/poll", date(2026, 11, 22), 22, 22), VoteSourceView("group", "群", None, date(2026, 11, 22), 8, None)),
    30, 30, 1,
)  # fmt: skip
DESIGN = DesignCardView(
    UrlPath("/designs/neck/"), "瓶颈", "收一收", "asking", picture(), 2, date(2026, 11, 20), "直的还是束的？", date(2026, 11, 14),
    date(2026, 11, 27), datetime(2026, 11, 14, tzinfo=ZoneInfo("Asia/Shanghai")), datetime(2026, 11, 28, tzinfo=ZoneInfo("Asia/Shanghai")), None,
)  # fmt: skip
AUDIENCE = AudienceCardView(UrlPath("/for/home/"), "家里用", "天天用", ("爱插花的人",), 1, 68_000)
GUIDES = (Link("家里用", UrlPath("/for/home/")),)
EVENT = EventCardView(
    UrlPath("/events/knots/"), "学打盘扣", "一个下午打一副。", "workshop", "upcoming",
    datetime(2026, 11, 29, 14, 0, tzinfo=ZoneInfo("Asia/Shanghai")), datetime(2026, 11, 29, 16, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
    EventOnline(platform="douyin", url="https://example.com/room"), EventPlace(name="作坊二楼", address="示例巷 8 号", directions="上楼梯"),
    PlacesView(12, 3, date(2026, 11, 20), datetime(2026, 11, 28, tzinfo=ZoneInfo("Asia/Shanghai")), False),
)  # fmt: skip
THEME = FeedbackCardView(
    UrlPath("/feedback/narrow/"), "瓶口再小", "嫌口大", "doing", date(2026, 11, 10), "先试三只。",
    (Asked(count=12, source="群里数的", day=date(2026, 11, 8)),),
)  # fmt: skip
AGENDA = AgendaMonth(
    date(2026, 11, 1),
    (
        AgendaEntry("event", UrlPath("/events/knots/"), "学打盘扣", EVENT.starts, EVENT.ends, date(2026, 11, 29), date(2026, 11, 29), True, "cancelled", "体验课", "作坊二楼"),
        AgendaEntry("call", UrlPath("/calls/mouth/"), "瓶口", CALL.begins, CALL.ends, date(2026, 11, 21), date(2026, 11, 28), False, "running"),
    ),
)  # fmt: skip
POST = PostCardView(UrlPath("/posts/a/"), "一窑四色", "说釉", date(2026, 10, 1), "乙", ("釉",), None)
STORY = '<p>火会变。</p><h3 id="story-a">泥会缩</h3><p>缩。</p>'
TIER = Tier(
    title="功能定制", summary="改尺寸", changes="口径", stays="釉", master_part="看图", price=PriceRange(lowest=30_000, highest=300_000),
    typical_window_days=DayRange(10, 20), stream_role="mass", stream_use="当面讲", buyer="天天用的人",
)  # fmt: skip
VERSIONS = (
    DesignVersionView(
        1, date(2026, 11, 14), "两张颈", "直的，\n束的。", (picture(),),
        DesignQuestionView(
            "直的还是束的？",
            VOTES, date(2026, 11, 18), False, "束的多", Link("瓶颈投票", UrlPath("/polls/neck/")),
        ),
        (
            DesignSuggestionView("再小一点", "no", "荡不匀", ThresholdView(Link("花瓶", UrlPath("/crafts/vase/")), "口径", "change-function-mouth"), "甲"),
            DesignSuggestionView("厚一点", "yes", "", None, ""),
        ),
        FeasibilityView("not-feasible", "荡不匀。", Link("叶", UrlPath("/masters/ye/")), "provincial"), False,
    ),
    DesignVersionView(
        2, date(2026, 11, 20), "束颈", "照此画。", (picture(),),
        DesignQuestionView("足多宽？", VotesView((replace(VOTES.bars[1], each=(), votes=0, first=False),), (), 0, None, 2), None, True, "", None),
        (), FeasibilityView("with-changes", "足放宽。", None, None), True,
    ),
)  # fmt: skip
KEEP = KeepView("w3ka", UrlPath("/s/w3ka/"), UrlPath("/s/w3ka/qr.png"), UrlPath("/s/w3ka/qr.svg"))
PAGER = Pager(2, 3, 60, UrlPath("/crafts/"), UrlPath("/crafts/page/3/"))


def fit_groups() -> tuple[FitGroupView, ...]:
    price, days = PriceRange(lowest=68_000, highest=128_000), DayRange(12, 18)
    fit = FitView(
        card(),
        (
            FitReasonView("function", price, days, DayRange(3, 6), "communicate", ("口径",)),
            FitReasonView("deep", price, None, None, "unfit", ()),
        ),
        ("家居",),
    )
    return (
        FitGroupView("function", "communicate", 68_000, 18, ("口径", "刻字"), 2, (fit,)),
        FitGroupView("deep", "unfit", 68_000, None, (), 1, (fit,)),
    )


RECORD = RecordView(TrackRecord(199, 214, 930, 888, 957, -3, date(2025, 11, 23), TODAY), False)


def craft_view(**changes: object) -> CraftView:
    """The craft's page: one tier ordered in streams, one commissioned offline."""
    shares = {share.outcome: share for share in outcome_shares(RANDOMNESS)}
    view = CraftView(
        chrome=chrome(sample=True),
        head=Head("青瓷花瓶", "一只瓶", UrlPath("/crafts/vase/"), picture=UrlPath("/assets/瓶.jpg")),
        title="青瓷花瓶",
        summary="一只瓶",
        code="Ⅷ-9",
        level="national",
        category=Link("传统技艺", UrlPath("/categories/traditional-crafts/")),
        region=Link("浙江龙泉", UrlPath("/regions/long-quan/")),
        tags=(Link("青瓷", UrlPath("/tags/qing-ci/")),),
        uses=("家居",),
        story=STORY,
        pictures=(picture(), picture()),
        fixed_features=(FixedFeature(feature="釉", reason="所以叫青瓷"),),
        authenticity=(HandStep(step="拉坯", by="both", who="作坊", note="电动"), HandStep(step="刻", by="hand", who="叶")),
        customisable=True,
        offers=(
            offer_view(offer("function", waits=DayRange(2, 3), seasonal=True), RANDOMNESS),
            offer_view(offer("deep", waits=DayRange(30, 40), order=False), RANDOMNESS),
        ),
        randomness=RANDOMNESS,
        outcomes=tuple(
            OutcomeView(one.id, one.name, one.words, one.count, shares[one.id], picture()) for one in RANDOMNESS.outcomes
        ),
        small_sample=True,
        draw=Draw(
            title="开窑抽签", price=18_800, rules="一\n二", least_age=8, age_notice="监护人在场",
            lots=(Lot(name="甲", odds_percent=Decimal("31.50"), worth=16_800), Lot(name="乙", odds_percent=Decimal("68.5"), worth=48_000)),
        ),
        masters=(MASTER,),
        showcases=(SHOWCASE,),
        streams=(STREAM,),
        calls=(CALL,),
        polls=(POLL,),
        ideas=(IDEAS,),
        designs=(DESIGN,),
        guides=GUIDES,
        events=(EVENT,),
        promises=(PROMISED,),
        estimated_years=(2027,),
        pictures_page=UrlPath("/crafts/vase/pictures/"),
        clock=ClockView("Asia/Shanghai", 480, UrlPath("/assets/calendar.js")),
        chart=outcome_chart(RANDOMNESS, outcome_shares(RANDOMNESS), small=True),
        record=RECORD,
    )  # fmt: skip
    return replace(view, **changes)  # type: ignore[arg-type]


def idea_view() -> IdeaView:
    one = offer_view(offer("function", waits=DayRange(3, 5)), RANDOMNESS).offer
    first = QuotedThresholdView(
        Link("花瓶", UrlPath("/crafts/vase/")), "change-function-mouth", "function", one, option_words(one)
    )
    return IdeaView(
        "smaller", "口收小", "group", 3, "accepted", "做得了。\n试过。", replace(first, option=one.options[0]), "加十元", DayRange(3, 5), "小满", "小瓶",
        (MergedView("花会倒", "douyin", 2, "阿宁"),),
        (BecameView("option", "花瓶", "口径", UrlPath("/crafts/vase/"), "change-function-mouth"), BecameView("call", "再问", "", UrlPath("/calls/mouth/"), "")),
    )  # fmt: skip


def limited() -> QuotedThresholdView:
    known = idea_view().threshold
    assert known is not None
    return replace(known, option=None, limit=known.offer.limits[0])


def wished() -> QuotedThresholdView:
    known = idea_view().threshold
    assert known is not None
    return replace(known, option=None, boundary=known.offer.boundaries[0])


def pictures_view(own: int = 2) -> PicturesView:
    """The picture page of that craft, with so many pictures of its own."""
    view, head = craft_view(), Head("青瓷花瓶 · 图片", "一只瓶", UrlPath("/crafts/vase/pictures/"), indexed=False)
    return PicturesView(chrome(), head, Link(view.title, view.head.url), (picture(),) * own, view.outcomes)


def brief_view() -> BriefView:
    """The order brief of that craft."""
    view, head = craft_view(), Head("定作确认：青瓷花瓶", "一句话", UrlPath("/crafts/vase/brief/"), indexed=False)
    data = {"craft": "vase", "offers": {}, "words": {"said": {"x": "</script>"}}}
    offers = tuple(one for one in view.offers if one.offer.making == "made-to-order")
    return BriefView(
        chrome(),
        head,
        Link(view.title, view.head.url),
        offers,
        view.randomness,
        view.outcomes,
        view.small_sample,
        view.estimated_years,
        view.clock,
        data,
        tuple(one.offer.tier for one in offers),
    )


def kit_view() -> KitView:
    """A kit with a text that is cut, one that is assumed and one that does not fit."""
    fits = KitFieldView("一行\n两行 <b>&", 9, 5, 30, "characters", False, 2, 3, True, ("话题",), ("简介",))
    assumed = replace(fits, assumed=True, unit="bytes", shown=None, hidden=False, left_out=(), cut=())
    return KitView(
        chrome(),
        Head("素材", "一句话", UrlPath("/kit/crafts/x/"), indexed=False),
        Link("青瓷", UrlPath("/crafts/x/")),
        "stream",
        UrlPath("/s/w3ka/"),
        "w3ka",
        "w 3 k a",
        UrlPath("/s/w3ka/qr.png"),
        (ReadAloudView("青瓷", ("改。", "到。", "说不准。")),),
        (
            KitTextView("douyin", "barred", False, fits, replace(fits, text="", essential=40)),
            KitTextView("taobao", "barred", True, assumed, assumed),
        ),
    )


def every_page() -> dict[str, object]:
    """A view for every page of a theme, by its template."""
    frame, head = chrome(), Head("题目", "一句话", UrlPath("/x/"))
    past = replace(STREAM, starts=STREAM.starts - timedelta(days=40), past=True)
    column = TierColumn("function", TIER, UrlPath("/tiers/function/"), 3)
    groups = (("tier", (Link("功能", UrlPath("/tiers/function/")),)),)
    return {
        "pages/craft.html": craft_view(),
        "pages/pictures.html": pictures_view(),
        "pages/crafts.html": CraftListView(frame, head, "作品", "说明", "all", (card(),), PAGER, groups, guides=GUIDES),
        "pages/terms.html": TermListView(frame, head, "tag", ((Link("青瓷", UrlPath("/tags/qing-ci/")), 3),)),
        "pages/tiers.html": TiersView(frame, head, (column,)),
        "pages/home.html": HomeView(frame, head, (card(),), 17, (column,), (STREAM,), (SHOWCASE,), (POST,), (MASTER,), calls=(CALL, replace(CALL, state="upcoming")), audiences=(AUDIENCE,) * 4, events=(EVENT,), record=RECORD),
        "pages/master.html": MasterView(frame, head, MASTER, STORY, (card(),), (STREAM,), events=(EVENT,)),
        "pages/masters.html": MastersView(frame, head, (MASTER,)),
        "pages/showcase.html": ShowcaseView(frame, head, SHOWCASE, (ChosenView("口径", "70"),), "梅子青", (picture(),), card(), "taobao", "优惠券"),
        "pages/search.html": SearchView(
            frame,
            replace(head, indexed=False),
            UrlPath("/assets/search.0.json"),
            (("craft", "作品"), ("page", "页面")),
            (Link("作品", UrlPath("/crafts/")),),
        ),
        "pages/kits.html": KitIndexView(
            frame,
            replace(head, indexed=False),
            ((Link("开窑", UrlPath("/kit/streams/x/")), "w3ka"),),
            ((Link("青瓷", UrlPath("/kit/crafts/x/")), ""),),
            UrlPath("/showcases/strip/"),
        ),
        "pages/kit.html": kit_view(),
        "pages/showcases.html": ShowcasesView(
            frame, head, (SHOWCASE,), PAGER, None, "tier", Link("深度定制", UrlPath("/tiers/deep/")),
            (("tag", (Link("生日", UrlPath("/showcases/by/tag/sheng-ri/")),)),),
        ),
        "pages/share.html": ShareView(
            frame, head,
            Invitation(
                summary="拍一张给我们看。", show="用起来的样子\n近处的细节", gets="减三十元", contact="小叶",
                places=(SendPlace(where="form", words="填表", url="https://example.com/form"), SendPlace(where="douyin", words="带话题")),
                consent=AskedConsent(words="先问您。\n再放。", scope=("words", "elsewhere"), withdraw="说一声"),
            ),
            ("手作",),
        ),
        "pages/thanks.html": ThanksView(
            frame, head, 2026, (Link("2026", UrlPath("/thanks/2026/")),),
            (ThankedView("老林", (ThanksReason("idea", "瓶口", UrlPath("/ideas/x/"), "one"), ThanksReason("design", "瓶颈", UrlPath("/designs/x/"), ""), ThanksReason("showcase", "花瓶", UrlPath("/showcases/x/"), ""))),),
        ),
        "pages/strip.html": StripView(
            "zh-CN", "店", "青瓷", UrlPath("/crafts/x/"),
            (StripItem(UrlPath("/showcases/x/"), "一束雪柳", "青瓷", "小满", picture()),),
        ),
        "pages/brief.html": brief_view(),
        "pages/brief-check.html": BriefCheckView(frame, head, {"words": {}, "thumbs": ["</script>"]}),
        "pages/stream.html": StreamView(
            frame, head, STREAM, STORY, (StreamCraftView(card(), "shows", ("deep",)),), KEEP, UrlPath("/streams/a.ics"),
            (CALL, replace(CALL, state="answered")), (POLL, replace(POLL, state="answered")), (IDEAS,), (DESIGN, replace(DESIGN, state="confirmed")),
            "during", (SHOWCASE,), (SHOWCASE,), UrlPath("/kit/streams/a/"), "a",
        ),
        "pages/call.html": CallView(
            frame, head, replace(CALL, state="answered", answered=date(2026, 12, 1)), STORY,
            (CallAnswer(where="douyin", words="写在评论里"), CallAnswer(where="form", words="填表", url="https://example.com/form")),
            CallWants(uses=("插花",), occasions=("书桌",), budget=PriceRange(lowest=30_000, highest=90_000)),
            "署名", "收小半寸。\n做了三只。", STREAM, (card(),), KEEP, UrlPath("/calls/mouth.ics"),
        ),
        "pages/poll.html": PollView(
            frame, head, replace(POLL, state="answered", answered=date(2026, 11, 22)),
            VOTES, (CallAnswer(where="group", words="群投票", url="https://example.com/vote"),), "收小。\n半寸。",
            Link("瓶口", UrlPath("/calls/mouth/")), (Link("点子", UrlPath("/ideas/mouth/")),), (Link("瓶颈", UrlPath("/designs/neck/")),), STREAM, (card(),), KEEP,
            UrlPath("/polls/mouth.ics"),
        ),
        "pages/polls.html": PollsView(frame, head, (POLL,), (replace(POLL, state="counted", first=("小口", "大口")), replace(POLL, state="counted", votes=0, first=()))),
        "pages/ideas.html": IdeasView(
            frame, head, IDEAS, "弹幕",
            (
                ("accepted", (idea_view(),)),
                ("not-possible", (replace(idea_view(), id="other", answer="not-possible"), replace(idea_view(), id="third", threshold=limited(), answer="not-possible"), replace(idea_view(), id="fourth", threshold=wished(), answer="not-possible"),)),
            ),
            Link("瓶口", UrlPath("/calls/mouth/")), (Link("投票", UrlPath("/polls/mouth/")),), STREAM, (card(),),
        ),
        "pages/idea-list.html": IdeaListView(frame, head, (IDEAS,)),
        "pages/design.html": DesignView(
            frame, head, replace(DESIGN, ended=date(2026, 11, 21)), STORY, "function", Link("叶", UrlPath("/masters/ye/")), VERSIONS,
            (ComparedView(1, date(2026, 11, 14), "两张颈", picture()), ComparedView(2, date(2026, 11, 20), "束颈", picture())),
            1, 2, "口四十。\n束颈。", 2, "后来没做。", (card(),), STREAM, CALL, (SHOWCASE,), KEEP,
        ),
        "pages/designs.html": DesignsView(frame, head, (DESIGN, replace(DESIGN, state="planned")), (replace(DESIGN, state="confirmed", ended=date(2026, 11, 21)),)),
        "pages/calls.html": CallsView(frame, head, (CALL, replace(CALL, state="upcoming")), (replace(CALL, state="closed"),)),
        "pages/materials.html": MaterialsView(
            frame, head, (MOTIF, replace(MOTIF, kind="palette", drawing=None, colours=COLOURS), replace(MOTIF, kind="film", drawing=None, picture=picture(), seconds=45)), PAGER,
            MaterialFilters(UrlPath("/assets/m.json"), *(((FilterChoice("a", "甲", 1), FilterChoice("b", "乙", 2)),) * 4), (Link("花瓶", UrlPath("/crafts/vase/")),)),
        ),
        "pages/motif.html": MotifView(
            frame, head, replace(MOTIF, picture=picture()), STORY, FOUND_BY, "牌面正中", (NotFor(where="半朵", reason="截断了"),), (ACCEPTED,), RIGHTS
        ),
        "pages/palette.html": PaletteView(frame, head, replace(MOTIF, kind="palette", drawing=None, colours=COLOURS), STORY, FOUND_BY, "釉烧", COLOURS, (ACCEPTED,), RIGHTS),
        "pages/film.html": FilmView(
            frame, head, replace(MOTIF, kind="film", drawing=None, picture=picture(), seconds=245), STORY, FOUND_BY,
            VideoView(UrlPath("/assets/materials/a.mp4"), "video/mp4", (TrackView(UrlPath("/assets/materials/a.vtt"), "zh-CN", "中文"),)),
            "https://example.com/film", "bilibili", (card(),), replace(RIGHTS, downloads=()),
        ),
        "pages/audience.html": AudienceView(frame, head, AUDIENCE, ("先量桌子。",), fit_groups(), PAGER, GUIDES),
        "pages/audiences.html": AudiencesView(frame, head, (AUDIENCE, replace(AUDIENCE, crafts=0, price_from=None))),
        "pages/event.html": EventView(
            frame, head, EVENT, STORY, PriceRange(lowest=6_000, highest=6_000), "含材料",
            (CallAnswer(where="group", words="接龙"), CallAnswer(where="form", words="填表", url="https://example.com/form")),
            "零基础", "八岁以上", "阿宁", MASTER, (card(),), (QuizQuestion(question="几道？", options=("两道",), answer="两道。"),),
            ReportView(date(2026, 12, 1), "打成了。\n坏一副。", (picture(),), EventCame(count=11, source="签到")), KEEP, UrlPath("/events/knots.ics"),
        ),
        "pages/events.html": EventsView(frame, head, (EVENT,), (replace(EVENT, state="reported"), replace(EVENT, state="over"))),
        "pages/feedback.html": FeedbackView(
            frame, head, THEME, STORY, (FeedbackStep(day=date(2026, 11, 10), standing="doing", words="先试三只。"),),
            (LedToView("craft", Link("花瓶", UrlPath("/crafts/vase/")), "口径"),), (card(),),
        ),
        "pages/feedback-list.html": FeedbackListView(frame, head, (("doing", (THEME,)),)),
        "pages/calendar.html": AgendaView(
            frame, head, (AGENDA,), (replace(AGENDA, first=date(2026, 10, 1)),),
            (CalendarLink(None, UrlPath("/calendar/calendar.ics"), UrlPath("/calendar/")), CalendarLink("event", UrlPath("/events/calendar.ics"), UrlPath("/events/"))),
            CALL.begins,
        ),
        "pages/streams.html": StreamsView(frame, head, (STREAM,), (past,)),
        "pages/post.html": PostView(frame, head, POST, STORY, (card(),), SeriesView("一窑", 2, 3, Link("一", UrlPath("/posts/b/")), Link("三", UrlPath("/posts/c/")))),
        "pages/posts.html": PostsView(frame, head, (POST,), PAGER, "knowledge", (KindLink("knowledge", UrlPath("/posts/knowledge/"), 1), KindLink("news", UrlPath("/posts/news/"), 1))),
        "pages/page.html": PageView(frame, head, "关于", "说明", STORY),
        "pages/promise.html": promise_views(frame, head, offer("function", waits=DayRange(2, 3), seasonal=True), RANDOMNESS)[0],
        "pages/promises.html": promises_view(frame, head, PAGER),
        "pages/how-to-read.html": MethodView(frame, head, AssessmentSettings(), (2027,), replace(RECORD, small=True)),
        "pages/gone.html": GoneView(frame, replace(head, indexed=False), "craft", "旧花瓶", False, (card(),), (STREAM,), Link("作品", UrlPath("/crafts/"))),
        "pages/404.html": NotFoundView(frame, replace(head, indexed=False)),
        "pages/feed.xml": FeedView(
            frame,
            *("tag:example.com,2026:feed/posts", "山川手作社", "一句话", UrlPath("/feed.xml"), UrlPath("/")),
            (
                FeedEntry(
                    *("tag:example.com,2026:post/a", "一 & 二", UrlPath("/posts/a/"), datetime(2026, 10, 1, tzinfo=UTC)),
                    *("乙", "<说>", picture()),
                ),
            ),
            datetime(2026, 10, 1, tzinfo=UTC),
        ),
        "pages/sitemap.xml": SitemapView(
            (SitemapPage(UrlPath("/")), SitemapPage(UrlPath("/crafts/瓶/"), (UrlPath("/assets/a.jpg"),)))
        ),
        "pages/sitemap-index.xml": SitemapIndexView((UrlPath("/sitemap-1.xml"), UrlPath("/sitemap-2.xml"))),
        "pages/codes.html": CodesView(frame, replace(head, indexed=False), "w3ka"),
        "pages/overlay.html": OverlayView("zh-CN", "店", UrlPath("/overlay/crafts/"), UrlPath("/overlay/streams/")),
        "pages/robots.txt": RobotsView(UrlPath("/sitemap.xml")),
    }  # fmt: skip


def names_of(view: object) -> set[str]:
    """The fields of a view."""
    return {field.name for field in fields(view)}  # type: ignore[arg-type]
