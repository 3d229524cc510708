"""The link kit: what a shop needs to put the catalogue into a stream."""
