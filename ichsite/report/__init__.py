"""Findings on their way to a person or a machine."""
