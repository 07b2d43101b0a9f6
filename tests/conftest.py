"""What all tests share: Qt paints in memory unless a test starts a display of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
