"""Records brought together: references resolved, one frozen value."""
