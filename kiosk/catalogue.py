"""Catalogues: kinds by the name an author writes, each read from its module when it is first asked for.

A show uses a handful of them: to import all takes a third of the time to the first frame.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import cast

from kiosk.kind import Kind


class Catalogue(MutableMapping[str, type[Kind]]):
    """The kinds in a package: for each name, the name of the class in the module that is called so."""

    def __init__(self, package: str, classes: Mapping[str, str]) -> None:
        self._package, self._classes = package, dict(classes)
        self._known: dict[str, type[Kind]] = {}

    def __getitem__(self, name: str) -> type[Kind]:
        if name not in self._known:
            module = import_module(f"{self._package}.{name}") if name in self._classes else None
            if module is None:
                raise KeyError(name)
            self._known[name] = cast(type[Kind], getattr(module, self._classes[name]))
        return self._known[name]

    def __setitem__(self, name: str, kind: type[Kind]) -> None:
        self._classes[name], self._known[name] = kind.__name__, kind

    def __delitem__(self, name: str) -> None:
        del self._classes[name]
        self._known.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._classes

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)
