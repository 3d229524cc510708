"""What machines read, read back by parsers that others wrote."""
