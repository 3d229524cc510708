"""The filter `asset`: from the name of a published file to its address."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import UndefinedError

from ichsite.text.address import UrlPath


class MissingAsset(UndefinedError):
    """A file that the theme does not publish: its name, and the names that there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no file {name}")
        self.name, self.known = name, known


class Assets:
    """The published files of one theme."""

    def __init__(self, assets: Iterable[tuple[str, str]]) -> None:
        self._paths = {name: UrlPath(f"/{path}") for name, path in assets}

    def address(self, name: str) -> UrlPath:
        """The address of a bundle or a static file; raises MissingAsset."""
        if (found := self._paths.get(name)) is None:
            raise MissingAsset(str(name), tuple(self._paths))
        return found
