"""Draws the demonstration site's illustrations: `python -m tools.illustrate [--only GLOB]`."""
