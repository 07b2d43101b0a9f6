"""The screen itself: the only package that knows Qt and pyqtgraph."""

import sys
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
