"""The site's own settings: `site.yaml`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.beside import Beside
from ichsite.model.entry import entry
from ichsite.model.invitation import Invitation
from ichsite.model.outside import WebAddress
from ichsite.model.platform import PLATFORM_TERMS, Platform
from ichsite.model.scalar import Amount, Day, OneOf, Pattern, Text, Whole, YesNo
from ichsite.model.theme_choice import NameOrFields, ThemeChoice
from ichsite.model.verbatim import Verbatim
from ichsite.text.words import Language, Words

Part = Literal["title", "description", "shown", "topics"]
PART_TERMS = OneOf(title="标题", description="描述", shown="展开前可见", topics="话题数")
Counting = Literal["characters", "utf-16", "bytes", "han-as-two"]
COUNTING_TERMS = OneOf(characters="字符", utf_16="UTF-16", bytes="字节", han_as_two="汉字算二")
LinkRule = Literal["clickable", "text", "profile", "barred"]
LINK_RULE_TERMS = OneOf(clickable="可点", text="只是文字", profile="放在主页", barred="不许放")
AddressScript = Literal["pinyin", "original"]
ADDRESS_SCRIPT_TERMS = OneOf(pinyin="拼音", original="原文")
LANGUAGE_TERMS = OneOf(zh_CN="中文", en="英文")


@entry
class Licence:
    """The licence that the law wants on the home page (E-Commerce Law art. 15)."""

    title: Annotated[str, Text(40)]
    number: Annotated[str, Text(60)]
    issued_by: Annotated[str, Text(60)]


@entry
class Seller:
    """Who sells; shown on every page."""

    name: Annotated[str, Text(80)]
    address: Annotated[str, Text(120)]
    phone: Annotated[str, Pattern(r"[0-9+() -]{5,24}", Words("电话号码", "a telephone number"))]
    email: (
        Annotated[str, Pattern(r"""[^@\s<>"']{1,60}@[A-Za-z0-9.-]{1,80}""", Words("电子邮箱", "an e-mail address"))]
        | None
    ) = None
    hours: Annotated[str, Text(60)] | None = None
    licences: tuple[Licence, ...]


@entry
class Account:
    """A social account of the shop; the address is optional, for some platforms have none to link."""

    platform: Annotated[Platform, PLATFORM_TERMS]
    name: Annotated[str, Text(60)]
    url: WebAddress | None = None


@entry
class CycleCutoffs:
    """Production cycle 生产周期, calendar days: up to the first `fit`, up to the second `communicate`, above `unfit`.

    The study leaves 8–9 and 16–30 open while deep work takes 15–30, hence 7 and 30.
    """

    fit_up_to_days: Annotated[int, Whole(1, 365)] = 7
    communicate_up_to_days: Annotated[int, Whole(1, 365)] = 30


@entry
class CostCutoffs:
    """Cost fit 成本适配性 by the price from: up to the first `low`, up to the second `middle`, above `high` (minor units)."""

    low_up_to: Annotated[int, Amount()] = 20_000
    middle_up_to: Annotated[int, Amount()] = 200_000


@entry
class AssessmentSettings:
    """The cut-offs of the three assessments; under `small_sample` pieces the page says that the sample is small.

    `on_time_percent` is how much of what was promised has to come on time before the assessment warns.
    """

    cycle: CycleCutoffs = CycleCutoffs()
    cost: CostCutoffs = CostCutoffs()
    small_sample: Annotated[int, Whole(1, 10_000)] = 30
    on_time_percent: Annotated[int, Whole(1, 100)] = 90


@entry
class PlatformLimit:
    """How much a platform's field takes: dated data in the site's hands, for no official page says it for all.

    `shown` is what of a description stands before “more”, `topics` the number of hashtags that count. What is not
    listed here is taken from `ichsite/kit/platforms.yaml`.
    """

    platform: Annotated[Platform, PLATFORM_TERMS]
    part: Annotated[Part, PART_TERMS]
    most: Annotated[int, Whole(1, 100_000)]
    counted_in: Annotated[Counting, COUNTING_TERMS] = "characters"
    as_of: Annotated[date, Day()]
    source: Annotated[str, Verbatim(120)]


@entry
class PlatformLinks:
    """What becomes of a link in a platform's description: dated data, as `PlatformLimit`."""

    platform: Annotated[Platform, PLATFORM_TERMS]
    links: Annotated[LinkRule, LINK_RULE_TERMS]
    as_of: Annotated[date, Day()]
    source: Annotated[str, Verbatim(120)]


@entry
class LinkParameter:
    """A parameter that is put behind links of the kit, so that visits can be counted: `{platform}` in its value is named."""

    name: Annotated[
        str, Pattern(r"[A-Za-z][A-Za-z0-9_-]{0,30}", Words("字母、数字、下划线", "letters, digits, underscores"))
    ]
    value: Annotated[
        str, Pattern(r"[A-Za-z0-9_.{}-]{1,60}", Words("字母、数字、{platform}", "letters, digits, {platform}"))
    ]


@entry
class LinkSettings:
    """The link kit: hashtags for descriptions, words for the card in the parcel, whether the kit has pages in the site."""

    hashtags: Annotated[tuple[Annotated[str, Text(30)], ...], AtMost(10)] = ()
    share: Annotated[str, Text(300)] | None = None
    parameters: Annotated[tuple[LinkParameter, ...], AtMost(6)] = ()
    kit_pages: Annotated[bool, YesNo()] = False


