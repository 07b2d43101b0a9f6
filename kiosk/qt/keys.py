"""Keys, as Qt reports them, under the names that commands go by."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

SPECIAL = {Qt.Key.Key_Enter: "Enter", Qt.Key.Key_Space: "Space"}


def key_name(event: QKeyEvent) -> str:
    """The name of a key: printable ones by what they print, others as Qt writes them; empty for a bare modifier."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    commanding = (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    )
    if key in SPECIAL and not modifiers & commanding:
        return SPECIAL[key]
    if event.text().strip() and event.text().isprintable() and not modifiers & commanding:
        return event.text().upper()
    if key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
        return ""
    if not modifiers & commanding:
        modifiers = Qt.KeyboardModifier.NoModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
