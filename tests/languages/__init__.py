"""Whole sites in two languages."""
