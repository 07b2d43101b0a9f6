"""The screen itself: the only package that knows Qt and pyqtgraph."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _LeftOut(ModuleType):
    """Stands in for a part of Qt that pyqtgraph imports and that painting in memory never uses: GL.

    pyqtgraph itself does without other parts where they are missing, but not without these. They would cost 3 MB of memory,
    and 11 MB of the executable's folder.
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        # pyqtgraph derives widgets from what it finds here, and asks what is one of them: of ours, none is.
        from PySide6.QtWidgets import QWidget

        setattr(self, name, type(name, (QWidget,), {}))
        return self.__dict__[name]


for _name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    sys.modules.setdefault(_name, _LeftOut(_name))


class _Mirror(ModuleType):
    """Stands in for pyqtgraph's copy of a part of Qt, and takes each name from Qt when it is first used.

    pyqtgraph copies all names at once, and so has the binding make every class of Qt there is, at 100 ms of each start.
    """

    def __getattr__(self, name: str) -> Any:
        if sys._getframe(1).f_code.co_name == "_copy_attrs":
            # Nothing is wanted but to hear that the name need not be copied.
            return None
        value = getattr(import_module(self.__name__.replace("pyqtgraph.Qt.", "PySide6.")), name)
        setattr(self, name, value)
        return value


for _name in ("QtCore", "QtGui", "QtWidgets"):
    sys.modules.setdefault(f"pyqtgraph.Qt.{_name}", _Mirror(f"pyqtgraph.Qt.{_name}"))