@entry
class AddressSettings:
    """How addresses of content are made of names: in pinyin or as they are written; below `prefix` where there is one."""

    script: Annotated[AddressScript, ADDRESS_SCRIPT_TERMS] = "pinyin"
    prefix: (
        Annotated[
            str,
            Pattern(r"[a-z][a-z-]{0,30}", Words("小写字母和连字符，不带日期", "small letters and hyphens, no date")),
        ]
        | None
    ) = None


@entry
class CalendarSettings:
    """`acknowledged_years`: years whose holidays are not published yet and which the owner knows to be estimates."""

    acknowledged_years: tuple[Annotated[int, Whole(2000, 2100)], ...] = ()


@entry
class PictureSettings:
    """How pictures are published: the widths in pixels, rising; `quality` as WebP counts it; AVIF beside WebP if wanted.

    AVIF files are a third smaller and cost about twice the time of all the rest (docs/decisions/0006-pictures.md).
    """

    widths: Annotated[tuple[Annotated[int, Whole(100, 4000)], ...], AtMost(6)] = (400, 800, 1600)
    quality: Annotated[int, Whole(40, 95)] = 80
    avif: Annotated[bool, YesNo()] = False


HeaderNames = Annotated[tuple[Annotated[str, Verbatim(200)], ...], AtMost(20)]
"""Headers of a table's columns, as they stand there."""


@entry
class IntakeColumns:
    """How a form's columns are headed, for `ichsite import showcases`; the usual headers are known without it."""

    craft: HeaderNames = ()
    tier: HeaderNames = ()
    buyer: HeaderNames = ()
    title: HeaderNames = ()
    words: HeaderNames = ()
    photos: HeaderNames = ()
    consent: HeaderNames = ()
    submitted: HeaderNames = ()
    received: HeaderNames = ()
    order: HeaderNames = ()
    number: HeaderNames = ()


@entry
class IdeaColumns:
    """How the columns of a table of ideas are headed, for `ichsite import ideas`; the usual headers are known without it."""

    words: HeaderNames = ()
    craft: HeaderNames = ()
    platform: HeaderNames = ()
    buyer: HeaderNames = ()
    consent: HeaderNames = ()
    submitted: HeaderNames = ()
    number: HeaderNames = ()


@entry
class PollColumns:
    """How the columns of a table of votes are headed, for `ichsite import poll`; the usual headers are known without it."""

    option: HeaderNames = ()
    votes: HeaderNames = ()
    platform: HeaderNames = ()
    voter: HeaderNames = ()
    submitted: HeaderNames = ()
    number: HeaderNames = ()


@entry
class IntakeSettings:
    """How tables are taken in: `columns` of showcases, `ideas` and `polls` say how their columns are headed.
    `consent_scope` is what a plain “yes” to the form's question covers: a portrait never is, unless the form asked for it.
    """

    columns: IntakeColumns = IntakeColumns()
    ideas: IdeaColumns = IdeaColumns()
    polls: PollColumns = PollColumns()
    consent_scope: tuple[
        Annotated[
            Literal["words", "pictures", "name", "elsewhere"],
            OneOf(words="文字", pictures="图片", name="称呼", elsewhere="他处"),
        ],
        ...,
    ] = ("words", "pictures")


@entry
class Site:
    """`site.yaml`. `sample` marks a demonstration: every page says that it sells nothing.

    Only a site of free pages may be without a `seller`; a catalogue is an offer, and the law asks who makes it.
    """

    name: Annotated[str, Text(60)]
    tagline: Annotated[str, Text(120)]
    description: Annotated[str, Text(300)]
    base_url: Annotated[str, Verbatim(300)]
    language: Annotated[Language, LANGUAGE_TERMS] = "zh-CN"
    also_in: tuple[Annotated[Language, LANGUAGE_TERMS], ...] = ()
    timezone: Annotated[
        str,
        Pattern(r"[A-Za-z_]+(/[A-Za-z_+-]+){0,2}", Words("时区名，如 Asia/Shanghai", "a zone such as Asia/Shanghai")),
    ] = "Asia/Shanghai"
    currency: Annotated[str, Pattern(r"[A-Z]{3}", Words("货币代码，如 CNY", "a currency code such as CNY"))] = "CNY"
    seller: Seller | None = None
    accounts: tuple[Account, ...] = ()
    assessment: AssessmentSettings = AssessmentSettings()
    beside: Annotated[tuple[Beside, ...], AtMost(6)] = ()
    platform_limits: tuple[PlatformLimit, ...] = ()
    platform_links: tuple[PlatformLinks, ...] = ()
    links: LinkSettings = LinkSettings()
    addresses: AddressSettings = AddressSettings()
    calendar: CalendarSettings = CalendarSettings()
    pictures: PictureSettings = PictureSettings()
    intake: IntakeSettings = IntakeSettings()
    invitation: Invitation | None = None
    theme: Annotated[ThemeChoice, NameOrFields()] = ThemeChoice()
    output: Annotated[str, Verbatim(200)] = "output"
    cards_per_page: Annotated[int, Whole(1, 200)] = 24
    sample: Annotated[bool, YesNo()] = False
