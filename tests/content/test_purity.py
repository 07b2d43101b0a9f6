"""What reads content needs no screen."""

import subprocess
import sys
from pathlib import Path

import pytest

import kiosk.content

MODULES = sorted(path.stem for path in Path(kiosk.content.__file__).parent.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", MODULES)
def test_content_is_read_without_qt(name: str) -> None:
    program = (
        f"import sys, kiosk.content.{name}; print([m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
