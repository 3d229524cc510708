"""What pages are planned from and what they show."""
