"""Hostile files on whole sites: everything wrong is said at once, in words and with a place, and nothing is written."""
