"""The photographs of rows: found in the folder, decoded, made upright, and freed of where and with what they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ichsite.engine.memo import Held, Result
from ichsite.images.picture import PictureChanged, PictureTask, Prepared
from ichsite.images.recipe import Recipe
from ichsite.intake.photo_names import PhotoFolder
from ichsite.intake.showcase_columns import ShowcaseHeaders
from ichsite.intake.submission import Submission
from ichsite.read.photo_folder import names_in, photo_digest
from ichsite.read.sources import ChangedMeanwhile
from ichsite.stage.desk import Desk
from ichsite.stage.pictures import PREPARE
from ichsite.table.sheet import Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words

PHOTO = "import-photo"
RECIPE = Recipe(widths=(3000,), quality=88, jpeg_only=True)
"""Wide enough for every published width (`model.site.PictureSettings`), and no original."""


@dataclass(frozen=True)
class Photos:
    """A row's photographs: the digests of the files as they were sent, where the cleaned ones lie, what is wrong."""

    digests: tuple[Fingerprint, ...] = ()
    held: tuple[Held, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the row has to wait for better photographs."""
        return bool(self.findings)


class PhotoDesk:
    """The work on the photographs of one table."""

    def __init__(self, desk: Desk, folder: Path | None, sheet: Sheet, headers: ShowcaseHeaders) -> None:
        self.desk, self.folder, self.sheet = desk, folder, sheet
        self.column = headers.first("photos")

    def of(self, submissions: Sequence[Submission]) -> dict[int, Photos]:
        """The photographs of each row. A row with a photograph that cannot be taken is refused, not taken without it."""
        if self.folder is None:
            return {one.row: self._not_looked_for(one) for one in submissions}
        try:
            names = PhotoFolder(names_in(self.folder))
        except OSError as wrong:
            reason = system_words(wrong)
            what = Words(f"照片文件夹读不了：{reason.zh}", f"the folder of photographs cannot be read: {reason.en}")
            fault = error(PHOTO, Place("--photos"), what)
            return {one.row: Photos(findings=(fault,)) for one in submissions}
        wanted = {one.row: names.of(one) for one in submissions}
        files = sorted({name for one in wanted.values() for name in one.found})
        cleaned = self._cleaned(self.folder, files)
        return {row: self._row(row, one.found, one.missing, cleaned) for row, one in wanted.items()}

    def _not_looked_for(self, one: Submission) -> Photos:
        if not one.photos:
            return Photos()
        what = Words("这一行有照片，却没有给照片文件夹", "the row names photographs, and no folder of them was given")
        help = Words(
            "把表单的附件下载到一个文件夹，加上 --photos 文件夹",
            "download the form's attachments into a folder and add --photos FOLDER",
        )
        return Photos(findings=(self._fault(one.row, what, help),))

    def _cleaned(self, folder: Path, files: list[str]) -> dict[str, tuple[Fingerprint, Result[Prepared]] | Words]:
        """Each photograph's digest and how it came out, or why it cannot be read."""
        cleaned: dict[str, tuple[Fingerprint, Result[Prepared]] | Words] = {}
        digests: dict[str, Fingerprint] = {}
        for name in files:
            try:
                digests[name] = photo_digest(folder / name)
            except OSError as wrong:
                reason = system_words(wrong)
                cleaned[name] = Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
        readable = list(digests)
        prints = [of_parts(digests[name], of_value(RECIPE)) for name in readable]
        place = folder.resolve()
        try:
            results = self.desk.pictures.map(
                PREPARE,
                prints,
                lambda at: PictureTask(str(place / readable[at]), digests[readable[at]], RECIPE),
                self.desk.told("pictures"),
            )
        except PictureChanged as changed:
            raise ChangedMeanwhile(str(changed)) from changed
        return cleaned | {name: (digests[name], result) for name, result in zip(readable, results, strict=True)}

    def _row(
        self,
        row: int,
        found: tuple[str, ...],
        missing: tuple[Words, ...],
        cleaned: dict[str, tuple[Fingerprint, Result[Prepared]] | Words],
    ) -> Photos:
        findings = [self._fault(row, what, _DOWNLOAD) for what in missing]
        digests: list[Fingerprint] = []
        held: list[Held] = []
        for name in found:
            one = cleaned[name]
            if isinstance(one, Words):
                findings.append(self._fault(row, Words(f"{name}：{one.zh}", f"{name}: {one.en}"), None))
                continue
            digest, result = one
            digests.append(digest)
            refusal = result.small.refusal
            if refusal is None:
                held.append(result.held)
            else:
                what = Words(f"{name}：{refusal.message.zh}", f"{name}: {refusal.message.en}")
                findings.append(self._fault(row, what, refusal.help))
        return Photos(tuple(digests), tuple(held), tuple(findings))

    def _fault(self, row: int, what: Words, help: Words | None) -> Diagnostic:
        return error(PHOTO, self.sheet.place(row, self.column), what, help)


_DOWNLOAD = Words(
    "从表单后台下载附件，和表格里的名字一致地放进照片文件夹",
    "download the attachment from the form and put it into the folder under that name",
)
