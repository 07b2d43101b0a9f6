"""Calls into Qt that return nothing keep the count of None: a binding that drops one ends the program in minutes.

Before Python 3.12 None is counted like any object; when its count reaches 0 the interpreter aborts ("none_dealloc").
"""

import ctypes
import json
import subprocess
import sys
from collections.abc import Callable, Mapping

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

Calls = Mapping[str, Callable[[], object]]

TIMES = 200
NOISE = 5
"""References that come and go by themselves while a call is repeated."""


def changes(calls: Calls) -> dict[str, float]:
    """How many references to None a call leaves too many or too few, on average; without a change it is left out."""
    found = {}
    for name, call in calls.items():
        call()
        before = sys.getrefcount(None)
        for _ in range(TIMES):
            call()
        change = sys.getrefcount(None) - before
        if abs(change) > NOISE:
            found[name] = change / TIMES
    return found


def lossy_calls() -> Calls:
    """A call that drops a reference to None, as a faulty binding does, and one that keeps one too many."""
    return {
        "drops": lambda: ctypes.pythonapi.Py_DecRef(ctypes.py_object(None)),
        "keeps": lambda: ctypes.pythonapi.Py_IncRef(ctypes.py_object(None)),
        "neither": lambda: None,
    }


class Painted(QtWidgets.QWidget):
    """A widget whose painting goes through Python."""

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        pass


class Sender(QtCore.QObject):
    """An object with a signal."""

    changed = QtCore.Signal(int)


def qt_calls(app: QtWidgets.QApplication) -> Calls:
    """The kinds of call that painting a slide and running the player consist of."""
    black, pen, font = QtGui.QColor("black"), QtGui.QPen(), QtGui.QFont()
    whole, exact = QtCore.QRect(1, 1, 5, 5), QtCore.QRectF(1, 1, 5, 5)
    widget, label, painted = QtWidgets.QWidget(), QtWidgets.QLabel(), Painted()
    painted.resize(20, 20)
    painted.show()
    scene = QtWidgets.QGraphicsScene()
    view = QtWidgets.QGraphicsView(scene)
    item = scene.addRect(0, 0, 5, 5)
    path, transform = QtGui.QPainterPath(), QtGui.QTransform()
    timer = QtCore.QTimer()
    sender = Sender()
    sender.changed.connect(lambda _value: None)
    image = QtGui.QImage(64, 64, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    painter = QtGui.QPainter(image)
    smooth = QtGui.QPainter.RenderHint.Antialiasing
    centred = QtCore.Qt.AlignmentFlag.AlignCenter

    def save_and_restore() -> None:
        painter.save()
        painter.restore()

    return {
        "QWidget.update": lambda: widget.update(),
        "QWidget.resize": lambda: widget.resize(10, 10),
        "QWidget.setGeometry": lambda: widget.setGeometry(whole),
        "QWidget.setVisible": lambda: widget.setVisible(False),
        "QWidget.parentWidget": lambda: widget.parentWidget(),
        "QWidget.layout": lambda: widget.layout(),
        "QWidget.graphicsEffect": lambda: widget.graphicsEffect(),
        "QWidget.repaint": lambda: painted.repaint(),
        "QLabel.setText": lambda: label.setText("a"),
        "QObject.setProperty": lambda: widget.setProperty("a", 1),
        "QObject.property": lambda: widget.property("missing"),
        "QPainter.setPen": lambda: painter.setPen(pen),
        "QPainter.setPen, colour": lambda: painter.setPen(black),
        "QPainter.setBrush": lambda: painter.setBrush(black),
        "QPainter.setFont": lambda: painter.setFont(font),
        "QPainter.setOpacity": lambda: painter.setOpacity(0.5),
        "QPainter.setRenderHint": lambda: painter.setRenderHint(smooth, True),
        "QPainter.setClipRect": lambda: painter.setClipRect(exact),
        "QPainter.setTransform": lambda: painter.setTransform(transform),
        "QPainter.save, restore": save_and_restore,
        "QPainter.translate": lambda: painter.translate(0, 0),
        "QPainter.rotate": lambda: painter.rotate(0),
        "QPainter.fillRect": lambda: painter.fillRect(exact, black),
        "QPainter.drawRect": lambda: painter.drawRect(exact),
        "QPainter.drawPath": lambda: painter.drawPath(path),
        "QPainter.drawLine": lambda: painter.drawLine(0, 0, 3, 3),
        "QPainter.drawPie": lambda: painter.drawPie(exact, 0, 16),
        "QPainter.drawImage": lambda: painter.drawImage(0, 0, image.copy(0, 0, 2, 2)),
        "QPainter.drawText": lambda: painter.drawText(1, 1, "a"),
        "QPainter.drawText, rectangle": lambda: painter.drawText(whole, centred, "a"),
        "QPen.setWidthF": lambda: pen.setWidthF(2.0),
        "QFont.setPixelSize": lambda: font.setPixelSize(12),
        "QImage.fill": lambda: image.fill(0),
        "QPainterPath.moveTo": lambda: path.moveTo(0, 0),
        "QPainterPath.lineTo": lambda: path.lineTo(1, 1),
        "QGraphicsItem.setPos": lambda: item.setPos(1, 1),
        "QGraphicsItem.setOpacity": lambda: item.setOpacity(0.4),
        "QGraphicsItem.setVisible": lambda: item.setVisible(True),
        "QGraphicsItem.setZValue": lambda: item.setZValue(1),
        "QGraphicsItem.update": lambda: item.update(),
        "QGraphicsItem.parentItem": lambda: item.parentItem(),
        "QGraphicsScene.setSceneRect": lambda: scene.setSceneRect(exact),
        "QGraphicsView.setScene": lambda: view.setScene(scene),
        "QTimer.start": lambda: timer.start(1000),
        "QTimer.stop": lambda: timer.stop(),
        "QTimer.setInterval": lambda: timer.setInterval(10),
        "Signal.emit": lambda: sender.changed.emit(1),
        "QApplication.processEvents": lambda: app.processEvents(),
        "QApplication.sendPostedEvents": lambda: QtCore.QCoreApplication.sendPostedEvents(),
    }


def measured(which: str) -> dict[str, float]:
    """The changes that a fresh interpreter finds; it may die of them, so it is not this one."""
    run = subprocess.run([sys.executable, __file__, which], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, float] = json.loads(run.stdout)
    return found


pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from Python 3.12 on")


def test_calls_that_return_nothing_keep_the_count_of_none() -> None:
    assert measured("qt") == {}


def test_a_reference_dropped_or_kept_is_counted() -> None:
    found = measured("lossy")

    assert set(found) == {"drops", "keeps"}
    assert found["drops"] == pytest.approx(-1, abs=0.1)
    assert found["keeps"] == pytest.approx(1, abs=0.1)


if __name__ == "__main__":
    # Enough references for a faulty binding to be named rather than to end this process before it is.
    reserve = [None] * 1_000_000
    calls = lossy_calls() if sys.argv[1] == "lossy" else qt_calls(QtWidgets.QApplication([]))
    print(json.dumps(changes(calls)))
