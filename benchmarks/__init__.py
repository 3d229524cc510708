"""Measurements: sites of any size from a seed, and what the real command line takes to build them."""
