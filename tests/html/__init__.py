"""The demonstration's HTML as a validator reads it."""
