"""Scaffolds: the files that a new site or a new item begins with, as pure functions of what was asked for."""
