"""How promised dates were kept: from tables of deliveries to pages, data and the assessment."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, timedelta
from pathlib import Path
from statistics import median_low

from hypothesis import given
from hypothesis import strategies as st

from ichsite.assess.track_record import DeliveryGroup, records_of, year_before
from ichsite.intake.delivery_table import MOST_ROWS, deliveries_of
from ichsite.table.read import read_table
from tests.invariants.demonstration import REPOSITORY
from tests.sites_support import SITES, ichsite, laid_out

TODAY = date(2026, 11, 22)
HEAD = "作品,层级,承诺最早,承诺最晚,到手\n"


def line(craft: str, tier: str, latest: date, late: int) -> str:
    return f"{craft},{tier},{latest - timedelta(days=9)},{latest},{latest + timedelta(days=late)}\n"


def groups(text: str, encoding: str = "utf-8") -> tuple[DeliveryGroup, ...]:
    read = read_table("deliveries.csv", text.encode(encoding), MOST_ROWS)
    assert read.sheet is not None
    made, findings = deliveries_of(read.sheet)
    assert findings == ()
    return made


@given(st.lists(st.tuples(st.sampled_from(["vase", "plaque", "gone"]), st.integers(-800, 0), st.integers(-9, 9))))
def test_the_record_is_that_of_the_rows_of_twelve_months(rows: list[tuple[str, int, int]]) -> None:
    lines = [line(craft, "element", TODAY + timedelta(days=ago - late), late) for craft, ago, late in rows]
    found = records_of(groups(HEAD + "".join(lines)), {"vase": "vase", "plaque": "plaque"}.get, TODAY)
    recent = [(craft, late) for craft, ago, late in rows if TODAY + timedelta(days=ago) > date(2025, 11, 22)]
    assert (found.whole is None) == (recent == [])
    for slug in ("vase", "plaque"):
        late = [days for craft, days in recent if craft == slug]
        assert (slug in found.crafts) == (late != [])
        if late:
            record = found.crafts[slug].whole
            assert (record.delivered, record.on_time) == (len(late), sum(days <= 0 for days in late))
            assert record.median_late == median_low(late)
    if found.whole is not None:
        assert found.whole.delivered == len(recent), "what is not in the catalogue counts for the shop"
        assert found.whole.lowest_per_mille <= found.whole.per_mille <= found.whole.highest_per_mille


def test_a_year_ends_on_the_day_of_the_build() -> None:
    assert year_before(TODAY) == date(2025, 11, 23)
    assert year_before(date(2028, 2, 29)) == date(2027, 3, 1)


def test_days_and_tiers_are_read_as_people_write_them() -> None:
    text = "\ufeff作品；层级；承诺到手；签收日期\n甲；元素；２０２６年９月１日至９月１０日；2026/9/9\n甲；element；2026-09-01/2026-09-10；2026.9.10\n甲；元素定制；2026/9/10；46275\n"
    for encoding in ("utf-8", "gb18030"):
        (one,) = groups(text if encoding != "gb18030" else text.lstrip("\ufeff"), encoding)
        assert (one.craft, one.tier, one.first_row) == ("甲", "element", 2)
        record = records_of((one,), str, TODAY).whole
        assert record is not None and (record.delivered, record.on_time) == (3, 3)


def test_a_record_is_shown_where_dates_are(built: dict[str, Path]) -> None:
    """The demonstration: crafts with a share, one with numbers alone, and the shop; counted here once more, by hand."""
    output = built["/"]
    late: dict[str, list[int]] = {}
    for path in (REPOSITORY / "content/deliveries").glob("*.csv"):
        for row in csv.DictReader(path.read_text("utf-8").splitlines()):
            day, latest = date.fromisoformat(row["到手"]), date.fromisoformat(row["承诺最晚"])
            if date(2025, 11, 22) < day <= TODAY:
                late.setdefault(row["作品"], []).append((day - latest).days)

    def told(page: str) -> str:
        found = re.search(r'<p class="record">(.*?)</p>', (output / page).read_text("utf-8"), re.DOTALL)
        return re.sub(r"<[^>]*>|\s+", "", found[1]) if found is not None else ""

    def share(days: list[int]) -> str:
        return f"{(100 * sum(one <= 0 for one in days) + len(days) // 2) // len(days)}%（{len(days)}单，近12个月）"

    everything = [days for some in late.values() for days in some]
    counted = "照本店的交付记录，算到2026年11月22日。示例数据，不是真的。"
    assert told("index.html").startswith(f"按时交付{share(everything)}多半在")
    assert told("index.html").endswith(f"（95%区间）。{counted}怎么算的")
    assert told("how-to-read/index.html").startswith(f"按时交付{share(everything)}")
    assert told("crafts/celadon-vase/index.html").startswith(f"按时交付{share(late['龙泉青瓷花瓶'])}")
    few = late["苏绣披肩"]
    kept = sum(one <= 0 for one in few)
    assert told("crafts/su-embroidery-shawl/index.html") == f"近12个月{len(few)}单，{kept}单按时到手{counted}怎么算的"
    assert told("crafts/qipao-banquet/index.html") == ""
    data = json.loads((output / "api/v1/crafts/su-embroidery-shawl.json").read_text("utf-8"))["record"]
    assert (data["whole"]["share"], data["whole"]["delivered"], data["whole"]["on_time"]) == (None, len(few), kept)
    assert [one["tier"] for one in data["tiers"]] == ["deep"]
    whole = json.loads((output / "api/v1/catalogue.json").read_text("utf-8"))["record"]
    assert (whole["delivered"], whole["since"], whole["until"]) == (len(everything), "2025-11-23", "2026-11-22")
    assert whole["share"]["per_mille"] > 900
    assert not list(output.rglob("*.csv")), "the tables themselves are not published"


def test_the_assessment_has_the_record(tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path / "site", SITES / "promise-unkept"), "assess", "--json", "--jobs", "1")
    records = {one["craft"]: one["record"] for one in json.loads(run.out)["crafts"]}
    assert (records["plaque"]["on_time"], records["plaque"]["delivered"]) == (8, 40)
    assert (records["plaque"]["median_late_days"], records["vase"]["median_late_days"]) == (3, 0)
    assert "promise-unkept" in run.out
