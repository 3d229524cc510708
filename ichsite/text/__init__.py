"""Text and its places: what every other package may know."""
