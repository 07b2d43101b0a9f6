"""The doctor: what a machine lacks to play well, in words that whoever installs it can act on. Knows no Qt."""
