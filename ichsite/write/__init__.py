"""Writing: the whole new site is made beside the old one, then the two change places in one step."""
