"""The comparison: the same slides played by this program and by a browser, beside each other on one machine."""
