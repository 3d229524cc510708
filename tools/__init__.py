"""Tools run by hand from the repository root."""
