"""What a page says to machines in the terms of schema.org (JSON-LD), made of the page's own view."""
