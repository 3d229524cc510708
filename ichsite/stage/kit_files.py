"""The files of a link kit: a folder for each subject, and one table of all texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ichsite.kit.fitting import Fitted
from ichsite.kit.table import Cell, as_csv
from ichsite.stage.kit import Kit

TABLE = "links.csv"
_HEADING = (
    *("kind", "name", "title", "code", "address", "platform", "link"),
    *("platform_title", "title_count", "title_limit", "title_unit"),
    *("description", "description_count", "description_limit", "description_unit"),
    *("left_out", "assumed"),
)


def kit_files(made: Iterable[Kit]) -> dict[str, bytes]:
    """Every file by its path in the kit's folder."""
    files: dict[str, bytes] = {}
    rows: list[tuple[Cell, ...]] = []
    for kit in made:
        files |= {f"{folder_of(kit)}/{name}": data for name, data in _subject_files(kit)}
        rows += _rows(kit)
    files[TABLE] = as_csv(_HEADING, rows)
    return files


def folder_of(kit: Kit) -> str:
    """`craft-celadon-vase`."""
    return f"{kit.wanted.kind}-{kit.wanted.slug}"


def _subject_files(kit: Kit) -> Iterator[tuple[str, bytes]]:
    for text in kit.texts:
        for name, fitted in ((f"{text.platform}.txt", text.description), (f"{text.platform}-title.txt", text.title)):
            if fitted.fits:
                yield name, f"{fitted.text}\n".encode()
    yield "read-aloud.txt", kit.read_aloud.encode()
    if kit.print_card is not None:
        yield "parcel-card.html", kit.print_card
    if kit.card_sheet is not None:
        yield "parcel-cards-a4.html", kit.card_sheet
    yield "qr.png", kit.qr_png
    yield "qr.svg", kit.qr_svg


def _rows(kit: Kit) -> Iterator[tuple[Cell, ...]]:
    subject = kit.subject
    for text in kit.texts:
        yield (
            *(kit.wanted.kind, kit.wanted.slug, subject.title, subject.way.code, kit.address),
            *(text.platform, text.address),
            *_cells(text.title),
            *_cells(text.description),
            " ".join((*text.description.left_out, *(f"{kind}…" for kind in text.description.cut))),
            " ".join(text.rules.assumed),
        )


def _cells(fitted: Fitted) -> tuple[Cell, ...]:
    return fitted.text, fitted.count, fitted.limit.most, fitted.limit.counted_in
