"""Tests of the stage and the window, painted in memory."""
