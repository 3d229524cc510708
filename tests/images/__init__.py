"""Pictures of every sort, as cameras, phones and editors make them."""
