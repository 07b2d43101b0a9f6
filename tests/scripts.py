"""Scripts that are not part of the program, as modules that tests can ask."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


def load_script(place: str) -> ModuleType:
    """The script at a place of the checkout, such as `packaging/deb.py`, loaded under its own name."""
    path = ROOT / place
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = script
    # As when Python itself starts a script: it finds its neighbours.
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(script)
    finally:
        sys.path.remove(str(path.parent))
    return script
