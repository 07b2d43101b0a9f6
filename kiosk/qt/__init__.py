"""The screen itself: the only package that knows Qt and pyqtgraph."""
