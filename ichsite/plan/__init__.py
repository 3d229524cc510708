"""What the site is made of: every page with its address and the view that it shows."""
