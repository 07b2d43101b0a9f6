"""Tests of the program as it runs in the hall: a display, a keyboard, a window manager, and its exit status."""
